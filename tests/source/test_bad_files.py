"""The tables in tests/data/bad: each broken or hostile input gives exactly the message that stands beside it.

A case is read by the reader that its table names; another kind of input needs one more entry in READERS.
"""

from __future__ import annotations

import os
import runpy
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from placecheck.assessment import read_assessment
from placecheck.errors import InputError
from placecheck.exchange import accept, plan_import
from placecheck.notes import load_catalogue
from placecheck.rubric import load_rubric

BAD = Path(__file__).resolve().parents[1] / "data" / "bad"

MADE = runpy.run_path(str(BAD / "made.py")) | runpy.run_path(str(BAD / "made_files.py"))
"""Inputs too large to keep, each a function that gives its bytes."""

READERS: dict[str, Callable[[Path], object]] = {
    "assessment": read_assessment,
    "rubric": lambda path: load_rubric(path.parent if path.parent.name != "dimensions" else path.parent.parent),
    "notes": lambda path: load_catalogue(path.parent),
    "import": lambda path: accept(plan_import(path)),
}


def tables() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(BAD.glob("*.yaml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in table["cases"]:
            yield f"{path.stem}: {case['name']}", {**table, **case}


CASES = dict(tables())


def put(case: dict[str, Any], folder: Path) -> Path:
    """Put the case's file into `folder`, with the sound files that belong to it; its path there."""
    base = BAD / "base" / case["base"]
    if base.is_dir():
        shutil.copytree(base, folder, dirs_exist_ok=True)
    elif base.exists():
        shutil.copy(base, folder / case["file"])
    path = folder / case["file"]
    match case:
        case {"text": text}:
            path.write_bytes(text.encode())
        case {"hex": digits}:
            path.write_bytes(bytes.fromhex(digits))
        case {"made": name}:
            path.write_bytes(MADE[name]())
        case {"folder": True}:
            path.mkdir()
        case {"missing": True}:
            path.unlink(missing_ok=True)
        case {"change": changes}:
            path.write_text(changed(path.read_text(encoding="utf-8"), changes), encoding="utf-8")
    return path


def changed(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} must stand once in the base file"
        text = text.replace(old, new)
    return text


def shortened(said: list[str], expected: list[str]) -> list[str]:
    """What was said, with `...` for as much of it as the table leaves out."""
    if "..." not in expected:
        return said
    head = expected.index("...")
    return [*said[:head], "...", *said[head + 1 - len(expected) :]]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_bad_input_gives_the_message_that_stands_beside_it(case, tmp_path):
    path = put(case, tmp_path)
    with pytest.raises(InputError) as refusal:
        READERS[case["reads"]](path)
    said = str(refusal.value).replace(f"{tmp_path}{os.sep}", "").replace(f"{tmp_path}", ".")
    assert shortened(said.splitlines(), case["says"]) == case["says"]


SPOILT = sorted({(case["reads"], case["base"], case["file"]) for case in CASES.values() if "change" in case})


@pytest.mark.parametrize(("kind", "base", "file"), SPOILT)
def test_the_file_that_a_case_spoils_is_sound_before(kind, base, file, tmp_path):
    READERS[kind](put({"base": base, "file": file}, tmp_path))


def test_there_are_cases_enough():
    assert len(CASES) >= 120
