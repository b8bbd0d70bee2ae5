"""The same things from a terminal. Exit 0 done, 1 the input is at fault, 2 wrong usage."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the `placecheck` command; what is wrong with the input goes to stderr, one finding a line."""
    # A third of what a short command took went into looking for garbage among what had just been imported, once more at
    # its end, and for plugins of pydantic in every installed package.
    gc.set_threshold(100_000, *gc.get_threshold()[1:])
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

    from placecheck.cli.commands import app
    from placecheck.errors import PlacecheckError

    try:
        app()
    except PlacecheckError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    finally:
        gc.freeze()
