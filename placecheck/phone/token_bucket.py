"""How often something may be tried: buckets that fill again with time, for each address and for all together.

Kept in memory alone, so no address is written down anywhere. Several processes each keep their own.
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
"""How many addresses are remembered; the one that was quiet longest is forgotten first."""

IPV6_NETWORK = 64
"""One household or phone has a whole network of this size to itself."""


class Rate(NamedTuple):
    """`burst` tries at once, then one every `every` seconds."""

    burst: int
    every: float


class BucketState(NamedTuple):
    """How many tries are left, and when that was."""

    left: float
    at: float


class TokenBucket:
    """A rate for each key, and one for all together where `overall` is given. Safe to use from many threads."""

    def __init__(self, each: Rate, overall: Rate | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self._each, self._overall, self._clock = each, overall, clock
        self._known: OrderedDict[str, BucketState] = OrderedDict()
        self._lock = threading.Lock()

    def exhausted(self, key: str) -> bool:
        """Return whether `key`, or all together, have no try left now."""
        with self._lock:
            return any(self._filled(name, rate).left < 1 for name, rate in self._rates(key))

    def consume(self, key: str) -> None:
        """Take one try away from `key` and from all together."""
        with self._lock:
            for name, rate in self._rates(key):
                bucket = self._filled(name, rate)
                self._known[name] = BucketState(max(bucket.left - 1, 0), bucket.at)
                self._known.move_to_end(name)
            while len(self._known) > MAX_KNOWN:
                self._known.popitem(last=False)

    def try_acquire(self, key: str) -> bool:
        """Use a try if there is one; whether there was."""
        if self.exhausted(key):
            return False
        self.consume(key)
        return True

    def _rates(self, key: str) -> list[tuple[str, Rate]]:
        return [(f"of {key}", self._each), *([("all", self._overall)] if self._overall else [])]

    def _filled(self, name: str, rate: Rate) -> BucketState:
        now = self._clock()
        left, at = self._known.get(name, BucketState(rate.burst, now))
        return BucketState(min(left + (now - at) / rate.every, rate.burst), now)


class WaitingLine:
    """A limit that lets each key through at a rate; requests that come too soon wait, at most `longest` seconds.

    For one event loop. Where more time would be needed, it lets through after all, or with `refuses` does not.
    """

    def __init__(
        self, rate: Rate, longest: float, *, refuses: bool, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate, self._longest, self._refuses, self._clock = rate, longest, refuses, clock
        self._free: OrderedDict[str, float] = OrderedDict()
        """When the tries of a key would be used up, were there no burst."""

    async def wait(self, key: str) -> bool:
        """Wait for a turn; whether it came."""
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
    """Return what is counted as one visitor: an IPv4 address, or the network of an IPv6 one."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        return str(ip.ipv4_mapped or ipaddress.ip_network((ip, IPV6_NETWORK), strict=False))
    return str(ip)
