"""What comes at the same moment is kept in one transaction: a hall that taps at once waits for one commit, not for 500.

One thread keeps whatever waits when it is free, up to `MAX_BATCH` at a time. Alone, a writer is as quick as ever:
nothing waits on purpose for others to come. Each is told only once the transaction that holds theirs is on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

from placecheck.errors import PlacecheckError

MAX_BATCH = 100
"""How many go into one transaction at most, so that none takes long."""

Given = TypeVar("Given")
Kept = TypeVar("Kept")


class GroupCommit(Generic[Given, Kept]):
    """`keep` keeps all that it is given, or nothing where it raises; it gives one outcome for each, in order."""

    def __init__(self, keep: Callable[[Sequence[Given]], Sequence[Kept | PlacecheckError]]) -> None:
        self._keep = keep
        self._waiting: list[tuple[Given, Future[Kept]]] = []
        self._line = threading.Lock()
        self._thread = ThreadPoolExecutor(1, "together")
        self._at_work = False

    def put(self, item: Given) -> Future[Kept]:
        """Queue `item` to be kept with whatever else is waiting.

        The future raises what `keep` returned as an error, or raised.
        """
        outcome: Future[Kept] = Future()
        with self._line:
            if not self._at_work:
                self._thread.submit(self._work)
                self._at_work = True
            self._waiting.append((item, outcome))
        return outcome

    def close(self) -> None:
        """Save what is waiting, and accept no more."""
        self._thread.shutdown()

    def _work(self) -> None:
        while batch := self._next():
            self._take_along([waiting for waiting in batch if waiting[1].set_running_or_notify_cancel()])

    def _next(self) -> list[tuple[Given, Future[Kept]]]:
        with self._line:
            batch, self._waiting = self._waiting[:MAX_BATCH], self._waiting[MAX_BATCH:]
            self._at_work = bool(batch)
        return batch

    def _take_along(self, batch: Sequence[tuple[Given, Future[Kept]]]) -> None:
        try:
            results = self._keep([item for item, _ in batch])
        except BaseException as error:
            for _, outcome in batch:  # everyone is told, each in their own thread
                outcome.set_exception(error)
            return
        for (_, outcome), result in zip(batch, results, strict=True):
            if isinstance(result, PlacecheckError):
                outcome.set_exception(result)
            else:
                outcome.set_result(result)
