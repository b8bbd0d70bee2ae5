"""Several groups on one server: a store each, who may open it, and who of them is asking.

What a page is about is never looked up by whose it is: there is nothing of another group's in the store that is asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

import streamlit as st
from pydantic import AfterValidator, Field, StrictStr

from placecheck.errors import PlacecheckError
from placecheck.paths import data_folder
from placecheck.source import read_source, validated
from placecheck.source.fields import Frozen, MisfitError, Slug
from placecheck.storage.engine.store_index import PREFIX
from placecheck.storage.store import DATABASE_VARIABLE
from placecheck.web.access.account_allowlist import (
    ALLOWLIST_VARIABLE,
    Allowlist,
    allowlist_from_environment,
    domain_of,
    normalised_allowlist,
)
from placecheck.web.access.oidc import (
    OidcProvider,
    SettingError,
    ascii_lower,
    is_allowlist_entry,
    oidc_from_environment,
)
from placecheck.web.access.passphrase import MIN_LENGTH, PASSPHRASE, Passphrase
from placecheck.web.access.sign_in_session import Credential, SignIn, latest_sign_in
from placecheck.words import say
from placecheck.words import sign_in as w

VARIABLE = "PLACECHECK_GROUPS"
"""The variable that names the file of the groups."""

_ASKING: ContextVar[Mapping[str, str] | None] = ContextVar("cookies", default=None)


class ConflictingSettingsError(PlacecheckError):
    """Something for the whole server, and a file of groups."""


class NoTenantError(PlacecheckError):
    """Nobody knows of which group the one is who asks."""


def _long_enough(passphrase: str) -> str:
    passphrase = passphrase.strip()  # as what is typed is: a line end around it would lock everybody out
    if len(passphrase) < MIN_LENGTH:
        raise MisfitError(say(w.SHORT_OF_GROUP, n=len(passphrase)), say(w.SHORT_HINT, least=MIN_LENGTH))
    return passphrase


def _someone(person: str) -> str:
    if not is_allowlist_entry(person):
        raise MisfitError(say(w.NO_PERSON, given=person), say(w.NO_PERSON_HINT))
    return ascii_lower(person)


class Tenant(Frozen):
    """One group, as the file has it: its passphrase, those who come in with an account, or both."""

    passphrase: Annotated[StrictStr, AfterValidator(_long_enough)] | None = None
    people: tuple[Annotated[StrictStr, AfterValidator(_someone)], ...] = ()


def _each_its_own(groups: dict[str, Tenant]) -> dict[str, Tenant]:
    """Return `groups`, checked that each has its own credentials: every sign-in must belong to one store."""
    by_passphrase: dict[str, str] = {}
    by_person: dict[str, str] = {}
    for name, group in groups.items():
        if not (group.passphrase or group.people):
            raise MisfitError(say(w.NO_KEY_OF_GROUP, group=name), say(w.NO_KEY_HINT), name)
        other = by_passphrase.setdefault(group.passphrase, name) if group.passphrase else name
        if other != name:
            raise MisfitError(say(w.SAME_PASSPHRASE, other=other), say(w.SAME_HINT), name, "passphrase")
        by_person |= dict.fromkeys(group.people, name)
    for name, group in groups.items():
        for number, person in enumerate(group.people):
            for by in (person, domain_of(person)):
                if by_person.get(by, name) != name:
                    words = say(w.LISTED_TWICE, person=person, other=by_person[by], by=by)
                    raise MisfitError(words, say(w.LISTED_HINT), name, "people", number)
    return groups


class TenantsFile(Frozen):
    """The file of the groups: each under the name that its data is kept by."""

    groups: Annotated[dict[Slug, Tenant], Field(min_length=1), AfterValidator(_each_its_own)]


def credentials_from_environment() -> tuple[Credential, ...]:
    """Return the credentials that the environment sets, for each group; none where only this computer can come in.

    Raises:
        ShortPassphraseError: A passphrase is too short.
        SettingError: A setting of the server is wrong.
        ConflictingSettingsError: A setting is given for the server and for its groups.
        InputError: The file of the groups is invalid.
    """
    file, openid = os.environ.get(VARIABLE), oidc_from_environment()
    both = [name for name in (PASSPHRASE, ALLOWLIST_VARIABLE) if os.environ.get(name)]
    if file and both:
        raise ConflictingSettingsError(say(w.BOTH, name=both[0]))
    credentials = (
        _locks_in(Path(file), openid)
        if file
        else _of_all(os.environ.get(PASSPHRASE, "").strip(), allowlist_from_environment(), openid)
    )
    if openid and not any(isinstance(credential, Allowlist) for credential in credentials):
        raise SettingError(say(w.NOBODY_LISTED))
    return credentials


@lru_cache(maxsize=1)
def _locks_in(file: Path, openid: OidcProvider | None) -> tuple[Credential, ...]:
    """Return the credentials of the groups in `file`, read once: changes to it take effect at the next start."""
    groups = validated(TenantsFile, read_source(file)).groups
    return tuple(
        lock for name, group in groups.items() for lock in _of_all(group.passphrase, group.people, openid, name)
    )


def _of_all(
    passphrase: str | None, people: Sequence[str], openid: OidcProvider | None, group: str = ""
) -> tuple[Credential, ...]:
    if people and openid is None:
        raise SettingError(say(w.NO_PROVIDER))
    by_account = (Allowlist(normalised_allowlist(people), openid, group),) if people and openid else ()
    return (*((Passphrase(passphrase, group),) if passphrase else ()), *by_account)


def tenant_names() -> tuple[str, ...]:
    """Return the names of the groups on this server; a single empty name where it is not shared."""
    return tuple(dict.fromkeys(lock.group for lock in credentials_from_environment())) or ("",)


def is_shared() -> bool:
    """Return whether several groups share this server."""
    return tenant_names() != ("",)


def current_tenant() -> str:
    """Return the current visitor's group, by the sign-in in their cookies.

    The middleware refused everyone whose sign-in had ended; an open page stays with the group that opened it.

    Raises:
        NoTenantError: The visitor has none.
    """
    if not is_shared():
        return ""
    sign_in = _current_sign_in()
    if sign_in is None:
        raise NoTenantError(say(w.NOT_HERE))
    return sign_in.group


def current_account() -> str:
    """Return the account of the current visitor; empty where they did not sign in by one."""
    sign_in = _current_sign_in()
    return sign_in.account if sign_in else ""


def _current_sign_in() -> SignIn | None:
    asking = _ASKING.get()
    return latest_sign_in(credentials_from_environment(), st.context.cookies if asking is None else asking)


@contextmanager
def tenant_of_request(cookies: Mapping[str, str]) -> Iterator[None]:
    """Set the tenant of the enclosed block from `cookies`: for pages that Streamlit does not draw."""
    before = _ASKING.set(cookies)
    try:
        yield
    finally:
        _ASKING.reset(before)


def name_in_index(group: str) -> str:
    """Return the name of a group's folder, or of its schema where its data is in PostgreSQL."""
    return _index_name(group, in_database=bool(os.environ.get(DATABASE_VARIABLE)))


def groups_by_index_name() -> Mapping[str, str]:
    """Return the groups on this server by the names of their folders or schemas."""
    return _groups_by_index_name(tenant_names(), in_database=bool(os.environ.get(DATABASE_VARIABLE)))


@lru_cache(maxsize=4)
def _groups_by_index_name(groups: tuple[str, ...], *, in_database: bool) -> Mapping[str, str]:
    return MappingProxyType({_index_name(group, in_database=in_database): group for group in groups})


def _index_name(group: str, *, in_database: bool) -> str:
    return PREFIX + group.replace("-", "_") if in_database else group


def tenant_folder(group: str) -> Path:
    """Return the data folder of a group; the server's for the group without a name."""
    return data_folder() / "groups" / group if group else data_folder()
