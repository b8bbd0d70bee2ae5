"""A closer look at one indicator: what was asked, said and agreed, and the discussion it rests on."""

from __future__ import annotations

import streamlit as st

from placecheck.assessment.asked import counted_voices
from placecheck.charts import answer_dots
from placecheck.scoring.thresholds import is_seen_differently
from placecheck.views.notes.note_list import whose_words
from placecheck.views.page_names import PageName
from placecheck.views.results.highlights import next_disagreement
from placecheck.views.results.indicator import IndicatorView, indicator_view
from placecheck.web.components.agreement_form import AGREEING, show_agreement_form
from placecheck.web.components.borrowing import link_ideas_to_borrow
from placecheck.web.components.case_downloads import show_case_downloads
from placecheck.web.components.chart import show_chart
from placecheck.web.components.hidden_guard import unless_hidden
from placecheck.web.components.indicator_cards import show_indicator_cards
from placecheck.web.components.nobody_yet import show_nobody_yet
from placecheck.web.components.passages import show_passages
from placecheck.web.components.story_cards import show_stories
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import INDICATOR, Session
from placecheck.words import deciding, say, say_n
from placecheck.words import results as w
from placecheck.words import web as words

ROW = 50
"""Pixels from one level to the next in the picture of the answers."""

MAX_PASSAGES = 3
"""As many passages each way show at first."""


@unless_hidden
def render(session: Session, opened: OpenAssessment) -> None:
    """Show everything behind the indicator being looked at."""
    indicator = session.indicator
    if indicator not in opened.asked:
        st.markdown(say(w.NOT_SHOWN))
        session.link(PageName.RESULTS, say(words.BACK_TO_RESULTS), session.address(opened.id))
        return
    session.keep_address()
    view = indicator_view(opened.rubric, opened.catalogue, opened.assessment, opened.result, indicator)
    session.link(PageName.RESULTS, say(words.BACK_TO_RESULTS), session.address(opened.id))
    small(f"{escape(opened.assessment.place.name)} · {escape(view.dimension)}")
    st.title(escape(view.name), anchor=False)
    st.header(escape(view.statement), anchor=False)
    st.markdown(f"**{escape(view.words)}**")
    if not opened.is_example and indicator not in opened.assessment.agreed and differs(opened, indicator):
        st.markdown(say(deciding.VIEWS_DIFFER_HERE, agree=say(deciding.AGREE), at=AGREEING))
    spread, levels = st.columns((3, 2), gap="large")
    with spread:
        show_answers_picture(session, opened, view)
    with levels:
        show_levels(view)
    show_stories(view.stories)
    show_agreed(session, opened, view)
    show_why_asked(session, opened, view)
    show_indicator_cards(session, opened, view.id)
    link_ideas_to_borrow(session, opened, view.id)
    show_case_downloads(opened, indicator)
    link_neighbouring_indicators(session, opened, indicator)


def show_levels(view: IndicatorView) -> None:
    """Show each level in one line with what it means here, and a frame around where it stands."""
    st.subheader(say_n(w.LEVELS_TITLE, len(view.levels)), anchor=False)
    for name, described, is_current in view.levels:
        with st.container(border=is_current):
            where_it_stands = f" ({say(w.STANDS_HERE)})" if is_current else ""
            st.markdown(f"**{escape(name)}**{where_it_stands}  \n{escape(described)}")


def show_agreed(session: Session, opened: OpenAssessment, view: IndicatorView) -> None:
    """Show what was agreed, the form to agree, the way on to the next disagreement, and whose hands it is in."""
    if view.agreed:
        st.subheader(say(w.AGREED_TITLE), anchor=False)
        for line in view.agreed:
            st.markdown(escape(line))
    if not opened.is_example:
        show_agreement_form(session, opened, view.id)
        link_next_disagreement(session, opened, view.id)
    for title, words_ in ((w.HELD_HERE, view.held_here), (w.HELD_ELSEWHERE, view.held_elsewhere)):
        if words_:
            st.markdown(f"**{say(title)}:** {escape(words_)}")


def show_why_asked(session: Session, opened: OpenAssessment, view: IndicatorView) -> None:
    """Show why it is asked, and a few passages each way: what it rests on, and what warns about it."""
    if view.why:
        st.markdown(escape(say(w.WHY_ASKED, why=view.why)))
    cited = [passage.id for passage in (*view.supports, *view.cautions)]
    small(escape(" ".join(filter(None, (view.conversations, whose_words(opened.rubric, opened.catalogue, cited))))))
    supports, cautions = st.columns(2, gap="large")
    with supports:
        show_passages(say(w.SUPPORTS_TITLE), view.supports, session=session, indicator=view.id, most=MAX_PASSAGES)
    with cautions:
        show_passages(say(w.CAUTIONS_TITLE), view.cautions, session=session, indicator=view.id, most=MAX_PASSAGES)


def differs(opened: OpenAssessment, indicator: str) -> bool:
    """Return whether views differ about `indicator`."""
    return any(result.id == indicator and is_seen_differently(result) for result in opened.result.indicators())


def link_next_disagreement(session: Session, opened: OpenAssessment, indicator: str) -> None:
    """Show, once something was agreed here, the way to the next disagreement, or to next steps after the last."""
    if indicator not in opened.assessment.agreed:
        return
    other = next_disagreement(opened.assessment, opened.result, indicator)
    if other:
        name = opened.rubric.by_id[other].name
        where = session.address(opened.id, **{INDICATOR: other})
        session.link(PageName.CLOSER_LOOK, say(deciding.NEXT_DISAGREEMENT, name=name), where)
    elif differs(opened, indicator):
        st.markdown(say(deciding.ALL_TALKED_OVER))
        session.link(PageName.NEXT_STEPS, say(deciding.NEXT_STEPS), session.address(opened.id))


def show_answers_picture(session: Session, opened: OpenAssessment, view: IndicatorView) -> None:
    """Show every voice as a dot at its level, and the same as a table; the way to answering where there is none."""
    order = next(at for at, dimension in enumerate(opened.rubric.dimensions) if dimension.name == view.dimension)
    if not any(n for _, n in (*view.answers.levels, *view.answers.no_answers)):
        if not counted_voices(opened.assessment):
            show_nobody_yet(session, opened, opened.rubric.dimensions[order].id)
        return  # of nobody asked this, the words above say so
    figure = answer_dots.answers_figure(view.answers, session.palette, hue=session.palette.dimension(order), row=ROW)
    rows = [(name, str(n)) for name, n in (*view.answers.levels, *view.answers.no_answers)]
    show_chart(figure, view.answers.title, view.answers.sentence, [say(w.COLUMN_STANDS), say(w.COLUMN_VOICES)], rows)


def link_neighbouring_indicators(session: Session, opened: OpenAssessment, indicator: str) -> None:
    """Show links to the indicators before and after."""
    ids = [neighbour.id for neighbour in opened.result.indicators()]
    at = ids.index(indicator)
    with st.container(horizontal=True):
        for step, label in ((-1, words.PREVIOUS), (1, words.NEXT)):
            if 0 <= at + step < len(ids):
                other = ids[at + step]
                session.link(
                    PageName.CLOSER_LOOK,
                    say(label, name=opened.rubric.by_id[other].name),
                    session.address(opened.id, **{INDICATOR: other}),
                )
