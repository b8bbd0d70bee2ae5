"""A page to persuade with: a claim, what it rests on, what a group sees, what speaks against it, and the ask."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from placecheck.assessment import Assessment
from placecheck.levels.matter_summary import first_ask
from placecheck.notes import Catalogue
from placecheck.place import Matter
from placecheck.publishing import find_texts
from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.views.notes.passage_card import PassageView
from placecheck.views.printed_labels import paper_labels
from placecheck.views.results.finding_lists import people_view
from placecheck.views.results.indicator import indicator_view
from placecheck.views.results.pictures import ladder_view
from placecheck.views.results.results import about_line
from placecheck.words import case as w
from placecheck.words import levels, say

GROUNDS, WARNINGS = 3, 2
"""How many passages are cited for it and against it."""


@dataclass(frozen=True, slots=True)
class CaseView:
    """The page: each title and what is below it. `story` is one that was ticked as naming nobody."""

    language: str
    title: str
    place: str
    about: tuple[str, ...]
    claim: str
    grounds: tuple[PassageView, ...]
    ours: tuple[str, ...]
    story: str | None
    against: tuple[PassageView, ...]
    ask: str
    whom: str
    words: dict[str, str]


def case_view(
    rubric: Rubric,
    catalogue: Catalogue,
    assessment: Assessment,
    result: Result,
    indicator_id: str,
    *,
    ticks: Collection[str] = (),
    ask: str | None = None,
    whom: str | None = None,
) -> CaseView:
    """Return the case for the indicator `indicator_id`, which the result must hold.

    What is asked, and of whom, defaults to the group's first next step about it.
    """
    behind = indicator_view(rubric, catalogue, assessment, result, indicator_id)
    row = next(row for row in ladder_view(rubric, result).rows() if row.indicator == indicator_id)
    step = next((action for action in assessment.actions if action.indicator == indicator_id), None)
    who = people_view(rubric, assessment)
    known = row.low == row.high or row.status != "ok"
    description = f"{row.words}." if known else say(w.STANDS, words=row.words, span=row.span)
    return CaseView(
        language=rubric.language,
        title=say(w.TITLE, place=assessment.place.name, name=behind.name),
        place=assessment.place.name,
        about=about_line(assessment),
        claim=behind.statement,
        grounds=behind.supports[:GROUNDS],
        ours=(description, f"{who.title}: {', '.join(who.spoke)}.", f"{who.absent_title}: {' '.join(who.absent)}"),
        story=_ticked_story(assessment, indicator_id, ticks),
        against=behind.cautions[:WARNINGS],
        ask=ask or (step.what if step else say(w.ASK_BLANK)),
        whom=whom or (step.power if step and step.power else say(w.WHOM_BLANK)),
        words={name: say(words) for name, words in _FIXED.items()} | paper_labels(),
    )


def ask_of_level(
    assessment: Assessment, matters: Iterable[Matter], level_names: Mapping[str, str], indicator_id: str
) -> tuple[str, str] | None:
    """Return what `matters` of the place ask about the indicator, and of which level, by its name.

    `level_names` are the names by id, from near to far. None where nothing is asked, or where the group's own next step
    about the indicator goes first.
    """
    if any(action.indicator == indicator_id for action in assessment.actions):
        return None
    first = first_ask(matters, list(level_names), indicator_id)
    if first is None:
        return None
    asked, level = first
    return say(levels.ASKED, ask=asked.ask, matter=asked.matter), level_names.get(level, level)


def _ticked_story(assessment: Assessment, indicator_id: str, ticks: Collection[str]) -> str | None:
    """Return the shortest story of the indicator that a person ticked as naming nobody."""
    ticked = [text for text in find_texts(assessment) if text.tick in ticks and text.indicator == indicator_id]
    stories = [story for text in ticked if (story := dict(text.parts).get("story"))]
    return min(stories, key=len, default=None)


_FIXED = {
    "kicker": w.KICKER,
    "claim": w.CLAIM,
    "grounds": w.GROUNDS,
    "ours": w.OURS,
    "story": w.STORY,
    "no_story": w.NO_STORY,
    "against": w.AGAINST,
    "against_how": w.AGAINST_HOW,
    "no_caution": w.NO_CAUTION,
    "ask": w.ASK,
    "whom": w.WHOM,
}
