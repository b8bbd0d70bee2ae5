"""What an index beside many stores keeps of a code."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import NamedTuple


class Entry(NamedTuple):
    """What is kept of a code: no more than finds it again. `due` is the day on which its assessment is deleted."""

    mark: int
    due: date | None = None


def mark_of(code: str) -> int:
    """Return 60 bits of the SHA-256 of a code."""
    return mark_of_hash(hashlib.sha256(code.encode()).hexdigest())


def mark_of_hash(digest: str) -> int:
    """Return the mark of the code whose SHA-256 is `digest`, in hexadecimal figures."""
    return int(digest[:15], 16)
