"""What the pictures show: rows of names, numbers on the ladder and words, the same for screen, paper and terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placecheck.rubric import Rubric
from placecheck.scoring import DimensionResult, IndicatorResult, Result
from placecheck.views.results.ladder_words import Ladder, dimension_words, indicator_words, known_words
from placecheck.words import results as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class LadderRow:
    """One indicator on the ladder. `reading` is None where there is none; `low` and `high` are what it could be."""

    indicator: str
    name: str
    statement: str
    dimension: str
    status: str
    reading: float | None
    low: float
    high: float
    words: str
    span: str


@dataclass(frozen=True, slots=True)
class DimensionRow:
    """One dimension: its reading, how much of it is known, and its indicators."""

    id: str
    name: str
    about: str
    order: int
    status: str
    reading: float | None
    low: float | None
    high: float | None
    words: str
    known: str
    rows: tuple[LadderRow, ...]

    @classmethod
    def heading(
        cls, *, id_: str, name: str, about: str, order: int, rows: tuple[LadderRow, ...], known: str = ""
    ) -> DimensionRow:
        """Return a group of `rows` under a heading that has no reading of its own."""
        return cls(id_, name, about, order, "not_here", None, None, None, "", known, rows)


@dataclass(frozen=True, slots=True)
class LadderView:
    """The first picture anyone sees: every indicator a row, grouped by dimension."""

    title: str
    sentence: str
    levels: tuple[str, ...]
    dimensions: tuple[DimensionRow, ...]

    def rows(self) -> Iterator[LadderRow]:
        """Yield every row, in the rubric's order."""
        for dimension in self.dimensions:
            yield from dimension.rows


@dataclass(frozen=True, slots=True)
class AnswersView:
    """One indicator's answers: how many voices at each level, and how many gave none."""

    title: str
    sentence: str
    levels: tuple[tuple[str, int], ...]
    no_answers: tuple[tuple[str, int], ...]


def ladder_view(rubric: Rubric, result: Result) -> LadderView:
    """Return the ladder of a whole result."""
    ladder = Ladder.of(rubric, result.voices)
    dimensions = tuple(
        _dimension_row(rubric, ladder, order, dimension)
        for order, dimension in enumerate(result.dimensions)
        if dimension.indicators
    )
    return LadderView(say(w.LADDER_TITLE), say(w.LADDER_SENTENCE), ladder.names, dimensions)


def _dimension_row(rubric: Rubric, ladder: Ladder, order: int, result: DimensionResult) -> DimensionRow:
    dimension = rubric.dimensions[order]
    return DimensionRow(
        id=result.id,
        name=dimension.name,
        about=dimension.about,
        order=order,
        status=result.status,
        reading=result.reading,
        low=result.low,
        high=result.high,
        words=dimension_words(ladder, result),
        known=known_words(result),
        rows=tuple(ladder_row(rubric, ladder, result.id, indicator) for indicator in result.indicators),
    )


def ladder_row(rubric: Rubric, ladder: Ladder, dimension: str, result: IndicatorResult) -> LadderRow:
    """Return the row of one indicator, in the words of `ladder`."""
    indicator = rubric.by_id[result.id]
    return LadderRow(
        indicator=result.id,
        name=indicator.name,
        statement=indicator.statement,
        dimension=dimension,
        status=result.status,
        reading=result.reading,
        low=result.low,
        high=result.high,
        words=indicator_words(ladder, result),
        span=say(w.NOT_HERE) if result.status == "not_here" else ladder.span(result.low, result.high),
    )


def no_answer_names() -> dict[str, str]:
    """Return what each kind of no-answer is called."""
    return {
        kind: say(name) for kind, name in (w.NO_ANSWERS | {"story_only": w.STORY_ONLY, "silent": w.SKIPPED}).items()
    }


def answers_view(rubric: Rubric, result: IndicatorResult) -> AnswersView:
    """Return the answers behind one indicator."""
    counts = ((kind, name, getattr(result.no_answer, kind)) for kind, name in no_answer_names().items())
    reasons = tuple((name, n) for kind, name, n in counts if n or kind != "story_only")
    levels = tuple((level.name, n) for level, n in zip(rubric.levels, result.counts, strict=True))
    return AnswersView(say(w.ANSWERS_TITLE), say(w.ANSWERS_SENTENCE), levels, reasons)
