"""Sheets of paper as they are keyed in: what each key means, and what was keyed so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from placecheck.assessment import Answer, Assessment, Voice
from placecheck.assessment.model import NoAnswer, Sure
from placecheck.rubric import Rubric
from placecheck.views.indicator import SURE_WORDS
from placecheck.views.sheet import sheet
from placecheck.words import keying as w
from placecheck.words import say

NO_ANSWERS: Mapping[str, NoAnswer] = {"d": "dont_know", "n": "not_here", "r": "rather_not_say"}
"""The key of each no-answer; a level's key is its number."""

SURE: Mapping[str, Sure] = {"1": "not_very", "2": "fairly", "3": "very"}
"""The key that says how sure, after a level: the boxes of the sheet, from the left."""

_OPEN = {name: f"{{{name}}}" for name in ("voice", "done", "total", "key", "keys", "number", "name", "answer", "sure")}
"""What the grid fills in by itself."""

FIELDS = ("typed", "story", "not_for")
Row = dict[str, str]
"""What was keyed of one question: by each of FIELDS, empty where there is nothing."""


@dataclass(frozen=True, slots=True)
class AskedView:
    """One question as the grid names it, under its number on the sheet."""

    id: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One dimension and its questions."""

    name: str
    questions: tuple[AskedView, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """One voice that answered on paper, and what was keyed in of its sheet, by indicator."""

    voice: str
    name: str
    perspective: str
    rows: dict[str, Row]


@dataclass(frozen=True, slots=True)
class KeyingView:
    """The grid: its questions in the order of the sheet, what each key means, and the sheets that are keyed in.

    `keys` and `sure` name what a first and a second key mean; `high` holds the keys of the levels after which the sheet
    asks for whom they are not true.
    """

    sides: tuple[SideView, ...]
    keys: dict[str, str]
    sure: dict[str, str]
    high: tuple[str, ...]
    perspectives: tuple[tuple[str, str], ...]
    sheets: tuple[SheetView, ...]
    words: dict[str, str]


def keying_view(rubric: Rubric, assessment: Assessment) -> KeyingView:
    """The grid for the round `assessment`; `rubric` is as the group asks it."""
    asks = sheet(rubric, assessment.round)
    names = {one.value: one.name for one in asks.no_answers}
    levels = {str(step): level.name for step, level in enumerate(rubric.levels)}
    perspectives = {one.value: one.name for one in asks.perspectives}
    return KeyingView(
        sides=tuple(
            SideView(side.name, tuple(AskedView(one.id, one.number, one.name) for one in side.questions))
            for side in asks.sides
        ),
        keys=levels | {key: names[kind] for key, kind in NO_ANSWERS.items()},
        sure={key: say(SURE_WORDS[kind]) for key, kind in SURE.items()},
        high=tuple(levels)[asks.high_from :],
        perspectives=tuple(perspectives.items()),
        sheets=tuple(_sheet(voice, perspectives) for voice in assessment.voices if voice.paper),
        words={name: say(words, **_OPEN) for name, words in w.GRID.items()},
    )


def _sheet(voice: Voice, perspectives: Mapping[str, str]) -> SheetView:
    spoken = perspectives.get(voice.perspective or "")
    name = say(w.SHEET_FROM, voice=voice.id, perspective=spoken) if spoken else say(w.SHEET_OF, voice=voice.id)
    rows = {id_: typed(answer) for id_, answer in voice.answers.items()}
    return SheetView(voice.id, name, voice.perspective or "", rows)


def typed(answer: Answer) -> Row:
    """The keys that give `answer`."""
    kind = next((key for key, kind in NO_ANSWERS.items() if kind == answer.no_answer), "")
    sure = next((key for key, sure in SURE.items() if sure == answer.sure), "")
    keys = kind if answer.level is None else f"{answer.level}{sure}"
    return {"typed": keys, "story": answer.story or "", "not_for": answer.not_for or ""}


def understood(row: Mapping[str, object], steps: int) -> Answer | None:
    """The answer that `row` gives on a ladder of `steps` levels, None where it is empty. Raises ValueError."""
    keys, story, not_for = (str(row.get(field) or "").strip() for field in FIELDS)
    given = {"story": story or None, "not_for": not_for or None, **_chosen(keys.lower(), steps)}
    return Answer.model_validate(given) if any(value is not None for value in given.values()) else None


def _chosen(keys: str, steps: int) -> dict[str, object]:
    first, second = keys[:1], keys[1:]
    if not keys:
        return {}
    if first in NO_ANSWERS and not second:
        return {"no_answer": NO_ANSWERS[first]}
    if first in [str(step) for step in range(steps)] and (not second or second in SURE):
        return {"level": int(first), "sure": SURE.get(second)}
    raise ValueError(f"no answer is keyed as {keys!r}")
