"""Carry a round over to a newer edition: what would go along, answer by answer, then a yes."""

from __future__ import annotations

import streamlit as st

from placecheck.assessment.carry import carried_over
from placecheck.views.carried import CarriedView, carried_view
from placecheck.web import desk
from placecheck.web.parts.shut import unless_hidden
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import editions as w
from placecheck.words import say


@unless_hidden
def render(session: Session, one: desk.Opened) -> None:
    """Show what would go along, and make the new round at a click."""
    found = desk.newer_editions(one.rubric.id, one.rubric.edition)
    if not found:
        st.markdown(say(w.NOTHING_NEWER))
        return
    newer, mapping = found[0]
    carried = carried_over(one.assessment, newer, mapping)
    view = carried_view(one.rubric, newer, carried)
    st.title(view.title)
    st.markdown(f"**{plain(one.assessment.place.name)}**  \n{view.intro}")
    preview(view)
    if one.is_example:
        return
    if st.button(say(w.MAKE), type="primary"):
        place = desk.store().round(one.id).place_id
        made = desk.store().take(newer, carried.assessment, place, by=session.by)
        session.go("answer", session.address(made))


def preview(view: CarriedView) -> None:
    """Each indicator with its answers folded away, and what is worth knowing beside them."""
    st.markdown(f"**{plain(view.summary)}**")
    for remark in view.remarks:
        st.markdown(f"- {plain(remark)}")
    for fate in view.fates:
        with st.expander(plain(fate.words)):
            st.markdown("\n".join(f"- {plain(answer)}" for answer in fate.answers))


def offer(session: Session, one: desk.Opened) -> None:
    """Say so where a newer edition is at hand, with the way to it."""
    found = desk.newer_editions(one.rubric.id, one.rubric.edition)
    if found:
        st.info(plain(say(w.NEWER, edition=found[0][0].edition)))
        session.link("edition", say(w.SEE_WHAT), session.address(one.id))
