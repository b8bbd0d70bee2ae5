"""One line for each figure: ours beside something standard, taken in turns in the same run."""

from __future__ import annotations

import statistics
import timeit
from collections.abc import Callable, Sequence

ENOUGH_SECONDS = 0.02
"""How long one timing should take at least, so that the clock and the loop are no part of the figure."""

Call = Callable[[], object]


def head(title: str) -> None:
    """Print the title and the first two lines of a table."""
    print(f"\n{title}\n\n| what | ours | reference | ratio | allowed |\n|---|---|---|---|---|", flush=True)


def row(what: str, ours: Call, reference: Call, *, allowed: float, rounds: int = 15) -> float:
    """Time `ours` and `reference` in turns, print both medians and the median of the rounds' ratios, and return it.

    Each round times both, one straight after the other and each first in every second round, so that a slower minute
    slows both. What is allowed is a ratio; a row beyond it is marked, and the script goes on.
    """
    pair = [(timeit.Timer(call), _times(call)) for call in (ours, reference)]
    taken: list[list[float]] = [[], []]
    for turn in range(rounds):
        for which in (0, 1) if turn % 2 else (1, 0):
            timer, times = pair[which]
            taken[which].append(timer.timeit(times) / times)
    return pairs(what, taken[0], taken[1], allowed=allowed)


def pairs(what: str, ours: Sequence[float], reference: Sequence[float], *, allowed: float) -> float:
    """Print both medians of seconds that were taken in turns, and the median of their ratios, and return it."""
    ratio = statistics.median(mine / other for mine, other in zip(ours, reference, strict=True))
    mine, other = (shown(statistics.median(seconds)) for seconds in (ours, reference))
    return line(what, mine, other, ratio, allowed=allowed)


def line(what: str, ours: str, reference: str, ratio: float, *, allowed: float) -> float:
    """Print a row of figures that are ready to show, marked where the ratio is beyond what is allowed; the ratio."""
    mark = "" if ratio <= allowed else " **over**"
    print(f"| {what} | {ours} | {reference} | {ratio:.2f}{mark} | {allowed:g} |", flush=True)
    return ratio


def fact(what: str, *, holds: bool) -> None:
    """Print a row for something that either holds or does not."""
    print(f"| {what} | {'yes' if holds else 'no **over**'} | | | yes |", flush=True)


def told(what: str, ours: str, reference: str) -> None:
    """Print a row of figures that nothing is asked of."""
    print(f"| {what} | {ours} | {reference} | | |", flush=True)


def shown(seconds: float) -> str:
    """Seconds in the unit that leaves one to three digits before the point."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-6:.3g} µs"


def _times(call: Call) -> int:
    """How many calls make a timing long enough; the first call, which warms up, is not counted."""
    call()
    once = timeit.timeit(call, number=1)
    return max(1, round(ENOUGH_SECONDS / once))
