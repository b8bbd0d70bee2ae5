"""Where a place is: the picture with what it shows, strengths first, then the ladder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from textwrap import shorten
from urllib.parse import urlencode

import streamlit as st

from placecheck.charts.ladder import ladder_html
from placecheck.charts.place_picture.shape import PAGE, SMALL
from placecheck.charts.theme import Palette
from placecheck.views.page_names import PageName
from placecheck.views.results import highlights
from placecheck.views.results.highlights import Highlight, Highlights
from placecheck.views.results.pictures import LadderView, ladder_view
from placecheck.views.results.results import ResultsView, results_view
from placecheck.web.components.chart import show_ladder
from placecheck.web.components.comparison_links import show_comparison_links
from placecheck.web.components.downloads import show_downloads
from placecheck.web.components.hidden_guard import unless_hidden
from placecheck.web.components.nobody_yet import show_nobody_yet
from placecheck.web.components.outcome_band import show_outcome_band
from placecheck.web.components.pinned_passages import show_pinned_passages
from placecheck.web.components.place_picture import show_drawing, show_finding
from placecheck.web.data.assessments import CACHE_SIZE, OpenAssessment
from placecheck.web.data.deciding import all_ideas
from placecheck.web.markdown import escape, small
from placecheck.web.pages import edition
from placecheck.web.state.language import localised_fragment
from placecheck.web.state.session import ASSESSMENT, INDICATOR, Session
from placecheck.words import deciding, language, say, say_n
from placecheck.words import results as w
from placecheck.words import web as words

AT_ONCE = 3
"""How many of a list are shown before the rest waits to be asked for."""

NAMED = 2
"""How many of the others are named before they are shown."""
LINE = 110
"""Characters of a story beside the picture; the closer look has all of it."""


@unless_hidden
def render(session: Session, opened: OpenAssessment) -> None:
    """Show what the assessment found: words and picture first, three of each list, the rest on request."""
    view, found_highlights = seen(opened, language.get())
    words_first(opened, view)
    if view.unanswered:
        show_nobody_yet(session, opened)
        show_pinned_passages(session, opened)
        return
    edition.offer(session, opened)
    for sentence in view.weighing:
        st.markdown(escape(sentence))
    picture_and_words(session, opened, view, found_highlights)
    what_comes_next(session, opened)
    show_downloads(opened)
    show_pinned_passages(session, opened)
    small(say(w.WHAT_THIS_IS_NOT))


def words_first(opened: OpenAssessment, view: ResultsView) -> None:
    """Show the place's name, and what was found."""
    st.title(escape(view.place), anchor=False)
    st.markdown(escape(" · ".join(view.about)))
    if not view.unanswered:
        show_finding(opened)


def picture_and_words(
    session: Session, opened: OpenAssessment, view: ResultsView, found_highlights: Highlights
) -> None:
    """Show the picture with the first two lists beside it, then the other two; below each other where it is narrow."""
    filled = filled_lists(found_highlights)
    with st.container(key="picture-and-words"):
        picture_column, words_column = st.columns([3, 2], gap="large")
        with picture_column:
            show_drawing(session, opened, SMALL if session.on_a_phone else PAGE)
            everything(session, opened, view)
            show_comparison_links(session, opened, PageName.RESULTS)
        with words_column:
            for title, shown, intro in filled[:2]:
                show_highlights(session, opened, title, shown, intro)
    for column, (title, shown, intro) in zip(st.columns(2, gap="large"), filled[2:], strict=False):
        with column:
            show_highlights(session, opened, title, shown, intro)


def filled_lists(found_highlights: Highlights) -> list[tuple[str, Sequence[Highlight], str]]:
    """Return the lists that hold anything: what is strong first, then what differs, is unknown, could grow."""
    lists = [
        (w.STRONG_TITLE, found_highlights.strong, ""),
        (w.DIFFER_TITLE, found_highlights.differ, ""),
        (w.UNKNOWN_TITLE, found_highlights.unknown, say(w.UNKNOWN_INTRO)),
        (w.ROOM_TITLE, found_highlights.room, say(w.ROOM_INTRO)),
    ]
    return [each for each in lists if each[1]]


