"""The picture of a place: what it finds in words, what is drawn, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from placecheck.assessment import Assessment
from placecheck.rubric import Rubric
from placecheck.scoring import IndicatorResult, Result
from placecheck.views.results.ladder_words import Ladder
from placecheck.views.results.pictures import DimensionRow, LadderRow
from placecheck.views.results.results import ResultsView, results_view
from placecheck.words import picture as w
from placecheck.words import results as rw
from placecheck.words import say, say_n

NAMED = 2
"""How many things of a kind the finding names; where there are more it says how many."""


@dataclass(frozen=True, slots=True)
class SpokeView:
    """One question as it is drawn: its name, and where it is on the ladder; without a reading nobody gave a level."""

    indicator: str
    label: str
    absent: bool
    """Whether it does not apply to this place."""
    reading: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SectorView:
    """One dimension of the picture, with the questions that were asked of it."""

    name: str
    order: int
    words: str
    """Where it is, in few words."""
    reading: float | None
    spokes: tuple[SpokeView, ...]


@dataclass(frozen=True, slots=True)
class PictureView:
    """The picture of a place, ready to draw."""

    place: str
    finding: str
    """What the picture shows, as its title."""
    alt: str
    legend: dict[str, str] = field(hash=False)
    """What each kind of mark means, by a short name."""
    levels: tuple[str, ...]
    sectors: tuple[SectorView, ...]
    columns: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    """The same data as rows under `columns`."""


def picture_view(rubric: Rubric, assessment: Assessment, result: Result) -> PictureView:
    """Return the picture of what `result` says of the place."""
    return picture_of(rubric, result, results_view(rubric, assessment, result))


def picture_of(rubric: Rubric, result: Result, view: ResultsView) -> PictureView:
    """Return the picture of a result whose words `view` holds already."""
    ladder = Ladder.of(rubric, 0)
    return PictureView(
        place=view.place,
        finding=finding(view, result),
        alt=alt_text(view.ladder.dimensions),
        legend=mark_meanings(),
        levels=view.ladder.levels,
        sectors=tuple(_sector(dimension, ladder) for dimension in view.ladder.dimensions),
        columns=tuple(map(say, (rw.COLUMN_DIMENSION, rw.COLUMN_INDICATOR, rw.COLUMN_STANDS, rw.COLUMN_RANGE))),
        table=tuple(
            (ladder_dimension.name, row.name, row.words, row.span)
            for ladder_dimension in view.ladder.dimensions
            for row in ladder_dimension.rows
        ),
    )


def mark_meanings() -> dict[str, str]:
    """Return what each kind of mark means, by its short name."""
    return {name: say(words) for name, words in w.KEY.items()}


def finding(view: ResultsView, result: Result) -> str:
    """Return what is strong, what has most room and of what little is known, in one sentence."""
    by_id = {indicator.id: indicator for indicator in result.indicators()}
    if all(indicator.reading is None for indicator in by_id.values()):
        return say(w.NOTHING_YET)
    strong = sorted(view.strong, key=lambda id_: (-by_id[id_].low, -(by_id[id_].reading or 0)))
    lowest = _lowest([by_id[id_] for id_ in view.room])
    unknown, of_dimensions = _least_known(view, by_id)
    return sentence(
        [view.names[id_] for id_ in strong],
        [view.names[id_] for id_ in lowest],
        unknown,
        of_dimensions=of_dimensions,
    )


def sentence(strong: Sequence[str], room: Sequence[str], unknown: Sequence[str], *, of_dimensions: bool = False) -> str:
    """Return the names of what is strong, of what has most room and of what little is known, in one sentence.

    The first two are questions; so is the third, unless it is `of_dimensions`, which are called so where they are many.
    """
    parts = (
        _clause(w.STRONG, w.STRONG_OF, strong),
        _clause(w.ROOM, w.ROOM_OF, room),
        _clause(w.UNKNOWN, w.UNKNOWN_DIMENSIONS_OF if of_dimensions else w.UNKNOWN_OF, unknown),
    )
    words = say(w.THEN).join(part for part in parts if part) or say(w.IN_THE_MIDDLE)
    return f"{words[:1].upper()}{words[1:]}."


def _clause(few: tuple[str, str], many: str, names: Sequence[str]) -> str:
    quoted = [say(w.QUOTED, name=name) for name in names]
    if len(quoted) > NAMED:
        return say(many, n=_in_words(len(quoted)), name=quoted[0], other=quoted[1])
    if not quoted:
        return ""
    return say_n(few, len(quoted), name=quoted[0], other=quoted[-1])


def _in_words(n: int) -> str:
    return say(w.NUMBERS[n - NAMED - 1]) if n - NAMED <= len(w.NUMBERS) else str(n)


def _lowest(results: Sequence[IndicatorResult]) -> list[str]:
    """Return those with the lowest reading, among them those that could be least; several where they are level."""
    lowest = min(((result.reading or 0, result.high) for result in results), default=None)
    return [result.id for result in results if (result.reading or 0, result.high) == lowest]


def _least_known(view: ResultsView, by_id: dict[str, IndicatorResult]) -> tuple[list[str], bool]:
    """Return dimensions without a reading; where each has one, indicators of which too little is known, and False."""
    dimensions = [dimension.name for dimension in view.ladder.dimensions if dimension.status == "not_enough_answers"]
    ids = sorted(view.unknown, key=lambda id_: by_id[id_].low - by_id[id_].high)
    return dimensions or [view.names[id_] for id_ in ids], bool(dimensions)


def alt_text(dimensions: Sequence[DimensionRow]) -> str:
    """Describe the picture in words: each dimension's reading and how it is drawn; each question is in the table."""
    each = " ".join(
        say(w.ALT_DIMENSION, name=dimension.name, words=dimension.words, known=dimension.known)
        for dimension in dimensions
    )
    return say(w.ALT, n=sum(len(dimension.rows) for dimension in dimensions), each=each)


def _sector(dimension: DimensionRow, ladder: Ladder) -> SectorView:
    if dimension.low is None:
        words = say(rw.NOT_HERE)
    elif dimension.reading is None:
        words = say(w.LITTLE_KNOWN)
    else:
        words = ladder.name(dimension.reading)
    return SectorView(dimension.name, dimension.order, words, dimension.reading, tuple(map(_spoke, dimension.rows)))


def _spoke(row: LadderRow) -> SpokeView:
    absent = row.status == "not_here"
    label = say(w.ABSENT, name=row.name) if absent else row.name
    return SpokeView(row.indicator, label, absent, None if absent else row.reading, row.low, row.high)
