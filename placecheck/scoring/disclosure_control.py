"""What may be said in public of answers that few people gave, so that nothing one of them said can be worked back.

Who is left out depends on how many voices there are, never on what they said: a gap then says nothing about an answer.
What is said of those who are shown is coarse, one of a few outcomes, so that many sets of answers give the same.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from placecheck.assessment.model import Answer
from placecheck.rubric.model import Rubric
from placecheck.scoring.agreement_and_quantiles import median
from placecheck.scoring.indicator import tally
from placecheck.scoring.result import DECIMALS
from placecheck.scoring.weights import THOUSANDTHS, integer_weights

PUBLISH_MINIMUM_FLOOR = 5
"""The least that any rubric's minimum comes to here: below it even a median tells what somebody said."""

NO_PERSPECTIVE = ""
"""The group of those who did not say from where they speak. It is never shown, and so always among those left out."""

MIN_LEFT_OUT_GROUPS, MIN_LEFT_OUT_VOICES = 2, 10
"""How many groups, and how many voices, those left out must be together, if any: fewer could be worked back."""


LEVEL_SHARE = Fraction(2, 3)
"""The share of all voices that must have given a level for the indicator to be published with a reading."""


class Outline(NamedTuple):
    """What is published of a group's answers to one indicator; if it is `ok`, with a reading, a whole or half level."""

    status: Literal["ok", "too_little_known", "not_here"]
    reading: float | None


def publish_minimum(rubric: Rubric) -> int:
    """Return how many voices a group needs before anything is published about it."""
    return max(rubric.publish_minimum, PUBLISH_MINIMUM_FLOOR)


def groups_shown(sizes: Mapping[str, int], minimum: int, candidates: Collection[str] | None = None) -> tuple[str, ...]:
    """Return the groups that may be shown with the whole, in order; `sizes` (voices) must add up to the whole.

    A group below `minimum` is left out, and so are those who did not give a perspective, and every group that is not
    among the `candidates`, unless they are None. What the shown ones leave of the whole must then be two groups or
    more, and ten voices or more: the smallest of the others are left out too until it is (complementary suppression).
    """
    may_be_shown = {group for group in (sizes if candidates is None else candidates) if group != NO_PERSPECTIVE}
    left = [group for group, size in sizes.items() if size < minimum or group not in may_be_shown]
    rest = sorted((group for group in sizes if group not in left), key=lambda group: (sizes[group], group))
    enough = max(minimum, MIN_LEFT_OUT_VOICES)
    while left and rest and (len(left) < MIN_LEFT_OUT_GROUPS or sum(sizes[group] for group in left) < enough):
        left.append(rest.pop(0))
    return tuple(group for group in sizes if group in rest)


def outline(steps: int, answers: Sequence[Answer | None]) -> Outline:
    """Return what may be published of `answers` (None without a row) to an indicator with `steps` levels.

    It does not apply where more than half of all voices said so. There is a reading, their median, where
    `LEVEL_SHARE` of all gave a level. Everything else is one outcome, so that nobody can tell "nobody knows" from "some
    do not".
    """
    counts, none = tally(steps, answers)
    if 2 * none.not_here > len(answers):
        return Outline("not_here", None)
    if answers and enough_levels(sum(counts), len(answers)):
        return Outline("ok", median(counts))
    return Outline("too_little_known", None)


def enough_levels(known: int, size: int) -> bool:
    """Return whether `known` of `size` voices are `LEVEL_SHARE` of them, or more."""
    return LEVEL_SHARE.denominator * known >= LEVEL_SHARE.numerator * size  # in whole numbers: it is asked very often


def readings_of_groups(whole: Outline, groups: Mapping[str, Outline]) -> dict[str, float]:
    """Return the readings of the groups shown: all of them, or none where one of them or the whole has none.

    "The residents do not know, the whole does" would reveal that nearly all of the others know.
    """
    readings = {
        group: group_outline.reading for group, group_outline in groups.items() if group_outline.reading is not None
    }
    return readings if whole.reading is not None and len(readings) == len(groups) else {}


def mean_of_outlines(
    outlines: Sequence[Outline | None], weights: Sequence[Decimal], min_coverage: Decimal
) -> float | None:
    """Apply rule 6 to what is published of a dimension's indicators (None: left out), and so to no more than that."""
    every = covered = 0
    reading = 0.0
    for group_outline, weight in zip(outlines, integer_weights(tuple(weights)), strict=True):
        if group_outline is not None and group_outline.status == "not_here":
            continue
        every += weight
        if group_outline is not None and group_outline.reading is not None:
            covered += weight
            reading += weight * group_outline.reading
    enough = covered > 0 and covered * THOUSANDTHS >= every * int(min_coverage * THOUSANDTHS)
    return round(reading / covered, DECIMALS) if enough else None
