"""The treasury: ideas that the notes name, found and adapted to the place that is open."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from placecheck.ideas import Idea
from placecheck.ideas.find import by_needs, for_indicator
from placecheck.ideas.model import NEEDS
from placecheck.rubric import DEFAULT, Rubric
from placecheck.views.ideas.idea_card import idea_view
from placecheck.views.ideas.search_line import found_line
from placecheck.web.components.adapt_idea import show_adapt_form, show_adapted
from placecheck.web.components.findings import show_findings
from placecheck.web.components.idea_card import show_idea
from placecheck.web.components.removed_cards import show_removed_cards
from placecheck.web.data import ideas_levels_guides
from placecheck.web.markdown import escape
from placecheck.web.state.current_rubric import rubric_shown
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import FIND, IDEA, INDICATOR, Session
from placecheck.words import ideas as w
from placecheck.words import say, say_n

PAGE_SIZE = 12
"""How many ideas are drawn at once."""


def render(session: Session) -> None:
    """Show ways to find an idea, the ideas that fit, and those that the place has adapted."""
    rubric = rubric_shown(session)
    st.title(say(w.TITLE), anchor=False)
    ideas = ideas_levels_guides.all_ideas(rubric)
    show_introduction(rubric, has_ideas=bool(ideas))
    show_adapt_form(session, rubric, session.query_param(IDEA) or "")
    show_adapted(session, rubric)
    if session.open_assessment is not None:
        show_removed_cards(session, session.open_assessment, ("idea", "peer"))
    if ideas:
        question = ask_for_ideas(session)
        matching = matching_ideas(session, rubric, question)
        if question.strip():
            result = ideas_levels_guides.find_ideas(rubric, matching, question, PAGE_SIZE)
            show_found(session, rubric, result.ideas, found_line(result, PAGE_SIZE) if matching else say(w.NONE_FOUND))
        else:
            show_found(session, rubric, matching, say_n(w.FOUND, len(matching)) if matching else say(w.NONE_FOUND))


def show_introduction(rubric: Rubric, *, has_ideas: bool) -> None:
    """Say whose ideas these are, or that the rubric comes with none."""
    if not has_ideas:
        st.info(escape(say(w.NONE_OF_RUBRIC, title=rubric.title)))
        show_findings(ideas_levels_guides.why_unreadable(rubric))
    elif rubric.id == DEFAULT:
        st.markdown(f"{say(w.INTRO)}  \n{say(w.OURS)}")
    else:
        st.markdown(escape(say(w.INTRO_BY, title=rubric.title, authors=rubric.authors)))


def matching_ideas(session: Session, rubric: Rubric, question: str) -> Sequence[Idea]:
    """Let a reader choose what to grow and what is here, and return the ideas that fit, in the treasury's order."""
    if names_a_lack(question) and not session.widget_value("ideas-with"):
        st.info(say(w.BY_WHAT_IS_HERE))
    left, right = st.columns(2)
    with left:
        indicator = choose_question(session, rubric)
    with right:
        available = st.pills(
            say(w.WITH), NEEDS, selection_mode="multi", format_func=lambda need: say(w.NEEDS[need]), key="ideas-with"
        )
    ideas: Sequence[Idea] = tuple(ideas_levels_guides.all_ideas(rubric).values())
    if indicator:
        ideas = for_indicator(ideas, indicator)
    if available:
        fit = by_needs(ideas, available)
        ideas = fit.enough
        st.markdown(f"{say(w.NEED_JUST)} {say_n(w.UNSAID, len(fit.unsaid)) if fit.unsaid else ''}")
    return ideas


def names_a_lack(question: str) -> bool:
    """Return whether a wish has a word by which people name what they have not got, such as "a hall but no money"."""
    lacking = {word.strip() for word in say(w.LACKING).split(",")}
    return not lacking.isdisjoint(re.findall(r"\w+", question.casefold()))


def choose_question(session: Session, rubric: Rubric) -> str | None:
    """Let a question be chosen that ideas may help with; ask nothing where no idea is for any of this rubric."""
    ideas = ideas_levels_guides.all_ideas(rubric).values()
    ids = list(rubric.by_id) if any(for_indicator(ideas, id_) for id_ in rubric.by_id) else []
    if not ids:
        return None
    indicator = session.query_param(INDICATOR)
    session.set_widget_value(
        "ideas-for", session.widget_value("ideas-for") or (indicator if indicator in ids else None)
    )
    return st.selectbox(
        say(w.FOR), ids, index=None, format_func=lambda id_: rubric.by_id[id_].name, placeholder=say(w.ANY),
        key="ideas-for",
    )  # fmt: skip


def ask_for_ideas(session: Session) -> str:
    """Let a reader ask in words of their own; the address keeps them, so that a reload loses nothing."""
    session.set_widget_value("find-idea", session.query_param(FIND) or "")
    keep = uninterrupted(lambda: session.set_query(**{FIND: session.widget_value("find-idea") or None}))
    return st.text_input(say(w.ASK), placeholder=say(w.ASK_HINT), key="find-idea", on_change=keep)


def show_found(session: Session, rubric: Rubric, ideas: Sequence[Idea], line: str) -> None:
    """Show the ideas that match, a page at a time and two in a row; `line` says what they are."""
    st.header(escape(line), anchor=False)
    if not ideas:
        return
    pages = -(-len(ideas) // PAGE_SIZE)
    page = st.pagination(pages, key=f"ideas-page-{len(ideas)}-{ideas[0].id}") if pages > 1 else 1
    shown = ideas[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
    for first in range(0, len(shown), 2):
        for column, idea in zip(st.columns(2), shown[first : first + 2], strict=False):
            with column:
                show_idea(session, idea_view(idea, ideas_levels_guides.newest_catalogue(rubric), rubric))
