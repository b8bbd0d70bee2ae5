"""Read one document that needs a parser, in a process of its own.

Run `python -m placecheck.notes.reading.worker KIND` with the document on standard input. It prints a JSON list of
lines, or a list of one message where the document cannot be read. The process limits its own memory and processor time
where the system can; the caller limits the wall-clock time.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from importlib import import_module

from placecheck.notes.reading.lines import DocumentLine
from placecheck.process_limits import limit_process


def main() -> None:
    """Read the document on standard input and print its lines as JSON."""
    limit_process()
    from placecheck.notes.reading.bounds import UnreadableError, limit_lines

    try:
        lines = limit_lines(_reader(sys.argv[1])(sys.stdin.buffer.read()))
    except UnreadableError as error:
        json.dump([str(error)], sys.stdout)
    else:
        json.dump(lines, sys.stdout)


def _reader(kind: str) -> Callable[[bytes], Iterable[DocumentLine]]:
    """Return `read_KIND` from the module KIND of this package; no other kind's parser is imported."""
    module = import_module(f"placecheck.notes.reading.{kind}")
    read: Callable[[bytes], Iterable[DocumentLine]] = getattr(module, f"read_{kind}")
    return read


if __name__ == "__main__":
    main()
