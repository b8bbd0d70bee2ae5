"""How often something may be tried: buckets that refill with time, for each key and for all keys together.

Held in memory alone, so no address is stored anywhere. Each process has its own.
"""

from __future__ import annotations

import asyncio
import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

MAX_KNOWN = 20_000
"""How many keys are remembered; the least recently used one is forgotten first."""

IPV6_NETWORK = 64
"""The prefix length of a network that one household or phone has to itself."""


class Rate(NamedTuple):
    """`burst` tries at once, then one every `every` seconds."""

    burst: int
    every: float


class BucketState(NamedTuple):
    """How many tries were left, and when that was counted."""

    left: float
    updated: float


class TokenBucket:
    """Limits each key to a rate, and with `overall` all keys together. Thread-safe."""

    def __init__(self, each: Rate, overall: Rate | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._each, self._overall, self._clock = each, overall, clock
        self._known: OrderedDict[str, BucketState] = OrderedDict()
        self._lock = threading.Lock()

    def exhausted(self, key: str) -> bool:
        """Return whether no try is left now, for `key` or for all keys together."""
        with self._lock:
            return any(self._filled(name, rate).left < 1 for name, rate in self._rates(key))

    def consume(self, key: str) -> None:
        """Use up one try of `key`, and of all keys together."""
        with self._lock:
            for name, rate in self._rates(key):
                bucket = self._filled(name, rate)
                self._known[name] = BucketState(max(bucket.left - 1, 0), bucket.updated)
                self._known.move_to_end(name)
            while len(self._known) > MAX_KNOWN:
                self._known.popitem(last=False)

    def try_acquire(self, key: str) -> bool:
        """Use up a try if one is left, and return whether there was one."""
        if self.exhausted(key):
            return False
        self.consume(key)
        return True

    def _rates(self, key: str) -> list[tuple[str, Rate]]:
        return [(f"of {key}", self._each), *([("all", self._overall)] if self._overall else [])]

    def _filled(self, name: str, rate: Rate) -> BucketState:
        now = self._clock()
        left, updated = self._known.get(name, BucketState(rate.burst, now))
        return BucketState(min(left + (now - updated) / rate.every, rate.burst), now)


class WaitingLine:
    """Limits each key to a rate: requests that come too soon wait, at most `longest` seconds.

    One that would have to wait longer is let through all the same, or with `refuses` refused. For one event loop.
    """

    def __init__(
        self, rate: Rate, longest: float, *, refuses: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate, self._longest, self._refuses, self._clock = rate, longest, refuses, clock
        self._free: OrderedDict[str, float] = OrderedDict()
        """The time from which a key is free again, ignoring the burst."""

    async def wait(self, key: str) -> bool:
        """Wait for a turn, and return whether it came."""
        now = self._clock()
        free = max(self._free.get(key, now), now)
        delay = max(free - now - (self._rate.burst - 1) * self._rate.every, 0)
        if delay > self._longest and self._refuses:
            return False
        self._free[key] = min(free + self._rate.every, now + self._longest + self._rate.burst * self._rate.every)
        self._free.move_to_end(key)
        if len(self._free) > MAX_KNOWN:
            self._free.popitem(last=False)
        if delay:
            await asyncio.sleep(min(delay, self._longest))
        return True


def network_of(address: str) -> str:
    """Return the key that counts as one visitor: an IPv4 address, or the network of an IPv6 address."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ip.ipv4_mapped or ipaddress.ip_network((ip, IPV6_NETWORK), strict=False))
    return str(ip)
