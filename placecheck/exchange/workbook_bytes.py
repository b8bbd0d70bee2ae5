"""A workbook as bytes that do not tell when they were made."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from placecheck.exchange.archive import zipped

_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_FIXED_TIME = b"2000-01-01T00:00:00Z"


def reproducible_bytes(book: Any) -> bytes:
    """Return the workbook's bytes without the time at which they were made."""
    out = io.BytesIO()
    book.properties.creator = "placecheck"
    book.save(out)
    with zipfile.ZipFile(out) as made:
        parts = {path: made.read(path) for path in made.namelist()}
    core = "docProps/core.xml"
    return zipped({**parts, core: _STAMP.sub(rb"\g<1>" + _FIXED_TIME + rb"\g<2>", parts[core])})
