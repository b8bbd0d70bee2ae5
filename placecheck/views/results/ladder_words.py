"""Where something stands, in words: the level's name and a range, a decimal only where ten or more spoke."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from placecheck.rubric import Rubric
from placecheck.scoring import DimensionResult, IndicatorResult
from placecheck.scoring.thresholds import is_asked_of_nobody, is_too_little_known
from placecheck.words import results as w
from placecheck.words import say

VOICES_FOR_A_DECIMAL = 10
NEAR = 0.25
"""How far from a whole level, in levels, a reading still carries that level's name alone."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The names of the steps, lowest first, and how many voices spoke."""

    names: tuple[str, ...]
    voices: int

    @classmethod
    def of(cls, rubric: Rubric, voices: int) -> Ladder:
        """Return the ladder of `rubric` for an assessment of `voices`."""
        return cls(tuple(level.name for level in rubric.levels), voices)

    @property
    def top(self) -> int:
        """Return the number of the highest level."""
        return len(self.names) - 1

    def steps(self, value: float) -> tuple[int, int]:
        """Return the one or two levels that `value` (0 to top) is at, as lower and upper."""
        return floor(value + NEAR), ceil(value - NEAR)

    def name(self, value: float) -> str:
        """Return the name of the level that `value` is at, or of the two it is between."""
        lower, upper = sorted(self.steps(value))
        return self.names[lower] if lower == upper else say(w.OR, lower=self.names[lower], upper=self.names[upper])

    def numbered(self, value: float) -> str:
        """Return the name, with the number to one decimal where there are enough voices for it to mean something."""
        if self.voices < VOICES_FOR_A_DECIMAL:
            return self.name(value)
        return say(w.READING_NUMBER, reading=self.name(value), number=f"{value:.1f}", top=self.top)

    def span(self, low: float, high: float) -> str:
        """Return the range as words, one name where both ends have the same."""
        first, last = self._ends(low, high)
        return self.names[first] if first == last else say(w.RANGE, low=self.names[first], high=self.names[last])

    def with_uncertainty(self, words: str, reading: float, low: float, high: float) -> str:
        """Return `words` of a reading, with what it could turn out to be: "Here and there, perhaps Usually"."""
        lower, upper = self.steps(reading)
        first, last = self._ends(low, high)
        least, most = self.names[first], self.names[last]
        if first < lower and last > upper:
            return say(w.BETWEEN, reading=words, low=least, high=most)
        if last > upper:
            return say(w.PERHAPS_MORE, reading=words, high=most)
        if first < lower:
            return say(w.PERHAPS_LESS, reading=words, low=least)
        return words

    def _ends(self, low: float, high: float) -> tuple[int, int]:
        return self.steps(low)[0], self.steps(high)[1]


def indicator_words(ladder: Ladder, result: IndicatorResult) -> str:
    """Return the reading of one indicator in words."""
    if result.status == "not_here":
        return say(w.NOT_HERE)
    if result.reading is None:
        return say(w.ASKED_OF_NOBODY if ladder.voices and is_asked_of_nobody(result) else w.NO_READING)
    if isinstance(result.agreed, int):
        return say(w.AGREED_ON, reading=ladder.names[result.agreed])
    return ladder.with_uncertainty(ladder.name(result.reading), result.reading, result.low, result.high)


def dimension_words(ladder: Ladder, result: DimensionResult) -> str:
    """Return the reading of one dimension in words."""
    if result.low is None or result.high is None:
        return say(w.NOT_HERE)
    if result.reading is None:
        return say(w.COULD_BE, span=ladder.span(result.low, result.high))
    return ladder.with_uncertainty(ladder.numbered(result.reading), result.reading, result.low, result.high)


def known_words(result: DimensionResult) -> str:
    """Return of how many of a dimension's indicators enough is known."""
    every = [indicator for indicator in result.indicators if indicator.status != "not_here"]
    applicable = [indicator for indicator in every if not is_asked_of_nobody(indicator)]
    unknown = sum(map(is_too_little_known, applicable))
    if every and not applicable:
        return say(w.KNOWN_NONE, total=len(every))
    if not applicable:
        return say(w.NOT_HERE)
    if unknown == len(applicable):
        return say(w.KNOWN_NONE, total=len(applicable))
    return (
        say(w.KNOWN_SOME, unknown=unknown, total=len(applicable))
        if unknown
        else say(w.KNOWN_ALL, total=len(applicable))
    )
