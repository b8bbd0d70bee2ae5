"""Crockford's base 32, for codes that people read out and type: figures and capitals without I, L, O and U."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""A character for 5 bits."""

_BETWEEN = str.maketrans("", "", " -.\t\n\r\u00a0\u2010\u2011\u2013\u2014")
_MEANT = str.maketrans("OIL", "011")
"""What people write for 0 and 1."""


def written(number: int, length: int) -> str:
    """The last `length` places of `number`, the highest first."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))


def closed_up(typed: str) -> str:
    """`typed` in capitals, without what people put between groups."""
    return typed.upper().translate(_BETWEEN)


def meant(typed: str) -> str:
    """The code that `typed` stands for, however it was spaced; it may hold characters that no code has."""
    return closed_up(typed).translate(_MEANT)


def grouped(code: str, size: int = 4) -> str:
    """`code` in groups of `size`, as it is shown."""
    return "-".join(code[at : at + size] for at in range(0, len(code), size))
