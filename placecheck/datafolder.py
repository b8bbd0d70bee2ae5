"""Where what people give is kept on this machine."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "PLACECHECK_DATA"


def data_folder(explicit: Path | None = None) -> Path:
    """The data folder: `explicit`, else the one that PLACECHECK_DATA names, else the platform's own for placecheck.

    The folder is only named here: whoever writes the first file into it makes it.
    """
    named = explicit or os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("placecheck", appauthor=False)
