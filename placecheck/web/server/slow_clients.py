"""HTTP for a hall: whoever opens a connection and then says nothing, or only a little at a time, is let go.

Nor may one address hold all the connections that the system has. A proxy may: it speaks for everybody.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
from collections import Counter
from typing import Any, ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

from placecheck.events import Event, report
from placecheck.phone.token_bucket import network_of

HEAD_WITHIN = 20.0
"""Seconds in which the head of a request must have come; the phones' pages bound its body themselves."""


MAX_EACH = 400
"""Connections at once from one address: a hall behind one router has some hundred phones that are in use at once."""


class SlowClientProtocol(H11Protocol):
    """Uvicorn's protocol, with an end to waiting for a request to begin."""

    head_within = HEAD_WITHIN
    most_each = MAX_EACH
    proxies = frozenset(os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1,::1").split(","))
    """Whose connections are not counted: this computer, where most proxies are, and proxies that are believed."""
    _hurry: asyncio.TimerHandle | None = None
    _counted: str | None = None
    _held: ClassVar[Counter[str]] = Counter()

    def connection_made(self, transport: Any) -> None:
        """Wait for a first request, but not for ever."""
        super().connection_made(transport)
        self._count(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait on as long as no request is whole; once one is, what answers it has its time."""
        if self._idle():
            self._wait()
        super().data_received(data)
        if not self._idle():
            self._stop_waiting()

    def handle_websocket_upgrade(self, event: Any) -> None:
        """Let a live connection be silent."""
        self._stop_waiting()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more for who is gone."""
        self._stop_waiting()
        if self._counted is not None:
            self._held[self._counted] -= 1
            if not self._held[self._counted]:
                del self._held[self._counted]
            self._counted = None
        super().connection_lost(exc)

    def _count(self, transport: Any) -> None:
        """Count the connection against its address, and end it where there are too many."""
        address = (transport.get_extra_info("peername") or ("",))[0]
        if not address or _is_among(address, self.proxies):
            return
        self._counted = network_of(address)
        self._held[self._counted] += 1
        if self._held[self._counted] > self.most_each:
            report(Event.LIMIT_REACHED, f"A limit was reached: more than {self.most_each} connections from one address")
            transport.abort()

    def _idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _wait(self) -> None:
        if self._hurry is None:
            self._hurry = self.loop.call_later(self.head_within, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._hurry is not None:
            self._hurry.cancel()
            self._hurry = None


def _is_among(address: str, proxies: frozenset[str]) -> bool:
    """Return whether `address` is one of `proxies`: numbers, networks, or `*` for any."""
    if "*" in proxies:
        return True
    number = ipaddress.ip_address(address.partition("%")[0])
    for proxy in proxies:
        try:
            if number in ipaddress.ip_network(proxy.strip(), strict=False):
                return True
        except ValueError:  # a name, or a socket's path
            continue
    return False
