"""Several places, or two assessments of one place, side by side: in the order given, with ranges, never a rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from placecheck.assessment import Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.rubric import Rubric
from placecheck.scoring import DimensionResult, IndicatorResult
from placecheck.scoring.comparison import (
    ComparedDimension,
    ComparedIndicator,
    ComparedPlace,
    Comparison,
    Pair,
    compare,
)
from placecheck.views.comparison.assessment_name import assessment_names
from placecheck.views.comparison.difference import agreed_because, cause_line, verdict, who_said
from placecheck.views.comparison.not_comparable import not_comparable_lines
from placecheck.views.printed_labels import paper_labels
from placecheck.views.results.ladder_words import Ladder, dimension_words, indicator_words
from placecheck.views.results.results import about_line
from placecheck.words import comparing as w
from placecheck.words import report as pw
from placecheck.words import results as rw
from placecheck.words import say

MOVED = "moved"
"""Takes the place of a dimension's id for the indicators that are under different dimensions in some places."""


@dataclass(frozen=True, slots=True)
class ComparedPlaceView:
    """One place or assessment: its letter in the pictures, its name and the line below it."""

    letter: str
    name: str
    brief: str
    """What it is called beside each question of a printed comparison: an assessment of one place by its day alone."""
    about: tuple[str, ...]
    context: str | None


@dataclass(frozen=True, slots=True)
class CellView:
    """The reading of one compared place, on the ladder and in words; `because` is the group's reason, if any."""

    letter: str
    status: str
    reading: float | None
    low: float | None
    high: float | None
    words: str
    because: str | None = None
    counts: tuple[int, ...] = ()
    """How many voices at each level, lowest first; of one indicator alone."""
    who: str | None = None
    """How many voices it is from, and why how many of them gave no level; of one indicator alone."""


@dataclass(frozen=True, slots=True)
class ComparedView:
    """One indicator, or all of a dimension that can be compared, of every compared place."""

    id: str
    name: str
    cells: tuple[CellView, ...]
    alt: str
    verdict: str
    """What may be said of the difference: that it is too close to call, where it is smaller than what is not known."""
    apart: tuple[Pair, ...]
    """The pairs, by position, of a place further along and of one that is not so far; none: too close to call."""
    a_level_apart: tuple[Pair, ...] = ()
    """Those of them that differ by a whole level or more; of one indicator alone."""
    why: str | None = None
    """What people think moved it, where the places are assessments of one place and the last of them says so."""


