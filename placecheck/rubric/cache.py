"""What is worked out from the rubrics at hand, kept for as long as nobody adds, changes or removes one of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from placecheck.paths import data_folder

Arguments = ParamSpec("Arguments")
Value = TypeVar("Value")
Stamp = tuple[str, ...]

SIZE = 32
"""How many values are kept of each function."""


def own_folder() -> Path:
    """Return the folder of people's own rubrics, each in a folder of its own; it need not exist."""
    return data_folder() / "rubrics"


def own_rubrics_stamp() -> Stamp:
    """Return a stamp that changes with every file of people's own rubrics: where it is, its size and its time."""
    root = str(own_folder())
    return (root, *sorted(_stamps(root)))


def cached_while_unchanged(function: Callable[Arguments, Value]) -> Callable[Arguments, Value]:
    """Cache what `function` returns until a file of people's own rubrics changes, in whichever process."""

    @lru_cache(maxsize=SIZE)
    def cached(_stamp: Stamp, *args: Any, **named: Any) -> Value:
        return function(*args, **named)

    @wraps(function)
    def current(*args: Arguments.args, **named: Arguments.kwargs) -> Value:
        return cached(own_rubrics_stamp(), *args, **named)  # type: ignore[arg-type]

    return current


def _stamps(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir():
                    yield from _stamps(entry.path)
                else:
                    about = entry.stat()
                    yield f"{entry.path}\n{about.st_size}\n{about.st_mtime_ns}"
    except OSError:  # there is none yet, or it was removed meanwhile
        return
