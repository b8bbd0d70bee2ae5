"""Read one file's lines with the reader that its kind needs."""

from __future__ import annotations

import codecs

from placecheck.errors import refuse
from placecheck.notes.reading.bounds import MAX_BYTES, TIMEOUT
from placecheck.notes.reading.lines import DocumentLine, plain_lines
from placecheck.notes.reading.sniff import READABLE, sniff_kind
from placecheck.source.text import decoded
from placecheck.worker import ask_worker

WORKER = "placecheck.notes.reading.worker"
BINARY = 0.02
"""The share (0 to 1) of unprintable characters above which a file is not text."""


def read_lines(name: str, raw: bytes) -> tuple[DocumentLine, ...]:
    """Return the lines of the file `name` whose content is `raw`.

    Raises:
        InputError: The file cannot be read as a note.
    """
    if len(raw) > MAX_BYTES:
        raise refuse(name, 0, "", f"The file is larger than {MAX_BYTES // 1_000_000} MB.", "Split it.")
    kind = sniff_kind(name, raw)
    lines = plain_lines(_text(name, raw)) if kind == "text" else _in_worker(name, kind, raw)
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
    unprintable = sum(not (character.isprintable() or character.isspace()) for character in text[:100_000])
    if unprintable > BINARY * min(len(text), 100_000):
        raise refuse(name, 0, "", "This is not text.", READABLE)
    return text


def _in_worker(name: str, kind: str, raw: bytes) -> tuple[DocumentLine, ...]:
    """Read the lines in a process that cannot take more memory or time than it is given."""
    answer = ask_worker(WORKER, kind, raw, TIMEOUT)
    if answer is None:
        raise _costly(name)
    if answer and isinstance(answer[0], str):
        what, _, hint = answer[0].partition(". ")
        raise refuse(name, 0, "", f"{what}.", hint)
    return tuple(DocumentLine(*line) for line in answer)


def _costly(name: str) -> Exception:
    what = "The file takes more time or memory to read than any note does."
    return refuse(name, 0, "", what, "It may be damaged or made to do harm. Give the text itself.")
