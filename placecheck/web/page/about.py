"""What this is not, where the rubric comes from, how scores are made, what the notes themselves say against scales."""

from __future__ import annotations

import streamlit as st

from placecheck.rubric import find_rubric
from placecheck.views.passage import passage_view
from placecheck.web import desk
from placecheck.web.parts.passages import passages
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import about as w
from placecheck.words import say


def render(session: Session) -> None:
    """Show what anyone may want to know before they trust the tool."""
    one = session.opened
    rubric = one.rubric if one else find_rubric()
    catalogue = desk.catalogue_of(rubric)
    st.title(say(w.TITLE), anchor=False)
    st.markdown(say(w.WHAT))
    left, right = st.columns(2, gap="large")
    with left:
        st.header(say(w.NOT_TITLE), anchor=False)
        st.markdown("\n".join(f"- {say(line)}" for line in w.NOT_LIST))
        st.header(say(w.SCORES_TITLE), anchor=False)
        share = f"{rubric.scoring.min_coverage:.0%}"
        st.markdown("\n".join(f"- {say(line, share=share)}" for line in w.SCORES))
    with right:
        st.header(say(w.FROM_TITLE), anchor=False)
        st.markdown(f"{say(w.FROM_NOTES)} {plain(rubric.wording)}")
        given = {"title": rubric.title, "edition": rubric.edition, "authors": rubric.authors, "licence": rubric.licence}
        st.markdown(plain(say(w.EDITION, **given)))
        st.markdown(f"**{say(w.CITE)}:** {plain(rubric.cite_as)}")
        st.header(say(w.PRIVACY_TITLE), anchor=False)
        st.markdown(say(w.PRIVACY))
    st.header(say(w.AGAINST_TITLE), anchor=False)
    st.markdown(say(w.AGAINST))
    passages("", [passage_view(catalogue, id_) for id_ in rubric.cautions if id_ in catalogue.passage], session=session)
