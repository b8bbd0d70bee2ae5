"""What can go wrong with keeping, told so that a person knows what was saved and what to do."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from placecheck.errors import PlacecheckError
from placecheck.events import Event, report
from placecheck.words import say, storing


class StorageError(PlacecheckError):
    """What is kept cannot be read or written just now; what was confirmed before is still there."""


class StoreTroubleError(StorageError):
    """The store itself fails. The message says where it is kept, so it is for whoever runs the server alone."""


class StoreAwayError(StoreTroubleError):
    """The database does not answer just now."""


class StoreDamagedError(StoreTroubleError):
    """The file of the store is damaged."""


class DeadlockError(StoreTroubleError):
    """The database ended this transaction so that another could go on; it may be tried again."""


class NotHereError(StorageError):
    """A place, an assessment, a voice, an action or a change that is not here, or no more."""


class DoesNotFitError(StorageError):
    """What was given does not fit the assessment's rubric, or cannot be kept as text."""


_SQLITE = {
    "SQLITE_FULL": storing.FULL,
    "SQLITE_IOERR": storing.FULL,
    "SQLITE_READONLY": storing.READ_ONLY,
    "SQLITE_PERM": storing.READ_ONLY,
    "SQLITE_BUSY": storing.BUSY,
    "SQLITE_LOCKED": storing.BUSY,
    "SQLITE_CORRUPT": storing.DAMAGED,
    "SQLITE_NOTADB": storing.DAMAGED,
    "SQLITE_CANTOPEN": storing.NO_FOLDER,
}
"""By the first two words of the error's name: `SQLITE_IOERR_WRITE` is a kind of `SQLITE_IOERR`."""

_POSTGRES = {
    "53100": storing.FULL,
    "25006": storing.READ_ONLY,
    "42501": storing.READ_ONLY,
    "55P03": storing.BUSY,
    "40P01": storing.BUSY,
    "57014": storing.BUSY,
}
"""By SQLSTATE; the classes 08 and 57P, and no state at all, mean that the server is away."""


_DEADLOCKS = ("40P01", "40001")
"""A deadlock, and two transactions of which the later must see what the earlier did."""


@contextmanager
def translate_db_errors(where: str) -> Iterator[None]:
    """Tell what the database refused as a StorageError about `where`; a broken constraint passes as it is."""
    try:
        yield
    except IntegrityError:
        raise
    except PoolTimeoutError:
        raise StoreTroubleError(say(storing.BUSY, where=where)) from None
    except DBAPIError as error:
        words = _words(error)
        raise _kind(error, words)(say(words, where=where, why=_why(error))) from error


def _kind(error: DBAPIError, words: str) -> type[StoreTroubleError]:
    if getattr(error.orig, "sqlstate", None) in _DEADLOCKS:
        return DeadlockError
    return {storing.AWAY: StoreAwayError, storing.DAMAGED: StoreDamagedError}.get(words, StoreTroubleError)


def visitor_message(error: PlacecheckError) -> str:
    """Return what a visitor may read of `error`.

    Trouble with the store is told by a number. The log says under that number what it is: once, until it is another.
    """
    if not isinstance(error, StoreTroubleError):
        return str(error)
    number = f"{zlib.crc32(str(error).encode()) % 1_000_000:06d}"
    report(Event.STORE_TROUBLE, f"Trouble {number}: {error}", level=logging.ERROR)
    return say(storing.TROUBLE, number=number)


def _words(error: DBAPIError) -> str:
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return _SQLITE.get("_".join(name.split("_")[:2]), storing.FAILED)
    state = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or state is None or state.startswith(("08", "57P")):
        return storing.AWAY
    return _POSTGRES.get(state, storing.FAILED)


def _why(error: DBAPIError) -> str:
    """Return the driver's own words: the first line, without the statement."""
    return (str(error.orig).strip() or type(error.orig).__name__).splitlines()[0].rstrip(".")
