"""Assessments as rows: the seven tables of a workbook and an archive, and the one flat table of a CSV file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from placecheck.assessment import Assessment, Voice
from placecheck.assessment.written import as_data
from placecheck.exchange.dictionary import columns

TABLES: Mapping[str, tuple[str, ...]] = {
    "places": (
        "assessment", "place", "kind", "nation", "boundary", "context", "date", "round", "rubric", "edition",
        "missing_voices",
    ),
    "own": ("assessment", "indicator", "change", "because", "dimension", "words"),
    "voices": ("assessment", "voice", "perspective", "paper"),
    "answers": ("assessment", "voice", "indicator", "level", "no_answer", "story", "sure", "not_for"),
    "agreed": (
        "assessment", "indicator", "level", "no_answer", "not_agreed", "because", "minority", "sure",
    ),
    "actions": ("assessment", "indicator", "what", "who", "first_step", "when", "power"),
    "causes": ("assessment", "indicator", "because", "since"),
}  # fmt: skip
"""The tables and their columns. `assessment` counts from 1 and says what belongs together."""

KIND_OF = {
    "places": "place",
    "own": "own",
    "voices": "voice",
    "answers": "answer",
    "agreed": "agreed",
    "actions": "action",
    "causes": "cause",
}

_LONG = ("boundary", "context", "missing_voices")
"""Facts that may run to pages, and stand on the place's own row alone."""

Filled = Mapping[str, str]
"""A row: what stands under each column; what is not there is blank."""


def tables(assessments: Sequence[Assessment]) -> dict[str, list[Filled]]:
    """The rows of each table, in the order of the assessments."""
    made: dict[str, list[Filled]] = {name: [] for name in TABLES}
    for number, one in enumerate(assessments, start=1):
        which = {"assessment": str(number)}
        made["places"].append({**which, **_facts(one)})
        made["own"] += [{**which, **row} for row in _own(one)]
        made["voices"] += [{**which, **_voice(voice)} for voice in one.voices]
        made["answers"] += [{**which, "voice": voice.id, **said} for voice in one.voices for said in _answers(voice)]
        made["agreed"] += [{**which, **row} for row in _agreed(one)]
        made["actions"] += [{**which, **row} for row in _actions(one)]
        made["causes"] += [{**which, **row} for row in _causes(one)]
    return made


def flat(assessments: Sequence[Assessment]) -> Iterator[list[str]]:
    """One row for each place, answer, agreed outcome, action and cause, and for each voice that gave no answer.

    The cells stand in the order of `columns()`. Each row names its place, so that it can be read alone.
    """
    names = tuple(columns())
    for number, one in enumerate(assessments, start=1):
        which = {"assessment": str(number)} if len(assessments) > 1 else {}
        facts = _facts(one)
        short = {**which, **{name: value for name, value in facts.items() if name not in _LONG}}
        for kind, row in _flat_rows(one):
            known = {**which, **facts} if kind == "place" else short
            filled = {"row": kind, **known, **row}
            yield [filled.get(name, "") for name in names]


def _flat_rows(one: Assessment) -> Iterator[tuple[str, Filled]]:
    yield "place", {}
    for own in _own(one):
        yield "own", own
    for voice in one.voices:
        if not voice.answers:
            yield "voice", _voice(voice)
        for said in _answers(voice):
            yield "answer", {**_voice(voice), **said}
    for agreed in _agreed(one):
        yield "agreed", agreed
    for action in _actions(one):
        yield "action", action
    for cause in _causes(one):
        yield "cause", cause


def _facts(one: Assessment) -> dict[str, str]:
    place = _given(one.place, "kind", "nation", "boundary", "context")
    date = {"date": one.date.isoformat()} if one.date else {}
    asked = {"round": one.round, "rubric": one.rubric.id, "edition": one.rubric.edition}
    return {"place": one.place.name, **place, **date, **asked, **_given(one, "missing_voices")}


def _own(one: Assessment) -> Iterator[Filled]:
    """What the group asks in its own words; the indicator as it is asked here is JSON, in one cell."""
    for id_, said in as_data(one).get("own_words", {}).items():
        words = {"words": json.dumps(said["words"], ensure_ascii=False)} if "words" in said else {}
        yield {"indicator": id_, **said, **words}


def _voice(voice: Voice) -> dict[str, str]:
    return {"voice": voice.id, **_given(voice, "perspective"), **({"paper": "yes"} if voice.paper else {})}


def _answers(voice: Voice) -> Iterator[Filled]:
    for id_, answer in voice.answers.items():
        yield {"indicator": id_, **_given(answer, "level", "no_answer", "story", "sure", "not_for")}


def _agreed(one: Assessment) -> Iterator[Filled]:
    for id_, agreed in one.agreed.items():
        said = _given(agreed, "level", "no_answer", "not_agreed", "because", "minority", "sure")
        yield {"indicator": id_, **said}


def _actions(one: Assessment) -> Iterator[Filled]:
    for action in one.actions:
        yield _given(action, "indicator", "what", "who", "first_step", "when", "power")


def _causes(one: Assessment) -> Iterator[Filled]:
    for id_, cause in one.causes.items():
        yield {"indicator": id_, **_given(cause, "because", "since")}


def _given(model: object, *names: str) -> dict[str, str]:
    return {name: str(value) for name in names if (value := getattr(model, name)) is not None}
