"""Sheets of paper as they are keyed in: what each key means, and what was keyed so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from placecheck.assessment import Answer, Assessment, Voice
from placecheck.assessment.asked import question_list
from placecheck.assessment.model import ANSWER_TEXTS, NoAnswer, Sure
from placecheck.rubric import Rubric
from placecheck.storage.workshop_values import SecondVotes
from placecheck.views.questionnaire.questionnaire import Questionnaire, QuestionnaireDimension, questionnaire_view
from placecheck.views.results.indicator import SURE_WORDS
from placecheck.words import forms, say
from placecheck.words import keying as w

NO_ANSWERS: Mapping[str, NoAnswer] = {"d": "dont_know", "n": "not_here", "r": "rather_not_say"}
"""The key of each no-answer; a level's key is its number."""

SURE: Mapping[str, Sure] = {"1": "not_very", "2": "fairly", "3": "very"}
"""The key that says how sure, after a level: the boxes of the sheet, from the left."""

_OPEN = {name: f"{{{name}}}" for name in ("voice", "done", "total", "key", "keys", "number", "name", "answer", "sure")}
"""What the grid fills in by itself."""

AGAIN = "again:"
"""What the id of a row of the grid begins with that is of a second vote; the vote's number follows."""

NO_VOTES = SecondVotes({}, {})

FIELDS = ("typed", *ANSWER_TEXTS)
Row = dict[str, str]
"""What was keyed of one question: by each of FIELDS, empty where there is nothing."""


@dataclass(frozen=True, slots=True)
class KeyingQuestionView:
    """One question as the grid names it, under its number on the sheet."""

    id: str
    number: int
    name: str
    promise: bool
    """Whether the sheet asks what was promised and what was seen."""
    perspectives: tuple[str, ...] = ()
    """The ids of the perspectives that it is meant for; empty where it is meant for everyone."""
    meant_for: str = ""
    """Whom it is meant for, in words."""


@dataclass(frozen=True, slots=True)
class KeyingDimensionView:
    """One dimension and its questions."""

    name: str
    questions: tuple[KeyingQuestionView, ...]


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

    dimensions: tuple[KeyingDimensionView, ...]
    keys: dict[str, str]
    sure: dict[str, str]
    high: tuple[str, ...]
    perspectives: tuple[tuple[str, str], ...]
    sheets: tuple[SheetView, ...]
    words: dict[str, str]


def keying_view(rubric: Rubric, assessment: Assessment, again: SecondVotes = NO_VOTES) -> KeyingView:
    """Return the grid for the assessment `assessment`; `rubric` is as the group asks it. Second votes come first."""
    asks = questionnaire_view(rubric, question_list(rubric, assessment))
    names = {choice.value: choice.name for choice in asks.no_answers}
    levels = {str(step): level.name for step, level in enumerate(rubric.levels)}
    used = {voice.perspective for voice in assessment.voices if voice.paper}
    perspectives = {shown.id: shown.name for shown in rubric.offered_perspectives(used)}
    return KeyingView(
        dimensions=(*_second_votes(asks, again), *map(_dimension, asks.dimensions)),
        keys=levels | {key: names[kind] for key, kind in NO_ANSWERS.items()},
        sure={key: say(SURE_WORDS[kind]) for key, kind in SURE.items()},
        high=tuple(levels)[asks.high_from :],
        perspectives=tuple(perspectives.items()),
        sheets=tuple(_sheet(voice, perspectives, again) for voice in assessment.voices if voice.paper),
        words={name: say(words, **_OPEN) for name, words in w.GRID.items()},
    )


def _dimension(dimension: QuestionnaireDimension) -> KeyingDimensionView:
    return KeyingDimensionView(
        dimension.name,
        tuple(
            KeyingQuestionView(
                id=asked.id,
                number=asked.number,
                name=asked.name,
                promise=asked.promise is not None,
                perspectives=asked.perspectives,
                meant_for=say(forms.MEANT_FOR, names=asked.meant_for) if asked.meant_for else "",
            )
            for asked in dimension.questions
        ),
    )


def _second_votes(asks: Questionnaire, again: SecondVotes) -> Iterator[KeyingDimensionView]:
    """Yield the rows of the second votes, each under the number that its question has on the sheet."""
    questions = {question.id: question for question in asks.questions()}
    rows = tuple(
        KeyingQuestionView(f"{AGAIN}{number}", questions[id_].number, questions[id_].name, promise=False)
        for number, id_ in again.asks.items()
        if id_ in questions
    )
    if rows:
        yield KeyingDimensionView(say(w.SECOND_VOTES), rows)


def _sheet(voice: Voice, perspectives: Mapping[str, str], again: SecondVotes) -> SheetView:
    spoken = perspectives.get(voice.perspective or "")
    name = say(w.SHEET_FROM, voice=voice.id, perspective=spoken) if spoken else say(w.SHEET_OF, voice=voice.id)
    rows = {id_: keys_for(answer) for id_, answer in voice.answers.items()}
    rows |= {f"{AGAIN}{number}": keys_for(answer) for number, answer in again.ballots.get(voice.id, {}).items()}
    return SheetView(voice.id, name, voice.perspective or "", rows)


def keys_for(answer: Answer) -> Row:
    """Return the keys that give `answer`."""
    kind = next((key for key, kind in NO_ANSWERS.items() if kind == answer.no_answer), "")
    sure = next((key for key, sure in SURE.items() if sure == answer.sure), "")
    keys = kind if answer.level is None else f"{answer.level}{sure}"
    return {"typed": keys, **{name: getattr(answer, name) or "" for name in ANSWER_TEXTS}}


def parse_row(row: Mapping[str, object], steps: int, before: Answer | None = None) -> Answer | None:
    """Return the answer that `row` gives on a ladder of `steps` levels, None where it is empty.

    What the row has no place for stays as it was `before`.

    Raises:
        ValueError: The row holds what no key of the grid gives.
    """
    keys, *texts = (str(row.get(field) or "").strip() for field in FIELDS)
    written = {name: text or None for name, text in zip(ANSWER_TEXTS, texts, strict=True)}
    fields = {**written, **_chosen(keys.lower(), steps)}
    if all(value is None for value in fields.values()):
        return None
    sure = before.sure if before and before.level is None else None
    return Answer.model_validate({**dict(before or ()), "level": None, "no_answer": None, "sure": sure, **fields})


def _chosen(keys: str, steps: int) -> dict[str, object]:
    first, second = keys[:1], keys[1:]
    if not keys:
        return {}
    if first in NO_ANSWERS and not second:
        return {"no_answer": NO_ANSWERS[first]}
    if first in [str(step) for step in range(steps)] and (not second or second in SURE):
        return {"level": int(first), "sure": SURE.get(second)}
    raise ValueError(f"no answer is keyed as {keys!r}")
