"""`/metrics` for hosts: figures about the process and counts of events, only for those who have the token."""

from __future__ import annotations

import hmac
import os
from collections.abc import Iterator

from prometheus_client import CollectorRegistry, PlatformCollector, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from placecheck.errors import PlacecheckError
from placecheck.events import counts
from placecheck.words import say
from placecheck.words import sign_in as w

ADDRESS = "/metrics"
TOKEN = "PLACECHECK_METRICS_TOKEN"  # noqa: S105 (the name of the variable)
"""The variable that holds the token; without it there are no metrics."""
MIN_LENGTH = 16


class ShortTokenError(PlacecheckError):
    """The token for the metrics is so short that it could be guessed."""


class EventCollector:
    """Gives Prometheus the counts of events."""

    def collect(self) -> Iterator[Metric]:
        """Yield one counter, with a label for the kind of event."""
        family = CounterMetricFamily("placecheck_events", "What happened in this process, by kind.", labels=["event"])
        for event, number in counts().items():
            family.add_metric([event.value], number)
        yield family


def metrics_routes() -> list[Route]:
    """Return the route of the metrics where a token is set, else none.

    Raises:
        ShortTokenError: The token is too short.
    """
    token = os.environ.get(TOKEN, "").strip()
    if not token:
        return []
    if len(token) < MIN_LENGTH:
        raise ShortTokenError(say(w.SHORT_TOKEN, name=TOKEN, n=len(token), least=MIN_LENGTH))
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    registry.register(EventCollector())

    async def show(request: Request) -> Response:
        kind, _, sent = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not hmac.compare_digest(sent.strip().encode(), token.encode()):
            return PlainTextResponse("a token is needed\n", 401, {"WWW-Authenticate": "Bearer"})
        return Response(generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_PLAIN_0_0_4})

    return [Route(ADDRESS, show)]
