"""Reads one document of a kind that needs a parser, in a process of its own: `python child.py KIND` < document.

Prints a JSON list of lines, or one of a single message where the document cannot be read. The process bounds itself in
memory and processor time where the system can; whoever starts it bounds the time on the clock.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from importlib import import_module

from placecheck.notes.reading.lines import Line

MEMORY = 1_000_000_000
SECONDS = 10
"""Of the processor."""


def main() -> None:
    """Read the document on standard input."""
    _bound()
    from placecheck.notes.reading.bounds import UnreadableError, capped

    try:
        lines = capped(_reader(sys.argv[1])(sys.stdin.buffer.read()))
    except UnreadableError as error:
        json.dump([str(error)], sys.stdout)
    else:
        json.dump(lines, sys.stdout)


def _reader(kind: str) -> Callable[[bytes], Iterable[Line]]:
    """The function `read_KIND` of the module KIND beside this one; no other kind's parser is imported."""
    module = import_module(f"placecheck.notes.reading.{kind}")
    read: Callable[[bytes], Iterable[Line]] = getattr(module, f"read_{kind}")
    return read


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has none; the clock still holds
        return
    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main()
