"""What may be said in public of answers that few people gave, so that nothing one of them said can be worked back.

Who is left out depends on how many voices there are, never on what they said: a gap then says nothing about an answer.
What is said of those who are shown is coarse, one of a few outcomes, so that many sets of answers give the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from placecheck.assessment.model import Answer
from placecheck.rubric.model import Rubric
from placecheck.scoring.indicator import tally
from placecheck.scoring.result import DECIMALS
from placecheck.scoring.spread import median
from placecheck.scoring.weights import THOUSANDTHS
from placecheck.scoring.weights import whole as whole_weights

FEWEST = 5
"""The least that any rubric's minimum comes to here: below it even a median tells what somebody said."""

LEFT_OUT_GROUPS, LEFT_OUT_VOICES = 2, 10
"""How many groups, and how many voices, those left out must be together, if any: fewer could be worked back."""


class Outline(NamedTuple):
    """What is said of a group's answers to one indicator. There is a reading, a whole or half level, if it is `ok`."""

    status: Literal["ok", "too_little_known", "not_here"]
    reading: float | None


def publish_minimum(rubric: Rubric) -> int:
    """How many voices a group needs before anything is said of it in public."""
    return max(rubric.publish_minimum, FEWEST)


def groups_shown(sizes: Mapping[str, int], minimum: int) -> tuple[str, ...]:
    """Which groups may be shown beside the whole, in the order given; `sizes` (voices) must add up to the whole.

    A group below `minimum` is left out. What the shown ones leave of the whole must then be two groups or more, and ten
    voices or more: the smallest of the others are left out too until it is (complementary suppression).
    """
    left = [group for group, size in sizes.items() if size < minimum]
    rest = sorted((group for group in sizes if group not in left), key=lambda group: (sizes[group], group))
    enough = max(minimum, LEFT_OUT_VOICES)
    while left and rest and (len(left) < LEFT_OUT_GROUPS or sum(sizes[group] for group in left) < enough):
        left.append(rest.pop(0))
    return tuple(group for group in sizes if group in rest)


def outline(steps: int, answers: Sequence[Answer | None]) -> Outline:
    """What is said of `answers`, one a voice (None where it has no row), to an indicator with `steps` levels.

    It does not apply where more than half of all voices said so. There is a reading, their median, where two thirds of
    all gave a level. Everything else is one outcome, so that nobody can tell "nobody knows" from "some do not".
    """
    counts, none = tally(steps, answers)
    if 2 * none.not_here > len(answers):
        return Outline("not_here", None)
    if answers and 3 * sum(counts) >= 2 * len(answers):
        return Outline("ok", median(counts))
    return Outline("too_little_known", None)


def readings_of_groups(whole: Outline, groups: Mapping[str, Outline]) -> dict[str, float]:
    """The readings of the groups shown, of one indicator: all of them, or none where one of them or the whole has none.

    "The residents do not know, the whole does" would tell that nearly all of the others know.
    """
    found = {group: one.reading for group, one in groups.items() if one.reading is not None}
    return found if whole.reading is not None and len(found) == len(groups) else {}


def mean_of_outlines(
    outlines: Sequence[Outline | None], weights: Sequence[Decimal], min_coverage: Decimal
) -> float | None:
    """Rule 6 over what is published of a dimension's indicators (None: left out), and so no more than is published."""
    every = covered = 0
    reading = 0.0
    for one, weight in zip(outlines, whole_weights(tuple(weights)), strict=True):
        if one is not None and one.status == "not_here":
            continue
        every += weight
        if one is not None and one.reading is not None:
            covered += weight
            reading += weight * one.reading
    enough = covered > 0 and covered * THOUSANDTHS >= every * int(min_coverage * THOUSANDTHS)
    return round(reading / covered, DECIMALS) if enough else None
