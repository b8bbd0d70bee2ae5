"""Assessments as rows: the seven tables of a workbook and an archive, and the one flat table of a CSV file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from placecheck.assessment import Action, Assessment, Voice
from placecheck.assessment.serialise import as_data
from placecheck.exchange.cell_names import CELLS, OUTCOME_PREFIX, filled_cells
from placecheck.exchange.column_dictionary import FACTS, format_columns

TABLES: Mapping[str, tuple[str, ...]] = {
    "places": ("assessment", *FACTS),
    "own": ("assessment", "indicator", *CELLS["own"]),
    "voices": ("assessment", "voice", "perspective", "paper"),
    "answers": ("assessment", "voice", "indicator", *CELLS["answer"]),
    "agreed": ("assessment", "indicator", *CELLS["agreed"]),
    "actions": ("assessment", *CELLS["action"]),
    "causes": ("assessment", "indicator", *CELLS["cause"]),
}
"""The tables and their columns. `assessment` counts from 1 and says what belongs together."""

ROOM_COLUMNS = {"scribe_notes": "notes", "second_votes": "second_votes"}
"""The key in the file by column, for what was recorded in the room; tables use the word `notes` for stories."""

RECORD_KIND_BY_TABLE = {
    "places": "place",
    "own": "own",
    "voices": "voice",
    "answers": "answer",
    "agreed": "agreed",
    "actions": "action",
    "causes": "cause",
}

LISTS = ("asked", "offered_perspectives")
"""Facts that are ids with commas between them."""

_LONG = ("boundary", "context", "missing_voices", *LISTS, "perspective_names", *ROOM_COLUMNS)
"""Facts that may run to pages, and are on the place's own row alone."""

ExportRow = Mapping[str, str]
"""A row: the text of each column that is not blank."""


def rows_by_table(assessments: Sequence[Assessment]) -> dict[str, list[ExportRow]]:
    """Return the rows of each table, in the order of the assessments."""
    by_table: dict[str, list[ExportRow]] = {name: [] for name in TABLES}
    for number, assessment in enumerate(assessments, start=1):
        which = {"assessment": str(number)}
        by_table["places"].append({**which, **_facts(assessment)})
        by_table["own"] += [{**which, **row} for row in _own(assessment)]
        by_table["voices"] += [{**which, **_voice(voice)} for voice in assessment.voices]
        by_table["answers"] += [
            {**which, "voice": voice.id, **answer_cells}
            for voice in assessment.voices
            for answer_cells in _answers(voice)
        ]
        by_table["agreed"] += [{**which, **row} for row in _agreed(assessment)]
        by_table["actions"] += [{**which, **row} for row in _actions(assessment)]
        by_table["causes"] += [{**which, **row} for row in _causes(assessment)]
    return by_table


def flat_rows(assessments: Sequence[Assessment]) -> Iterator[list[str]]:
    """Yield one row for each place, answer, agreed outcome, action and cause, and for each voice without an answer.

    The cells are in the order of `format_columns()`. Each row names its place, so that it can be read alone.
    """
    names = tuple(format_columns())
    for number, assessment in enumerate(assessments, start=1):
        which = {"assessment": str(number)} if len(assessments) > 1 else {}
        facts = _facts(assessment)
        short = {**which, **{name: value for name, value in facts.items() if name not in _LONG}}
        for kind, row in _flat_assessment_rows(assessment):
            known = {**which, **facts} if kind == "place" else short
            filled = {"row": kind, **known, **row}
            yield [filled.get(name, "") for name in names]


def _flat_assessment_rows(assessment: Assessment) -> Iterator[tuple[str, ExportRow]]:
    yield "place", {}
    for own in _own(assessment):
        yield "own", own
    for voice in assessment.voices:
        if not voice.answers:
            yield "voice", _voice(voice)
        for cells in _answers(voice):
            yield "answer", {**_voice(voice), **cells}
    for agreed in _agreed(assessment):
        yield "agreed", agreed
    for action in _actions(assessment):
        yield "action", action
    for cause in _causes(assessment):
        yield "cause", cause


def _facts(assessment: Assessment) -> dict[str, str]:
    place = filled_cells(assessment.place, "kind", "nation", "boundary", "context")
    date = {"date": assessment.date.isoformat()} if assessment.date else {}
    facts = {"round": assessment.question_set, "rubric": assessment.rubric.id, "edition": assessment.rubric.edition}
    if assessment.held_back:
        facts["held_back"] = str(assessment.held_back)
    facts |= {name: ", ".join(ids) for name in LISTS if (ids := getattr(assessment, name))}
    if assessment.perspective_names:
        facts["perspective_names"] = json.dumps(dict(assessment.perspective_names), ensure_ascii=False)
    group_words = {**filled_cells(assessment, "missing_voices"), **_room(assessment)}
    return {"place": assessment.place.name, **place, **date, **facts, **group_words}


def _room(assessment: Assessment) -> dict[str, str]:
    """Return the scribe's notes and the second votes, each as JSON in one cell."""
    data = as_data(assessment)
    return {name: json.dumps(data[key], ensure_ascii=False) for name, key in ROOM_COLUMNS.items() if key in data}


def _own(assessment: Assessment) -> Iterator[ExportRow]:
    """Yield the group's own words; the indicator as this group asks it is JSON, in one cell."""
    for id_, own in as_data(assessment).get("own_words", {}).items():
        words = {"words": json.dumps(own["words"], ensure_ascii=False)} if "words" in own else {}
        yield {"indicator": id_, **own, **words}


def _voice(voice: Voice) -> dict[str, str]:
    return {"voice": voice.id, **filled_cells(voice, "perspective"), **({"paper": "yes"} if voice.paper else {})}


def _answers(voice: Voice) -> Iterator[ExportRow]:
    for id_, answer in voice.answers.items():
        yield {"indicator": id_, **filled_cells(answer)}


def _agreed(assessment: Assessment) -> Iterator[ExportRow]:
    for id_, agreed in assessment.agreed.items():
        yield {"indicator": id_, **filled_cells(agreed)}


def _actions(assessment: Assessment) -> Iterator[ExportRow]:
    for action in assessment.actions:
        outcome = filled_cells(action.outcome) if action.outcome else {}
        yield {
            **filled_cells(action, *(name for name in Action.model_fields if name != "outcome")),
            **{f"{OUTCOME_PREFIX}{name}": text for name, text in outcome.items()},
        }


def _causes(assessment: Assessment) -> Iterator[ExportRow]:
    for id_, cause in assessment.causes.items():
        yield {"indicator": id_, **filled_cells(cause)}
