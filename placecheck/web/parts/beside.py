"""One thing side by side: the picture, and beside it what each side tells, since that is what one learns from."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.charts import beside
from placecheck.charts.frame import FONT_SIZE
from placecheck.views.beside_table import table
from placecheck.views.comparison import ComparedView, ComparisonView, TogetherView
from placecheck.views.told import ToldView, told
from placecheck.web.desk import Opened
from placecheck.web.parts.picture import QUIET
from placecheck.web.parts.text import plain, small
from placecheck.web.session import INDICATOR, Session
from placecheck.words import comparing as w
from placecheck.words import results, say

FEW = 3
"""Up to this many sides tell their stories below each other; more of them in two columns."""

STORIES = 1
"""How many stories of each side stand beside the picture where a whole dimension is shown."""


def one_thing(
    session: Session,
    rounds: Sequence[Opened],
    view: ComparisonView,
    under: TogetherView,
    row: ComparedView,
    *,
    all_: bool = False,
) -> None:
    """The picture of `row`, what may be said of the difference, and the stories: all of them, or the shortest."""
    st.subheader(plain(row.name), anchor=False)
    st.markdown(plain(rounds[0].rubric.by_id[row.id].statement))
    drawn, said = st.columns(2, gap="large")
    with drawn:
        small_multiple(session, view, under, row)
    with said:
        given = [(one.rubric, one.assessment) for one in rounds]
        stories(session, [one.id for one in rounds], row.id, told(given, view, row, None if all_ else STORIES))


def whole(session: Session, view: ComparisonView, under: TogetherView, row: ComparedView) -> None:
    """All of a dimension that can be compared, and where each side stands in words."""
    st.subheader(row.name, anchor=False)
    drawn, said = st.columns(2, gap="large")
    with drawn:
        small_multiple(session, view, under, row)
    with said:
        lines = [
            f"**{side.letter}  {plain(side.name)}:** {plain(cell.words)}"
            for side, cell in zip(view.sides, row.cells, strict=True)
        ]
        st.markdown("  \n".join(lines))


def small_multiple(session: Session, view: ComparisonView, under: TogetherView, row: ComparedView) -> None:
    """One picture on the common ladder, and below it what may be said of the difference."""
    figure = beside.figure(
        row,
        view.sides,
        view.levels,
        session.palette,
        hue=session.palette.dimension(under.order),
        font_size=FONT_SIZE,
        narrow=session.on_a_phone,
    )
    st.plotly_chart(figure, theme=None, config=QUIET, alt=f"{row.name}. {row.alt}", key=f"beside-{under.id}-{row.id}")
    st.markdown(f"**{row.verdict}**")


def stories(session: Session, ids: Sequence[str], indicator: str, sides: Sequence[ToldView]) -> None:
    """What each side tells, in the order given, and the way to all the rest of it."""
    columns = st.columns(1 if len(sides) <= FEW else 2, gap="small")
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
                session.link("closer", side.more, session.address(ids[at], **{INDICATOR: indicator}))


def as_table(view: ComparisonView, rows: Sequence[ComparedView]) -> None:
    """The same as the pictures show, as a table."""
    headings, cells = table(view, rows)
    with st.expander(say(results.TABLE_BELOW)):
        st.table([dict(zip(headings, row, strict=True)) for row in cells], border="horizontal", hide_index=True)
