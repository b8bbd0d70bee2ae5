"""What every answer tells the browser not to do, and who may open a live connection."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from placecheck.web.access.same_origin import is_same_origin

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # a passage's source need not know from which place someone came
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """ASGI middleware that adds the headers in `SAFE` where an answer does not say otherwise.

    A websocket from another site's page is refused here. Streamlit would refuse it too, but would first ask a service
    on the internet for this machine's address, to see whether that is where the page came from.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not is_same_origin(Headers(scope=scope)):
            await send({"type": "websocket.close", "code": 1008})
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SAFE.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, answer if scope["type"] == "http" else send)
