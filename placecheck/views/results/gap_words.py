"""Why levels are missing, in words: four reasons, which are never called by one name."""

from __future__ import annotations

from placecheck.scoring import IndicatorResult
from placecheck.words import results as w
from placecheck.words import say, say_n


def gap_kinds(result: IndicatorResult) -> tuple[str, ...]:
    """Return how many do not know, would rather not say, told a story without a level, and did not answer."""
    none = result.no_answer
    kinds = (
        (w.N_DONT_KNOW, none.dont_know),
        (w.N_RATHER_NOT_SAY, none.rather_not_say),
        (w.N_STORY_ONLY, none.story_only),
        (w.N_DID_NOT_ANSWER, none.silent),
    )
    return tuple(say_n(words, n) for words, n in kinds if n)


def gaps_words(result: IndicatorResult) -> str:
    """Return the gaps of one indicator, and of how many; or that nobody has answered it."""
    total = result.no_answer.gaps + sum(result.counts)
    if result.no_answer.silent == total:
        return say(w.NOBODY_ANSWERED)
    return say(w.GAPS_OF, total=total, kinds=", ".join(gap_kinds(result)))
