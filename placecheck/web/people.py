"""Who of those with an account may come in: a list of e-mail addresses and domains."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from placecheck.web.openid import OpenId, SettingError, is_person, lower
from placecheck.words import door as w
from placecheck.words import say

PEOPLE = "PLACECHECK_PEOPLE"
"""The variable that holds who may come in, apart by commas, where the server is not shared."""


@dataclass(frozen=True)
class People:
    """Who may come in with an account: addresses, and whole domains as `@example.org`; and the group it is for."""

    listed: frozenset[str]
    openid: OpenId
    group: str = ""

    def until(self, cookies: Mapping[str, str]) -> float | None:
        """As Opener says: where the account is of somebody on the list."""
        identity = self.openid.identity(cookies)
        if identity is None or not identity.email:
            return None
        return identity.until if {identity.email, domain_of(identity.email)} & self.listed else None


def domain_of(email: str) -> str:
    """The domain of an address, as lists have it: `@example.org`."""
    return "@" + email.rpartition("@")[2]


def listed(people: Iterable[str]) -> frozenset[str]:
    """A list as it is compared."""
    return frozenset(lower(one) for one in people)


def people_set() -> tuple[str, ...]:
    """Who may come in by PLACECHECK_PEOPLE. Raises SettingError for what is no address."""
    found = tuple(one.strip() for one in os.environ.get(PEOPLE, "").split(",") if one.strip())
    for one in found:
        if not is_person(one):
            raise SettingError(say(w.NO_PERSON_IN, name=PEOPLE, given=one))
    return found
