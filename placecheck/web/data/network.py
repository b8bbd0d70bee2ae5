"""All places of the store at once, held ready until something changes; and archives of many that come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from placecheck.exchange.bulk_archive import BulkArchive
from placecheck.exchange.spool import IncomingArchive
from placecheck.storage import Store
from placecheck.views.comparison.network import ListedAssessment, listed_assessments, spread_view
from placecheck.views.results.pictures import LadderView
from placecheck.web.data import assessments
from placecheck.web.data.spread_count import NetworkCount, network_count

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""

MAX_CACHED = 1
"""How many states of a store are held ready: only the last that was asked for."""


class NetworkPicture(NamedTuple):
    """How places spread: of how many, and how many were asked in other words."""

    view: LadderView
    places: int
    others: int


def all_assessments() -> tuple[ListedAssessment, ...]:
    """Return every assessment in the store."""
    return _listed(assessments.current_store(), assessments.current_store().pulse())


@lru_cache(maxsize=MAX_CACHED)
def _listed(store: Store, _pulse: tuple[int, int]) -> tuple[ListedAssessment, ...]:
    return listed_assessments(store.places())


def begin_count(matching: Sequence[ListedAssessment]) -> NetworkCount:
    """Begin to count how the matching places spread, by each one's newest assessment, or return the count so far."""
    store, hidden = assessments.current_store(), assessments.assessments_with_hidden_answers()
    newest = frozenset(item.id for item in matching if item.newest and item.id not in hidden)
    return network_count(store, store.pulse(), newest)


def network_picture(count: NetworkCount) -> NetworkPicture | None:
    """Return how the places spread that were asked in the commonest wording, once `count` is made; None without any."""
    made = count.result()
    if not made or not made[0].places:
        return None
    first = made[0]
    view = spread_view(first.rubric, first.groups[0].spreads, first.minimum)
    return NetworkPicture(view, first.places, sum(other.places for other in made[1:]))


def inspect_archive(archive: BulkArchive, progress: Progress) -> IncomingArchive:
    """Return an archive of many as it comes in, looked at to its end.

    Raises:
        InputError: The archive itself cannot be read.
    """
    incoming = IncomingArchive(archive, assessments.current_store().find_rubric)
    for looked_at in incoming.look():
        progress(looked_at, incoming.total)
    return incoming


def keep_incoming(incoming: IncomingArchive, by: str, progress: Progress) -> tuple[int, int]:
    """Keep what is in order, and return how many were kept and how many were already stored."""
    store, came, new = assessments.current_store(), 0, 0
    for batch in incoming.batches():
        new += sum(added.is_new for added in store.add_assessments_once(batch, by=by))
        came += len(batch)
        progress(came, incoming.total)
    return new, came - new
