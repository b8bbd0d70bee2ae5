"""What commands write: to standard output, whatever the code page of the machine is, and to files."""

from __future__ import annotations

import codecs
import io
import os
import sys
from pathlib import Path

from placecheck.errors import refuse
from placecheck.paths import open_private

ESCAPE = "placecheck-escape"
"""The name of our error handler: a letter that an encoding lacks becomes an escape such as `\\u0175`."""


def configure_output_encoding() -> None:
    """Write UTF-8 where output goes to a file or a pipe; elsewhere, escape what cannot be shown.

    An encoding that a person names in PYTHONIOENCODING is kept.
    """
    codecs.register_error(ESCAPE, _escape)
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty() or os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(errors=ESCAPE)
        else:
            stream.reconfigure(encoding="utf-8", errors=ESCAPE)


def _escape(error: UnicodeError) -> tuple[str, int]:
    """Write letters as JSON escapes them, so that nothing is lost and JSON stays JSON."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    escaped = "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True))
    return escaped, error.end


def write_output(path: Path, content: bytes) -> None:
    """Write `content` to a file that only its owner can read, and print its path.

    Raises:
        InputError: The file cannot be written.
    """
    try:
        with open_private(path) as file:
            file.write(content)
    except OSError as error:
        raise refuse(str(path), 0, "", f"The file cannot be written ({error.strerror}).", "Name another.") from None
    print(path)
