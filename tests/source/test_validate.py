from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest

from placecheck.assessment import Assessment
from placecheck.errors import MAX_FINDINGS, InputError
from placecheck.notes.model import NotesFile, PassagesFile
from placecheck.notes.wording import Wording
from placecheck.rubric.model import Dimension, Manifest
from placecheck.rubric.words_to_avoid import WordsToAvoid
from placecheck.source import Source, read_source, validated
from placecheck.source.fields import PATTERN_HINTS

BASE = Path(__file__).resolve().parents[1] / "data" / "bad" / "base"

SOUND = {
    "assessment.yaml": Assessment,
    "rubric/rubric.yaml": Manifest,
    "rubric/dimensions/green.yaml": Dimension,
    "rubric/notes.yaml": NotesFile,
    "rubric/passages.yaml": PassagesFile,
}

NASTY = [
    None, True, False, 0, -1, 7, 10**12, 3.5, float("nan"), float("inf"), "", " ", "?", "x" * 20_000, "a\nb", "a\x00b",
    "\ud800", "1", "yes", "2026-10-03", [], [None], ["x"], [[]], ["x"] * 200, {}, {"x": 1}, {"X y": 1}, b"bytes",
]  # fmt: skip

OTHERS_WORDS = re.compile(
    r"\b(input|valid|invalid|should|tuple|dict\w*|instance|string|str|int|float|bool\w*|decimal|literal|pattern|regex|"
    r"sequence|mapping|null|none|field|extra|parse|parsing|type|value error|items?)\b",
    re.IGNORECASE,
)


def findings(model, data: Any) -> list:
    try:
        validated(model, Source("f.yaml", data, {(): 1}))
    except InputError as error:
        return list(error.findings)
    return []


@pytest.mark.parametrize("name", SOUND)
def test_whatever_stands_in_whichever_place_is_told_in_our_own_words(name):
    source = read_source(BASE / name)
    for path in source.lines:
        for nasty in NASTY:
            for finding in findings(SOUND[name], replaced(source.data, path, nasty)):
                said = re.sub(r"`[^`]*`|Write none, arithmetic or geometric", "", f"{finding.what} {finding.hint}")
                assert not OTHERS_WORDS.search(said), (path, nasty, said)
                assert "cannot be taken here" not in said or isinstance(nasty, bytes), (path, nasty, said)
                assert finding.hint.endswith((".", "?")), finding


@pytest.mark.parametrize("name", SOUND)
def test_whatever_key_is_too_many_or_missing_is_told_in_our_own_words(name):
    source = read_source(BASE / name)
    for path in source.lines:
        spoilt = copy.deepcopy(source.data)
        holder = spoilt
        for step in path[:-1]:
            holder = holder[step]
        if path:
            del holder[path[-1]]
        if isinstance(holder, dict):
            holder["zebra"] = 1
        for finding in findings(SOUND[name], spoilt):
            assert finding.what in ("This key is missing.", "This key is not known.") or "entr" in finding.what, finding


def replaced(data: Any, path: tuple, value: object) -> Any:
    if not path:
        return value
    spoilt = copy.deepcopy(data)
    holder = spoilt
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return spoilt


def test_every_form_that_a_field_asks_for_has_its_words():
    every = (*SOUND.values(), Wording, WordsToAvoid)
    asked = {pattern for model in every for pattern in patterns(model.model_json_schema())}
    assert asked <= PATTERN_HINTS.keys()
    assert "`" not in "".join(PATTERN_HINTS.values())


def patterns(schema: object) -> set[str]:
    match schema:
        case dict():
            is_text = schema.get("type") == "string" and "?!" not in schema.get("pattern", "?!")
            return set().union({schema["pattern"]} if is_text else set(), *map(patterns, schema.values()))
        case list():
            return set().union(*map(patterns, schema))
        case _:
            return set()


def test_faults_are_told_in_the_order_of_their_lines_up_to_a_hundred():
    lines = {(f"zebra{n}",): 500 - n for n in range(300)}
    data = {path[0]: 1 for path in lines}
    with pytest.raises(InputError) as refusal:
        validated(NotesFile, Source("f.yaml", data, lines))
    told = refusal.value.findings
    assert [one.line for one in told] == sorted(one.line for one in told)
    assert len(told) == MAX_FINDINGS + 1
    assert told[-1].what == "More faults stand from here on."
