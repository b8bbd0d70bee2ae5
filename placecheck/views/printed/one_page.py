"""The page to pin up: the finding, and the few things of each kind that say most."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import shorten

from placecheck.assessment import Assessment
from placecheck.rubric import Rubric
from placecheck.scoring import IndicatorResult, Result
from placecheck.views.results.finding_lists import (
    ListedView,
    ListView,
    PeopleView,
    StepView,
    differing_list,
    gaps_share,
    people_view,
    step_views,
    strong_list,
    unknown_list,
)
from placecheck.views.results.gap_words import gaps_words
from placecheck.views.results.results import ResultsView
from placecheck.words import report as w
from placecheck.words import say_n

MAX_LISTED = 3
"""How many things of a kind the page names."""
STORY, STEP, ABSENT, BOUNDARY = 120, 150, 220, 160
"""The most characters of a story, of a step, of who was not there and of where the place ends: the rest is inside."""


@dataclass(frozen=True, slots=True)
class BriefList:
    """A few things under a title; `more` says how many others there are, and `none` that there is nothing."""

    id: str
    title: str
    rows: tuple[ListedView, ...]
    more: str | None
    none: str


@dataclass(frozen=True, slots=True)
class OnePageView:
    """The page to pin up."""

    boundary: str | None
    lists: tuple[BriefList, ...]
    steps: tuple[StepView, ...]
    more_steps: str | None
    people: PeopleView


def one_page_view(rubric: Rubric, assessment: Assessment, result: Result, view: ResultsView) -> OnePageView:
    """Return the page to pin up of `result`, whose words `view` holds."""
    by_id = {indicator.id: indicator for indicator in result.indicators()}
    strongest = sorted(view.strong, key=lambda id_: (-by_id[id_].low, -(by_id[id_].reading or 0)))
    widest = sorted(view.differ, key=lambda id_: _agreement(by_id[id_]))
    least_known = sorted(view.unknown, key=lambda id_: -gaps_share(by_id[id_]))
    few = replace(view, strong=tuple(strongest[:MAX_LISTED]), differ=tuple(widest[:MAX_LISTED]))
    found_out = [ListedView(view.names[id_], gaps_words(by_id[id_])) for id_ in least_known[:MAX_LISTED]]
    every_step = step_views(rubric, assessment)
    who = people_view(rubric, assessment)
    return OnePageView(
        boundary=_short(assessment.place.boundary, BOUNDARY),
        lists=(
            _brief(strong_list(few, rubric, assessment, result), len(strongest)),
            _brief(differing_list(few, assessment, result, rubric), len(widest)),
            _brief(replace(unknown_list(view, result), rows=tuple(found_out)), len(least_known)),
        ),
        steps=tuple(map(_short_step, every_step[:MAX_LISTED])),
        more_steps=_more(len(every_step) - MAX_LISTED),
        people=replace(who, absent=tuple(_short(text, ABSENT) or "" for text in who.absent)),
    )


def _brief(listed: ListView, total: int) -> BriefList:
    rows = tuple(replace(row, because=_short(row.because, STORY)) for row in listed.rows)
    return BriefList(listed.id, listed.title, rows, _more(total - len(rows)), listed.none)


def _more(n: int) -> str | None:
    return say_n(w.MORE, n) if n > 0 else None


def _short_step(step: StepView) -> StepView:
    return replace(step, what=_short(step.what, STEP) or "", who=_short(step.who, STEP), power=_short(step.power, STEP))


def _short(text: str | None, most: int) -> str | None:
    """Return `text`, cut between two words where it is longer than the page has room for."""
    if text is None or len(text) <= most:
        return text
    return shorten(text, most, placeholder="").rstrip(" .,;:") + "…"


def _agreement(result: IndicatorResult) -> float:
    return -1.0 if result.agreement is None else result.agreement
