"""What lets a person in, and how their sign-in is recognised later.

A sign-in is a cookie that carries when it ends, or when it was made, and a signature. The server keeps nothing of it,
so several processes that are set the same take each other's, and another passphrase ends them all.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from placecheck.errors import PlacecheckError
from placecheck.web.access.sign_in_session import SESSION_SECONDS
from placecheck.words import say
from placecheck.words import sign_in as w

PASSPHRASE = "PLACECHECK_PASSPHRASE"  # noqa: S105 (the name of the variable)
"""The variable that holds the passphrase."""

COOKIE = "placecheck_key"
MIN_LENGTH = 8


class ShortPassphraseError(PlacecheckError):
    """The passphrase is so short that it could be guessed."""


@dataclass(frozen=True)
class Passphrase:
    """A passphrase, what it signs, and the group that it is of; without a name where the server is not shared."""

    passphrase: str
    group: str = ""

    def __post_init__(self) -> None:
        if len(self.passphrase) < MIN_LENGTH:
            raise ShortPassphraseError(say(w.SHORT, n=len(self.passphrase), least=MIN_LENGTH))

    def verify(self, typed: str) -> bool:
        """Return whether `typed` is the passphrase, in the same time whatever is wrong with it."""
        return hmac.compare_digest(_digest(typed), _digest(self.passphrase))

    def cookie(self, now: float | None = None) -> str:
        """Return the cookie of a new sign-in, unlike any other."""
        until = int((time.time() if now is None else now) + SESSION_SECONDS)
        body = ".".join((str(until), secrets.token_hex(16), *self._named))
        return f"{body}.{self._sign(body)}"

    def until(self, cookies: Mapping[str, str]) -> float | None:
        """Return as `Credential.until`: where the signature and the group's name are this passphrase's."""
        cookie = cookies.get(COOKIE, "")
        if self.group not in cookie:  # that of nearly every group, where there are a thousand
            return None
        body, _, signature = cookie.rpartition(".")
        if tuple(body.split(".")[2:]) != self._named:
            return None
        if not hmac.compare_digest(signature.encode(), self._sign(body).encode()):
            return None
        return int(body.partition(".")[0])

    def account(self, _cookies: Mapping[str, str]) -> str:
        """Return nobody: who types a passphrase is whoever knows it."""
        return ""

    @property
    def _named(self) -> tuple[str, ...]:
        return (self.group,) if self.group else ()

    def _sign(self, body: str) -> str:
        return hmac.new(derive_key(self.passphrase, b"placecheck sign-in"), body.encode(), "sha256").hexdigest()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


@lru_cache(maxsize=1024)
def derive_key(secret: str, salt: bytes) -> bytes:
    """Derive a key of 64 bytes from `secret`, slowly, so that nobody finds the secret from a sign-in by trying."""
    return hashlib.scrypt(secret.encode(), salt=salt, n=2**14, r=8, p=1)
