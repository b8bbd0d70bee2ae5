"""Numbers as they stand in sentences."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal

from placecheck.words import explaining as w
from placecheck.words import say

TENTH = Decimal("0.1")


def exactly(number: Decimal) -> str:
    """Return `number` in full, without trailing zeros."""
    return f"{number.normalize():f}"


def shortly(number: float | Decimal) -> str:
    """Return `number` to one decimal, preceded by "about" where that is not exact."""
    exact = Decimal(number)
    rounded = exact.quantize(TENTH, ROUND_HALF_EVEN)
    shown = exactly(rounded)
    return shown if rounded == exact else say(w.ABOUT, number=shown)
