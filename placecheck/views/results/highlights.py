"""An indicator as it is mentioned in passing: where it stands, and one line that says why it is worth mentioning."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.rubric import Indicator, Rubric
from placecheck.scoring import IndicatorResult, Result
from placecheck.scoring.thresholds import is_seen_differently, lowest_strong_level
from placecheck.views.results.gap_words import gaps_words
from placecheck.views.results.ladder_words import Ladder, indicator_words
from placecheck.views.results.results import ResultsView
from placecheck.words import results as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class Highlight:
    """One indicator in a list: its name, its reading, and the line shown with it."""

    indicator: str
    name: str
    words: str
    line: str


@dataclass(frozen=True, slots=True)
class Highlights:
    """All that a page of results mentions, in four lists."""

    strong: tuple[Highlight, ...]
    differ: tuple[Highlight, ...]
    unknown: tuple[Highlight, ...]
    room: tuple[Highlight, ...]


def find_highlights(rubric: Rubric, assessment: Assessment, result: Result, view: ResultsView) -> Highlights:
    """Return the indicators that the four lists of `view` mention."""
    return Highlights(
        strong_highlights(rubric, assessment, result, view.strong),
        differing_highlights(rubric, assessment, result, widest_first(result, view.differ)),
        unknown_highlights(rubric, result, view.unknown),
        room_highlights(rubric, result, view.room),
    )


def strong_highlights(
    rubric: Rubric, assessment: Assessment, result: Result, ids: tuple[str, ...]
) -> tuple[Highlight, ...]:
    """Return the strengths `ids`, each with a story of someone who sees it so, if one was told."""
    return tuple(
        _mention(rubric, result, id_, _story(assessment, id_, lowest_strong_level(rubric.steps))) for id_ in ids
    )


def unknown_highlights(rubric: Rubric, result: Result, ids: tuple[str, ...]) -> tuple[Highlight, ...]:
    """Return what too little is known of, each with why and how many gave no level."""
    return tuple(_mention(rubric, result, id_, _gaps(_of(result, id_))) for id_ in ids)


def differing_highlights(
    rubric: Rubric, assessment: Assessment, result: Result, ids: tuple[str, ...]
) -> tuple[Highlight, ...]:
    """Return where views differ, each with how far apart they are, or why the group did not agree."""
    return tuple(_mention(rubric, result, id_, _apart(rubric, assessment, _of(result, id_))) for id_ in ids)


def widest_first(result: Result, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return `ids` with those that the group could not agree on first, then by agreement, the least first."""

    def agreement(indicator_id: str) -> float:
        indicator = _of(result, indicator_id)
        if indicator.agreed == "not_agreed":
            return -2.0
        return indicator.agreement if indicator.agreement is not None else 0.0

    return tuple(sorted(ids, key=agreement))


def next_disagreement(assessment: Assessment, result: Result, current: str) -> str | None:
    """Return the widest disagreement, `current` aside, of which the group agreed nothing yet; None if none is left."""
    ids = tuple(indicator.id for indicator in result.indicators() if is_seen_differently(indicator))
    open_ids = (id_ for id_ in widest_first(result, ids) if id_ != current and id_ not in assessment.agreed)
    return next(open_ids, None)


def room_highlights(rubric: Rubric, result: Result, ids: tuple[str, ...]) -> tuple[Highlight, ...]:
    """Return where there is room to grow, each with what is in people's own hands and what is held elsewhere."""
    return tuple(_mention(rubric, result, id_, _hands(rubric.by_id[id_])) for id_ in ids)


def _of(result: Result, id_: str) -> IndicatorResult:
    return next(indicator for indicator in result.indicators() if indicator.id == id_)


def _mention(rubric: Rubric, result: Result, id_: str, line: str) -> Highlight:
    words = indicator_words(Ladder.of(rubric, result.voices), _of(result, id_))
    return Highlight(id_, rubric.by_id[id_].name, words, line)


def _story(assessment: Assessment, id_: str, least: int) -> str:
    """Return the shortest story of a voice that puts `id_` at `least` or above: enough to hear the place speak."""
    answers = (voice.answers.get(id_) for voice in assessment.voices)
    texts = [
        answer.story
        for answer in answers
        if answer is not None and answer.story and answer.level is not None and answer.level >= least
    ]
    return say(w.QUOTED, story=min(texts, key=len)) if texts else ""


def _hands(indicator: Indicator) -> str:
    held = ((w.HELD_HERE, indicator.held_here), (w.HELD_ELSEWHERE, indicator.held_elsewhere))
    return "\n".join(say(w.HELD, where=say(where), what=what) for where, what in held if what)


def _gaps(result: IndicatorResult) -> str:
    return f"{gaps_words(result)}."


def _apart(rubric: Rubric, assessment: Assessment, result: IndicatorResult) -> str:
    agreed = assessment.agreed.get(result.id)
    if agreed is not None and agreed.not_agreed:
        return say(w.NOT_AGREED_BECAUSE, why=agreed.not_agreed)
    levels_chosen = [level for level, n in enumerate(result.counts) if n]
    names = [rubric.levels[level].name for level in (levels_chosen[0], levels_chosen[-1])]
    return say(w.FROM_TO, low=names[0], high=names[1])
