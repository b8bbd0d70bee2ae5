"""Several groups on one server: a passphrase and a store each, and who of them is asking.

What a page is about is never looked up by whose it is: there is nothing of another group's in the store that is asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated

import streamlit as st
from pydantic import AfterValidator, Field, StrictStr

from placecheck.datafolder import data_folder
from placecheck.errors import PlacecheckError
from placecheck.source import read_source, validated
from placecheck.source.fields import Frozen, MisfitError, Slug
from placecheck.storage import Store, open_store
from placecheck.storage.apart import apart
from placecheck.storage.store import DATABASE_VARIABLE
from placecheck.web.door import COOKIE, LEAST, PASSPHRASE, Lock
from placecheck.words import door as w
from placecheck.words import say

VARIABLE = "PLACECHECK_GROUPS"
"""The variable that names the file of the groups."""

_ASKING: ContextVar[Mapping[str, str] | None] = ContextVar("cookies", default=None)


class BothError(PlacecheckError):
    """One passphrase for all, and a file of groups."""


class NoGroupError(PlacecheckError):
    """Nobody knows of which group the one is who asks."""


def _long_enough(passphrase: str) -> str:
    if len(passphrase) < LEAST:
        raise MisfitError(say(w.SHORT_OF_GROUP, n=len(passphrase)), say(w.SHORT_MEND, least=LEAST))
    return passphrase


def _each_its_own(groups: dict[str, Group]) -> dict[str, Group]:
    first: dict[str, str] = {}
    for name, group in groups.items():
        other = first.setdefault(group.passphrase, name)
        if other != name:
            raise MisfitError(say(w.SAME_PASSPHRASE, other=other), say(w.SAME_MEND), name, "passphrase")
    return groups


class Group(Frozen):
    """One group, as the file has it."""

    passphrase: Annotated[StrictStr, AfterValidator(_long_enough)]


class GroupsFile(Frozen):
    """The file of the groups: each under the name that its data is kept by."""

    groups: Annotated[dict[Slug, Group], Field(min_length=1), AfterValidator(_each_its_own)]


def the_locks() -> tuple[Lock, ...]:
    """The locks that the environment asks for, one for each group; none where only this computer can come in.

    Raises ShortPassphraseError, BothError, and InputError for the file of the groups.
    """
    passphrase, file = os.environ.get(PASSPHRASE), os.environ.get(VARIABLE)
    if passphrase and file:
        raise BothError(say(w.BOTH))
    if file:
        return _locks_in(Path(file))
    return (Lock(passphrase),) if passphrase else ()


@lru_cache(maxsize=1)
def _locks_in(file: Path) -> tuple[Lock, ...]:
    """The locks of the groups in `file`, read once: what changes in it counts from the next start on."""
    found = validated(GroupsFile, read_source(file)).groups
    return tuple(Lock(group.passphrase, name) for name, group in found.items())


def groups() -> tuple[str, ...]:
    """The names of the groups on this server; one without a name where it is not shared."""
    return tuple(lock.group for lock in the_locks()) or ("",)


def group_here() -> str:
    """The group of whoever asks, by the sign-in in their cookies. Raises NoGroupError where there is none.

    The door let nobody in whose sign-in had ended; a page that is open stays of the group that it was opened by.
    """
    if groups() == ("",):
        return ""
    asking = _ASKING.get()
    cookie = (st.context.cookies if asking is None else asking).get(COOKIE, "")
    found = [lock.group for lock in the_locks() if lock.made(cookie)]
    if not found:
        raise NoGroupError(say(w.NOT_HERE))
    return found[0]


@contextmanager
def asked_with(cookies: Mapping[str, str]) -> Iterator[None]:
    """Within it, whoever sent `cookies` asks: for pages that Streamlit does not draw."""
    before = _ASKING.set(cookies)
    try:
        yield
    finally:
        _ASKING.reset(before)


def folder_of(group: str) -> Path:
    """The data folder of a group; that of the server for the group without a name."""
    return data_folder() / "groups" / group if group else data_folder()


@cache
def store_of(group: str) -> Store:
    """The one store that this process has of a group. Raises StorageError."""
    if not group:
        return open_store()
    address = os.environ.get(DATABASE_VARIABLE)
    return open_store(apart(address, f"g_{group.replace('-', '_')}") if address else folder_of(group))
