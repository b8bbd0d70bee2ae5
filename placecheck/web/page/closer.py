"""A closer look at one indicator: what was asked, said and agreed, and the discussion it rests on."""

from __future__ import annotations

import streamlit as st

from placecheck.charts import answers
from placecheck.views.indicator import IndicatorView, indicator_view
from placecheck.web.desk import Opened
from placecheck.web.parts.agree import agree
from placecheck.web.parts.no_place import no_place
from placecheck.web.parts.passages import passages
from placecheck.web.parts.picture import picture
from placecheck.web.parts.shut import unless_hidden
from placecheck.web.parts.text import plain, small
from placecheck.web.session import INDICATOR, Session
from placecheck.words import results as w
from placecheck.words import say
from placecheck.words import web as words


@unless_hidden
def render(session: Session, one: Opened) -> None:
    """Show everything behind the indicator being looked at."""
    indicator = session.indicator
    if indicator not in {found.id for found in one.result.indicators()}:
        no_place(session)
        return
    session.keep_address()
    view = indicator_view(one.rubric, one.catalogue, one.assessment, one.result, indicator)
    session.link("results", say(words.BACK_TO_RESULTS), session.address(one.id))
    small(f"{plain(one.assessment.place.name)} · {view.dimension}")
    st.title(plain(view.name), anchor=False)
    st.header(plain(view.statement), anchor=False)
    st.markdown(f"**{plain(view.words)}**")
    here, discussion = st.columns(2, gap="large")
    with here:
        what_was_said(session, one, view)
    with discussion:
        small(say(w.OUR_WORDS))
        passages(say(w.SUPPORTS_TITLE), view.supports, session=session, indicator=view.id)
        passages(say(w.CAUTIONS_TITLE), view.cautions, session=session, indicator=view.id)
    neighbours(session, one, indicator)


def what_was_said(session: Session, one: Opened, view: IndicatorView) -> None:
    """Levels, stories, what was agreed, and whose hands it is in."""
    st.subheader(say(w.LEVELS_TITLE), anchor=False)
    for name, described, stands in view.levels:
        with st.container(border=stands):
            st.markdown(f"**{plain(name)}**" + (f" ({say(w.STANDS_HERE)})" if stands else ""))
            st.markdown(plain(described))
    answers_picture(session, one, view)
    st.subheader(say(w.STORIES_TITLE), anchor=False)
    if not view.stories:
        small(say(words.NO_STORIES))
    for story in view.stories:
        with st.container(border=True):
            st.markdown(plain(story.story or ""))
            small(
                plain(", ".join(part for part in (story.perspective, story.level, story.sure, story.not_for) if part))
            )
    if view.agreed:
        st.subheader(say(w.AGREED_TITLE), anchor=False)
        for line in view.agreed:
            st.markdown(plain(line))
    if not one.is_example:
        agree(session, one, view.id)
    for title, words_ in ((w.HELD_HERE, view.held_here), (w.HELD_ELSEWHERE, view.held_elsewhere)):
        if words_:
            st.markdown(f"**{say(title)}:** {plain(words_)}")


def answers_picture(session: Session, one: Opened, view: IndicatorView) -> None:
    """Every voice a dot at its level, and the same as a table."""
    order = next(at for at, side in enumerate(one.rubric.dimensions) if side.name == view.dimension)
    figure = answers.figure(view.answers, session.palette, hue=session.palette.dimension(order))
    rows = [(name, str(n)) for name, n in (*view.answers.levels, *view.answers.no_answers)]
    picture(figure, view.answers.title, view.answers.sentence, [say(w.COLUMN_STANDS), say(w.COLUMN_VOICES)], rows)


def neighbours(session: Session, one: Opened, indicator: str) -> None:
    """The way to the indicators before and after."""
    ids = [found.id for found in one.result.indicators()]
    at = ids.index(indicator)
    with st.container(horizontal=True):
        for step, label in ((-1, words.PREVIOUS), (1, words.NEXT)):
            if 0 <= at + step < len(ids):
                other = ids[at + step]
                session.link(
                    "closer",
                    say(label, name=one.rubric.by_id[other].name),
                    session.address(one.id, **{INDICATOR: other}),
                )
