"""A backup's file, which is there as a whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from placecheck.errors import refuse
from placecheck.paths import open_private
from placecheck.words import say, storing


@contextmanager
def new_file(out: Path) -> Iterator[BinaryIO]:
    """Open the new file `out`, for its owner alone; it takes its name once all is written.

    Raises:
        InputError: A file of that name is there, or it cannot be written.
    """
    part = out.with_name(f".{out.name}.part")
    if out.exists():
        raise refuse(str(out), 0, "", say(storing.THERE_ALREADY), "")
    try:
        with open_private(part, overwrite=False) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.rename(out)
    except OSError as error:
        raise refuse(str(out), 0, "", say(storing.CANNOT_WRITE, why=error.strerror), "") from None
    finally:
        part.unlink(missing_ok=True)
