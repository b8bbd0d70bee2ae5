"""Where something stands, in words: the level's name and a range, a decimal only where ten or more spoke."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from placecheck.rubric import Rubric
from placecheck.scoring import DimensionResult, IndicatorResult
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
        """The ladder of `rubric` for a round of `voices`."""
        return cls(tuple(level.name for level in rubric.levels), voices)

    @property
    def top(self) -> int:
        """The number of the highest level."""
        return len(self.names) - 1

    def steps(self, value: float) -> tuple[int, int]:
        """The one or two levels that `value` (0 to top) stands at, as lower and upper."""
        return floor(value + NEAR), ceil(value - NEAR)

    def name(self, value: float) -> str:
        """The name of the level that `value` stands at, or of the two it stands between."""
        lower, upper = sorted(self.steps(value))
        return (
            self.names[lower] if lower == upper else say(w.OR, lower=self.names[lower], upper=_mid(self.names[upper]))
        )

    def numbered(self, value: float) -> str:
        """The name, with the number to one decimal where enough voices spoke for one to mean something."""
        if self.voices < VOICES_FOR_A_DECIMAL:
            return self.name(value)
        return say(w.READING_NUMBER, reading=self.name(value), number=f"{value:.1f}", top=self.top)

    def span(self, low: float, high: float) -> str:
        """The range as words, one name where both ends have the same."""
        first, last = self._ends(low, high)
        return self.names[first] if first == last else say(w.RANGE, low=self.names[first], high=_mid(self.names[last]))

    def stands(self, said: str, reading: float, low: float, high: float) -> str:
        """What is `said` of the reading, and what it could turn out to be: "Here and there, perhaps usually"."""
        lower, upper = self.steps(reading)
        first, last = self._ends(low, high)
        least, most = _mid(self.names[first]), _mid(self.names[last])
        if first < lower and last > upper:
            return say(w.BETWEEN, reading=said, low=least, high=most)
        if last > upper:
            return say(w.PERHAPS_MORE, reading=said, high=most)
        if first < lower:
            return say(w.PERHAPS_LESS, reading=said, low=least)
        return said

    def _ends(self, low: float, high: float) -> tuple[int, int]:
        return self.steps(low)[0], self.steps(high)[1]


def indicator_words(ladder: Ladder, result: IndicatorResult) -> str:
    """Where one indicator stands."""
    if result.status == "not_here":
        return say(w.NOT_HERE)
    if result.reading is None:
        return say(w.NO_READING)
    if isinstance(result.agreed, int):
        return say(w.AGREED_ON, reading=ladder.names[result.agreed])
    return ladder.stands(ladder.name(result.reading), result.reading, result.low, result.high)


def dimension_words(ladder: Ladder, result: DimensionResult) -> str:
    """Where one dimension stands."""
    if result.low is None or result.high is None:
        return say(w.NOT_HERE)
    if result.reading is None:
        return say(w.COULD_BE, span=_mid(ladder.span(result.low, result.high)))
    return ladder.stands(ladder.numbered(result.reading), result.reading, result.low, result.high)


def known_words(result: DimensionResult) -> str:
    """How many of a dimension's indicators have a reading."""
    applicable = [one for one in result.indicators if one.status != "not_here"]
    unknown = sum(one.reading is None for one in applicable)
    if not applicable:
        return say(w.NOT_HERE)
    if unknown == len(applicable):
        return say(w.KNOWN_NONE, total=len(applicable))
    return (
        say(w.KNOWN_SOME, unknown=unknown, total=len(applicable))
        if unknown
        else say(w.KNOWN_ALL, total=len(applicable))
    )


def _mid(name: str) -> str:
    """A level's name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]
