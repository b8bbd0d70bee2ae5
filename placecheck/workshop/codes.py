"""The two codes of a workshop: one to join, read from a big screen, and one that only one person has."""

from __future__ import annotations

import hashlib
import secrets

from placecheck.base32 import ALPHABET, closed_up, grouped, meant, written

JOIN_LETTERS = "BCDFGHJKMNPQRSTVWXZ"
"""Capitals that are not mistaken for one another or for figures; no vowels, so that no word comes about by chance."""
JOIN_LENGTH = 6

JOIN_GROUP = 3
"""How many letters of it stand together on the big screen."""

PERSONAL_BITS = 128
PERSONAL_LENGTH = -(-PERSONAL_BITS // 5)


def new_join_code() -> str:
    """A join code: one of 47 million."""
    return "".join(secrets.choice(JOIN_LETTERS) for _ in range(JOIN_LENGTH))


def new_passphrase() -> str:
    """A passphrase to read off a screen and type: twelve letters, 51 bits, in groups of four."""
    return grouped("".join(secrets.choice(JOIN_LETTERS) for _ in range(12))).lower()


def new_personal_code() -> str:
    """A personal code of 128 bits, 26 characters."""
    return written(secrets.randbits(PERSONAL_BITS), PERSONAL_LENGTH)


def join_code(typed: str) -> str | None:
    """The join code that `typed` stands for, however it was spaced; None where it can be none."""
    code = closed_up(typed[: 4 * JOIN_LENGTH])
    return code if len(code) == JOIN_LENGTH and set(code) <= set(JOIN_LETTERS) else None


def personal_code(typed: str) -> str | None:
    """The personal code that `typed` stands for; None where it can be none."""
    code = meant(typed[: 4 * PERSONAL_LENGTH])
    return code if len(code) == PERSONAL_LENGTH and set(code) <= set(ALPHABET) else None


def kept(code: str) -> str:
    """What is kept of a personal code or a key: its SHA-256, from which nobody finds 128 random bits again."""
    return hashlib.sha256(code.encode()).hexdigest()
