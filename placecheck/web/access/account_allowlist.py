"""Who of those with an account may come in: a list of e-mail addresses and domains."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from placecheck.web.access.oidc import OidcProvider, SettingError, ascii_lower, is_allowlist_entry
from placecheck.words import say
from placecheck.words import sign_in as w

ALLOWLIST_VARIABLE = "PLACECHECK_PEOPLE"
"""The variable that holds who may come in, apart by commas, where the server is not shared."""


@dataclass(frozen=True)
class Allowlist:
    """Who may come in with an account: addresses, and whole domains as `@example.org`; and the group it is for."""

    listed: frozenset[str]
    openid: OidcProvider
    group: str = ""

    def until(self, cookies: Mapping[str, str]) -> float | None:
        """Return as `Credential.until`: where the account is of somebody on the list."""
        identity = self.openid.identity(cookies)
        if identity is None or not identity.email:
            return None
        return identity.until if {identity.email, domain_of(identity.email)} & self.listed else None

    def account(self, cookies: Mapping[str, str]) -> str:
        """Return the address of the account."""
        identity = self.openid.identity(cookies)
        return identity.email if identity else ""


def domain_of(email: str) -> str:
    """Return the domain of an address, as written in allowlists: `@example.org`."""
    return "@" + email.rpartition("@")[2]


def normalised_allowlist(people: Iterable[str]) -> frozenset[str]:
    """Return an allowlist in comparable form."""
    return frozenset(ascii_lower(person) for person in people)


def allowlist_from_environment() -> tuple[str, ...]:
    """Return who may come in by PLACECHECK_PEOPLE.

    Raises:
        SettingError: An entry is no address.
    """
    people = tuple(person.strip() for person in os.environ.get(ALLOWLIST_VARIABLE, "").split(",") if person.strip())
    for person in people:
        if not is_allowlist_entry(person):
            raise SettingError(say(w.NO_PERSON_IN, name=ALLOWLIST_VARIABLE, given=person))
    return people
