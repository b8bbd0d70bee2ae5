"""Where a place stands: words first, strengths first, then the pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

import streamlit as st

from placecheck.charts import compass, ladder
from placecheck.charts.frame import Picture
from placecheck.charts.theme import Palette
from placecheck.views import mention
from placecheck.views.mention import Mention, Mentions
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
    view, found = seen(one, language.get())
    words_first(session, one, view)
    edition.offer(session, one)
    strengths(session, one, found.strong)
    ladder_picture(one, view.ladder, session)
    for sentence in view.weighing:
        st.markdown(plain(sentence))
    mentions(session, one, w.DIFFER_TITLE, found.differ)
    mentions(session, one, w.UNKNOWN_TITLE, found.unknown, say(w.UNKNOWN_INTRO))
    mentions(session, one, w.ROOM_TITLE, found.room, say(w.ROOM_INTRO))
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
        headline = "\n".join(f"- **{plain(sentence)}**" for sentence in view.headline)
        given = ((w.CONTEXT, one.assessment.place.context), (w.MISSING_TITLE, one.assessment.missing_voices))
        told = (f"**{say(title)}**  \n{plain(text)}" for title, text in given if text)
        st.markdown("\n\n".join((plain(" · ".join(view.about)), headline, *told)))
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


def strengths(session: Session, one: Opened, found: Sequence[Mention]) -> None:
    """What is strong, each on a card with a link to a closer look, two in a row."""
    if not found:
        return
    st.header(say(w.STRONG_TITLE), anchor=False)
    at_once = AT_ONCE if len(found) > AT_ONCE + 1 else len(found)
    cards(session, one, found[:at_once])
    if found[at_once:]:
        other_strengths(session, one, found[at_once:])


def cards(session: Session, one: Opened, found: Sequence[Mention]) -> None:
    """Each indicator as a card, two in a row."""
    columns = st.columns(2, gap="medium")
    for index, item in enumerate(found):
        with columns[index % 2], st.container(border=True, gap="xsmall"):
            st.markdown("\n\n".join((f"**{plain(item.name)}**  \n{plain(item.words)}", plain(item.line))))
            session.closer(one.id, item.indicator, item.name)


@st.fragment
def other_strengths(session: Session, one: Opened, found: Sequence[Mention]) -> None:
    """The other strengths by name, and their cards once they are asked for."""
    names = "; ".join(item.name for item in found)
    label = say_n(words.MORE, len(found), names=plain(names))
    behind = st.expander(label, key=f"other-strengths-{one.id}", on_change="rerun")
    if behind.open:
        with behind:
            cards(session, one, found)


def mentions(session: Session, one: Opened, title: str, found: Sequence[Mention], intro: str = "") -> None:
    """A list of indicators, each with what is worth saying of it, and a way to a closer look at each."""
    if not found:
        return
    st.header(say(title), anchor=False)
    told = (f"- **{plain(item.name)}:** {plain(item.words)}  \n{plain(item.line)}" for item in found)
    indented = (item.replace("\n", "\n  ") for item in told)  # an empty line in someone's words ends no list
    st.markdown("\n".join((intro, "", *indented)))
    names = {item.indicator: item.name for item in found}
    chosen = st.pills(
        say(w.CLOSER_AT),
        list(names),
        format_func=lambda id_: plain(names[id_]),
        key=f"closer-{one.id}-{title}",
    )
    if chosen:
        session.go("closer", session.address(one.id, **{INDICATOR: chosen}))


def ladder_picture(one: Opened, view: LadderView, session: Session) -> None:
    """The ladder, and the same as a table."""
    columns = [say(name) for name in (w.COLUMN_DIMENSION, w.COLUMN_INDICATOR, w.COLUMN_STANDS, w.COLUMN_RANGE)]
    rows = [(side.name, row.name, row.words, row.span) for side in view.dimensions for row in side.rows]
    figure = drawn(one, ladder.figure, language.get(), session.palette, narrow=session.on_a_phone)
    picture(figure, view.title, view.sentence, columns, rows)


@lru_cache(maxsize=OPEN_AT_ONCE)
def seen(one: Opened, _language: str) -> tuple[ResultsView, Mentions]:
    """What the round means to a reader, worked out once for each change of it, and for each language."""
    given = one.rubric, one.assessment, one.result
    view = results_view(*given)
    return view, mention.mentions(*given, view)


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
