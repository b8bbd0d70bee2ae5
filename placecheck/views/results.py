"""Where a place stands, as a reader meets it: words first, strengths first, then what is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.rubric import Rubric
from placecheck.scoring import IndicatorResult, Result
from placecheck.scoring.standing import standing
from placecheck.views.colophon import weighing
from placecheck.views.pictures import LadderView, ladder_view
from placecheck.words import results as w
from placecheck.words import say, say_n

FAR_APART = 3
"""How many levels between the lowest and the highest voice count as seeing it quite differently."""

SPLIT_AGREEMENT = 0.2
"""Van der Eijk's A at or below which people see it quite differently: near evenly spread, or in camps."""

TOO_FEW_KNOW = 1 / 3
"""The share of voices without a level from which too little is known."""


@dataclass(frozen=True, slots=True)
class ResultsView:
    """A whole result for a reader. The four lists hold indicator ids, in the rubric's order."""

    place: str
    about: tuple[str, ...]
    headline: tuple[str, ...]
    strong: tuple[str, ...]
    unknown: tuple[str, ...]
    differ: tuple[str, ...]
    room: tuple[str, ...]
    ladder: LadderView
    weighing: tuple[str, ...]
    """How much each thing counts where some count more, and all sides together, with a word of care, where asked."""
    names: dict[str, str]


def results_view(rubric: Rubric, assessment: Assessment, result: Result) -> ResultsView:
    """What `result` means to a reader."""
    top = rubric.steps - 1
    strong = _which(result, lambda one: one.reading is not None and one.reading >= top - 1 and one.low >= top - 2)
    unknown = _which(result, too_little_known)
    differ = _which(result, sees_it_differently)
    return ResultsView(
        place=assessment.place.name,
        about=about_line(assessment),
        headline=(*_sides(rubric, result), *_counts(strong, unknown, differ)),
        strong=strong,
        unknown=unknown,
        differ=differ,
        room=_which(result, lambda one: one.reading is not None and one.reading <= 1),
        ladder=ladder_view(rubric, result),
        weighing=weighing(rubric, result),
        names={one.id: rubric.by_id[one.id].name for one in result.indicators()},
    )


def about_line(assessment: Assessment) -> tuple[str, ...]:
    """Kind, nation, when, which round and how many voices: what stands below a place's name."""
    place = assessment.place
    when = f"{assessment.date.day} {assessment.date:%B %Y}" if assessment.date else None
    turn = say(w.STARTER_ROUND if assessment.round == "starter" else w.FULL_ROUND)
    voices = say_n(w.VOICES, len(assessment.voices))
    kind = place.kind.capitalize() if place.kind else None
    return tuple(part for part in (kind, place.nation, when, turn, voices) if part)


def too_little_known(one: IndicatorResult) -> bool:
    """Whether so many gave no level that the reading says little; never of what was agreed."""
    if one.status == "not_here" or isinstance(one.agreed, int):
        return False
    counts = one.no_answer
    gaps = counts.dont_know + counts.skipped + counts.rather_not_say
    return one.reading is None or gaps >= TOO_FEW_KNOW * (gaps + sum(one.counts))


def sees_it_differently(one: IndicatorResult) -> bool:
    """Whether the voices stand far apart, or the group said that it did not agree."""
    if one.status == "not_here":
        return False
    if one.agreed == "not_agreed" or (one.agreement is not None and one.agreement <= SPLIT_AGREEMENT):
        return True
    given = [level for level, n in enumerate(one.counts) if n]
    return one.agreement is None and len(given) > 1 and given[-1] - given[0] >= FAR_APART


def _which(result: Result, holds: Callable[[IndicatorResult], bool]) -> tuple[str, ...]:
    return tuple(one.id for one in result.indicators() if holds(one))


def _sides(rubric: Rubric, result: Result) -> tuple[str, ...]:
    stands = standing(rubric, result)
    names = {dimension.id: dimension.name for dimension in rubric.dimensions}
    said = []
    if stands.furthest:
        said.append(say(w.FURTHEST, name=names[stands.furthest]))
    if stands.most_room:
        said.append(say(w.MOST_ROOM, name=names[stands.most_room]))
    return tuple(said) or (say(w.TOO_CLOSE),)


def _counts(strong: tuple[str, ...], unknown: tuple[str, ...], differ: tuple[str, ...]) -> tuple[str, ...]:
    said = [say_n(w.STRENGTHS, len(strong)) if strong else say(w.NO_STRENGTH_YET)]
    if unknown:
        said.append(say_n(w.UNKNOWN, len(unknown)))
    if differ:
        said.append(say_n(w.DIFFER, len(differ)))
    return tuple(said)
