"""Every set of answers that gives what is published of one indicator, as the constraints of an integer program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from placecheck.scoring.disclosure_control import LEVEL_SHARE

NO_LEVELS = 2
"""What is said without a level, as far as it makes a difference: nothing known, and does not apply here."""

Part = list[Any]
"""One group: an expression for each count, first of the levels, then of what is said without one."""


def silent_solver() -> Any:
    """Return a solver that prints nothing and uses one processor. It prints a banner unless silenced when created."""
    import highspy  # a tenth of a second that only a question in doubt is worth

    class Silent(highspy.Highs):  # type: ignore[misc, unused-ignore] # it has no types
        def enableCallbacks(self) -> Any:  # noqa: N802 (the library's own name)
            self.setOptionValue("output_flag", False)
            return super().enableCallbacks()  # type: ignore[no-untyped-call]

    model: Any = Silent()  # type: ignore[no-untyped-call]
    model.setOptionValue("threads", 1)
    return model


def constrain(
    model: Any, steps: int, whole: float, groups: Sequence[tuple[int, float]], rest: int
) -> tuple[list[Part], Part]:
    """Put all that fits into `model`: the groups with the (size, reading) given, a rest of so many voices, the whole.

    The counts of each group and at last of the rest, and those of the whole.
    """
    parts = [_part(model, steps, size) for size in (*(size for size, _ in groups), *([rest] if rest else []))]
    for part, (size, reading) in zip(parts, groups, strict=False):
        _reads(model, part, size, reading)
    everyone = [model.qsum(counts) for counts in zip(*parts, strict=True)]
    _reads(model, everyone, sum(size for size, _ in groups) + rest, whole)
    return parts, everyone


def _part(model: Any, steps: int, size: int) -> Part:
    counts = [model.addIntegral(lb=0, ub=size) for _ in range(steps + NO_LEVELS)]
    model.addConstr(model.qsum(counts) == size)
    return [1 * count for count in counts]


def _reads(model: Any, part: Part, size: int, reading: float) -> None:
    """Hold `part` to a published level: enough gave one, no more than half said not here, and it is the median.

    Of an odd number of levels the median is the middle one; of an even number it is half of the two in the
    middle, and which two these are is left open (a level and a level give 1, as 0 and 2 do).
    """
    levels = len(part) - NO_LEVELS
    known = model.qsum(part[:levels])
    half, odd = model.addIntegral(lb=0, ub=size), model.addBinary()
    model.addConstr(known - 2 * half - odd == 0)
    model.addConstr(LEVEL_SHARE.denominator * known >= LEVEL_SHARE.numerator * size)
    model.addConstr(2 * part[-1] <= size)
    chosen = []
    for lower in range(levels):
        upper = round(2 * reading) - lower
        if lower <= upper < levels:
            pair = model.addBinary()
            chosen.append(pair)
            _middle(model, part, (lower, upper), (half, odd), 2 * size * (1 - pair))
    model.addConstr(model.qsum(chosen) == 1)


def _middle(model: Any, part: Part, pair: tuple[int, int], known: tuple[Any, Any], slack: Any) -> None:
    """Require, without `slack`, that the two middle voices gave the levels of `pair`; of an odd number it is one."""
    (lower, upper), (half, odd) = pair, known
    model.addConstr(model.qsum([*part[:lower], 0 * half]) <= half - 1 + odd + slack)
    model.addConstr(model.qsum(part[: lower + 1]) >= half + odd - slack)
    model.addConstr(model.qsum([*part[:upper], 0 * half]) <= half + slack)
    model.addConstr(model.qsum(part[: upper + 1]) >= half + 1 - slack)
    if lower != upper:
        model.addConstr(odd <= slack)
