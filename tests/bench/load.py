"""Many visitors at once, each tapping at a steady pace."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence

from visitor import Visitor

EVERY = 5.0
"""Seconds from one tap of a visitor to the next."""

AT_ONCE = 8
"""How many open the page together."""


async def arrive(visitors: Sequence[Visitor]) -> None:
    """Let everyone open the page, a few at a time."""
    for group in (visitors[at : at + AT_ONCE] for at in range(0, len(visitors), AT_ONCE)):
        await asyncio.gather(*(visitor.open() for visitor in group))


async def taps(visitors: Sequence[Visitor], seconds: float) -> list[float]:
    """Everyone taps every `EVERY` seconds, one after another within that time; how many seconds each tap took."""
    taken: list[float] = []
    start = asyncio.get_running_loop().time()
    await asyncio.gather(
        *(
            _one(visitor, start + EVERY * at / len(visitors), start + seconds, taken)
            for at, visitor in enumerate(visitors)
        )
    )
    return taken


async def _one(visitor: Visitor, at: float, until: float, taken: list[float]) -> None:
    clock, chance = asyncio.get_running_loop().time, random.Random(at)  # noqa: S311 (not for secrets)
    while at < until:
        await asyncio.sleep(at - clock())
        before = clock()
        await visitor.tap_any(chance)
        taken.append(clock() - before)
        at = max(at + EVERY, clock())


def p95(taken: Sequence[float]) -> float:
    """The time that 95 of 100 taps stayed below."""
    return sorted(taken)[int(len(taken) * 0.95)]
