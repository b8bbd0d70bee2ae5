"""What a visitor who has gone leaves behind goes too: files that were uploaded, an event loop, all that a page held.

Streamlit drops an abandoned session without shutting it down. What belongs to it, and its uploads, then stay in memory
until a later garbage collection.
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
    disconnected_session_seconds,
    use_session_storage,
)

logger = logging.getLogger("placecheck.web")

MAX_SESSIONS = 128
"""The most sessions that are kept in case their visitor comes back; beyond it the oldest end."""
CHECK_SECONDS = 10.0
"""Seconds from one look for sessions to end to the next."""


class DisconnectedSessions(SessionStorage):
    """Sessions without a connection, each kept for `seconds` and then shut down."""

    def __init__(self, seconds: float, most: int = MAX_SESSIONS, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._most, self._clock = seconds, most, clock
        self._sessions: dict[str, tuple[float, SessionInfo]] = {}
        self._lock = Lock()

    def get(self, session_id: str) -> SessionInfo | None:
        """Return the session, or None if it has expired or is unknown."""
        with self._lock:
            until, session = self._sessions.get(session_id, (0.0, None))
            return session if self._clock() < until else None

    def save(self, session_info: SessionInfo) -> None:
        """Keep a session from now on."""
        with self._lock:
            self._sessions.pop(session_info.session.id, None)
            self._sessions[session_info.session.id] = (self._clock() + self._seconds, session_info)

    def delete(self, session_id: str) -> None:
        """Forget a session without shutting it down."""
        with self._lock:
            self._sessions.pop(session_id, None)

    def list(self) -> list[SessionInfo]:
        """Return all sessions that are kept."""
        with self._lock:
            return [session for _, session in self._sessions.values()]

    def shut_down_expired(self) -> int:
        """Shut down the sessions that have expired, and the oldest if there are too many; return how many."""
        now = self._clock()
        with self._lock:
            surplus = len(self._sessions) - self._most
            overdue = [
                id_
                for number, (id_, (until, _)) in enumerate(self._sessions.items())
                if until <= now or number < surplus
            ]
            ended = [self._sessions.pop(id_)[1] for id_ in overdue]
        for session in ended:
            session.session.shutdown()
        return len(ended)


@asynccontextmanager
async def end_disconnected_sessions(every: float = CHECK_SECONDS) -> AsyncIterator[None]:
    """While open, keep the sessions of the running Streamlit in a storage that ends them."""
    sessions = DisconnectedSessions(disconnected_session_seconds())
    use_session_storage(sessions)
    task = asyncio.create_task(_end(sessions, every))
    try:
        yield
    finally:
        task.cancel()


async def _end(sessions: DisconnectedSessions, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        try:
            sessions.shut_down_expired()
        except Exception:
            logger.exception("A session could not be ended")
