"""Where a place stands: words first, strengths first, then the pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import streamlit as st

from placecheck.charts import compass, ladder
from placecheck.charts.frame import Picture
from placecheck.charts.theme import Palette
from placecheck.views import mention
from placecheck.views.mention import Mention
from placecheck.views.pictures import LadderView, ladder_view
from placecheck.views.results import ResultsView, results_view
from placecheck.web.desk import OPEN_AT_ONCE, Opened
from placecheck.web.page import edition
from placecheck.web.parts.cards import pinned_cards
from placecheck.web.parts.picture import QUIET, picture
from placecheck.web.parts.shut import unless_hidden
from placecheck.web.parts.take_away import take_away
from placecheck.web.parts.text import plain, small
from placecheck.web.parts.ways import ways
from placecheck.web.session import INDICATOR, Session
from placecheck.words import language, say, say_n
from placecheck.words import results as w
from placecheck.words import web as words

AT_ONCE = 4
"""How many cards of a list are shown before the rest waits to be asked for."""


@unless_hidden
def render(session: Session, one: Opened) -> None:
    """Show the result of the round being looked at."""
    view = seen(one, language.get())
    words_first(session, one, view)
    edition.offer(session, one)
    mentions(session, one, say(w.STRONG_TITLE), mention.strong(one.rubric, one.assessment, one.result, view.strong))
    ladder_picture(one, view.ladder, session)
    for sentence in view.weighing:
        st.markdown(plain(sentence))
    mentions(session, one, say(w.DIFFER_TITLE), mention.differ(one.rubric, one.assessment, one.result, view.differ))
    mentions(
        session, one, say(w.UNKNOWN_TITLE), mention.unknown(one.rubric, one.result, view.unknown), say(w.UNKNOWN_INTRO)
    )
    mentions(session, one, say(w.ROOM_TITLE), mention.room(one.rubric, one.result, view.room), say(w.ROOM_INTRO))
    everything(session, one, view)
    pinned_cards(session, one)
    take_away(one)
    ways(session, one, "results")
    small(say(w.WHAT_THIS_IS_NOT))


def words_first(session: Session, one: Opened, view: ResultsView) -> None:
    """The place's name, the headline, and the compass beside them."""
    said, beside = st.columns([3, 2], gap="large")
    with said:
        st.title(plain(view.place), anchor=False)
        st.markdown(plain(" · ".join(view.about)))
        st.markdown("\n".join(f"- **{plain(sentence)}**" for sentence in view.headline))
        place = one.assessment.place
        for title, text in ((w.CONTEXT, place.context), (w.MISSING_TITLE, one.assessment.missing_voices)):
            if text:
                st.markdown(f"**{say(title)}**  \n{plain(text)}")
    with beside:
        st.header(say(w.COMPASS_TITLE), anchor=False)
        sentence = say(w.COMPASS_SENTENCE)
        st.plotly_chart(
            drawn(one, compass.figure, language.get(), session.palette),
            theme=None,
            config=QUIET,
            key="compass",
            alt=sentence,
        )
        small(sentence)


def mentions(session: Session, one: Opened, title: str, found: Sequence[Mention], intro: str = "") -> None:
    """A list of indicators, each with what is worth saying of it and a link to a closer look."""
    if not found:
        return
    st.header(title, anchor=False)
    if intro:
        st.markdown(intro)
    at_once = AT_ONCE if len(found) > AT_ONCE + 1 else len(found)
    mention_cards(session, one, found[:at_once])
    if found[at_once:]:
        the_rest(session, one, title, found[at_once:])


def mention_cards(session: Session, one: Opened, found: Sequence[Mention]) -> None:
    """Each indicator as a card, two in a row."""
    columns = st.columns(2, gap="medium")
    for index, item in enumerate(found):
        with columns[index % 2], st.container(border=True, gap="xsmall"):
            line = f"\n\n{plain(item.line)}" if item.line else ""
            st.markdown(f"**{plain(item.name)}**  \n{plain(item.words)}{line}")
            session.closer(one.id, item.indicator, item.name)


@st.fragment
def the_rest(session: Session, one: Opened, title: str, found: Sequence[Mention]) -> None:
    """The other indicators of a long list by name, and their cards once they are asked for."""
    names = "; ".join(item.name for item in found)
    label = say_n(words.MORE, len(found), names=plain(names))
    behind = st.expander(label, key=f"rest-{one.id}-{title}", on_change="rerun")
    if behind.open:
        with behind:
            mention_cards(session, one, found)


def ladder_picture(one: Opened, view: LadderView, session: Session) -> None:
    """The ladder, and the same as a table."""
    columns = [say(name) for name in (w.COLUMN_DIMENSION, w.COLUMN_INDICATOR, w.COLUMN_STANDS, w.COLUMN_RANGE)]
    rows = [(side.name, row.name, row.words, row.span) for side in view.dimensions for row in side.rows]
    figure = drawn(one, ladder.figure, language.get(), session.palette, narrow=session.on_a_phone)
    picture(figure, view.title, view.sentence, columns, rows)


@lru_cache(maxsize=OPEN_AT_ONCE)
def seen(one: Opened, _language: str) -> ResultsView:
    """What the round means to a reader, worked out once for each change of it, and for each language."""
    return results_view(one.rubric, one.assessment, one.result)


@lru_cache(maxsize=4 * OPEN_AT_ONCE)
def drawn(one: Opened, draw: Callable[..., Picture], _language: str, palette: Palette, **how: bool) -> Picture:
    """A picture of the round, drawn once for each change of it, and for each language and palette it is shown in."""
    return draw(ladder_view(one.rubric, one.result), palette, **how).finish()


@st.fragment
def everything(session: Session, one: Opened, view: ResultsView) -> None:
    """Every indicator by dimension, each a link to a closer look, sent only once a dimension is asked for."""
    st.header(say(words.ALL_INDICATORS), anchor=False)
    for side in view.ladder.dimensions:
        label = plain(f"{side.name}: {side.words}; {side.known}")
        behind = st.expander(label, key=f"everything-{one.id}-{side.id}", on_change="rerun")
        if not behind.open:
            continue
        with behind:
            st.markdown(plain(side.about))
            for row in side.rows:
                name = plain(f"{row.name}: {row.words}")
                session.link("closer", name, session.address(one.id, **{INDICATOR: row.indicator}))
