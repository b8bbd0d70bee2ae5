"""The results of a place as a reader sees them: words first, strengths first, then what is not known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.rubric import Rubric
from placecheck.scoring import IndicatorResult, Result
from placecheck.scoring.standouts import find_extremes
from placecheck.scoring.thresholds import has_room_to_grow, is_seen_differently, is_strong, is_too_little_known
from placecheck.views.results.pictures import LadderView, ladder_view
from placecheck.views.results.weight_words import weighing
from placecheck.words import results as w
from placecheck.words import say, say_n


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
    """How questions count where some count more, and all dimensions together, with a caution, where the rubric asks."""
    names: dict[str, str]
    unanswered: bool = False
    """Whether nobody has said anything of what was asked, and nothing was agreed."""


def results_view(rubric: Rubric, assessment: Assessment, result: Result) -> ResultsView:
    """Return what `result` means to a reader."""
    strong = _which(result, is_strong)
    unanswered = not any(
        sum(indicator.counts) + sum(indicator.no_answer) or indicator.agreed is not None
        for indicator in result.indicators()
    )
    unknown = () if unanswered else _which(result, is_too_little_known)
    differ = _which(result, is_seen_differently)
    return ResultsView(
        place=assessment.place.name,
        about=about_line(assessment),
        headline=(say(w.NOBODY_YET),)
        if unanswered
        else (*_dimension_headlines(rubric, result), *_counts(strong, unknown, differ)),
        unanswered=unanswered,
        strong=strong,
        unknown=unknown,
        differ=differ,
        room=_which(result, lambda indicator: has_room_to_grow(indicator.reading, rubric.steps)),
        ladder=ladder_view(rubric, result),
        weighing=weighing(rubric, result),
        names={indicator.id: rubric.by_id[indicator.id].name for indicator in result.indicators()},
    )


def about_line(assessment: Assessment) -> tuple[str, ...]:
    """Return the line below a place's name: kind, nation, when, which question set and how many voices."""
    place = assessment.place
    when = f"{assessment.date.day} {assessment.date:%B %Y}" if assessment.date else None
    turn = set_name(assessment)
    voices = say_n(w.VOICES, len(counted_voices(assessment)))
    kind = place.kind.capitalize() if place.kind else None
    held = say_n(w.HELD_BACK, assessment.held_back) if assessment.held_back else None
    return tuple(part for part in (kind, place.nation, when, turn, voices, held) if part)


def set_name(assessment: Assessment) -> str:
    """Return the name of an assessment's questions: the short set, the full set, or how many were chosen."""
    if assessment.asked:
        return chosen_name(len(assessment.asked), assessment.held_back)
    return say(w.SHORT_SET if assessment.question_set == "starter" else w.FULL_SET)


def chosen_name(asked: int, held_back: int | None) -> str:
    """Return what `asked` questions are called: chosen, unless they are what is left of a set."""
    return say_n(w.SET_IN_PART if held_back else w.CHOSEN_SET, asked)


def _which(result: Result, holds: Callable[[IndicatorResult], bool]) -> tuple[str, ...]:
    return tuple(indicator.id for indicator in result.indicators() if holds(indicator))


def _dimension_headlines(rubric: Rubric, result: Result) -> tuple[str, ...]:
    extremes = find_extremes(rubric, result)
    names = {dimension.id: dimension.name for dimension in rubric.dimensions}
    sentences = []
    if extremes.furthest:
        sentences.append(say(w.FURTHEST, name=names[extremes.furthest]))
    if extremes.most_room:
        sentences.append(say(w.MOST_ROOM, name=names[extremes.most_room]))
    return tuple(sentences) or (say(w.TOO_CLOSE),)


def _counts(strong: tuple[str, ...], unknown: tuple[str, ...], differ: tuple[str, ...]) -> tuple[str, ...]:
    sentences = [say_n(w.STRENGTHS, len(strong)) if strong else say(w.NO_STRENGTH_YET)]
    if unknown:
        sentences.append(say_n(w.UNKNOWN, len(unknown)))
    if differ:
        sentences.append(say_n(w.DIFFER, len(differ)))
    return tuple(sentences)
