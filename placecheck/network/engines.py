"""Counting the parts of a network: in this process, or on the workers of a Dask cluster. The counts are the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from itertools import islice
from typing import Any, Protocol

from placecheck.network.counts import Counts, Part, count_part
from placecheck.rubric.model import Rubric

ByRubric = dict[str, Counts]
"""The counts of the assessments that were asked in the same words, by the rubric's fingerprint."""

Progress = Callable[[int], None]
"""Told how many parts are done."""


class PartSource(Protocol):
    """What loads one part, here or on another machine."""

    @property
    def rubric(self) -> Rubric:
        """Return the rubric that the part was made with."""
        ...

    def load(self) -> Part:
        """Return the part."""
        ...


THREADS = max(1, os.cpu_count() or 1)


def load_and_count(source: PartSource) -> tuple[str, Counts]:
    """Load a part and count it: what one worker does."""
    part = source.load()
    return part.rubric.fingerprint, count_part(part)


def count_here(sources: Iterable[PartSource], progress: Progress, *, threads: int = THREADS) -> ByRubric:
    """Count `sources` in this process, on as many `threads` as it has processors; few parts are held at a time."""
    with ThreadPoolExecutor(threads) as pool:
        return _sum(_as_they_come(pool, iter(sources), threads), progress)


def _as_they_come(
    pool: ThreadPoolExecutor, sources: Iterator[PartSource], threads: int
) -> Iterator[tuple[str, Counts]]:
    running: set[Future[tuple[str, Counts]]] = set()
    while True:
        running |= {pool.submit(load_and_count, source) for source in islice(sources, threads - len(running))}
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


def count_on_cluster(sources: Iterable[PartSource], progress: Progress, *, client: Any) -> ByRubric:
    """Count `sources` on the workers of `client`, a `distributed.Client`.

    A part whose worker dies is counted again by another, so the counts stay the same.
    """
    from distributed import as_completed

    futures = client.map(load_and_count, list(sources), pure=False)
    return _sum((result for _, result in as_completed(futures, with_results=True)), progress)


def _sum(counted: Iterable[tuple[str, Counts]], progress: Progress) -> ByRubric:
    whole: ByRubric = {}
    for number, (fingerprint, counts) in enumerate(counted, start=1):
        whole[fingerprint] = whole[fingerprint] + counts if fingerprint in whole else counts
        progress(number)
    return whole
