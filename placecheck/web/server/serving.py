"""Serving the app on a socket: checked before it is said to be open, and stopped in a way that loses nobody."""

from __future__ import annotations

import socket
import threading
from types import FrameType

import uvicorn

from placecheck.storage import StoreAwayError, visitor_message
from placecheck.web.access.tenant_lookup import tenant_index
from placecheck.web.access.tenant_stores import tenant_store
from placecheck.web.access.tenants import is_shared
from placecheck.web.routes.readiness import begin_to_stop
from placecheck.web.server.app import build_app
from placecheck.web.server.slow_clients import SlowClientProtocol

FINISH_WITHIN = 20
"""Seconds in which what is under way when the server stops may come to its end."""


def serve_app(listening: socket.socket, opened: str, *, stop_after: float = 0) -> None:
    """Serve the app on `listening` until stopped; `opened` is printed once it can be used.

    Raises:
        PlacecheckError: A setting is wrong, or the store cannot be opened for another reason than that its database is
            away just now.
    """
    app = build_app()
    open_at_start()
    config = uvicorn.Config(
        app,
        http=SlowClientProtocol,
        log_config=None,  # `placecheck run` sets the logs up
        access_log=False,
        server_header=False,
        ws_per_message_deflate=False,  # on the same table, compressing every message only makes clicks slower
        timeout_graceful_shutdown=FINISH_WITHIN,
    )
    Server(config, opened, stop_after).run(sockets=[listening])


def open_at_start() -> None:
    """Open the store, or the index of the groups, whose stores are each opened on first use.

    A database that is away is logged: `/ready` says when it is back.

    Raises:
        StorageError: The store or the index cannot be opened for another reason.
    """
    try:
        if is_shared():
            tenant_index()
        else:
            tenant_store("")
    except StoreAwayError as error:
        visitor_message(error)


class Server(uvicorn.Server):
    """Uvicorn, that says when it is open, and that on SIGTERM says at `/ready` that it stops before it does."""

    def __init__(self, config: uvicorn.Config, opened: str, stop_after: float) -> None:
        super().__init__(config)
        self._opened = opened
        self._stop_after = stop_after
        self._is_stopping = False

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, and then say so."""
        await super().startup(sockets)
        if self.started:
            print(self._opened, flush=True)  # noqa: T201 (it is what people look for in the terminal)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop: at once where asked a second time, or no proxy is to be told first."""
        if self._is_stopping or not self._stop_after:
            super().handle_exit(sig, frame)
            return
        self._is_stopping = True
        begin_to_stop()
        timer = threading.Timer(self._stop_after, super().handle_exit, (sig, frame))
        timer.daemon = True
        timer.start()
