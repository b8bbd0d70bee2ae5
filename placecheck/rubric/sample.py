"""Links drawn by lot, so that someone who did not write them can hold each against its paragraph."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from placecheck.rubric.links import Link
from placecheck.rubric.model import Indicator, Rubric


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """One link of a sample, with the indicator that cites it and as what."""

    indicator: Indicator
    kind: Literal["supports", "cautions"]
    link: Link


def draw_links(rubric: Rubric, count: int, seed: int) -> list[DrawnLink]:
    """Draw up to `count` links of `rubric`; the same seed draws the same, in the rubric's order."""
    links = [
        DrawnLink(indicator, kind, link) for indicator in rubric.indicators() for kind, _, link in indicator.links()
    ]
    numbers = random.Random(seed).sample(range(len(links)), min(count, len(links)))  # noqa: S311 (a lot, no secret)
    return [links[number] for number in sorted(numbers)]
