"""The two codes of a workshop: one to join, read from a big screen, and one that only one person has."""

from __future__ import annotations

import hashlib
import secrets

JOIN_LETTERS = "BCDFGHJKMNPQRSTVWXZ"
"""Capitals that are not mistaken for one another or for figures; no vowels, so that no word comes about by chance."""
JOIN_LENGTH = 6

PERSONAL = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: 5 bits a character."""
PERSONAL_BITS = 128
PERSONAL_LENGTH = -(-PERSONAL_BITS // 5)

_BETWEEN = str.maketrans("", "", " -.\t\n\r\u00a0\u2010\u2011\u2013\u2014")
_MEANT = str.maketrans("OIL", "011")
"""What people write for 0 and 1; neither letter is in a personal code."""


def new_join_code() -> str:
    """A join code: one of 47 million."""
    return "".join(secrets.choice(JOIN_LETTERS) for _ in range(JOIN_LENGTH))


def new_passphrase() -> str:
    """A passphrase to read off a screen and type: twelve letters, 51 bits, in groups of four."""
    return grouped("".join(secrets.choice(JOIN_LETTERS) for _ in range(12)), 4).lower()


def new_personal_code() -> str:
    """A personal code of 128 bits, 26 characters."""
    number = secrets.randbits(PERSONAL_BITS)
    return "".join(PERSONAL[number >> 5 * place & 31] for place in reversed(range(PERSONAL_LENGTH)))


def join_code(typed: str) -> str | None:
    """The join code that `typed` stands for, however it was spaced; None where it can be none."""
    code = typed[: 4 * JOIN_LENGTH].upper().translate(_BETWEEN)
    return code if len(code) == JOIN_LENGTH and set(code) <= set(JOIN_LETTERS) else None


def personal_code(typed: str) -> str | None:
    """The personal code that `typed` stands for; None where it can be none."""
    code = typed[: 4 * PERSONAL_LENGTH].upper().translate(_BETWEEN).translate(_MEANT)
    return code if len(code) == PERSONAL_LENGTH and set(code) <= set(PERSONAL) else None


def kept(code: str) -> str:
    """What is kept of a personal code or a key: its SHA-256, from which nobody finds 128 random bits again."""
    return hashlib.sha256(code.encode()).hexdigest()


def grouped(code: str, size: int) -> str:
    """`code` in groups of `size`, as it is shown."""
    return "-".join(code[at : at + size] for at in range(0, len(code), size))
