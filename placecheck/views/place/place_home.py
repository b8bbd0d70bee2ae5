"""Where the group of a place is in its cycle, from looking to looking again, and the one thing that comes next."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.assessment.asked import answered_ids, asked_ids, counted_voices
from placecheck.dates import day_words
from placecheck.rubric import Rubric
from placecheck.views.page_names import PageName
from placecheck.views.place.outcomes import Outcomes
from placecheck.words import place_home as w
from placecheck.words import say, say_n

LOOK_AGAIN_AFTER = datetime.timedelta(days=300)
"""How long after an assessment another look is what comes next. A year is usual; ten months leaves time to plan."""


@dataclass(frozen=True, slots=True)
class StageView:
    """One stage of the cycle: its name, where the group is in it, and the page that it leads to, if any yet."""

    name: str
    words: str
    page: PageName | None


@dataclass(frozen=True, slots=True)
class PlaceHomeView:
    """The stages in order, and the one step that comes next; without a page, it is another assessment."""

    stages: tuple[StageView, ...]
    next_page: PageName | None
    next_label: str


def place_home_view(
    rubric: Rubric, assessment: Assessment, outcomes: Outcomes, finding: str, today: datetime.date
) -> PlaceHomeView:
    """Return the group's state, from its newest assessment and from what became of what it tried.

    `finding` is the sentence that says where the place is; `today` decides whether it is time to look again.
    """
    people = counted_voices(assessment)
    indicator_ids = asked_ids(rubric, assessment)
    done = len(indicator_ids & {indicator for voice in people for indicator in answered_ids(voice)})
    page, label = _next(assessment, outcomes, today, done=done, total=len(indicator_ids))
    stages = (
        StageView(say(w.LOOK), _looked(assessment, len(people), done, len(indicator_ids)), PageName.ANSWER),
        StageView(say(w.STANDS), finding if people else say(w.STANDS_LATER), PageName.RESULTS if people else None),
        StageView(say(w.TRY), _tried(assessment), PageName.NEXT_STEPS),
        StageView(say(w.TELL), _outcomes_sentence(outcomes), PageName.OUTCOMES if _has_any(outcomes) else None),
    )
    return PlaceHomeView(stages, page, say(label))


def _next(
    assessment: Assessment, outcomes: Outcomes, today: datetime.date, *, done: int, total: int
) -> tuple[PageName | None, str]:
    """Return the page that comes next, None for another assessment, and the words of its button."""
    if not done:
        return PageName.ANSWER, w.ANSWER_FIRST
    if done < total and not assessment.actions:
        return PageName.ANSWER, w.GO_ON
    if not assessment.actions:
        return PageName.NEXT_STEPS, w.DECIDE
    if assessment.date and today - assessment.date > LOOK_AGAIN_AFTER:
        return (PageName.OUTCOMES, w.SAY_OUTCOME) if outcomes.waiting else (None, w.AGAIN)
    return PageName.RESULTS, w.SEE_RESULTS


def _looked(assessment: Assessment, people: int, done: int, total: int) -> str:
    if not people:
        return say(w.NOBODY_YET)
    when = say(w.LOOKED_ON, day=day_words(assessment.date)) if assessment.date else ""
    return " ".join(filter(None, (say_n(w.LOOKED, people, done=done, total=total), when)))


def _tried(assessment: Assessment) -> str:
    steps = assessment.actions
    return say_n(w.STEPS, len(steps), what=steps[0].what) if steps else say(w.NO_STEP)


def _outcomes_sentence(outcomes: Outcomes) -> str:
    if not _has_any(outcomes):
        return say(w.NOTHING_TO_TELL)
    if not outcomes.waiting:
        return say(w.ALL_TOLD)
    if not outcomes.silent:
        return say(w.JUST_HEARD)
    return say_n(w.WAITING, len(outcomes.silent), what=outcomes.silent[0].words)


def _has_any(outcomes: Outcomes) -> bool:
    return bool(outcomes.waiting or outcomes.settled)


def look_lines(assessments: Sequence[Assessment]) -> tuple[str, ...]:
    """Say of each assessment of a place, in order, when it was made and how many people answered."""
    return tuple(
        say(
            w.LOOK_LINE,
            when=day_words(assessment.date) if assessment.date else say(w.UNDATED, n=number),
            people=say_n(w.PEOPLE, len(counted_voices(assessment))),
        )
        for number, assessment in enumerate(assessments, start=1)
    )
