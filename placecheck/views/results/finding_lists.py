"""What hangs on the notice board: who took part, what is strong or not known, where views differ, what comes next."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.dates import when_words
from placecheck.rubric import Rubric
from placecheck.scoring import IndicatorResult, Result
from placecheck.views.outcome_words import outcome_lines
from placecheck.views.results import highlights
from placecheck.views.results.gap_words import gaps_words
from placecheck.views.results.results import ResultsView
from placecheck.words import report as w
from placecheck.words import results as rw
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Who took part, by perspective, and who did not, as far as anyone said."""

    title: str
    spoke: tuple[str, ...]
    absent_title: str
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedView:
    """One item on a list: its reading, and what was said of it where something was agreed."""

    name: str
    words: str
    because: str | None = None


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of indicators under a title; `none` replaces it when it is empty."""

    id: str
    title: str
    rows: tuple[ListedView, ...]
    none: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One next step, with the names of roles."""

    what: str
    about: str | None
    who: str | None
    first_step: str | None
    when: str | None
    power: str | None
    outcome: tuple[str, ...] = ()
    """What became of it, a sentence each, once somebody has said."""


def people_view(rubric: Rubric, assessment: Assessment) -> PeopleView:
    """Return who took part in `assessment`; whose perspective nobody spoke from; and whom the group missed."""
    counts = Counter(voice.perspective for voice in counted_voices(assessment))
    spoke = [
        say(w.WHO_COUNT, name=perspective.name, n=counts[perspective.id])
        for perspective in rubric.perspectives
        if counts[perspective.id]
    ]
    if counts[None]:
        spoke.append(say(w.WHO_NOT_SAID, n=counts[None]))
    silent = [
        perspective.name
        for perspective in rubric.offered_perspectives()
        if not counts[perspective.id] and not counts[None]
    ]
    absent = [assessment.missing_voices or say(w.MISSING_NOT_SAID)]
    if silent:
        absent.append(say(w.NOT_HEARD, names=", ".join(silent)))
    return PeopleView(say(w.WHO_TITLE), tuple(spoke) or (say(w.NOBODY),), say(w.WHO_NOT_TITLE), tuple(absent))


def strong_list(view: ResultsView, rubric: Rubric, assessment: Assessment, result: Result) -> ListView:
    """List what is strong, with the reason that the group gave, else a story of someone who sees it so."""
    rows = tuple(
        ListedView(
            highlight.name,
            highlight.words,
            _because(assessment, highlight.indicator) or highlight.line or None,
        )
        for highlight in highlights.strong_highlights(rubric, assessment, result, view.strong)
    )
    return ListView("strong", say(rw.STRONG_TITLE), rows, say(rw.NO_STRENGTH_YET))


def unknown_list(view: ResultsView, result: Result) -> ListView:
    """List what is not known, grouping indicators of which the same may be said; the least known first."""
    by_id = {indicator.id: indicator for indicator in result.indicators()}
    alike: dict[str, list[str]] = {}
    for id_ in sorted(view.unknown, key=lambda id_: -gaps_share(by_id[id_])):
        alike.setdefault(gaps_words(by_id[id_]), []).append(view.names[id_])
    rows = tuple(ListedView(words, ", ".join(names)) for words, names in alike.items())
    return ListView("unknown", say(rw.UNKNOWN_TITLE), rows, say(rw.NOBODY_YET if view.unanswered else w.NONE_UNKNOWN))


def differing_list(view: ResultsView, assessment: Assessment, result: Result, rubric: Rubric) -> ListView:
    """List where views differ: how far, and the reason where the group said why it did not agree."""
    by_id = {indicator.id: indicator for indicator in result.indicators()}
    rows = tuple(
        ListedView(view.names[id_], apart(by_id[id_], rubric), _why_not(assessment, id_)) for id_ in view.differ
    )
    none = w.NONE_DIFFER if len(counted_voices(assessment)) > 1 else w.ONE_VOICE
    return ListView("differ", say(rw.DIFFER_TITLE), rows, say(none))


def gaps_share(result: IndicatorResult) -> float:
    """Return the share of those it applies to who gave no level; above 1 where there is nobody."""
    total = result.no_answer.gaps + sum(result.counts)
    return result.no_answer.gaps / total if total else 2.0


def apart(result: IndicatorResult, rubric: Rubric) -> str:
    """Return the levels from which to which the answers run."""
    levels_chosen = [rubric.levels[level].name for level, n in enumerate(result.counts) if n]
    if len(levels_chosen) < 2:
        return say(w.NOT_AGREED)
    return say(w.ANSWERS_RUN, low=levels_chosen[0], high=levels_chosen[-1])


def step_views(rubric: Rubric, assessment: Assessment) -> tuple[StepView, ...]:
    """Return what the group will try next."""
    return tuple(
        StepView(
            what=action.what,
            about=rubric.by_id[action.indicator].name if action.indicator else None,
            who=action.who,
            first_step=action.first_step,
            when=when_words(action.when) if action.when else None,
            power=action.power,
            outcome=outcome_lines(action.outcome) if action.outcome else (),
        )
        for action in assessment.actions
    )


def _because(assessment: Assessment, indicator_id: str) -> str | None:
    agreed = assessment.agreed.get(indicator_id)
    return agreed.because if agreed else None


def _why_not(assessment: Assessment, indicator_id: str) -> str | None:
    agreed = assessment.agreed.get(indicator_id)
    return agreed.not_agreed if agreed else None
