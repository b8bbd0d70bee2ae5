"""What makes a text safe to leave: cells that no spreadsheet takes for a formula, names that any disk takes."""

from __future__ import annotations

import re
import unicodedata

from placecheck.paths import is_reserved_name

_FORMULA = re.compile(r"'*\s*[=+\-@\uff0b\uff0d\uff1d\uff20\t\r\n]")
"""How a cell begins that a spreadsheet may run, the wide forms included; or one that was escaped before."""

MAX_NAME_LENGTH = 60


def escaped(text: str) -> str:
    """Return `text` for a cell: an apostrophe is put before what a spreadsheet might run as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unescaped(text: str) -> str:
    """Return what `escaped` was given. An apostrophe before anything else stays ('tis, '90s)."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def file_name(place: str, ending: str) -> str:
    """Return a file name for `place`: letters and figures of any script, hyphens between, and `ending` (".csv").

    No path, no leading dot, no name that Windows reserves, at most 60 letters before the ending.
    """
    letters = "".join(letter if letter.isalnum() else "-" for letter in unicodedata.normalize("NFC", place).lower())
    cleaned = re.sub("-+", "-", letters)[:MAX_NAME_LENGTH].strip("-") or "place"
    return f"place-{cleaned}{ending}" if is_reserved_name(cleaned) else f"{cleaned}{ending}"
