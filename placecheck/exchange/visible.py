"""Text without the marks that nobody can see, so that a cell says what a person reads in it."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe0e\ufe0f\ufeff]"
)
"""Soft hyphens, zero-width spaces and joiners, direction marks, variation selectors, byte-order marks."""

_ESCAPED = re.compile("_x(?:000D_\n|([0-9A-Fa-f]{4})_)", re.IGNORECASE)
"""How a workbook writes a character that its XML cannot hold."""


def visible_text(text: str) -> str:
    """Return `text` without invisible marks and without blanks of any kind at its ends."""
    return text.strip() if text.isascii() else _INVISIBLE.sub("", text).strip()


_ON_A_KEY = "\u20e3"
"""What draws a key around a figure, as on the buttons of a phone."""


def normalised_text(text: str) -> str:
    """Return `text` as `visible_text` does, normalised: NFKC, and digits of any script as ASCII."""
    if text.isascii():
        return text.strip()
    composed = unicodedata.normalize("NFKC", visible_text(text)).replace(_ON_A_KEY, "").strip()
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in composed)


def holds_text(text: str) -> bool:
    """Return whether anything in `text` can be seen."""
    return bool(text) and not text.isspace() and (text.isascii() or bool(visible_text(text)))


def unescape_workbook(text: str) -> str:
    """Return the text of a workbook's cell with `_x000D_` and the like as the characters they mean."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or "D", 16)
    return "\n" if code == ord("\r") else chr(code)


def escape_workbook(text: str) -> str:
    """Return `text` so that `unescape_workbook` gives it back as it was."""
    return re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
