"""Across the groups of this server: whose store holds a code or what is due, found without opening the others."""

from __future__ import annotations

import os
import threading
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from placecheck.paths import data_folder
from placecheck.storage import Store, StoreAwayError, StoreTroubleError, visitor_message
from placecheck.storage.engine.index_entry import digest_of, short_digest
from placecheck.storage.engine.store_index import StoreIndex, open_index
from placecheck.storage.store import DATABASE_VARIABLE
from placecheck.web.access.tenant_stores import tenant_store, tenant_store_for_now
from placecheck.web.access.tenants import groups_by_index_name, is_shared, name_in_index
from placecheck.workshop import codes

HOURS = 24

_listing = threading.Lock()


def tenant_index() -> StoreIndex:
    """Return the index of the groups' stores, made where there is none.

    Raises:
        StorageError: The index or the store cannot be opened.
    """
    return open_index(os.environ.get(DATABASE_VARIABLE) or (data_folder() / "groups").absolute())


def stores_that_may_hold(code: str) -> Iterable[Store]:
    """Return the stores in which a join code, a QR code's token or a personal code may be, the likeliest first.

    The one store, where there is no other. Each is opened only when it is asked for.

    Raises:
        StorageError: The index or the store cannot be opened.
    """
    return _stores_with(code) if is_shared() else [tenant_store("")]


def _stores_with(code: str) -> Iterator[Store]:
    digest = _digest(code)
    if digest is None:
        return
    index, groups = tenant_index(), groups_by_index_name()
    likely = [name for name in index.stores_with(digest) if name in groups]
    for name in likely:
        yield tenant_store(groups[name])
    for name in sorted(index.unlisted() & groups.keys() - set(likely)):
        _list_unless_listed(groups[name])
        if name in index.stores_with(digest):
            yield tenant_store(groups[name])


def _list_unless_listed(group: str) -> None:
    """List the store of a group; nothing but a word in the log where it is in trouble, which is no other group's."""
    with _listing:  # a hall full of phones has each store opened once
        if tenant_index().is_listed(name_in_index(group)):
            return
        try:
            with tenant_store_for_now(group) as store:
                list_store(group, store)
        except StoreAwayError:
            raise
        except StoreTroubleError as error:
            visitor_message(error)


def _digest(code: str) -> int | None:
    if codes.is_link_token(code):
        return digest_of(code)
    if join := codes.parse_join_code(code):
        return digest_of(join)
    personal = codes.parse_personal_code(code)
    return short_digest(codes.key_hash(personal)) if personal else None


def list_store(group: str, store: Store) -> None:
    """List the store of a group in the index with all that it knows.

    Raises:
        StorageError: The index or the store cannot be opened.
    """
    index, name = tenant_index(), name_in_index(group)
    identity = index.identity(name)
    index.rewrite(name, identity, store.known_codes())


def groups_to_look_after(now: datetime) -> list[str]:
    """Return the groups whose stores are to be opened at this hour, though nobody came.

    Those in which something may be due or that the index does not list, and each group at its own hour of the day.
    """
    index, groups = tenant_index(), groups_by_index_name()
    chosen = {*index.due(now.date()), *index.unlisted()}
    chosen |= {name for name in groups if zlib.crc32(name.encode()) % HOURS == now.hour}
    return [groups[name] for name in sorted(chosen & groups.keys())]
