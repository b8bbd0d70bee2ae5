"""How far a reading could be from where it is: rule 4 of the method."""

from __future__ import annotations

from placecheck.scoring.agreement_and_quantiles import median
from placecheck.scoring.result import NoAnswerCounts


def bounds(counts: tuple[int, ...], no_answers: NoAnswerCounts, middle: float | None) -> tuple[float, float]:
    """Apply rule 4: the lowest and highest possible reading, with every gap as the first level, then as the last.

    `middle` is the median of the counts; None where no level is known, and it could be anything.
    """
    if middle is None:
        return 0.0, float(len(counts) - 1)
    gaps = no_answers.gaps
    if not gaps:
        return middle, middle
    low = median((counts[0] + gaps, *counts[1:]))
    high = median((*counts[:-1], counts[-1] + gaps))
    return low or 0.0, high or 0.0
