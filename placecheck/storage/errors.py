"""What can go wrong with keeping, told so that a person knows what was saved and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from placecheck.errors import PlacecheckError
from placecheck.words import say, storing


class StorageError(PlacecheckError):
    """What is kept cannot be read or written just now; what was confirmed before is still there."""


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


@contextmanager
def told(where: str) -> Iterator[None]:
    """Tell what the database refused as a StorageError about `where`; a broken constraint passes as it is."""
    try:
        yield
    except IntegrityError:
        raise
    except PoolTimeoutError:
        raise StorageError(say(storing.BUSY, where=where)) from None
    except DBAPIError as error:
        raise StorageError(say(_words(error), where=where, why=_why(error))) from error


def _words(error: DBAPIError) -> str:
    name = getattr(error.orig, "sqlite_errorname", None)
    if name is not None:
        return _SQLITE.get("_".join(name.split("_")[:2]), storing.FAILED)
    state = getattr(error.orig, "sqlstate", None)
    if error.connection_invalidated or state is None or state.startswith(("08", "57P")):
        return storing.AWAY
    return _POSTGRES.get(state, storing.FAILED)


def _why(error: DBAPIError) -> str:
    """The driver's own words: the first line, without what it was asked."""
    return (str(error.orig).strip() or type(error.orig).__name__).splitlines()[0].rstrip(".")