@dataclass(frozen=True, slots=True)
class ComparedWholeView:
    """One dimension and its indicators, of which `whole` was recomputed over these alone."""

    id: str
    name: str
    order: int
    whole: ComparedView | None
    rows: tuple[ComparedView, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The compared places, and what cannot be compared and why."""

    language: str
    title: str
    place: str
    """What it is a comparison of: its first heading, and the foot of its pages."""
    about: tuple[str, ...]
    intro: tuple[str, ...]
    sentence: str
    levels: tuple[str, ...]
    places: tuple[ComparedPlaceView, ...]
    dimensions: tuple[ComparedWholeView, ...]
    not_comparable_title: str
    not_comparable: tuple[str, ...]  # none where the title says that everything can be compared
    not_this: str
    words: dict[str, str]
    """The fixed words around all this, by a short name."""


def comparison_view(compared_places: Sequence[ComparedPlace], known_as: Sequence[str] | None = None) -> ComparisonView:
    """Return the comparison of two or more `compared_places`, in the order in which to show them.

    `known_as` is what each is called, where that is not the place's name or the day of the assessment.
    """
    comparison = compare(compared_places)
    places = _places([assessment for _, assessment in compared_places], known_as)
    names = {item.id: item.name for rubric, _ in reversed(compared_places) for item in rubric.indicators()}
    is_one_place = len({assessment.place.name for _, assessment in compared_places}) == 1
    then_and_now = say(w.THEN_AND_NOW, place=compared_places[0][1].place.name)
    place_names = [compared_place.name for compared_place in places]
    rubrics = [rubric for rubric, _ in compared_places]
    left_out = not_comparable_lines(comparison.not_comparable, names, rubrics, place_names)
    return ComparisonView(
        language=compared_places[0][0].language,
        title=then_and_now if is_one_place else say(w.SIDE_BY_SIDE_TITLE, names=", ".join(place_names)),
        place=then_and_now if is_one_place else say(w.SIDE_BY_SIDE),
        about=(),
        intro=(_intro(rubrics, is_one_place=is_one_place), say(w.ONLY_ALIKE)),
        sentence=say(w.SENTENCE) if comparison.indicators else say(w.NOTHING_COMPARABLE),
        levels=tuple(level.name for level in compared_places[0][0].levels),
        places=places,
        dimensions=tuple(_dimensions(comparison, compared_places, places, names)),
        not_comparable_title=say(w.NOT_COMPARABLE if left_out else w.ALL_COMPARABLE),
        not_comparable=left_out,
        not_this=say(rw.WHAT_THIS_IS_NOT),
        words={"kicker": say(pw.KICKER), **paper_labels()},
    )


def _intro(rubrics: Sequence[Rubric], *, is_one_place: bool) -> str:
    """Return what comes first; that there is no total is said only where no rubric has one."""
    if is_one_place:
        return say(w.INTRO_ASSESSMENTS)
    return say(w.INTRO_WITH_OVERALL if any(rubric.scoring.overall != "none" for rubric in rubrics) else w.INTRO)


def _places(assessments: Sequence[Assessment], known_as: Sequence[str] | None) -> tuple[ComparedPlaceView, ...]:
    places = known_as or [assessment.place.name for assessment in assessments]
    names, briefly = assessment_names(assessments, places)
    return tuple(
        ComparedPlaceView(
            letter=ascii_uppercase[n % 26] * (n // 26 + 1),
            name=names[n],
            brief=briefly[n],
            about=about_line(assessment),
            context=assessment.place.context,
        )
        for n, assessment in enumerate(assessments)
    )


def _dimensions(
    comparison: Comparison,
    compared_places: Sequence[ComparedPlace],
    places: Sequence[ComparedPlaceView],
    names: dict[str, str],
) -> list[ComparedWholeView]:
    rubric = compared_places[0][0]
    wholes = {compared.id: compared for compared in comparison.dimensions}
    rows = {compared.id: _row(compared, names, compared_places, places) for compared in comparison.indicators}
    together = []
    for order, dimension in enumerate(rubric.dimensions):
        rows_here = tuple(
            rows[compared.id]
            for compared in dimension.indicators
            if compared.id in rows and compared.id not in comparison.moved
        )
        if rows_here:
            whole = _whole(wholes[dimension.id], compared_places, places)
            together.append(ComparedWholeView(dimension.id, dimension.name, order, whole, rows_here))
    moved = tuple(rows[id_] for id_ in comparison.moved)
    apart = [ComparedWholeView(MOVED, say(w.MOVED), len(rubric.dimensions), None, moved)] if moved else []
    return [*together, *apart]


def _row(
    compared: ComparedIndicator,
    names: dict[str, str],
    compared_places: Sequence[ComparedPlace],
    places: Sequence[ComparedPlaceView],
) -> ComparedView:
    cells = tuple(
        _indicator_cell(place, result, rubric, assessment)
        for result, (rubric, assessment), place in zip(compared.results, compared_places, places, strict=True)
    )
    return ComparedView(
        id=compared.id,
        name=names[compared.id],
        cells=cells,
        alt=_alt(cells, places),
        verdict=verdict(compared),
        apart=compared.apart,
        a_level_apart=compared.a_level_apart,
        why=_why(compared.id, [assessment for _, assessment in compared_places]),
    )


def _why(id_: str, assessments: Sequence[Assessment]) -> str | None:
    same_place = len({assessment.place.name for assessment in assessments}) == 1
    return cause_line(assessments[-1], id_) if same_place else None


def _whole(
    compared: ComparedDimension, compared_places: Sequence[ComparedPlace], places: Sequence[ComparedPlaceView]
) -> ComparedView:
    voices = min(len(counted_voices(assessment)) for _, assessment in compared_places)  # all with a decimal, or none
    cells = tuple(
        _cell(place, result, dimension_words(Ladder.of(rubric, voices), result))
        for result, (rubric, _), place in zip(compared.results, compared_places, places, strict=True)
    )
    return ComparedView(compared.id, say(w.OVER_SAME), cells, _alt(cells, places), verdict(compared), compared.apart)


def _indicator_cell(
    place: ComparedPlaceView, result: IndicatorResult, rubric: Rubric, assessment: Assessment
) -> CellView:
    words, because = indicator_words(_ladder(rubric, assessment), result), agreed_because(assessment, result.id)
    return _cell(place, result, words, because=because, counts=result.counts, who=who_said(result))


def _cell(place: ComparedPlaceView, result: IndicatorResult | DimensionResult, words: str, **more: Any) -> CellView:
    return CellView(place.letter, result.status, result.reading, result.low, result.high, words, **more)


def _ladder(rubric: Rubric, assessment: Assessment) -> Ladder:
    return Ladder.of(rubric, len(counted_voices(assessment)))


def _alt(cells: Sequence[CellView], places: Sequence[ComparedPlaceView]) -> str:
    return " ".join(
        say(w.CELL, letter=cell.letter, name=place.name, words=cell.words)
        for cell, place in zip(cells, places, strict=True)
    )
