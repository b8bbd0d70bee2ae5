"""One indicator or dimension compared: its picture, and next to it the stories of each place, which teach most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from placecheck.charts import comparison_plot as charts
from placecheck.scoring.comparison import ComparedPlace
from placecheck.views.comparison.compared_stories import StoryListView, story_lists
from placecheck.views.comparison.comparison import ComparedView, ComparedWholeView, ComparisonView
from placecheck.views.comparison.comparison_table import comparison_table_rows
from placecheck.views.page_names import PageName
from placecheck.web.components.chart import QUIET
from placecheck.web.markdown import escape, small, text_table
from placecheck.web.state.session import INDICATOR, Session
from placecheck.words import comparing as w
from placecheck.words import results, say

MAX_STACKED = 3
"""Up to this many places show their stories below each other; more of them in two columns."""

MAX_STORIES = 1
"""How many stories of each place are next to the picture where a whole dimension is shown."""


@dataclass(frozen=True)
class ComparisonContext:
    """A comparison on the page: what is compared, and of each place the assessment to which its closer look leads."""

    session: Session
    view: ComparisonView
    places: tuple[ComparedPlace, ...]
    assessment_ids: tuple[str, ...]


def show_compared_indicator(
    context: ComparisonContext, dimension: ComparedWholeView, row: ComparedView, *, every_story: bool
) -> None:
    """Show the picture of `row`, the verdict on the difference, and the stories: all of them, or the shortest."""
    st.subheader(escape(row.name), anchor=False)
    st.markdown(escape(context.places[0][0].by_id[row.id].statement))
    if every_story:
        show_picture_and_readings(context, dimension, row)
        show_place_stories(
            context, row.id, story_lists(context.places, context.view, row), min(MAX_STACKED, len(context.places))
        )
        return
    drawn, words_column = st.columns(2, gap="large")
    with drawn:
        show_small_multiple(context, dimension, row)
    with words_column:
        show_place_stories(context, row.id, story_lists(context.places, context.view, row, MAX_STORIES))


def show_dimension(context: ComparisonContext, dimension: ComparedWholeView, row: ComparedView) -> None:
    """Show everything of a dimension that can be compared."""
    st.subheader(escape(row.name), anchor=False)
    show_picture_and_readings(context, dimension, row)


def show_picture_and_readings(context: ComparisonContext, dimension: ComparedWholeView, row: ComparedView) -> None:
    """Show the picture of `row`, and next to it each place's reading in words."""
    drawn, words_column = st.columns(2, gap="large")
    with drawn:
        show_small_multiple(context, dimension, row)
    with words_column:
        lines = [
            f"**{place.letter}  {escape(place.name)}:** {escape(cell.words)}"
            for place, cell in zip(context.view.places, row.cells, strict=True)
        ]
        st.markdown("  \n".join(lines))


def show_small_multiple(context: ComparisonContext, dimension: ComparedWholeView, row: ComparedView) -> None:
    """Show one picture on the common ladder, and below it the verdict on the difference."""
    palette = context.session.palette
    levels, narrow = context.view.levels, context.session.is_on_phone
    figure = charts.comparison_figure(
        row, context.view.places, levels, palette, hue=palette.dimension(dimension.order), narrow=narrow
    )
    key = f"beside-room-{charts.room_for_names(levels, narrow=narrow)}-{dimension.id}-{row.id}"
    st.plotly_chart(figure, theme=None, config=QUIET, alt=f"{row.name}. {row.alt}", key=key)
    st.markdown(f"**{escape(row.verdict)}**")


def show_place_stories(
    context: ComparisonContext, indicator: str, place_lists: Sequence[StoryListView], abreast: int | None = None
) -> None:
    """Show each place's stories, in the order given, `abreast` in a row, and the link to all the others."""
    columns = st.columns(abreast or (1 if len(place_lists) <= MAX_STACKED else 2), gap="small")
    for at, story_list in enumerate(place_lists):
        with columns[at % len(columns)], st.container(border=True, gap="xsmall"):
            st.markdown(f"**{story_list.letter}  {escape(story_list.name)}**  \n{escape(story_list.words)}")
            if story_list.because:
                st.markdown(escape(say(results.BECAUSE, why=story_list.because)))
            for story in story_list.stories:
                who = ", ".join(part for part in (story.perspective, story.level) if part)
                quoted = [say(results.QUOTED, story=story.story)] if story.story else []
                st.markdown("  \n".join([*map(escape, (*quoted, *story.details)), f":small[{escape(who)}]"]))
            if not story_list.stories and not story_list.because:
                small(say(w.NO_STORY_YET))
            if story_list.more:
                where = context.session.address(context.assessment_ids[at], **{INDICATOR: indicator})
                context.session.link(PageName.CLOSER_LOOK, story_list.more, where)


def show_comparison_table(view: ComparisonView, rows: Sequence[ComparedView]) -> None:
    """Show the content of the pictures as a table."""
    headings, cells = comparison_table_rows(view, rows)
    with st.expander(say(results.TABLE_BELOW)):
        text_table([dict(zip(headings, row, strict=True)) for row in cells])
