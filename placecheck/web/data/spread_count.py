"""Counting how places spread, beside the pages: whoever looks goes on clicking, and the count goes on too."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from functools import lru_cache

from placecheck.network.engines import count_here
from placecheck.network.packed_part import packed_parts
from placecheck.network.spread import NetworkSpread, spreads_by_rubric
from placecheck.network.store_part import packed_in_store
from placecheck.storage import Store

MAX_CONCURRENT = 2
"""How many counts are made at once on this server; others wait."""

MAX_CACHED = 16
"""How many counts are held ready, for as many stores and filters."""

POLL_SECONDS = 0.25
"""Seconds between two readings of how far a count has come."""

_POOL = ThreadPoolExecutor(MAX_CONCURRENT, thread_name_prefix="network-count")


class NetworkCount:
    """A count of the assessments of a store that have these ids. It begins at once and needs nobody to wait for it."""

    def __init__(self, store: Store, ids: frozenset[str]) -> None:
        self._done, self._total = 0, 0
        self._future = _POOL.submit(self._count, store, ids)

    def progress(self) -> Iterator[float]:
        """Yield a few times a second how far it has come, from 0 to 1, until it is done or has failed."""
        while wait([self._future], POLL_SECONDS).not_done:
            yield self._done / self._total if self._total else 0.0

    def result(self) -> tuple[NetworkSpread, ...]:
        """Return what may be said of each rubric's places, the most places first.

        Raises:
            Exception: The count failed; it is the error that ended it.
        """
        return self._future.result()

    def _count(self, store: Store, ids: frozenset[str]) -> tuple[NetworkSpread, ...]:
        try:
            parts = tuple(packed_parts(packed_in_store(store, ids.__contains__)))
            self._total = len(parts)
            return spreads_by_rubric((part.rubric for part in parts), count_here(parts, self._show))
        except Exception:
            network_count.cache_clear()  # whoever looks next has it tried again
            raise

    def _show(self, done: int) -> None:
        self._done = done


@lru_cache(maxsize=MAX_CACHED)
def network_count(store: Store, _pulse: tuple[int, int], ids: frozenset[str]) -> NetworkCount:
    """Return the count of these assessments as the store is now: a new one, or the one that is going or made."""
    return NetworkCount(store, ids)
