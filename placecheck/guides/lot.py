"""A panel drawn by lot: the same seed, read aloud, gives the same draw again, and unmet quotas are shown."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from placecheck.fingerprint import words_as_heard

Person = Mapping[str, str]
"""A row of the pool: an `id`, and features such as `age`."""
Counts = Counter[tuple[str, str]]
"""How many were drawn with each value of each feature."""


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of the panel should have `value` as their `feature`."""

    feature: str
    value: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class UnmetQuota:
    """A quota that the panel does not meet, and how many were drawn."""

    quota: Quota
    drawn: int


@dataclass(frozen=True, slots=True)
class Panel:
    """Who was drawn, in the order of the draw, and which quotas are not met."""

    drawn: tuple[str, ...]
    unmet: tuple[UnmetQuota, ...]


def draw_people(pool: Iterable[Person], size: int, seed: str, quotas: Sequence[Quota] = ()) -> Panel:
    """Draw `size` people from `pool`. The order of the pool changes nothing; the seed and the ids decide.

    Each person's ticket is the SHA-256 of the seed's words as one hears them and their id. Tickets are called from
    the smallest up: first people who help to fill a quota that is still short and overfill none, then anyone who
    overfills none.
    """
    heard = words_as_heard(seed)
    left = sorted(pool, key=lambda person: _ticket(heard, person["id"]))
    drawn: list[Person] = []
    counts: Counts = Counter()
    while len(drawn) < size:
        left = _without_full(left, quotas, counts)
        if not left:
            break
        drawn.append(left.pop(_next(left, quotas, counts)))
        counts.update(drawn[-1].items())
    unmet = [UnmetQuota(quota, counts[quota.feature, quota.value]) for quota in quotas]
    return Panel(
        tuple(person["id"] for person in drawn),
        tuple(short for short in unmet if not short.quota.least <= short.drawn <= short.quota.most),
    )


def _without_full(left: list[Person], quotas: Sequence[Quota], counts: Counts) -> list[Person]:
    """Return those `left` who overfill no quota; the others cannot be drawn later either."""
    full = {(quota.feature, quota.value) for quota in quotas if counts[quota.feature, quota.value] >= quota.most}
    return [person for person in left if not full & person.items()] if full else left


def _next(left: Sequence[Person], quotas: Sequence[Quota], counts: Counts) -> int:
    """Return the index in `left` of the person to draw next."""
    short = {(quota.feature, quota.value) for quota in quotas if counts[quota.feature, quota.value] < quota.least}
    return next((at for at, person in enumerate(left) if short & person.items()), 0) if short else 0


def _ticket(seed: str, id_: str) -> str:
    return hashlib.sha256(f"{seed}\n{id_}".encode()).hexdigest()
