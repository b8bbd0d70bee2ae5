"""A sign-in, how long it lasts, and what can open a group: a passphrase, or an account on a list."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

SESSION_SECONDS = 12 * 60 * 60
"""Seconds that a sign-in holds: a long day."""


class SignIn(NamedTuple):
    """A sign-in: the group that it is of, and when it ends, in seconds since 1970.

    `account` is the address of who signed in by account; empty for a passphrase.
    """

    group: str
    until: float
    account: str = ""

    def is_valid(self) -> bool:
        """Return whether it has not ended."""
        return time.time() < self.until


class Credential(Protocol):
    """What lets people in: a passphrase, or a list of people."""

    @property
    def group(self) -> str:
        """Return the group that it opens; without a name where the server is not shared."""

    def until(self, cookies: Mapping[str, str]) -> float | None:
        """Return when the sign-in among `cookies` that this credential knows ends, or ended; None if it knows none."""

    def account(self, cookies: Mapping[str, str]) -> str:
        """Return the account that signed in among `cookies`; empty where nobody did so by account."""


def latest_sign_in(credentials: Sequence[Credential], cookies: Mapping[str, str]) -> SignIn | None:
    """Return the sign-in among `cookies` that ends or ended last; None where none of `credentials` knows one.

    So a person who signs in to a second group is in that one, and an expired sign-in never outranks a valid one.
    """
    known = [
        SignIn(credential.group, until, credential.account(cookies))
        for credential in credentials
        if (until := credential.until(cookies)) is not None
    ]
    return max(known, key=lambda sign_in: sign_in.until, default=None)
