"""What an index beside many stores keeps of a code."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import NamedTuple


class Entry(NamedTuple):
    """What the index keeps of a code, just enough to find it. `due` is the day on which its assessment is deleted."""

    digest: int
    due: date | None = None


def digest_of(code: str) -> int:
    """Return 60 bits of the SHA-256 of a code."""
    return short_digest(hashlib.sha256(code.encode()).hexdigest())


def short_digest(sha256: str) -> int:
    """Return the digest of the code whose SHA-256 is `sha256`, in hexadecimal figures."""
    return int(sha256[:15], 16)
