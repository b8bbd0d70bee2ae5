"""Ids for new cards, readable and unique."""

from __future__ import annotations

import re
from collections.abc import Collection

from placecheck.fingerprint import normalise

_LONGEST = 50


def free_id(words: str, ids: Collection[str]) -> str:
    """Return an id made of `words` that is not among `ids`."""
    letters = "".join(letter for letter in normalise(words[:200]).replace(" ", "-") if letter.isascii())
    stem = re.sub("-+", "-", letters).strip("-")[:_LONGEST].strip("-")
    stem = stem if stem and stem[0].isalpha() else f"c-{stem}".rstrip("-")
    numbered = (f"{stem}-{number}" for number in range(2, len(ids) + 3))
    return stem if stem not in ids else next(made for made in numbered if made not in ids)
