"""What a search in the notes came to, in a sentence: answers, the nearest, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from placecheck.notes.library import Hit
from placecheck.words import say, say_n
from placecheck.words import sources as w


def answer_line(hits: Sequence[Hit], limit: int) -> str:
    """Return the sentence that goes before `hits`, of which at most `limit` were asked for."""
    if not hits:
        return say(w.NOTHING_CLOSE)
    if hits[0].is_near:
        return say(w.NEAREST)
    return say(w.ONLY_BEST, n=len(hits)) if len(hits) == limit > 1 else say_n(w.FOUND, len(hits))
