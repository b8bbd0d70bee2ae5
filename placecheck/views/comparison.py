"""Several places, or two rounds of one place, beside each other: in the order given, with ranges, never a rank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from placecheck.assessment import Assessment
from placecheck.rubric import Rubric
from placecheck.scoring import DimensionResult, IndicatorResult
from placecheck.scoring.compare import (
    ComparedDimension,
    ComparedIndicator,
    Comparison,
    NotComparable,
    Pair,
    Side,
    compare,
)
from placecheck.views.difference import cause_line, verdict, who_said
from placecheck.views.ladder_words import Ladder, dimension_words, indicator_words
from placecheck.views.results import about_line
from placecheck.views.round_name import round_name
from placecheck.words import comparing as w
from placecheck.words import report as pw
from placecheck.words import results as rw
from placecheck.words import say

MOVED = "moved"
"""Stands for the id of a dimension over the indicators that stand under different dimensions on some sides."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One place or round: the letter by which the pictures know it, its name and what stands below it."""

    letter: str
    name: str
    about: tuple[str, ...]
    context: str | None


@dataclass(frozen=True, slots=True)
class CellView:
    """Where one side stands, on the ladder and in words; `said` is why, where the group agreed and said so."""

    letter: str
    status: str
    reading: float | None
    low: float | None
    high: float | None
    words: str
    said: str | None = None
    counts: tuple[int, ...] = ()
    """How many voices at each level, lowest first; of one indicator alone."""
    who: str | None = None
    """How many voices it is from, and how many of them could not say; of one indicator alone."""


@dataclass(frozen=True, slots=True)
class ComparedView:
    """One indicator, or all of a dimension that can be compared, on every side."""

    id: str
    name: str
    cells: tuple[CellView, ...]
    alt: str
    verdict: str
    """What may be said of the difference: that it is too close to call, where it is smaller than what is not known."""
    apart: tuple[Pair, ...]
    """The pairs, by their positions, of a side further along and of one that is not so far; none: too close to call."""
    a_level_apart: tuple[Pair, ...] = ()
    """Those of them that stand apart by a whole level or more; of one indicator alone."""
    why: str | None = None
    """What people think moved it, where the sides are rounds of one place and the last of them says so."""


