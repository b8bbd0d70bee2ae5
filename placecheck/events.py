"""What an operator should know of a server: a line in the log and a count for each event, and nothing about people."""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from enum import StrEnum

REPEAT = 600.0
"""Seconds after which the same line is written again; between them it is only counted."""


class Event(StrEnum):
    """The kinds of events; `logger` says under which name each is logged."""

    ANSWER_SAVED = "answer_saved"
    BACKED_UP = "backed_up"
    DELETED = "deleted"
    LIMIT_REACHED = "limit_reached"
    PAGE_FAILED = "page_failed"
    SIGN_IN_REFUSED = "sign_in_refused"
    SLOW_WRITE = "slow_write"
    STORE_TROUBLE = "store_trouble"


logger = logging.getLogger("placecheck.events")

_lock = threading.Lock()
_counts: Counter[Event] = Counter()
_logged: dict[tuple[Event, str], float] = {}
_MAX_LOGGED = 1_000


def count(event: Event, times: int = 1) -> None:
    """Count `event` without a line in the log."""
    with _lock:
        _counts[event] += times


def report(event: Event, message: str, *, level: int = logging.WARNING, repeat: float = REPEAT) -> None:
    """Count `event` and log `message`, unless the same message was logged less than `repeat` seconds ago."""
    now = time.monotonic()
    with _lock:
        _counts[event] += 1
        before = _logged.get((event, message))
        is_repeated = before is not None and now - before < repeat
        if not is_repeated:
            _logged[event, message] = now
            while len(_logged) > _MAX_LOGGED:
                del _logged[next(iter(_logged))]
    if not is_repeated:
        logger.log(level, message, extra={"event": event.value})


def counts() -> dict[Event, int]:
    """Return how often each kind of event has happened in this process."""
    with _lock:
        return {event: _counts[event] for event in Event}
