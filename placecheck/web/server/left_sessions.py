"""What a visitor who has gone leaves behind goes too: files that were uploaded, an event loop, all that a page held.

Streamlit forgets a session that nobody came back to without ending it. So what belongs to it stayed until some later
collection of garbage, with the uploads.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from threading import Lock

from placecheck.web.streamlit_private import (
    SessionInfo,
    SessionStorage,
    keep_left_sessions_in,
    left_session_seconds,
)

logger = logging.getLogger("placecheck.web")

MOST = 128
"""The most sessions that are kept in case their visitor comes back; beyond it the oldest end."""
EVERY = 10.0
"""Seconds from one look for sessions to end to the next."""


class LeftSessions(SessionStorage):
    """Sessions without a connection, each kept for `seconds` and then shut down."""

    def __init__(self, seconds: float, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._most, self._clock = seconds, most, clock
        self._left: dict[str, tuple[float, SessionInfo]] = {}
        self._lock = Lock()

    def get(self, session_id: str) -> SessionInfo | None:
        """Return a session whose time is not over."""
        with self._lock:
            until, session = self._left.get(session_id, (0.0, None))
            return session if self._clock() < until else None

    def save(self, session_info: SessionInfo) -> None:
        """Keep a session from now on."""
        with self._lock:
            self._left.pop(session_info.session.id, None)
            self._left[session_info.session.id] = (self._clock() + self._seconds, session_info)

    def delete(self, session_id: str) -> None:
        """Keep a session no longer; it is not shut down."""
        with self._lock:
            self._left.pop(session_id, None)

    def list(self) -> list[SessionInfo]:
        """Return all sessions that are kept."""
        with self._lock:
            return [session for _, session in self._left.values()]

    def end_overdue(self) -> int:
        """Shut down the sessions whose time is over, and the oldest where there are too many; return how many."""
        now = self._clock()
        with self._lock:
            surplus = len(self._left) - self._most
            overdue = [
                id_ for number, (id_, (until, _)) in enumerate(self._left.items()) if until <= now or number < surplus
            ]
            ended = [self._left.pop(id_)[1] for id_ in overdue]
        for session in ended:
            session.session.shutdown()
        return len(ended)


@asynccontextmanager
async def end_left_sessions(every: float = EVERY) -> AsyncIterator[None]:
    """While open, keep the sessions of the running Streamlit in a storage that ends them."""
    sessions = LeftSessions(left_session_seconds())
    keep_left_sessions_in(sessions)
    task = asyncio.create_task(_end(sessions, every))
    try:
        yield
    finally:
        task.cancel()


async def _end(sessions: LeftSessions, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            sessions.end_overdue()
        except Exception:
            logger.exception("A session could not be ended")
