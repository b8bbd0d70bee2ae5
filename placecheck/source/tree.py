"""A YAML or JSON file as plain values, with the line of each key; safe whatever the file holds.

The file is read as a stream of events, never as objects: no tag is obeyed, no alias followed, and size, depth and
number of values are bounded, so that a hostile file costs as little as an honest one.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from placecheck.errors import refuse
from placecheck.source.scalars import plain_value

MAX_BYTES = 5_000_000
MAX_DEPTH = 20
MAX_VALUES = 300_000

KeyPath = tuple[str | int, ...]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SURROGATES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


@dataclass(frozen=True, slots=True)
class Source:
    """What a file holds (`data`) and on which line (from 1) each key path in it stands."""

    file: str
    data: Any
    lines: dict[KeyPath, int]

    def line(self, path: KeyPath) -> int:
        """The line of `path`, or of the nearest key above it that the file has."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read_text(path: Path, most: int = MAX_BYTES) -> str:
    """The text of the file at `path`, refused where it is missing, over `most` bytes, or not UTF-8."""
    name = str(path)
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except FileNotFoundError:
        raise refuse(name, 0, "", "There is no such file.", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise refuse(name, 0, "", "This is a folder.", "Name a file.") from None
    except OSError as error:
        raise refuse(name, 0, "", f"The file cannot be read ({error.strerror}).", "Check who may open it.") from None
    return decoded(raw, name, most)


def decoded(raw: bytes, name: str, most: int = MAX_BYTES) -> str:
    """`raw` as text; refused where it is over `most` bytes or not UTF-8."""
    if len(raw) > most:
        raise refuse(
            name, 0, "", f"The file is larger than {most // 1_000_000} MB.", "Split it, or shorten the stories."
        )
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"Byte {error.start + 1} (0x{raw[error.start]:02x}) is not UTF-8 text."
        raise refuse(name, line, "", what, "Save the file as UTF-8.") from None


def read_source(path: Path) -> Source:
    """The YAML or JSON file at `path`, by its ending."""
    return parsed(read_text(path), str(path), is_json=path.suffix.lower() == ".json")


def parsed(text: str, name: str, *, is_json: bool = False) -> Source:
    """`text` as a `Source`. Raises InputError where it is no YAML (JSON), too deep, too long, or holds a key twice."""
    if is_json:
        _check_json(text, name)
        text = _SURROGATES.sub(lambda match: json.loads(f'"{match.group()}"'), text)
    builder = _Builder(name)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            builder.take(event)
    except yaml.reader.ReaderError as error:
        code = error.character if isinstance(error.character, int) else ord(error.character[0])
        raise refuse(name, 0, "", f"The character U+{code:04X} is not allowed in text.", "Take it out.") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark is not None else 0
        what = f"This is not YAML: {error.problem}."
        raise refuse(name, line, "", what, "Check indents, colons and quotes here.") from None
    return Source(name, builder.root, builder.lines)


def _check_json(text: str, name: str) -> None:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        raise refuse(
            name, error.lineno, "", f"This is not JSON: {error.msg}.", "Check brackets, commas and quotes here."
        ) from None
    except RecursionError:
        raise _too_deep(name, 0) from None


def _too_deep(name: str, line: int) -> Exception:
    return refuse(name, line, "", f"Lists within lists go deeper than {MAX_DEPTH}.", "No file of ours needs more.")


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark is not None else 0


class _Builder:
    """Builds values from events with a stack of open lists and mappings; `lines` grows beside them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.lines: dict[KeyPath, int] = {}
        self._open: list[tuple[Any, KeyPath]] = []
        self._key: list[str | None] = []
        self._values = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        line = _line(event)
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_tag(event, line)
            self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self._refuse_tag(event, line)
            self._enter({} if isinstance(event, yaml.MappingStartEvent) else [], line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._open.pop()
            self._key.pop()
        elif isinstance(event, yaml.AliasEvent):
            raise refuse(self.name, line, "", f"An alias (*{event.anchor}) is not taken here.", "Write the value out.")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise refuse(
                    self.name, line, "", "A second document begins here (---).", "One file holds one document."
                )

    def _refuse_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, line: int) -> None:
        if event.tag is not None and not (event.tag == "!" and isinstance(event, yaml.ScalarEvent)):
            raise refuse(self.name, line, "", f"A tag ({event.tag}) is not taken here.", "Write the plain value.")

    def _enter(self, value: Any, line: int) -> None:
        path = self._place(value, line)
        if len(self._open) >= MAX_DEPTH:
            raise _too_deep(self.name, line)
        self._open.append((value, path))
        self._key.append(None)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        if self._open and isinstance(self._open[-1][0], dict) and self._key[-1] is None:
            self._take_key(event.value, line)
        else:
            self._place(plain_value(event.value) if event.implicit[0] else event.value, line)

    def _take_key(self, key: str, line: int) -> None:
        mapping, path = self._open[-1]
        if key in mapping:
            first = self.lines[(*path, key)]
            raise refuse(
                self.name,
                line,
                dotted((*path, key)),
                f"This key stands here twice, first on line {first}.",
                "Keep one.",
            )
        self._key[-1] = key
        self.lines[(*path, key)] = line

    def _place(self, value: Any, line: int) -> KeyPath:
        self._values += 1
        if self._values > MAX_VALUES:
            raise refuse(self.name, line, "", f"The file holds more than {MAX_VALUES:,} values.", "Split it.")
        if not self._open:
            self.root = value
            self.lines[()] = line
            return ()
        holder, path = self._open[-1]
        key: str | int
        if isinstance(holder, dict):
            if self._key[-1] is None:
                raise refuse(self.name, line, dotted(path), "A list or mapping stands as a key.", "A key is one word.")
            key, self._key[-1] = self._key[-1], None
            holder[key] = value
        else:
            key = len(holder)
            holder.append(value)
            self.lines[(*path, key)] = line
        return (*path, key)


def dotted(path: KeyPath) -> str:
    """A key path as people write it: `voices[2].answers.mixing`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).lstrip(".")
