"""Text of a YAML file that was lost to ` #`, which begins a remark there: named with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from placecheck.assessment.model import Action, Agreed, Answer, Assessment, Cause, Outcome, Place, WrittenNote
from placecheck.errors import Finding
from placecheck.source.field_kinds import long_texts
from placecheck.words import importing as words
from placecheck.words import say

_TEXTS = frozenset(
    name
    for model in (Place, Answer, Agreed, Action, Outcome, Cause, WrittenNote, Assessment)
    for name in long_texts(model)
)
"""The keys under which people write sentences; elsewhere a remark behind a value is meant."""

_MAY_CUT = re.compile(r"\S[ \t]+#|^[ \t]+#", re.MULTILINE)
_LONGEST = 1_000_000


def cut_text_remarks(text: str, file: str) -> list[Finding]:
    """Return a remark for each text of people's that ends before ` #`, or is followed by lines that begin with it."""
    if len(text) > _LONGEST or not _MAY_CUT.search(text):
        return []
    lines = text.splitlines()
    try:
        cuts = list(_cuts(text, lines))
    except yaml.YAMLError:  # what is wrong with the file is named by its reader
        return []
    return [Finding(file, line, key, say(words.CUT_BY_HASH), "", "remark") for line, key in cuts]


def _cuts(text: str, lines: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines on which a text was cut, each with the key of the text."""
    key, block = "", ""
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        if block:
            yield from ((line, block) for line in _remarks_before(event, lines))
        block = ""
        if not isinstance(event, yaml.ScalarEvent):
            key = ""
            continue
        if key in _TEXTS:
            if event.style in ("|", ">"):
                block = key
            elif not event.style and _is_cut(lines, event):
                yield (event.end_mark.line if event.end_mark else 0) + 1, key
        key = event.value if len(event.value) < 20 else ""


def _is_cut(lines: list[str], event: yaml.ScalarEvent) -> bool:
    end = event.end_mark
    return end is not None and end.line < len(lines) and lines[end.line][end.column :].lstrip().startswith("#")


def _remarks_before(event: yaml.Event, lines: list[str]) -> Iterator[int]:
    """Yield the lines of remarks between a block of text and the `event` after it."""
    line = min(event.start_mark.line if event.start_mark else 0, len(lines))
    while line > 0 and (not lines[line - 1].strip() or lines[line - 1].lstrip().startswith("#")):
        line -= 1
        if lines[line].strip():
            yield line + 1
