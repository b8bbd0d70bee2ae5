"""What counts as strong, as room to grow, as far apart and as too little known, on a ladder of any length.

How high and how far is a share of the way from the lowest level to the highest, so that three levels and seven
are read alike, and nothing can be strong and have room to grow at once.
"""

from __future__ import annotations

from placecheck.scoring.result import IndicatorResult

STRONG = 3 / 4
"""The share of the ladder from which a reading is strong: level 3 of 0 to 4."""

STRONG_AT_LOWEST = 1 / 2
"""The share of the ladder that a strong reading must reach even if all that is not known went against it."""

ROOM_TO_GROW = 1 / 4
"""The share of the ladder up to which a reading has room to grow: level 1 of 0 to 4."""

FAR_APART = 3 / 4
"""The share of the ladder between the lowest and the highest answer from which few people see it differently."""

SPLIT_AGREEMENT = 0.2
"""Van der Eijk's A at or below which people see it differently: near evenly spread, or in camps."""

TOO_FEW_KNOW = 1 / 3
"""The share of voices without a level from which too little is known."""


def reads_strong(reading: float | None, steps: int) -> bool:
    """Return whether `reading` is strong on a ladder of `steps` levels."""
    return reading is not None and reading >= STRONG * (steps - 1)


def has_room_to_grow(reading: float | None, steps: int) -> bool:
    """Return whether `reading` is so low on a ladder of `steps` levels that there is room to grow."""
    return reading is not None and reading <= ROOM_TO_GROW * (steps - 1)


def lowest_strong_level(steps: int) -> int:
    """Return the lowest level that is strong on a ladder of `steps` levels."""
    return next(level for level in range(steps) if reads_strong(level, steps))


def is_strong(result: IndicatorResult) -> bool:
    """Return whether an indicator reads strong, and would not be weak whatever those without a level had said."""
    steps = len(result.counts)
    return reads_strong(result.reading, steps) and result.low >= STRONG_AT_LOWEST * (steps - 1)


def is_seen_differently(result: IndicatorResult) -> bool:
    """Return whether the voices are far apart, or the group said that it did not agree."""
    if result.status == "not_here":
        return False
    if result.agreed == "not_agreed" or (result.agreement is not None and result.agreement <= SPLIT_AGREEMENT):
        return True
    levels_chosen = [level for level, n in enumerate(result.counts) if n]
    if result.agreement is not None or len(levels_chosen) < 2:
        return False
    return levels_chosen[-1] - levels_chosen[0] >= FAR_APART * (len(result.counts) - 1)


def is_asked_of_nobody(result: IndicatorResult) -> bool:
    """Return whether the indicator was meant for none of those who took part, and none of them answered it."""
    return result.agreed is None and not sum(result.counts) + sum(result.no_answer)


def is_too_little_known(result: IndicatorResult) -> bool:
    """Return whether so many gave no level that the reading says little; never of what was agreed, or asked of nobody.

    Nobody is asked anything where nobody took part: whoever calls this says that first.
    """
    if result.status == "not_here" or isinstance(result.agreed, int) or is_asked_of_nobody(result):
        return False
    gaps = result.no_answer.gaps
    return result.reading is None or gaps >= TOO_FEW_KNOW * (gaps + sum(result.counts))
