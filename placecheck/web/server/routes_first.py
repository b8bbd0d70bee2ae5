"""What is ours alone is answered before it comes to Streamlit's layers, which have nothing to do for it.

A phone's answer passed ten of them on its way in, and each part of the reply all of them on its way out: a third of
what an answer cost.
"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send


class RoutesFirst:
    """ASGI middleware that serves `routes`, which hold `prefix` and all below it, and lets all else go on."""

    def __init__(self, app: ASGIApp, *, routes: Sequence[BaseRoute], prefix: str) -> None:
        self._app = app
        self._ours = ExceptionMiddleware(Router(routes))
        self._prefix = prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        ours = scope["type"] == "http" and f"{scope['path']}/".startswith(f"{self._prefix}/")
        await (self._ours if ours else self._app)(scope, receive, send)
