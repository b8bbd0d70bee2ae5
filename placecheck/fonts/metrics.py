"""How wide a text is in our typeface, so that a drawing can place words before anything shows them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

WIDTHS = Path(__file__).with_name("widths.json")
"""The width of each letter as a share of the type's size; `tests/report/write_widths.py` reads it from the typeface."""

CUTS = ("Regular", "Bold")

UNKNOWN = 1.2
"""What a letter of another typeface is taken to be wide, so that it rather has too much room than too little."""


@lru_cache(maxsize=16384)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of `text` at `size`, in the unit of `size`."""
    widths = _widths()[CUTS[bold]]
    return sum(widths.get(letter, UNKNOWN) for letter in text) * size


@lru_cache(maxsize=16384)
def wrapped(text: str, size: float, width: float, *, bold: bool = False, lines: int = 2) -> tuple[str, ...]:
    """Return `text` over at most `lines` lines of `width`; what finds no room ends in an ellipsis."""

    def fits(line: str) -> bool:
        return text_width(line, size, bold=bold) <= width

    rows: list[str] = []
    words = text.split()
    while words and len(rows) < lines:
        line = words.pop(0)
        while words and fits(f"{line} {words[0]}"):
            line = f"{line} {words.pop(0)}"
        rows.append(line)
    if words or not all(map(fits, rows)):
        rows = [line if fits(line) else _shortened(line, fits) for line in rows]
        if words:
            rows[-1] = _shortened(f"{rows[-1]} {words[0]}", fits)
    return tuple(rows)


def _shortened(line: str, fits: Callable[[str], bool]) -> str:
    line = line.rstrip("…")
    while line and not fits(f"{line}…"):
        line = line[:-1].rstrip()
    return f"{line}…"


def widest(lines: Sequence[str], size: float, *, bold: bool = False) -> float:
    """Return the width of the longest of `lines`."""
    return max((text_width(line, size, bold=bold) for line in lines), default=0)


@lru_cache(maxsize=1)
def _widths() -> dict[str, dict[str, float]]:
    widths: dict[str, dict[str, float]] = json.loads(WIDTHS.read_text(encoding="utf-8"))
    return widths
