"""A YAML or JSON file as plain values, with the line of each key; safe whatever the file holds.

Size, depth, number of values and length of keys are bounded, so that a hostile file costs as little as an honest one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from placecheck.errors import Finding, Severity
from placecheck.source.builder import MAX_DEPTH, MAX_VALUES, KeyPath, dotted
from placecheck.source.json_quick import quick_json
from placecheck.source.json_reader import build_json
from placecheck.source.text import MAX_BYTES, decoded, read_text
from placecheck.source.yaml_reader import build_yaml

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_VALUES",
    "KeyPath",
    "Source",
    "decoded",
    "dotted",
    "parsed",
    "read_source",
    "read_text",
]


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds (`data`) and the line (from 1) of each key path in it, looked up once a line is wanted."""

    file: str
    data: Any
    known_lines: Mapping[KeyPath, int] | Callable[[], Mapping[KeyPath, int]]

    @property
    def lines(self) -> Mapping[KeyPath, int]:
        """Return the line of each key path."""
        return self.known_lines() if callable(self.known_lines) else self.known_lines

    def line(self, path: KeyPath) -> int:
        """Return the line of `path`, or of the nearest key above it that the file has."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def finding(self, path: KeyPath, what: str, hint: str, severity: Severity = "fault") -> Finding:
        """Return a finding at `path`, with its file and line."""
        return Finding(self.file, self.line(path), dotted(path), what, hint, severity)


def read_source(path: Path) -> Source:
    """Read the YAML or JSON file at `path`, by its ending.

    Raises:
        InputError: It cannot be read, or is no YAML or JSON.
    """
    return parsed(read_text(path), str(path), is_json=path.suffix.lower() == ".json")


def parsed(text: str, name: str, *, is_json: bool = False) -> Source:
    """Parse `text` as a `Source`.

    Raises:
        InputError: It is no YAML or JSON, too deep or long, or repeats a key.
    """
    if is_json and (quick := quick_json(text)):
        return Source(name, quick[0], cache(lambda: build_json(text, name).lines))
    builder = build_json(text, name) if is_json else build_yaml(text, name)
    return Source(name, builder.root, builder.lines)
