"""What hangs on the notice board: who took part, what is strong or not known, where views differ, what comes next."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.rubric import Rubric
from placecheck.scoring import IndicatorResult, Result
from placecheck.views import mention
from placecheck.views.results import ResultsView
from placecheck.words import report as w
from placecheck.words import results as rw
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class PeopleView:
    """Who took part, by from where they spoke, and who did not, as far as anyone said."""

    title: str
    spoke: tuple[str, ...]
    absent_title: str
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedView:
    """One thing on a list: where it stands, and what was said of it where something was agreed."""

    name: str
    words: str
    said: str | None = None


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of things under a title; `none` stands in its place when it is empty."""

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


def people(rubric: Rubric, assessment: Assessment) -> PeopleView:
    """Who took part in `assessment`; whose perspective nobody spoke from; and whom the group missed."""
    counts = Counter(voice.perspective for voice in assessment.voices)
    spoke = [say(w.WHO_COUNT, name=one.name, n=counts[one.id]) for one in rubric.perspectives if counts[one.id]]
    if counts[None]:
        spoke.append(say(w.WHO_NOT_SAID, n=counts[None]))
    silent = [one.name for one in rubric.perspectives if not counts[one.id] and not counts[None]]
    absent = [assessment.missing_voices or say(w.MISSING_NOT_SAID)]
    if silent:
        absent.append(say(w.NOT_HEARD, names=", ".join(silent)))
    return PeopleView(say(w.WHO_TITLE), tuple(spoke) or (say(w.NOBODY),), say(w.WHO_NOT_TITLE), tuple(absent))


def strong(view: ResultsView, rubric: Rubric, assessment: Assessment, result: Result) -> ListView:
    """What is strong, with the reason that the group gave, else a story of someone who sees it so."""
    rows = tuple(
        ListedView(one.name, _mid(one.words), _because(assessment, one.indicator) or one.line or None)
        for one in mention.strong(rubric, assessment, result, view.strong)
    )
    return ListView("strong", say(rw.STRONG_TITLE), rows, say(rw.NO_STRENGTH_YET))


def unknown(view: ResultsView, result: Result) -> ListView:
    """What is not known, those things together of which equally many could not say; the least known first."""
    by_id = {one.id: one for one in result.indicators()}
    alike: dict[tuple[int, int], list[str]] = {}
    for id_ in view.unknown:
        alike.setdefault(gaps(by_id[id_]), []).append(view.names[id_])
    least_known_first = sorted(alike.items(), key=lambda group: -group[0][0] / group[0][1] if group[0][1] else -2)
    rows = tuple(ListedView(gaps_words(*counts), ", ".join(names)) for counts, names in least_known_first)
    return ListView("unknown", say(rw.UNKNOWN_TITLE), rows, say(w.NONE_UNKNOWN))


def differ(view: ResultsView, assessment: Assessment, result: Result, rubric: Rubric) -> ListView:
    """Where views differ: how far, and the reason where the group said why it did not agree."""
    by_id = {one.id: one for one in result.indicators()}
    rows = tuple(
        ListedView(view.names[id_], apart(by_id[id_], rubric), _why_not(assessment, id_)) for id_ in view.differ
    )
    none = w.NONE_DIFFER if len(assessment.voices) > 1 else w.ONE_VOICE
    return ListView("differ", say(rw.DIFFER_TITLE), rows, say(none))


def gaps(one: IndicatorResult) -> tuple[int, int]:
    """How many of those it applies to gave no level, and how many those are."""
    none = one.no_answer
    unsaid = none.dont_know + none.rather_not_say + none.skipped
    return unsaid, unsaid + sum(one.counts)


def gaps_words(unsaid: int, total: int) -> str:
    """The gaps in words."""
    return say(w.COULD_NOT_SAY, gaps=unsaid, total=total) if unsaid < total else say(w.NOBODY_SAID)


def apart(one: IndicatorResult, rubric: Rubric) -> str:
    """From which level to which the answers run."""
    given = [rubric.levels[level].name for level, n in enumerate(one.counts) if n]
    if len(given) < 2:
        return say(w.NOT_AGREED)
    return say(w.ANSWERS_RUN, low=_mid(given[0]), high=_mid(given[-1]))


def steps(rubric: Rubric, assessment: Assessment) -> tuple[StepView, ...]:
    """What the group will try next."""
    return tuple(
        StepView(
            what=one.what,
            about=rubric.by_id[one.indicator].name if one.indicator else None,
            who=one.who,
            first_step=one.first_step,
            when=written_when(one.when) if one.when else None,
            power=one.power,
        )
        for one in assessment.actions
    )


def written_when(when: str) -> str:
    """A year, a month or a day as people write it; as it was written where there is no such day."""
    try:
        day = datetime.date.fromisoformat((when + "-01-01")[:10])
    except ValueError:
        return when
    return {4: f"{day:%Y}", 7: f"{day:%B %Y}"}.get(len(when), f"{day.day} {day:%B %Y}")


def _because(assessment: Assessment, indicator_id: str) -> str | None:
    agreed = assessment.agreed.get(indicator_id)
    return agreed.because if agreed else None


def _why_not(assessment: Assessment, indicator_id: str) -> str | None:
    agreed = assessment.agreed.get(indicator_id)
    return agreed.not_agreed if agreed else None


def _mid(name: str) -> str:
    return name[:1].lower() + name[1:]
