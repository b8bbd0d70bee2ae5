"""Counting the parts of a network: in this process, or on the workers of a Dask cluster. The counts are the same."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
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

TURNS = 8
"""How many shares of the parts each thread of a cluster gets: enough that all end at about the same time.

The counts of a part fill some 500 KB, so a worker adds up those of a share before it sends them.
"""


def load_and_count(source: PartSource) -> ByRubric:
    """Load a part and count it."""
    part = source.load()
    return {part.rubric.fingerprint: count_part(part)}


def count_share(share: Sequence[PartSource]) -> tuple[int, ByRubric]:
    """Count the parts of a share one after the other: what a worker does at a time; how many, and their counts."""
    return len(share), _sum(map(load_and_count, share))


def count_here(sources: Iterable[PartSource], progress: Progress, *, threads: int = THREADS) -> ByRubric:
    """Count `sources` in this process, on as many `threads` as it has processors; few parts are held at a time."""
    with ThreadPoolExecutor(threads) as pool:
        return _sum(_shown(_as_they_come(pool, iter(sources), threads), progress))


def _as_they_come(
    pool: ThreadPoolExecutor, sources: Iterator[PartSource], threads: int
) -> Iterator[tuple[int, ByRubric]]:
    running: set[Future[tuple[int, ByRubric]]] = set()
    while True:
        running |= {pool.submit(count_share, [source]) for source in islice(sources, threads - len(running))}
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        yield from (future.result() for future in done)


def count_on_cluster(sources: Iterable[PartSource], progress: Progress, *, client: Any) -> ByRubric:
    """Count `sources` on the workers of `client`, a `distributed.Client`.

    A share whose worker dies is counted again by another, so the counts stay the same.
    """
    from distributed import as_completed

    shares = split_into_shares(list(sources), sum(client.nthreads().values()))
    futures = client.map(count_share, shares, pure=False)
    done = as_completed(futures, loop=client.loop, with_results=True)
    return _sum(_shown((result for _, result in done), progress))


def split_into_shares(sources: Sequence[PartSource], threads: int) -> list[Sequence[PartSource]]:
    """Return `sources` in shares for so many threads; each alone where it is not known how many there will be."""
    shares = min(len(sources), threads * TURNS or len(sources))
    return [sources[first::shares] for first in range(shares)]


def _shown(counted: Iterable[tuple[int, ByRubric]], progress: Progress) -> Iterator[ByRubric]:
    done = 0
    for parts, counts in counted:
        yield counts
        done += parts
        progress(done)


def _sum(counted: Iterable[ByRubric]) -> ByRubric:
    whole: ByRubric = {}
    for by_rubric in counted:
        for fingerprint, counts in by_rubric.items():
            whole[fingerprint] = whole[fingerprint] + counts if fingerprint in whole else counts
    return whole