@dataclass(frozen=True, slots=True)
class TogetherView:
    """One dimension and its indicators, of which `whole` was recomputed over these alone."""

    id: str
    name: str
    order: int
    whole: ComparedView | None
    rows: tuple[ComparedView, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The sides beside each other, and what cannot be compared and why."""

    language: str
    title: str
    place: str
    """What it is a comparison of: its first heading, and the foot of its pages."""
    about: tuple[str, ...]
    intro: tuple[str, ...]
    sentence: str
    levels: tuple[str, ...]
    sides: tuple[SideView, ...]
    dimensions: tuple[TogetherView, ...]
    not_comparable_title: str
    not_comparable: tuple[str, ...]
    not_this: str
    words: dict[str, str]
    """The fixed words around all this, by a short name."""


def comparison_view(given: Sequence[Side], known_as: Sequence[str] | None = None) -> ComparisonView:
    """`given` (two or more rubrics and assessments, in the order in which they shall stand) beside each other.

    `known_as` is what each is called, where that is not the place's name or the day of the round.
    """
    found = compare(given)
    sides = _sides([assessment for _, assessment in given], known_as)
    names = {one.id: one.name for rubric, _ in reversed(given) for one in rubric.indicators()}
    rounds = len({assessment.place.name for _, assessment in given}) == 1
    place = given[0][1].place.name
    listed = ", ".join(side.name for side in sides)
    left_out = tuple(_why_not(one, names, sides) for one in found.not_comparable)
    return ComparisonView(
        language=given[0][0].language,
        title=say(w.THEN_AND_NOW, place=place) if rounds else say(w.BESIDE_TITLE, names=listed),
        place=say(w.THEN_AND_NOW, place=place) if rounds else say(w.BESIDE),
        about=(),
        intro=(say(w.INTRO_ROUNDS if rounds else w.INTRO), say(w.ONLY_ALIKE)),
        sentence=say(w.SENTENCE) if found.indicators else say(w.NOTHING_COMPARABLE),
        levels=tuple(level.name for level in given[0][0].levels),
        sides=sides,
        dimensions=tuple(_dimensions(found, given, sides, names)),
        not_comparable_title=say(w.NOT_COMPARABLE),
        not_comparable=left_out or (say(w.ALL_COMPARABLE),),
        not_this=say(rw.WHAT_THIS_IS_NOT),
        words={"page_of": say(pw.PAGE_OF, page="{page}", pages="{pages}"), "kicker": say(pw.KICKER)},
    )


def _sides(assessments: Sequence[Assessment], known_as: Sequence[str] | None) -> tuple[SideView, ...]:
    places = known_as or [one.place.name for one in assessments]
    return tuple(
        SideView(
            letter=ascii_uppercase[n % 26] * (n // 26 + 1),
            name=places[n] if places.count(places[n]) == 1 else round_name(one, n, alone=len(set(places)) == 1),
            about=about_line(one),
            context=one.place.context,
        )
        for n, one in enumerate(assessments)
    )


def _dimensions(
    found: Comparison, given: Sequence[Side], sides: Sequence[SideView], names: dict[str, str]
) -> list[TogetherView]:
    rubric = given[0][0]
    wholes = {one.id: one for one in found.dimensions}
    rows = {one.id: _row(one, names, given, sides) for one in found.indicators}
    together = []
    for order, dimension in enumerate(rubric.dimensions):
        here = tuple(rows[one.id] for one in dimension.indicators if one.id in rows and one.id not in found.moved)
        if here:
            whole = _whole(wholes[dimension.id], given, sides)
            together.append(TogetherView(dimension.id, dimension.name, order, whole, here))
    moved = tuple(rows[id_] for id_ in found.moved)
    return [*together, TogetherView(MOVED, say(w.MOVED), len(rubric.dimensions), None, moved)] if moved else together


def _row(
    found: ComparedIndicator, names: dict[str, str], given: Sequence[Side], sides: Sequence[SideView]
) -> ComparedView:
    cells = tuple(
        _cell(
            side,
            one,
            indicator_words(_ladder(rubric, assessment), one),
            said=_because(assessment, found.id),
            counts=one.counts,
            who=who_said(one),
        )
        for one, (rubric, assessment), side in zip(found.sides, given, sides, strict=True)
    )
    return ComparedView(
        id=found.id,
        name=names[found.id],
        cells=cells,
        alt=_alt(cells, sides),
        verdict=verdict(found),
        apart=found.apart,
        a_level_apart=found.a_level_apart,
        why=_why(found.id, [assessment for _, assessment in given]),
    )


def _why(id_: str, rounds: Sequence[Assessment]) -> str | None:
    same_place = len({one.place.name for one in rounds}) == 1
    return cause_line(rounds[-1], id_) if same_place else None


def _whole(found: ComparedDimension, given: Sequence[Side], sides: Sequence[SideView]) -> ComparedView:
    cells = tuple(
        _cell(side, one, dimension_words(_ladder(rubric, assessment), one))
        for one, (rubric, assessment), side in zip(found.sides, given, sides, strict=True)
    )
    return ComparedView(found.id, say(w.OVER_SAME), cells, _alt(cells, sides), verdict(found), found.apart)


def _cell(side: SideView, one: IndicatorResult | DimensionResult, words: str, **more: Any) -> CellView:
    return CellView(side.letter, one.status, one.reading, one.low, one.high, words, **more)


def _ladder(rubric: Rubric, assessment: Assessment) -> Ladder:
    return Ladder.of(rubric, len(assessment.voices))


def _alt(cells: Sequence[CellView], sides: Sequence[SideView]) -> str:
    return " ".join(
        say(w.CELL, letter=cell.letter, name=side.name, words=cell.words)
        for cell, side in zip(cells, sides, strict=True)
    )


def _because(assessment: Assessment, id_: str) -> str | None:
    agreed = assessment.agreed.get(id_)
    return (agreed.because or agreed.not_agreed) if agreed else None


def _why_not(one: NotComparable, names: dict[str, str], sides: Sequence[SideView]) -> str:
    words = {"not_in_all": w.NOT_IN_ALL, "reworded": w.REWORDED, "not_asked": w.NOT_ASKED}
    return say(words[one.why], name=names[one.id], sides=", ".join(sides[n].name for n in one.sides))
