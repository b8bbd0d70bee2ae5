"""One file's lines, by the reader that its kind needs."""

from __future__ import annotations

import codecs
import json
import subprocess
import sys
from pathlib import Path

from placecheck.errors import refuse
from placecheck.notes.reading.bounds import CLOCK, MAX_BYTES
from placecheck.notes.reading.kinds import READABLE, kind_of
from placecheck.notes.reading.lines import Line, plain_lines
from placecheck.source.text import decoded

CHILD = "placecheck.notes.reading.child"
BINARY = 0.02
"""A text with so large a share of characters that are no text is none."""


def read_lines(name: str, raw: bytes) -> tuple[Line, ...]:
    """The lines of the file `name` that holds `raw`. Raises InputError where it cannot be read as a note."""
    if len(raw) > MAX_BYTES:
        raise refuse(name, 0, "", f"The file is larger than {MAX_BYTES // 1_000_000} MB.", "Split it.")
    kind = kind_of(name, raw)
    lines = plain_lines(_text(name, raw)) if kind == "text" else _by_child(name, kind, raw)
    if not lines:
        raise refuse(name, 0, "", "The file holds no text.", READABLE)
    return lines


def _text(name: str, raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return raw.decode("utf-16")
        except UnicodeDecodeError:
            raise refuse(name, 0, "", "This is not UTF-16 text, though it says so.", "Save it as UTF-8.") from None
    text = decoded(raw, name, MAX_BYTES)
    strange = sum(not (character.isprintable() or character.isspace()) for character in text[:100_000])
    if strange > BINARY * min(len(text), 100_000):
        raise refuse(name, 0, "", "This is no text.", READABLE)
    return text


def _by_child(name: str, kind: str, raw: bytes) -> tuple[Line, ...]:
    """What a process of its own reads, which cannot take more memory or time than it is given."""
    command = [sys.executable, "-m", CHILD, kind]
    try:
        done = subprocess.run(  # noqa: S603 (this Python, a module of ours, a kind of ours)
            command, input=raw, capture_output=True, timeout=CLOCK, check=False, cwd=Path(__file__).parents[3]
        )
    except subprocess.TimeoutExpired:
        raise _costly(name) from None
    if done.returncode:
        raise _costly(name)
    answer = json.loads(done.stdout)
    if answer and isinstance(answer[0], str):
        what, _, mend = answer[0].partition(". ")
        raise refuse(name, 0, "", f"{what}.", mend)
    return tuple(Line(*line) for line in answer)


def _costly(name: str) -> Exception:
    what = "The file takes more time or memory to read than any note does."
    return refuse(name, 0, "", what, "It may be damaged or made to do harm. Give the text itself.")
