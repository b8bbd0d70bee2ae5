"""Crockford's base 32, for codes that people read out and type: figures and capitals without I, L, O and U."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""A character for 5 bits."""

_BETWEEN = str.maketrans("", "", " -.\t\n\r\u00a0\u2010\u2011\u2013\u2014")
_MEANT = str.maketrans("OIL", "011")
"""What people write for 0 and 1."""


def encode(number: int, length: int) -> str:
    """Return the last `length` digits of `number`, the highest first."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def strip_separators(typed: str) -> str:
    """Return `typed` in capitals, without what people put between groups."""
    return typed.upper().translate(_BETWEEN)


def normalise_code(typed: str) -> str:
    """Return the code that was `typed`, however it was spaced; it may hold characters that no code has."""
    return strip_separators(typed).translate(_MEANT)


def group(code: str, size: int = 4) -> str:
    """Return `code` in groups of `size`, as it is shown."""
    return "-".join(code[at : at + size] for at in range(0, len(code), size))
