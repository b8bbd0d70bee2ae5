"""SQLite's file on the disk: readable by its owner alone, still the one that is open, and free of what was deleted."""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
import threading
from contextlib import closing
from pathlib import Path

from placecheck.paths import as_argument, private_folder
from placecheck.words import say, storing

logger = logging.getLogger("placecheck.storage")

OTHERS = 0o077
CHECKPOINT_WAIT, AGAIN_AFTER = 0.1, 2.0
"""Seconds that everyone waits at most while the log is emptied, and until that is tried again."""


def make_private(path: Path) -> None:
    """Make the folder and the file at `path` if they are not there, and let nobody but the owner into the file.

    SQLite gives its other files the file's own rights. A folder that was there before is left as it is, with a word in
    the log where others may look into it.

    Raises:
        OSError: The folder or the file cannot be made.
    """
    private_folder(path.parent)
    if path.parent.stat().st_mode & OTHERS and os.name == "posix":
        logger.warning(say(storing.FOLDER_OPEN, where=path.parent, quoted=as_argument(path.parent)))
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        if file.exists() and file.stat().st_mode & OTHERS and _is_writable(file):
            file.chmod(stat.S_IMODE(file.stat().st_mode) & ~OTHERS)
    if not path.exists() and os.access(path.parent, os.W_OK):
        path.touch(mode=0o600)


def _is_writable(path: Path) -> bool:
    return not hasattr(os, "geteuid") or path.stat().st_uid == os.geteuid()


class OpenedFile:
    """Which file was opened at `path`, so that it is noticed when another one, or none, is there."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: dict[str, tuple[int, int]] = {}

    def opened(self) -> None:
        """Note that the file that is there now was opened."""
        self._opened = {}
        self.is_replaced()

    def is_replaced(self) -> bool:
        """Return whether the file, or its log, is not the one that was first seen since it was opened."""
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            known, identity = self._opened.get(path.name), _identity(path)
            if known is None and identity is not None:
                self._opened[path.name] = identity
            elif known != identity:
                return True
        return False


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


class LogEraser:
    """Empties the log of the database at `path`, so that what was deleted is gone from there too.

    Whoever reads for long keeps that from being done. Then it is tried again until it is, and nobody else waits.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._closed = False

    def erase(self) -> None:
        """Empty the log now, or as soon as nobody reads from it."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
            if not self._closed and not self._emptied():
                self._timer = threading.Timer(AGAIN_AFTER, self.erase)
                self._timer.daemon = True
                self._timer.start()

    def close(self) -> None:
        """Try no more. The log goes with the last connection anyway."""
        with self._lock:
            self._closed = True
            if self._timer is not None:
                self._timer.cancel()

    def _emptied(self) -> bool:
        if not self._path.exists():
            return True
        try:
            with closing(sqlite3.connect(self._path, timeout=CHECKPOINT_WAIT, isolation_level=None)) as connection:
                busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError:
            return False
        return not busy
