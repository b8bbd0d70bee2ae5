"""The two codes of a workshop: one to join, read from a big screen, and one that only one person has."""

from __future__ import annotations

import hashlib
import secrets

from placecheck.base32 import ALPHABET, encode, group, normalise_code, strip_separators

JOIN_LETTERS = "BCDFGHJKMNPQRSTVWXZ"
"""Capitals that cannot be confused with one another or with digits; no vowels, so that no word is spelt by chance."""
JOIN_LENGTH = 6

JOIN_GROUP_LENGTH = 3
"""How many of its letters are grouped together on the big screen."""

TOKEN_LENGTH = 32

PERSONAL_BITS = 128
PERSONAL_LENGTH = -(-PERSONAL_BITS // 5)


def new_join_code() -> str:
    """Return a join code: one of 47 million."""
    return "".join(secrets.choice(JOIN_LETTERS) for _ in range(JOIN_LENGTH))


def new_passphrase() -> str:
    """Return a passphrase to read off a screen and type: twelve letters, 51 bits, in groups of four."""
    return group("".join(secrets.choice(JOIN_LETTERS) for _ in range(12))).lower()


def new_personal_code() -> str:
    """Return a personal code of 128 bits, 26 characters."""
    return encode(secrets.randbits(PERSONAL_BITS), PERSONAL_LENGTH)


def parse_join_code(typed: str) -> str | None:
    """Return the join code in `typed`, without spaces and hyphens; None if it cannot be a join code."""
    code = strip_separators(typed[: 4 * JOIN_LENGTH])
    return code if len(code) == JOIN_LENGTH and set(code) <= set(JOIN_LETTERS) else None


def parse_personal_code(typed: str) -> str | None:
    """Return the personal code in `typed`, normalised; None if it cannot be a personal code."""
    code = normalise_code(typed[: 4 * PERSONAL_LENGTH])
    return code if len(code) == PERSONAL_LENGTH and set(code) <= set(ALPHABET) else None


def is_link_token(typed: str) -> bool:
    """Return whether `typed` is a QR code's token: a workshop's own id, 122 random bits that nobody can guess."""
    return len(typed) == TOKEN_LENGTH and set(typed) <= set("0123456789abcdef")


def key_hash(code: str) -> str:
    """Return the SHA-256 of a personal code or a key, which alone is stored: nobody can work back 128 random bits."""
    return hashlib.sha256(code.encode()).hexdigest()
