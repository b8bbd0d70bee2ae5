"""The group's own words: reword, leave out or add an indicator for this place."""

from __future__ import annotations

import uuid

import streamlit as st
from pydantic import ValidationError

from placecheck.assessment.own import PREFIX
from placecheck.rubric import Indicator
from placecheck.storage import OwnWords
from placecheck.web import desk
from placecheck.web.parts.copy import offer_a_copy
from placecheck.web.parts.text import plain
from placecheck.web.session import Session
from placecheck.words import deciding as w
from placecheck.words import say


def render(session: Session, one: desk.Opened) -> None:
    """Show what is in own words now, and the three ways to change what is asked."""
    st.title(say(w.OWN_WORDS), anchor=False)
    st.markdown(f"**{plain(one.assessment.place.name)}**  \n{say(w.OWN_INTRO)}")
    if one.is_example:
        offer_a_copy(session, one)
        return
    in_own_words(session, one)
    reword, drop, add = st.tabs([say(w.REWORD), say(w.DROP), say(w.ADD_OWN)])
    with reword:
        reword_one(session, one)
    with drop:
        drop_one(session, one)
    with add:
        add_one(session, one)


def in_own_words(session: Session, one: desk.Opened) -> None:
    """What the group changed, each with the way back."""
    if one.assessment.own_words:
        st.header(say(w.OWN_NOW), anchor=False)
    rubric = desk.store().rubric_of(one.id)
    for id_, own in one.assessment.own_words.items():
        name = own.words.name if own.words else rubric.by_id[id_].name
        said = {"reworded": w.REWORDED, "dropped": w.DROPPED, "added": w.ADDED}[own.change]
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(plain(say(said, name=name, why=own.because or "")))
            if st.button(say(w.AS_IT_WAS), key=f"as-it-was-{one.id}-{id_}", type="tertiary"):
                keep(session, one, id_, None)


def choose(one: desk.Opened, key: str) -> Indicator | None:
    """One of the indicators that are asked now."""
    names = {indicator.id: indicator.name for indicator in one.rubric.indicators()}
    chosen = st.selectbox(say(w.WHICH), list(names), index=None, format_func=lambda id_: names[id_], key=key)
    return one.rubric.by_id[chosen] if chosen else None


def reword_one(session: Session, one: desk.Opened) -> None:
    """Say an indicator in the group's words."""
    indicator = choose(one, f"reword-{one.id}")
    if indicator is None:
        return
    with st.form(f"reword-{one.id}-{indicator.id}"):
        words = wording(one, indicator)
        sent = st.form_submit_button(say(w.KEEP), type="primary")
    if sent:
        own = one.assessment.own_words.get(indicator.id)
        change, dimension = ("added", own.dimension) if own and own.change == "added" else ("reworded", None)
        words = {**indicator.model_dump(), **words}
        keep_words(session, one, indicator.id, {"change": change, "dimension": dimension, "words": words})


def drop_one(session: Session, one: desk.Opened) -> None:
    """Leave an indicator out here, with the reason."""
    with st.form(f"drop-{one.id}"):
        indicator = choose(one, f"drop-which-{one.id}")
        why = st.text_area(say(w.DROP_WHY))
        sent = st.form_submit_button(say(w.KEEP), type="primary")
    if sent and indicator is not None:
        if not why.strip():
            st.error(say(w.WHY_GAP))
            return
        keep(session, one, indicator.id, OwnWords(change="dropped", because=why.strip()))


def add_one(session: Session, one: desk.Opened) -> None:
    """Add an indicator that the rubric does not have."""
    names = {dimension.id: dimension.name for dimension in one.rubric.dimensions}
    with st.form(f"add-own-{one.id}"):
        dimension = st.selectbox(say(w.DIMENSION), list(names), format_func=lambda id_: names[id_])
        name = st.text_input(say(w.NAME), max_chars=60)
        words = wording(one, None)
        sent = st.form_submit_button(say(w.KEEP), type="primary")
    if sent:
        id_ = f"{PREFIX}{uuid.uuid4().hex[:12]}"
        words = {"id": id_, "name": name, **words}
        keep_words(session, one, id_, {"change": "added", "dimension": dimension, "words": words})


def wording(one: desk.Opened, indicator: Indicator | None) -> dict[str, object]:
    """The fields that hold an indicator's words."""
    levels = indicator.levels if indicator else ("",) * one.rubric.steps
    return {
        "statement": st.text_input(say(w.STATEMENT), value=indicator.statement if indicator else "", max_chars=300),
        "look_for": st.text_area(say(w.LOOK_FOR), value=indicator.look_for if indicator else "", max_chars=4000),
        "levels": tuple(
            st.text_input(say(w.LEVEL_WORDS, level=level.name), value=described, max_chars=300)
            for level, described in zip(one.rubric.levels, levels, strict=True)
        ),
    }


def keep_words(session: Session, one: desk.Opened, id_: str, own: dict[str, object]) -> None:
    """Keep an indicator's new words, or say what is missing."""
    try:
        kept = OwnWords.model_validate(own)
    except ValidationError:
        st.error(say(w.OWN_GAP))
        return
    keep(session, one, id_, kept)


def keep(session: Session, one: desk.Opened, id_: str, own: OwnWords | None) -> None:
    """Keep a change of what is asked, and show it."""
    desk.store().save_own_words(one.id, id_, own, session.by)
    st.rerun()
