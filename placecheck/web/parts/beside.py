"""One thing side by side: the picture, and beside it what each side tells, since that is what one learns from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from placecheck.charts import beside as charts
from placecheck.scoring.compare import Side
from placecheck.views.beside_table import table
from placecheck.views.comparison import ComparedView, ComparisonView, TogetherView
from placecheck.views.told import ToldView, told
from placecheck.web.parts.picture import QUIET
from placecheck.web.parts.text import plain, small
from placecheck.web.session import INDICATOR, Session
from placecheck.words import comparing as w
from placecheck.words import results, say

FEW = 3
"""Up to this many sides tell their stories below each other; more of them in two columns."""

STORIES = 1
"""How many stories of each side stand beside the picture where a whole dimension is shown."""


@dataclass(frozen=True)
class Beside:
    """A comparison on the page: what is compared, and the round in which a closer look at each side leads."""

    session: Session
    view: ComparisonView
    given: tuple[Side, ...]
    rounds: tuple[str, ...]


def one_thing(beside: Beside, under: TogetherView, row: ComparedView, *, every_story: bool) -> None:
    """The picture of `row`, what may be said of the difference, and the stories: all of them, or the shortest."""
    st.subheader(plain(row.name), anchor=False)
    st.markdown(plain(beside.given[0][0].by_id[row.id].statement))
    if every_story:
        in_words(beside, under, row)
        stories(beside, row.id, told(beside.given, beside.view, row), min(FEW, len(beside.given)))
        return
    drawn, said = st.columns(2, gap="large")
    with drawn:
        small_multiple(beside, under, row)
    with said:
        stories(beside, row.id, told(beside.given, beside.view, row, STORIES))


def whole(beside: Beside, under: TogetherView, row: ComparedView) -> None:
    """All of a dimension that can be compared."""
    st.subheader(row.name, anchor=False)
    in_words(beside, under, row)


def in_words(beside: Beside, under: TogetherView, row: ComparedView) -> None:
    """The picture of `row`, and beside it where each side stands in words."""
    drawn, said = st.columns(2, gap="large")
    with drawn:
        small_multiple(beside, under, row)
    with said:
        lines = [
            f"**{side.letter}  {plain(side.name)}:** {plain(cell.words)}"
            for side, cell in zip(beside.view.sides, row.cells, strict=True)
        ]
        st.markdown("  \n".join(lines))


def small_multiple(beside: Beside, under: TogetherView, row: ComparedView) -> None:
    """One picture on the common ladder, and below it what may be said of the difference."""
    palette = beside.session.palette
    figure = charts.figure(
        row,
        beside.view.sides,
        beside.view.levels,
        palette,
        hue=palette.dimension(under.order),
        narrow=beside.session.on_a_phone,
    )
    st.plotly_chart(figure, theme=None, config=QUIET, alt=f"{row.name}. {row.alt}", key=f"beside-{under.id}-{row.id}")
    st.markdown(f"**{row.verdict}**")


def stories(beside: Beside, indicator: str, sides: Sequence[ToldView], abreast: int | None = None) -> None:
    """What each side tells, in the order given, so many `abreast`, and the way to all the rest of it."""
    columns = st.columns(abreast or (1 if len(sides) <= FEW else 2), gap="small")
    for at, side in enumerate(sides):
        with columns[at % len(columns)], st.container(border=True, gap="xsmall"):
            st.markdown(f"**{side.letter}  {plain(side.name)}**  \n{plain(side.words)}")
            if side.because:
                st.markdown(plain(say(results.BECAUSE, why=side.because)))
            for story in side.stories:
                who = ", ".join(part for part in (story.perspective, story.level) if part)
                st.markdown(f"{plain(say(results.QUOTED, story=story.story))}  \n:small[{plain(who)}]")
            if not side.stories and not side.because:
                small(say(w.NO_STORY_YET))
            if side.more:
                where = beside.session.address(beside.rounds[at], **{INDICATOR: indicator})
                beside.session.link("closer", side.more, where)


def as_table(view: ComparisonView, rows: Sequence[ComparedView]) -> None:
    """The same as the pictures show, as a table."""
    headings, cells = table(view, rows)
    with st.expander(say(results.TABLE_BELOW)):
        st.table([dict(zip(headings, row, strict=True)) for row in cells], border="horizontal", hide_index=True)
