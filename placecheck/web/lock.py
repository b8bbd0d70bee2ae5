"""What opens the door, and how a sign-in is known again.

A sign-in is a cookie that carries when it ends, or when it was made, and a mark. The server keeps nothing of it, so
several processes that are set the same take each other's, and another passphrase ends them all.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Protocol

from placecheck.errors import PlacecheckError
from placecheck.words import door as w
from placecheck.words import say

PASSPHRASE = "PLACECHECK_PASSPHRASE"  # noqa: S105 (the name of the variable)
"""The variable that holds the passphrase."""

COOKIE = "placecheck_key"
LASTS = 12 * 60 * 60
"""Seconds that a sign-in holds: a long day."""

LEAST = 8


class ShortPassphraseError(PlacecheckError):
    """The passphrase is so short that it could be guessed."""


class SignIn(NamedTuple):
    """A sign-in: the group that it is of, and when it ends, in seconds since 1970."""

    group: str
    until: float

    def holds(self, now: float | None = None) -> bool:
        """Whether it has not ended."""
        return (time.time() if now is None else now) < self.until


class Opener(Protocol):
    """What opens the door: a passphrase, or a list of people."""

    @property
    def group(self) -> str:
        """The group that it opens; without a name where the server is not shared."""

    def until(self, cookies: Mapping[str, str]) -> float | None:
        """When the sign-in among `cookies` that this opener knows ends, or ended; None where it knows none."""


@dataclass(frozen=True)
class Lock:
    """A passphrase, what it marks, and the group that it is of; without a name where the server is not shared."""

    passphrase: str
    group: str = ""

    def __post_init__(self) -> None:
        if len(self.passphrase) < LEAST:
            raise ShortPassphraseError(say(w.SHORT, n=len(self.passphrase), least=LEAST))

    def fits(self, typed: str) -> bool:
        """Whether `typed` is the passphrase; it takes as long whatever is wrong with it."""
        return hmac.compare_digest(_digest(typed), _digest(self.passphrase))

    def cookie(self, now: float | None = None) -> str:
        """A new sign-in, unlike any other."""
        until = int((time.time() if now is None else now) + LASTS)
        body = ".".join((str(until), secrets.token_hex(16), *self._named))
        return f"{body}.{self._mark(body)}"

    def until(self, cookies: Mapping[str, str]) -> float | None:
        """As Opener says: where the mark and the group's name are this lock's."""
        body, _, mark = cookies.get(COOKIE, "").rpartition(".")
        if tuple(body.split(".")[2:]) != self._named:
            return None
        if not hmac.compare_digest(mark.encode(), self._mark(body).encode()):
            return None
        return int(body.partition(".")[0])

    @property
    def _named(self) -> tuple[str, ...]:
        return (self.group,) if self.group else ()

    def _mark(self, body: str) -> str:
        return hmac.new(slow_key(self.passphrase, b"placecheck sign-in"), body.encode(), "sha256").hexdigest()


def newest_sign_in(openers: Sequence[Opener], cookies: Mapping[str, str]) -> SignIn | None:
    """The sign-in among `cookies` that ends last, or ended last; None where none of `openers` knows one.

    So whoever signs in to a second group is in that one, and what has ended never counts beside what has not.
    """
    known = [SignIn(one.group, until) for one in openers if (until := one.until(cookies)) is not None]
    return max(known, key=lambda sign_in: sign_in.until, default=None)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


@lru_cache(maxsize=1024)
def slow_key(secret: str, salt: bytes) -> bytes:
    """A key of 64 bytes from `secret`, slow to make, so that nobody finds the secret from a sign-in by trying."""
    return hashlib.scrypt(secret.encode(), salt=salt, n=2**14, r=8, p=1)
