"""Made-up places by the hundred thousand, straight into a data set: to see how fast a network's analysis is.

As in `sample`, each place has a level that it tends to, each indicator is easier or harder, and each voice sees things
its own way. The same seed gives the same data set.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import numpy as np

from placecheck.assessment.model import Place, PlaceKind
from placecheck.assessment.packed import CODES
from placecheck.exchange.data_set import ROWS_PER_PART, DataSetWriter
from placecheck.exchange.data_set_columns import PartColumns
from placecheck.exchange.sample import DAYS, FIRST_DAY, NO_ANSWERS, sample_shares
from placecheck.rubric.model import Rubric

REPEAT_EVERY = 5
"""Every fifth assessment repeats the previous place a year later."""


def write_sample(folder: Path, rubric: Rubric, n: int, seed: int, voices: int) -> Iterable[int]:
    """Write `n` made-up assessments of the full set, each of so many `voices`; yield how many there are so far."""
    writer = DataSetWriter(folder)
    part_size = max(REPEAT_EVERY, ROWS_PER_PART // (voices * len(rubric.by_id)) // REPEAT_EVERY * REPEAT_EVERY)
    for first in range(0, n, part_size):
        writer.write(made_up_part(rubric, first, min(part_size, n - first), seed, voices))
        yield writer.assessments
    writer.finish()


def made_up_part(rubric: Rubric, first: int, count: int, seed: int, voices: int) -> PartColumns:
    """Return the assessments from number `first` on, `count` of them."""
    rng = np.random.default_rng([seed, first])
    numbers = np.arange(first, first + count)
    is_again = numbers % REPEAT_EVERY == REPEAT_EVERY - 1
    places = numbers - is_again
    place_index = places - first  # a part begins with a place's first assessment
    width, dtype = len(rubric.by_id), np.float32
    place_level = rng.normal(1.8, 0.6, count).astype(dtype)[place_index]
    voice_offset = rng.normal(0, 0.5, (count, voices, 1)).astype(dtype)
    indicator_offset = rng.normal(0, 0.6, width).astype(dtype)
    perceived = rng.standard_normal((count, voices, width), dtype) * dtype(0.7) + voice_offset + indicator_offset
    answers = np.clip(np.rint(perceived + place_level[:, None, None]), 0, rubric.steps - 1).astype(np.int8)
    chance = rng.random(answers.shape, dtype)
    for kind, share in NO_ANSWERS.items():
        answers[(chance >= 0) & (chance < share)] = CODES[kind]
        chance -= dtype(share)
    kinds, nations = (_drawn(rng, name, count, place_index) for name in ("kinds", "nations"))
    days = rng.integers(0, DAYS, count)[place_index] + is_again * 365
    about = [
        Place.model_construct(name=f"Made-up place {place}", kind=cast("PlaceKind", kind), nation=nation)
        for place, kind, nation in zip(places.tolist(), kinds, nations, strict=True)
    ]
    return PartColumns(
        rubric=rubric,
        places=places.tolist(),
        about=about,
        dates=[FIRST_DAY + datetime.timedelta(days=day) for day in days.tolist()],
        sets=["full"] * count,
        asked=[None] * count,
        answers=answers,
        perspectives=np.full((count, voices), -1, np.int16),
    )


def _drawn(rng: np.random.Generator, name: str, count: int, place_index: np.ndarray) -> list[str]:
    shares = sample_shares(name)
    total = sum(shares.values())
    drawn = rng.choice(list(shares), count, p=[share / total for share in shares.values()])
    return list(drawn[place_index].tolist())
