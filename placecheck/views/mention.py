"""An indicator as it is mentioned in passing: where it stands, and one line that says why it is worth mentioning."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.rubric import Indicator, Rubric
from placecheck.scoring import IndicatorResult, Result
from placecheck.views.ladder_words import Ladder, indicator_words
from placecheck.views.results import ResultsView
from placecheck.words import results as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class Mention:
    """One indicator in a list: its name, where it stands, and what to say of it there."""

    indicator: str
    name: str
    words: str
    line: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that a page of results mentions, in four lists."""

    strong: tuple[Mention, ...]
    differ: tuple[Mention, ...]
    unknown: tuple[Mention, ...]
    room: tuple[Mention, ...]


def mentions(rubric: Rubric, assessment: Assessment, result: Result, view: ResultsView) -> Mentions:
    """What the four lists of `view` mention."""
    return Mentions(
        strong(rubric, assessment, result, view.strong),
        differ(rubric, assessment, result, view.differ),
        unknown(rubric, result, view.unknown),
        room(rubric, result, view.room),
    )


def strong(rubric: Rubric, assessment: Assessment, result: Result, ids: tuple[str, ...]) -> tuple[Mention, ...]:
    """The strengths `ids`, each with a story of someone who sees it so, if one was told."""
    return tuple(_mention(rubric, result, id_, _story(assessment, id_, rubric.steps - 2)) for id_ in ids)


def unknown(rubric: Rubric, result: Result, ids: tuple[str, ...]) -> tuple[Mention, ...]:
    """What too little is known of, each with how many could not say and what to look for."""
    return tuple(_mention(rubric, result, id_, _gaps(_of(result, id_))) for id_ in ids)


def differ(rubric: Rubric, assessment: Assessment, result: Result, ids: tuple[str, ...]) -> tuple[Mention, ...]:
    """Where views differ, each with how far apart they stand, or why the group did not agree."""
    return tuple(_mention(rubric, result, id_, _apart(rubric, assessment, _of(result, id_))) for id_ in ids)


def room(rubric: Rubric, result: Result, ids: tuple[str, ...]) -> tuple[Mention, ...]:
    """Where there is room to grow, each with what is in people's own hands and what is held elsewhere."""
    return tuple(_mention(rubric, result, id_, _hands(rubric.by_id[id_])) for id_ in ids)


def _of(result: Result, id_: str) -> IndicatorResult:
    return next(one for one in result.indicators() if one.id == id_)


def _mention(rubric: Rubric, result: Result, id_: str, line: str) -> Mention:
    words = indicator_words(Ladder.of(rubric, result.voices), _of(result, id_))
    return Mention(id_, rubric.by_id[id_].name, words, line)


def _story(assessment: Assessment, id_: str, least: int) -> str:
    """The shortest story of a voice that puts `id_` at `least` or above: enough to hear the place speak."""
    answers = (voice.answers.get(id_) for voice in assessment.voices)
    told = [
        one.story for one in answers if one is not None and one.story and one.level is not None and one.level >= least
    ]
    return say(w.QUOTED, story=min(told, key=len)) if told else ""


def _hands(indicator: Indicator) -> str:
    held = ((w.HELD_HERE, indicator.held_here), (w.HELD_ELSEWHERE, indicator.held_elsewhere))
    return "\n".join(say(w.HELD, where=say(where), what=what) for where, what in held if what)


def _gaps(one: IndicatorResult) -> str:
    counts = one.no_answer
    gaps = counts.dont_know + counts.rather_not_say + counts.skipped
    return say(w.COULD_NOT_SAY, gaps=gaps, total=gaps + sum(one.counts))


def _apart(rubric: Rubric, assessment: Assessment, one: IndicatorResult) -> str:
    agreed = assessment.agreed.get(one.id)
    if agreed is not None and agreed.not_agreed:
        return say(w.NOT_AGREED_BECAUSE, why=agreed.not_agreed)
    given = [level for level, n in enumerate(one.counts) if n]
    names = [rubric.levels[level].name for level in (given[0], given[-1])]
    return say(w.FROM_TO, low=names[0].lower(), high=names[1].lower())
