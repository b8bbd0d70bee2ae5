"""The stores of this process: one for each group that somebody is in, open no longer than anybody needs it."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager

from placecheck.storage import Store, open_store
from placecheck.storage.engine.pg_schema import schema_address
from placecheck.storage.store import DATABASE_VARIABLE
from placecheck.web.access.tenants import current_account, name_in_index, tenant_folder

MAX_OPEN, JUST_NOW = 100, 1.0
"""Stores that are open beside each other, half a megabyte each; further ones close those unused for so many seconds."""

_lock = threading.Lock()
_turns: dict[str, threading.Lock] = {}
_stores: dict[str, Store] = {}


def tenant_store(group: str) -> Store:
    """Return the one store that this process has of a group, opened on first use.

    Raises:
        StorageError: The store cannot be opened.
    """
    with _lock:
        if group in _stores:
            return _stores[group]
        turn = _turns.setdefault(group, threading.Lock())
    with turn:  # nobody waits for the store of another group
        if group not in _stores:
            store = _open_store(group)
            with _lock:
                _stores[group] = store
                is_over = len(_stores) > MAX_OPEN
            if is_over:
                forget_idle_stores(JUST_NOW)
            return store
        return _stores[group]


@contextmanager
def tenant_store_for_now(group: str) -> Iterator[Store]:
    """Give the store of a group, open no longer than this block unless somebody uses it.

    Raises:
        StorageError: The store cannot be opened.
    """
    with _lock:
        store = _stores.get(group)
    if store is not None:
        yield store
        return
    with closing(_open_store(group)) as store:
        yield store


def forget_idle_stores(seconds: float) -> int:
    """Close every store that nobody used for `seconds`, and forget those of groups; return how many were closed.

    Whoever has one still can go on with it: its next use opens it again.
    """
    with _lock:
        opened = dict(_stores)
    idle = [group for group, store in opened.items() if store.close_if_idle(seconds)]
    with _lock:
        for group in filter(None, idle):
            _stores.pop(group, None)
    return len(idle)


def opened_stores() -> tuple[Store, ...]:
    """Return the stores that this process has opened."""
    with _lock:
        return tuple(_stores.values())


def _open_store(group: str) -> Store:
    if not group:
        return open_store(account=current_account)
    address = os.environ.get(DATABASE_VARIABLE)
    where = schema_address(address, name_in_index(group)) if address else tenant_folder(group)
    return open_store(where, account=current_account)


tenant_store.cache_clear = _stores.clear  # type: ignore[attr-defined]
