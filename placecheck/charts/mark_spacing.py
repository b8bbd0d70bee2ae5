"""Marks that lie on each other moved apart, as little as is needed, so that each and its number can be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

PASSES = 300
"""After how many passes over all marks they stay where they are; fewer do for sixty marks on one spot."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box on a drawing, in its points: its middle, and half of its width and of its height."""

    x: float
    y: float
    half_width: float
    half_height: float


def space_boxes(boxes: Sequence[Box], width: float, height: float) -> tuple[Box, ...]:
    """Return the boxes without overlap and within the drawing; those that touch no other stay where they are."""
    moved = [_inside(box, width, height) for box in boxes]
    for _ in range(PASSES):
        crowded = False
        for left, right in combinations(range(len(moved)), 2):
            if _overlap(moved[left], moved[right]):
                crowded = True
                moved[left], moved[right] = (
                    _inside(box, width, height) for box in _apart(moved[left], moved[right], left + right)
                )
        if not crowded:
            break
    return tuple(moved)


def _overlap(first: Box, second: Box) -> bool:
    return min(_depths(first, second)) > 0.01


def _depths(first: Box, second: Box) -> tuple[float, float]:
    return (
        first.half_width + second.half_width - abs(first.x - second.x),
        first.half_height + second.half_height - abs(first.y - second.y),
    )


def _apart(first: Box, second: Box, turn: int) -> tuple[Box, Box]:
    """Return both, each moved half of the shorter way; of two on one spot, which goes where depends on their `turn`."""
    across, down = _depths(first, second)
    if across < down or (first.y == second.y and turn % 2):
        half = across / 2 if first.x <= second.x else -across / 2
        return replace(first, x=first.x - half), replace(second, x=second.x + half)
    half = down / 2 if first.y < second.y or (first.y == second.y and turn % 4 < 2) else -down / 2
    return replace(first, y=first.y - half), replace(second, y=second.y + half)


def _inside(box: Box, width: float, height: float) -> Box:
    x = min(max(box.x, box.half_width), width - box.half_width)
    y = min(max(box.y, box.half_height), height - box.half_height)
    return replace(box, x=x, y=y)
