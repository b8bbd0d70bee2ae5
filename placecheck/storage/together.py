"""What comes at the same moment is kept in one transaction: a hall that taps at once waits for one commit, not for 500.

Whoever comes while another writes waits for their turn; whoever's turn it is takes along all that wait by then. Alone,
a writer is as quick as ever. Each is told only once the transaction that holds theirs is on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

from placecheck.errors import PlacecheckError

MOST = 100
"""How many go into one transaction at most, so that none takes long."""

Given = TypeVar("Given")
Kept = TypeVar("Kept")


class Together(Generic[Given, Kept]):
    """`keep` keeps all that it is given, or nothing where it raises; it gives one outcome for each, in order."""

    def __init__(self, keep: Callable[[Sequence[Given]], Sequence[Kept | PlacecheckError]]) -> None:
        self._keep = keep
        self._waiting: list[tuple[Given, Future[Kept]]] = []
        self._line = threading.Lock()
        self._turn = threading.Lock()

    def put(self, given: Given) -> Kept:
        """Keep `given`, with whatever waits beside it. Raises what `keep` said of it, or raised."""
        outcome: Future[Kept] = Future()
        with self._line:
            self._waiting.append((given, outcome))
        with self._turn:
            while not outcome.done():
                self._take_along()
        return outcome.result()

    def _take_along(self) -> None:
        with self._line:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
        try:
            found = self._keep([given for given, _ in batch])
        except BaseException as error:
            for _, outcome in batch:  # everyone is told, each in their own thread
                outcome.set_exception(error)
            return
        for (_, outcome), said in zip(batch, found, strict=True):
            if isinstance(said, PlacecheckError):
                outcome.set_exception(said)
            else:
                outcome.set_result(said)