def show_highlights(
    session: Session, opened: OpenAssessment, title: str, shown: Sequence[Highlight], intro: str = ""
) -> None:
    """Show the first few of a list as cards under its title, and the others once they are asked for."""
    st.header(say(title), anchor=False)
    if intro:
        small(intro)
    at_once = AT_ONCE
    cards(session, opened, shown[:at_once])
    if shown[at_once:]:
        other_highlights(session, opened, title, shown[at_once:])


def cards(session: Session, opened: OpenAssessment, highlights_shown: Sequence[Highlight]) -> None:
    """Show each indicator with a link to a closer look, where it is, and the first line of why it is mentioned."""
    with st.container(border=True, gap="xxsmall"):
        for item in highlights_shown:
            where = session.address(opened.id, **{INDICATOR: item.indicator})
            session.link(PageName.CLOSER_LOOK, say(w.NAME_AND_WORDS, name=item.name, words=item.words), where)
            if item.line:
                small(first_line(item.line))


@lru_cache(maxsize=CACHE_SIZE * AT_ONCE * 4)
def first_line(text: str) -> str:
    """Return the first line of `text` as Markdown, cut where it is long: once, not at each click."""
    return escape(shorten(text.partition("\n")[0], LINE, placeholder=" …"))


@localised_fragment
def other_highlights(session: Session, opened: OpenAssessment, title: str, others: Sequence[Highlight]) -> None:
    """Show how many more there are, and their cards once they are asked for."""
    names = "; ".join(item.name for item in others[:NAMED]) + (" …" if others[NAMED:] else "")
    label = say_n(words.MORE, len(others), names=escape(names))
    behind = st.expander(label, key=f"more-{title}-{opened.id}", on_change="rerun")
    if behind.open:
        with behind:
            cards(session, opened, others)


def what_comes_next(session: Session, opened: OpenAssessment) -> None:
    """Show what the group tries, what waits for word, and who was not in the room."""
    st.header(say(deciding.NEXT_STEPS), anchor=False)
    steps_column, more_column = st.columns(2, gap="large")
    with steps_column:
        steps = "\n".join(f"- {escape(action.what)}" for action in opened.assessment.actions)
        st.markdown(steps or say(deciding.NO_STEPS))
        session.link(PageName.NEXT_STEPS, say(w.TRY_SOMETHING), session.address(opened.id))
        if all_ideas(opened.rubric):
            session.link(PageName.IDEAS, say(w.IDEAS_TO_HELP), session.address(opened.id))
    with more_column:
        show_outcome_band(session, opened)
        if opened.assessment.missing_voices:
            st.markdown(f"**{say(w.MISSING_TITLE)}**  \n{escape(opened.assessment.missing_voices)}")


def ladder_picture(opened: OpenAssessment, view: LadderView, session: Session) -> None:
    """Show the ladder, whose rows lead to a closer look."""
    st.markdown(escape(view.sentence))
    leads_to = f"{PageName.CLOSER_LOOK}?{urlencode({ASSESSMENT: opened.id, INDICATOR: ''})}"
    show_ladder(ladder_rows_html(opened, language.get(), session.palette, leads_to))


@lru_cache(maxsize=CACHE_SIZE)
def seen(opened: OpenAssessment, _language: str) -> tuple[ResultsView, Highlights]:
    """Return what the assessment means to a reader, computed once for each change of it and each language."""
    scored = opened.rubric, opened.assessment, opened.result
    view = results_view(*scored)
    return view, highlights.find_highlights(*scored, view)


@lru_cache(maxsize=4 * CACHE_SIZE)
def ladder_rows_html(opened: OpenAssessment, _language: str, palette: Palette, leads_to: str) -> str:
    """Return the ladder of the assessment, drawn once for each change of it, language and palette."""
    return ladder_html(ladder_view(opened.rubric, opened.result), palette, leads_to=leads_to)


@localised_fragment
def everything(session: Session, opened: OpenAssessment, view: ResultsView) -> None:
    """Show the ladder with every indicator by dimension, sent only once it is asked for."""
    behind = st.expander(say(w.LADDER_TITLE), key=f"ladder-{opened.id}", on_change="rerun")
    if behind.open:
        with behind:
            ladder_picture(opened, view.ladder, session)
