"""Then and now: two assessments of one place, what moved, and what people think caused it, in their words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from placecheck.assessment import Cause
from placecheck.charts import ladder, then_now
from placecheck.report.comparison import comparison_pdf
from placecheck.views.comparison.compared_stories import story_lists
from placecheck.views.comparison.over_time import over_time_view
from placecheck.views.comparison.then_now import MovedView, ThenNowView, then_now_rows, then_now_view
from placecheck.views.page_names import PageName
from placecheck.views.results.pictures import LadderView
from placecheck.web.components.chart import show_chart, show_ladder
from placecheck.web.components.comparison_links import show_comparison_links
from placecheck.web.components.comparison_rows import ComparisonContext, show_place_stories
from placecheck.web.components.hidden_guard import show_if_hidden, unless_hidden
from placecheck.web.components.not_comparable import show_not_comparable
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import ASSESSMENT, INDICATOR, THEN, Session
from placecheck.words import comparing as w
from placecheck.words import say


@unless_hidden
def render(session: Session, opened: assessments.OpenAssessment) -> None:
    """Show the comparison of the open assessment and an earlier one of the same place."""
    st.title(say(w.THEN_AND_NOW, place=escape(opened.assessment.place.name)), anchor=False)
    show_comparison_links(session, opened, PageName.THEN_NOW)
    candidates = [
        other for other in assessments.assessments_of_same_place(opened) if not show_if_hidden(session, other)
    ]
    if len(candidates) < 2:
        st.markdown(say(w.ONE_ASSESSMENT))
        return
    then, now = choose_assessments(session, candidates, opened)
    view = then_now_view((then.rubric, then.assessment), (now.rubric, now.assessment))
    st.markdown(f"**{escape(view.summary)}** {escape(view.people)}")
    every = [(candidate.rubric, candidate.assessment) for candidate in candidates]
    over_time = over_time_view(every)
    if over_time:
        show_over_time(session, over_time)
    show_what_moved(session, view, then, now)
    st.header(say(w.WHERE_THEN_NOW), anchor=False)
    headings, cells = then_now_rows(view)
    figure = then_now.then_now_figure(view, session.palette, narrow=session.is_on_phone)
    show_chart(figure, f"{view.then} · {view.now}", view.sentence, headings, cells)
    show_not_comparable(view.comparison)
    places = [(then.rubric, then.assessment), (now.rubric, now.assessment)]
    st.download_button(
        say(w.PRINT),
        lambda: comparison_pdf(places, over_time=over_time),
        "then-and-now.pdf",
        "application/pdf",
        on_click="ignore",
        type="primary",
    )


def show_over_time(session: Session, view: LadderView) -> None:
    """Show what moved over all assessments, on request: with many days it is long."""
    with st.expander(escape(view.title)):
        st.markdown(escape(view.sentence))
        if view.dimensions:
            show_ladder(ladder.ladder_html(view, session.palette))


def choose_assessments(
    session: Session, candidates: Sequence[assessments.OpenAssessment], opened: assessments.OpenAssessment
) -> tuple[assessments.OpenAssessment, assessments.OpenAssessment]:
    """Return the assessments then and now: the one before the open one, and the open one, unless others are chosen."""
    ids = [candidate.id for candidate in candidates]
    now = ids.index(opened.id) or len(ids) - 1
    chosen = session.query_param(THEN)
    then = ids.index(chosen) if chosen in ids and chosen != ids[now] else max(now - 1, 0)
    names = assessments.assessment_labels()
    for column, label, name, at in zip(st.columns(2), (w.THEN, w.NOW), (THEN, ASSESSMENT), (then, now), strict=True):
        key = f"chosen-{name}"
        session.set_widget_value(key, ids[at])
        column.selectbox(
            say(label),
            ids,
            format_func=lambda id_: names[id_],
            key=key,
            on_change=uninterrupted(lambda name=name, key=key: session.set_query(**{name: session.widget_value(key)})),
        )
    return candidates[then], candidates[now]


def show_what_moved(
    session: Session, view: ThenNowView, then: assessments.OpenAssessment, now: assessments.OpenAssessment
) -> None:
    """Show everything that moved, with the stories then and now and why; and any other question on request."""
    st.header(say(w.WHAT_MOVED), anchor=False)
    if now.is_example:
        small(say(w.COPY_FIRST))
    rows = view.rows()
    others = {row.id: row.name for row in rows if not row.moved}
    indicator = session.query_param(INDICATOR)
    session.set_widget_value("then-now-other", indicator if indicator in others else None)
    st.selectbox(
        say(w.LOOK_AT_ANOTHER),
        list(others),
        format_func=lambda id_: others[id_],
        key="then-now-other",
        placeholder="",
        on_change=uninterrupted(lambda: session.set_query(**{INDICATOR: session.widget_value("then-now-other")})),
    )
    for row in rows:
        if row.moved or row.id == indicator:
            title = escape(say(w.NAME_AND_ARROW, name=row.name, arrow=row.arrow))
            with st.expander(title, expanded=row.id == indicator, key=f"moved-{now.id}-{row.id}"):
                show_indicator(session, view, row, then, now)


def show_indicator(
    session: Session,
    view: ThenNowView,
    row: MovedView,
    then: assessments.OpenAssessment,
    now: assessments.OpenAssessment,
) -> None:
    """Show one indicator: in words, in stories, and why."""
    st.markdown(escape(row.verdict))
    places = ((then.rubric, then.assessment), (now.rubric, now.assessment))
    context = ComparisonContext(session, view.comparison, places, (then.id, now.id))
    show_place_stories(context, row.id, story_lists(places, view.comparison, row.row, 2), abreast=2)
    if now.is_example:
        if row.row.why:
            st.markdown(escape(row.row.why))
        return
    ask_why(session, row.id, then, now)


def ask_why(
    session: Session, indicator: str, then: assessments.OpenAssessment, now: assessments.OpenAssessment
) -> None:
    """Ask what people think moved an indicator; it is saved with the later assessment."""

    def saved() -> dict[str, str]:
        opened = assessments.open_assessment(now.id)
        cause = opened.assessment.causes.get(indicator) if opened else None
        return {"cause": cause.because if cause else ""}

    def save(changed_texts: Mapping[str, str]) -> None:
        words = changed_texts["cause"].strip()
        cause = Cause(because=words, since=then.assessment.date) if words else None
        assessments.current_store().save_cause(now.id, indicator, cause, session.author)

    form, key = f"cause-{indicator}", f"{{}}-{now.id}-{indicator}".format
    field = SavedFields(session, now.id, form, ("cause",), key, saved=saved, save=save)
    field.fill_saved()
    save_changes = uninterrupted(field.save_changes)
    st.text_area(
        say(w.WHY), key=field.key("cause"), placeholder=say(w.WHY_HINT), max_chars=10_000, on_change=save_changes
    )
    field.show_state()
