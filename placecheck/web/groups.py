"""Several groups on one server: a store each, who may open it, and who of them is asking.

What a page is about is never looked up by whose it is: there is nothing of another group's in the store that is asked.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
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
from placecheck.web.lock import LEAST, PASSPHRASE, Lock, Opener, newest_sign_in
from placecheck.web.openid import OpenId, SettingError, is_person, lower, openid_set
from placecheck.web.people import PEOPLE, People, domain_of, listed, people_set
from placecheck.words import door as w
from placecheck.words import say

VARIABLE = "PLACECHECK_GROUPS"
"""The variable that names the file of the groups."""

_ASKING: ContextVar[Mapping[str, str] | None] = ContextVar("cookies", default=None)


class BothError(PlacecheckError):
    """Something for the whole server, and a file of groups."""


class NoGroupError(PlacecheckError):
    """Nobody knows of which group the one is who asks."""


def _long_enough(passphrase: str) -> str:
    if len(passphrase) < LEAST:
        raise MisfitError(say(w.SHORT_OF_GROUP, n=len(passphrase)), say(w.SHORT_MEND, least=LEAST))
    return passphrase


def _someone(person: str) -> str:
    if not is_person(person):
        raise MisfitError(say(w.NO_PERSON, given=person), say(w.NO_PERSON_MEND))
    return lower(person)


class Group(Frozen):
    """One group, as the file has it: its passphrase, those who come in with an account, or both."""

    passphrase: Annotated[StrictStr, AfterValidator(_long_enough)] | None = None
    people: tuple[Annotated[StrictStr, AfterValidator(_someone)], ...] = ()


def _each_its_own(groups: dict[str, Group]) -> dict[str, Group]:
    """The same, where each opens one group: it must be plain which store anybody's sign-in is of."""
    by_passphrase: dict[str, str] = {}
    by_person: dict[str, str] = {}
    for name, group in groups.items():
        if not (group.passphrase or group.people):
            raise MisfitError(say(w.NO_KEY_OF_GROUP, group=name), say(w.NO_KEY_MEND), name)
        other = by_passphrase.setdefault(group.passphrase, name) if group.passphrase else name
        if other != name:
            raise MisfitError(say(w.SAME_PASSPHRASE, other=other), say(w.SAME_MEND), name, "passphrase")
        by_person |= dict.fromkeys(group.people, name)
    for name, group in groups.items():
        for number, person in enumerate(group.people):
            for by in (person, domain_of(person)):
                if by_person.get(by, name) != name:
                    said = say(w.LISTED_TWICE, person=person, other=by_person[by], by=by)
                    raise MisfitError(said, say(w.LISTED_MEND), name, "people", number)
    return groups


class GroupsFile(Frozen):
    """The file of the groups: each under the name that its data is kept by."""

    groups: Annotated[dict[Slug, Group], Field(min_length=1), AfterValidator(_each_its_own)]


def the_locks() -> tuple[Opener, ...]:
    """What opens the door, as the environment says, for each group; nothing where only this computer can come in.

    Raises ShortPassphraseError, SettingError, BothError, and InputError for the file of the groups.
    """
    file, openid = os.environ.get(VARIABLE), openid_set()
    both = [name for name in (PASSPHRASE, PEOPLE) if os.environ.get(name)]
    if file and both:
        raise BothError(say(w.BOTH, name=both[0]))
    found = _locks_in(Path(file), openid) if file else _of_all(os.environ.get(PASSPHRASE), people_set(), openid)
    if openid and not any(isinstance(one, People) for one in found):
        raise SettingError(say(w.NOBODY_LISTED))
    return found


@lru_cache(maxsize=1)
def _locks_in(file: Path, openid: OpenId | None) -> tuple[Opener, ...]:
    """The locks of the groups in `file`, read once: what changes in it counts from the next start on."""
    found = validated(GroupsFile, read_source(file)).groups
    return tuple(
        lock for name, group in found.items() for lock in _of_all(group.passphrase, group.people, openid, name)
    )


def _of_all(
    passphrase: str | None, people: Sequence[str], openid: OpenId | None, group: str = ""
) -> tuple[Opener, ...]:
    if people and openid is None:
        raise SettingError(say(w.NO_PROVIDER))
    by_account = (People(listed(people), openid, group),) if people and openid else ()
    return (*((Lock(passphrase, group),) if passphrase else ()), *by_account)


def groups() -> tuple[str, ...]:
    """The names of the groups on this server; one without a name where it is not shared."""
    return tuple(dict.fromkeys(lock.group for lock in the_locks())) or ("",)


def group_here() -> str:
    """The group of whoever asks, by the sign-in in their cookies. Raises NoGroupError where there is none.

    The door let nobody in whose sign-in had ended; a page that is open stays of the group that it was opened by.
    """
    if groups() == ("",):
        return ""
    asking = _ASKING.get()
    found = newest_sign_in(the_locks(), st.context.cookies if asking is None else asking)
    if found is None:
        raise NoGroupError(say(w.NOT_HERE))
    return found.group


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
