"""Many places: find some, open one, lay some side by side, and see how they spread without naming any."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.charts.ladder import ladder_html
from placecheck.views.comparison.assessment_name import distinct_labels
from placecheck.views.comparison.network import ListedAssessment, SearchFilters, matching_assessments
from placecheck.views.page_names import PageName
from placecheck.web.components.chart import show_ladder
from placecheck.web.data import network
from placecheck.web.markdown import escape
from placecheck.web.state.session import COMPARED, MAX_COMPARED, Session
from placecheck.words import answering, results, say, say_n
from placecheck.words import network as w
from placecheck.words import web as words

MAX_SHOWN = 30
MAX_OFFERED = 200
SETS = {"starter": results.SHORT_SET, "full": results.FULL_SET}


def render(session: Session) -> None:
    """Show what was found, and the two things to do with it."""
    st.title(say(w.TITLE), anchor=False)
    st.markdown(say(w.INTRO))
    every = network.all_assessments()
    matching = matching_assessments(every, chosen_filters(every))
    if not matching:
        st.markdown(say(w.NONE_FOUND if every else words.NONE_YET))
        if not every:
            session.link(PageName.HOME, say(words.CHOOSE_A_PLACE))
        return
    st.markdown(
        f"**{say_n(w.FOUND, len(matching), places=f'{len({assessment.place_id for assessment in matching}):,}')}**"
    )
    show_matching(session, matching)
    choose_for_comparison(session, matching)
    show_spread(session, matching)


def chosen_filters(every: Sequence[ListedAssessment]) -> SearchFilters:
    """Return the filters as set in the fields; only what some place has is offered."""
    kinds = [kind for kind in answering.KINDS if any(option.kind == kind for option in every)]
    nations = sorted({option.nation for option in every if option.nation})
    first, second, third = st.columns(3, gap="medium")
    chosen = first.multiselect(
        say(w.KIND), kinds, format_func=lambda kind: say(answering.KINDS[kind]), key="many-kind", placeholder=say(w.ANY)
    )
    where = second.multiselect(say(w.NATION), nations, key="many-nation", placeholder=say(w.ANY))
    question_set = third.selectbox(
        say(w.ASSESSMENT),
        [None, *SETS],
        format_func=lambda option: say(SETS[option] if option else w.ANY),
        key="many-set",
    )
    typed = st.text_input(say(w.WORDS), key="many-words")
    return SearchFilters(tuple(chosen), tuple(where), question_set, typed)


def show_matching(session: Session, matching: Sequence[ListedAssessment]) -> None:
    """Show the first of the matching assessments, each with a link to it."""
    for assessment in matching[:MAX_SHOWN]:
        name, about = st.columns([2, 3], gap="small", vertical_alignment="center")
        with name:
            session.link(PageName.RESULTS, assessment.name, session.address(assessment.id))
        about.markdown(escape(assessment.about))
    if len(matching) > MAX_SHOWN:
        st.markdown(say(w.ONLY_FIRST, n=MAX_SHOWN))


def choose_for_comparison(session: Session, matching: Sequence[ListedAssessment]) -> None:
    """Let any of the matching assessments be chosen for comparison."""
    names = distinct_labels(
        {assessment.id: f"{assessment.name} · {assessment.about}" for assessment in matching[:MAX_OFFERED]}
    )
    chosen = st.multiselect(
        say(w.COMPARE_THESE),
        list(names),
        format_func=lambda id_: names[id_],
        max_selections=MAX_COMPARED,
        key="many-beside",
        placeholder=say(words.CHOOSE_A_PLACE),
    )
    if len(chosen) > 1:
        session.link(PageName.COMPARISON, say(w.SEE_COMPARISON), {COMPARED: ",".join(chosen)})


def show_spread(session: Session, matching: Sequence[ListedAssessment]) -> None:
    """Show how the matching places spread, on request: counting many thousands takes a moment, which a bar shows."""
    if not st.toggle(say(w.SHOW_SPREAD), key="many-spread"):
        return
    count, bar = network.begin_count(matching), st.empty()
    for share in count.progress():
        bar.progress(share, say(w.COUNTING_PLACES))
    bar.empty()
    shown = network.network_picture(count)
    if shown is None:
        st.markdown(say(w.NONE_FOUND))
        return
    st.markdown(say_n(w.SPREAD_OF, shown.places))
    if shown.others:
        st.markdown(say_n(w.OTHER_EDITION, shown.others))
    view = shown.view
    st.subheader(escape(view.title), anchor=False)
    st.markdown(escape(view.sentence))
    show_ladder(ladder_html(view, session.palette))
