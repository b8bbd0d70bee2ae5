"""The same things from a terminal. Exit 0 done, 1 the input is at fault, 2 wrong usage."""

from __future__ import annotations

import sys

from placecheck.cli.main import app
from placecheck.errors import PlacecheckError


def main() -> None:
    """Run the `placecheck` command; what is wrong with the input goes to stderr, one finding a line."""
    try:
        app()
    except PlacecheckError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
