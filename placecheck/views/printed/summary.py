"""The printed summary as a reader meets it: a notice board first, then everything behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.assessment.customisation import OwnWords
from placecheck.dates import when_words
from placecheck.notes import Catalogue
from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.views.comparison.difference import cause_line
from placecheck.views.notes.citations import CitedNoteView, cited_notes, numbered
from placecheck.views.printed.colophon import Fact, Section, about_this, how_made, how_to_read, left_out
from placecheck.views.printed.one_page import OnePageView, one_page_view
from placecheck.views.printed.room import ScribeNoteView, scribe_note_views, second_vote_lines
from placecheck.views.printed_labels import paper_labels
from placecheck.views.results.finding_lists import (
    ListView,
    PeopleView,
    StepView,
    differing_list,
    people_view,
    step_views,
    strong_list,
    unknown_list,
)
from placecheck.views.results.indicator import IndicatorView, indicator_view
from placecheck.views.results.pictures import AnswersView, DimensionRow, LadderRow, LadderView
from placecheck.views.results.place_picture import PictureView, picture_of
from placecheck.views.results.results import results_view
from placecheck.words import on_paper, say
from placecheck.words import report as w
from placecheck.words import results as rw


@dataclass(frozen=True, slots=True)
class SummaryIndicatorView:
    """One indicator with everything behind it; `answers_alt` says in words what the picture of its answers shows."""

    row: LadderRow
    behind: IndicatorView
    own: str | None
    """What is said where the group asked it in its own words."""
    agreed: tuple[str, ...]
    """What was agreed beside the level, which `row` already says."""
    answers_alt: str
    again: tuple[str, ...] = ()
    """What was said in second votes, beside the first answers."""
    moved: str | None = None
    """What people think moved it since an earlier assessment."""


@dataclass(frozen=True, slots=True)
class SummaryDimensionView:
    """One dimension and its indicators."""

    row: DimensionRow
    indicators: tuple[SummaryIndicatorView, ...]


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
    picture: PictureView
    brief: OnePageView
    people: PeopleView
    lists: tuple[ListView, ...]
    steps: tuple[StepView, ...]
    noted: tuple[ScribeNoteView, ...]
    ladder: LadderView
    weighing: tuple[str, ...]
    dimensions: tuple[SummaryDimensionView, ...]
    discussion: tuple[CitedNoteView, ...]
    bears_on: dict[str, tuple[str, ...]]
    """The questions that each numbered passage bears on, and why."""
    how: tuple[Section, ...]
    facts: tuple[Fact, ...]
    words: dict[str, str]
    """The fixed words around all this, by a short name."""


def summary_view(rubric: Rubric, catalogue: Catalogue, assessment: Assessment, result: Result) -> SummaryView:
    """Return what is printed of `result`, the score of `assessment` under `rubric`; `catalogue` holds the passages."""
    view = results_view(rubric, assessment, result)
    place = assessment.place
    when = when_words(assessment.date.isoformat()) if assessment.date else None
    indicators = [rubric.by_id[item.id] for item in result.indicators()]
    numbers = numbered(catalogue, (id_ for item in indicators for id_ in (*item.support_ids, *item.caution_ids)))
    dimensions = tuple(
        SummaryDimensionView(
            row, tuple(_indicator_view(rubric, catalogue, assessment, result, item) for item in row.rows)
        )
        for row in view.ladder.dimensions
    )
    return SummaryView(
        language=rubric.language,
        title=say(w.TITLE_DATED, place=place.name, date=when) if when else say(w.TITLE, place=place.name),
        place=place.name,
        about=view.about,
        boundary=place.boundary,
        context=place.context,
        headline=view.headline,
        picture=picture_of(rubric, result, view),
        brief=one_page_view(rubric, assessment, result, view),
        people=people_view(rubric, assessment),
        lists=(
            strong_list(view, rubric, assessment, result),
            unknown_list(view, result),
            differing_list(view, assessment, result, rubric),
        ),
        steps=step_views(rubric, assessment),
        noted=scribe_note_views(rubric, assessment),
        ladder=view.ladder,
        weighing=view.weighing,
        dimensions=dimensions,
        discussion=cited_notes(catalogue, numbers),
        bears_on=_bears_on(dimensions, numbers),
        how=(how_to_read(rubric), how_made(rubric, result)),
        facts=(*about_this(rubric, result), *left_out(assessment)),
        words=fixed_words(),
    )


def _indicator_view(
    rubric: Rubric,
    catalogue: Catalogue,
    assessment: Assessment,
    result: Result,
    row: LadderRow,
) -> SummaryIndicatorView:
    behind = indicator_view(rubric, catalogue, assessment, result, row.indicator)
    agreed = assessment.agreed.get(row.indicator)
    beside_level = behind.agreed[1:] if agreed and agreed.level is not None else behind.agreed
    own = assessment.own_words.get(row.indicator)
    return SummaryIndicatorView(
        row,
        behind,
        own_words(own) if own else None,
        beside_level,
        answers_alt(behind.answers, row),
        second_vote_lines(rubric, assessment, row.indicator),
        cause_line(assessment, row.indicator),
    )


def _bears_on(dimensions: tuple[SummaryDimensionView, ...], numbers: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    """Return, for each number, the questions that its passage supports or cautions about, with the reason why."""
    titles: dict[str, list[str]] = {}
    for indicator in (indicator for dimension in dimensions for indicator in dimension.indicators):
        for link in (*indicator.behind.supports, *indicator.behind.cautions):
            because = f"{indicator.row.name}: {link.because}" if link.because else indicator.row.name
            titles.setdefault(str(numbers[link.id]), []).append(because.rstrip("."))
    return {number: tuple(names) for number, names in titles.items()}


def own_words(own: OwnWords) -> str:
    """Say that an indicator is the group's own, and why, where that was said."""
    words = say(w.OWN_ADDED if own.change == "added" else w.OWN_REWORDED)
    return f"{words} {own.because}" if own.because else words


def answers_alt(answers: AnswersView, row: LadderRow) -> str:
    """Return how many voices chose each level, in words."""
    counted = (*answers.levels, *((name, n) for name, n in answers.no_answers if n))
    counts = ", ".join(say(w.ANSWER_COUNT, name=name, n=n) for name, n in counted)
    return say(w.ANSWERS_ALT, counts=counts, stands=say(w.STANDS, words=row.words))


_FIXED = {
    "kicker": w.KICKER,
    "boundary": w.BOUNDARY,
    "context": rw.CONTEXT,
    "steps": w.STEPS_TITLE,
    "no_steps": w.NO_STEPS,
    "who": w.WHO,
    "first_step": w.FIRST_STEP,
    "when": w.WHEN,
    "power": w.POWER,
    "noted": w.NOTED,
    "one_page_more": w.ONE_PAGE_MORE,
    "diamond": w.DIAMOND,
    "contents": w.CONTENTS,
    "question": on_paper.QUESTION,
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
    "discussion": w.DISCUSSION,
    "discussion_how": w.DISCUSSION_HOW,
    "facts": w.ABOUT_TITLE,
    "not_this": rw.WHAT_THIS_IS_NOT,
}


def fixed_words() -> dict[str, str]:
    """Return the words that are the same on every summary, in the reader's language; {page} and the like stay open."""
    return {name: say(words) for name, words in _FIXED.items()} | paper_labels()
