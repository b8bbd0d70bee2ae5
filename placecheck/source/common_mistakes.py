"""Common mistakes in YAML, looked for where it cannot be read: each is named with what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LOOK_BACK = 4
"""How many lines before the one that cannot be read a mistake may be."""

_NO_SPACE_AFTER_COLON = re.compile(r"^\s*(?:- )?(?P<key>[a-z_]+):(?P<value>[^\s/].*)$")
_NO_SPACE_AFTER_DASH = re.compile(r"^\s*-(?P<value>[^\s\-\d].*)$")
_ENTRY = re.compile(r"^(?P<indent>\s*)- ")
_KEY = re.compile(r"^\s*(?P<key>[a-z_]+):(?:\s|$)")
_SHOWN = 40


class CommonMistake(NamedTuple):
    """A line, from 1, what is wrong in it, and what would be right."""

    line: int
    what: str
    hint: str


def find_mistake(text: str, line: int) -> CommonMistake | None:
    """Return the mistake nearest to `line` of `text`, at or before it; None where no line looks like one."""
    lines = text.splitlines()
    return next(_mistakes(lines, min(line, len(lines))), None)


def _mistakes(lines: Sequence[str], line: int) -> Iterator[CommonMistake]:
    for number in range(line, max(0, line - LOOK_BACK), -1):
        current = lines[number - 1]
        if match := _NO_SPACE_AFTER_COLON.match(current):
            right = f"{match['key']}: {match['value']}"
            yield CommonMistake(
                number, f"`{_short(current)}` lacks a space after its colon.", f"Write `{_short(right)}`."
            )
        if match := _NO_SPACE_AFTER_DASH.match(current):
            right = f"- {match['value']}"
            yield CommonMistake(
                number, f"`{_short(current)}` lacks a space after its dash.", f"Write `{_short(right)}`."
            )
    if line and _lacks_dash(lines, line):
        right = f"- {lines[line - 1].strip()}"
        yield CommonMistake(
            line, f"`{_short(lines[line - 1])}` lacks a dash.", f"Write `{_short(right)}`, as the lines above."
        )


def _lacks_dash(lines: Sequence[str], line: int) -> bool:
    """Return whether the line before is an entry of a list, and this one starts in the same column without a dash."""
    before = _ENTRY.match(lines[line - 2]) if line > 1 else None
    current = lines[line - 1]
    if before is None or not re.match(rf"{before['indent']}[^\s\-#]", current):
        return False
    key = _KEY.match(current)
    return key is None or lines[line - 2][before.end() :].startswith(f"{key['key']}:")


def _short(text: str) -> str:
    plain = text.strip()
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
