"""The printed summary as a reader meets it: a notice board first, then everything behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.assessment.own import OwnWords
from placecheck.notes import Catalogue
from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.views.colophon import Fact, Section, about_this, how_made, how_to_read, left_out
from placecheck.views.indicator import IndicatorView, indicator_view
from placecheck.views.notice import (
    ListView,
    PeopleView,
    StepView,
    differ,
    people,
    steps,
    strong,
    unknown,
    written_when,
)
from placecheck.views.pictures import AnswersView, DimensionRow, LadderRow, LadderView
from placecheck.views.quoted import QuotedNoteView, numbered, quoted
from placecheck.views.results import results_view
from placecheck.words import report as w
from placecheck.words import results as rw
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class ThingView:
    """One indicator with everything behind it; `answers_alt` says in words what the picture of its answers shows."""

    row: LadderRow
    behind: IndicatorView
    own: str | None
    """What is said where the group asked it in its own words."""
    agreed: tuple[str, ...]
    """What was agreed beside the level, which `row` already says."""
    answers_alt: str
    supports: tuple[int, ...]
    cautions: tuple[int, ...]
    """The numbers of the passages that ground it and that warn about it."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One dimension and its indicators."""

    row: DimensionRow
    things: tuple[ThingView, ...]


@dataclass(frozen=True, slots=True)
class SummaryView:
    """Everything that is printed, in words and numbers, in the order of the paper."""

    language: str
    title: str
    place: str
    about: tuple[str, ...]
    boundary: str | None
    context: str | None
    headline: tuple[str, ...]
    compass_alt: str
    people: PeopleView
    lists: tuple[ListView, ...]
    steps: tuple[StepView, ...]
    ladder: LadderView
    weighing: tuple[str, ...]
    sides: tuple[SideView, ...]
    discussion: tuple[QuotedNoteView, ...]
    how: tuple[Section, ...]
    facts: tuple[Fact, ...]
    words: dict[str, str]
    """The fixed words around all this, by a short name."""


def summary_view(rubric: Rubric, catalogue: Catalogue, assessment: Assessment, result: Result) -> SummaryView:
    """What is printed of `result`, which `assessment` adds up to under `rubric`; `catalogue` holds the passages."""
    view = results_view(rubric, assessment, result)
    place = assessment.place
    when = written_when(assessment.date.isoformat()) if assessment.date else None
    asked = [rubric.by_id[one.id] for one in result.indicators()]
    numbers = numbered(catalogue, (id_ for one in asked for id_ in (*one.supports, *one.cautions)))
    return SummaryView(
        language=rubric.language,
        title=say(w.TITLE_DATED, place=place.name, date=when) if when else say(w.TITLE, place=place.name),
        place=place.name,
        about=view.about,
        boundary=place.boundary,
        context=place.context,
        headline=view.headline,
        compass_alt=compass_alt(view.ladder),
        people=people(rubric, assessment),
        lists=(
            strong(view, rubric, assessment, result),
            unknown(view, result),
            differ(view, assessment, result, rubric),
        ),
        steps=steps(rubric, assessment),
        ladder=view.ladder,
        weighing=view.weighing,
        sides=tuple(
            SideView(
                row, tuple(_thing(rubric, catalogue, assessment, result, one, numbers=numbers) for one in row.rows)
            )
            for row in view.ladder.dimensions
        ),
        discussion=quoted(catalogue, numbers),
        how=(how_to_read(rubric), how_made(rubric, result)),
        facts=(*about_this(rubric, result), *left_out(assessment)),
        words=fixed_words(),
    )


def _thing(
    rubric: Rubric,
    catalogue: Catalogue,
    assessment: Assessment,
    result: Result,
    row: LadderRow,
    *,
    numbers: Mapping[str, int],
) -> ThingView:
    behind = indicator_view(rubric, catalogue, assessment, result, row.indicator)
    agreed = assessment.agreed.get(row.indicator)
    beside_level = behind.agreed[1:] if agreed and agreed.level is not None else behind.agreed
    own = assessment.own_words.get(row.indicator)
    return ThingView(
        row,
        behind,
        own_words(own) if own else None,
        beside_level,
        answers_alt(behind.answers, row),
        supports=tuple(sorted(numbers[one.id] for one in behind.supports)),
        cautions=tuple(sorted(numbers[one.id] for one in behind.cautions)),
    )


def own_words(own: OwnWords) -> str:
    """That an indicator is the group's own, and why, where that was said."""
    said = say(w.OWN_ADDED if own.change == "added" else w.OWN_REWORDED)
    return f"{said} {own.because}" if own.because else said


def compass_alt(ladder: LadderView) -> str:
    """What the compass shows, in words."""
    sides = " ".join(say(w.SIDE_ALT, name=one.name, words=one.words) for one in ladder.dimensions)
    return say(w.COMPASS_ALT, sides=sides)


def answers_alt(answers: AnswersView, row: LadderRow) -> str:
    """How many voices chose each level, in words."""
    counted = (*answers.levels, *((name, n) for name, n in answers.no_answers if n))
    counts = ", ".join(say(w.ANSWER_COUNT, name=name, n=n) for name, n in counted)
    return say(w.ANSWERS_ALT, counts=counts, stands=say(w.STANDS, words=row.words))


_FIXED = {
    "kicker": w.KICKER,
    "boundary": w.BOUNDARY,
    "context": rw.CONTEXT,
    "compass": rw.COMPASS_TITLE,
    "steps": w.STEPS_TITLE,
    "no_steps": w.NO_STEPS,
    "who": w.WHO,
    "first_step": w.FIRST_STEP,
    "when": w.WHEN,
    "power": w.POWER,
    "one_page_more": w.ONE_PAGE_MORE,
    "diamond": w.DIAMOND,
    "contents": w.CONTENTS,
    "column_thing": rw.COLUMN_INDICATOR,
    "column_stands": rw.COLUMN_STANDS,
    "stories": rw.STORIES_TITLE,
    "no_story": w.NO_STORY,
    "a_voice": w.PERSPECTIVE_NOT_SAID,
    "agreed": rw.AGREED_TITLE,
    "held_here": rw.HELD_HERE,
    "held_elsewhere": rw.HELD_ELSEWHERE,
    "supports": rw.SUPPORTS_TITLE,
    "cautions": rw.CAUTIONS_TITLE,
    "rests_on": w.RESTS_ON,
    "warned_by": w.WARNED_BY,
    "discussion": w.DISCUSSION,
    "discussion_how": w.DISCUSSION_HOW,
    "facts": w.ABOUT_TITLE,
    "not_this": rw.WHAT_THIS_IS_NOT,
    "page_of": w.PAGE_OF,
}


def fixed_words() -> dict[str, str]:
    """The words that are the same on every summary, in the reader's language; {page} and the like stay open."""
    return {name: say(words, page="{page}", pages="{pages}") for name, words in _FIXED.items()}
