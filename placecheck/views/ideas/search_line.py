"""What a wish for ideas came to, in a sentence: ideas that speak of it, the nearest, or nothing close."""

from __future__ import annotations

from placecheck.ideas.find import FoundIdeas
from placecheck.words import ideas as w
from placecheck.words import say, say_n


def found_line(result: FoundIdeas, limit: int) -> str:
    """Return the sentence that goes before ideas that were found by words, of which at most `limit` were asked for."""
    if not result.ideas:
        return say(w.NONE_CLOSE)
    if result.is_near:
        return say(w.NEAREST)
    count = len(result.ideas)
    return say(w.ONLY_BEST, n=count) if count == limit > 1 else say_n(w.SPEAKS, count)
