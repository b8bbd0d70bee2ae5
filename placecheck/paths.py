"""Where what people give is kept on this machine."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import BinaryIO

VARIABLE = "PLACECHECK_DATA"


class NoHomeError(Exception):
    """The data folder lies in the home of a user whom this computer does not know; `args` holds its name, if any."""


def data_folder(explicit: Path | None = None) -> Path:
    """Return the data folder: `explicit`, else the one that PLACECHECK_DATA names, else the platform's own.

    The folder is only named here: it is created with the first file written into it.
    """
    named = explicit or os.environ.get(VARIABLE)
    try:
        if named:
            return Path(named).expanduser()
        from platformdirs import user_data_path

        return user_data_path("placecheck", appauthor=False)
    except (RuntimeError, KeyError):  # no HOME, and no entry in the list of users; or nobody of that name
        raise NoHomeError(named) from None


def provide_home() -> None:
    """Let the data folder be the home of a user who has none, such as a service's: Streamlit looks for one."""
    try:
        Path.home()
    except RuntimeError:
        os.environ["HOME"] = str(data_folder().absolute())


def private_folder(folder: Path) -> Path:
    """Make `folder`, and whatever above it is missing, so that nobody but the owner looks in.

    Raises:
        OSError: A folder cannot be made.
    """
    for path in (*reversed(folder.parents), folder):
        if not path.is_dir():
            path.mkdir(mode=0o700, exist_ok=True)
    return folder


def open_private(path: Path, *, overwrite: bool = True) -> BinaryIO:
    """Open the file at `path` to write bytes; whatever the umask, a new one can be read by its owner alone.

    Raises:
        OSError: The file cannot be opened to be written.
        FileExistsError: It is there already and is not to be overwritten.
    """
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if overwrite else os.O_EXCL) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


def write_private(path: Path, text: str) -> None:
    """Write `text` to the file at `path`, which a new one's owner alone can read.

    Raises:
        OSError: The file cannot be written.
    """
    with open_private(path) as file:
        file.write(text.encode())


def as_argument(path: Path) -> str:
    """Return `path` as part of a command that people copy: in quotes where it holds a space or another such sign."""
    if os.name == "nt":
        return f'"{path}"' if " " in str(path) else str(path)
    return shlex.quote(str(path))


RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³")})
"""Names that Windows keeps for devices, with whatever ending: a file of such a name cannot be made there."""


def is_reserved_name(name: str) -> bool:
    """Return whether Windows would not let a file or folder have this name."""
    return name.split(".", maxsplit=1)[0].rstrip(" ").casefold() in RESERVED
