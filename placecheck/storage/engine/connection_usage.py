"""Who is at work on a database, so that its connections are closed only while nobody is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Usage:
    """How many are at work on one database, and when somebody last was."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._at_work = 0
        self._last: float | None = None

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Count whoever is in this block as being at work."""
        with self._lock:
            self._at_work += 1
        try:
            yield
        finally:
            with self._lock:
                self._at_work -= 1
                self._last = self._clock()

    def when_idle(self, seconds: float, act: Callable[[], None]) -> bool:
        """Call `act` once where nobody was at work for `seconds`, while whoever comes waits; whether it was called."""
        with self._lock:
            if self._at_work or self._last is None or self._clock() - self._last < seconds:
                return False
            act()
            self._last = None
            return True
