"""Detect what kind of document a file is: by its content first, and only then by its name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath
from typing import Literal

from placecheck.errors import InputError, refuse

Kind = Literal["text", "html", "markdown", "docx", "pdf"]

READABLE = "Give the note as text, HTML, Markdown, DOCX or PDF."
_MARKUP = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main)\b", re.I | re.S
)
_BY_NAME: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
ENDINGS = (".txt", ".text", ".docx", ".pdf", *_BY_NAME)
"""The endings of the files that are read from a folder."""
_UNREADABLE = {
    b"\xd0\xcf\x11\xe0": "an old Word file (.doc)",
    b"{\\rtf": "a rich text file",
    b"\x1f\x8b": "a packed file",
    b"7z\xbc\xaf": "a packed file",
    b"Rar!": "a packed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"%!PS": "a PostScript file",
}


def sniff_kind(name: str, raw: bytes) -> Kind:
    """Return the kind of the file `name` whose content is `raw`.

    Raises:
        InputError: It is a kind that cannot be read.
    """
    head = raw[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if raw.startswith(b"PK"):
        return _packed(name, raw)
    for magic, description in _UNREADABLE.items():
        if raw.startswith(magic):
            raise refuse(name, 0, "", f"This is {description}.", READABLE)
    if _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return _BY_NAME.get(PurePath(name).suffix.lower(), "text")


def _packed(name: str, raw: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise _broken(name, error) from None
    if "word/document.xml" in names:
        return "docx"
    raise refuse(name, 0, "", "This is a packed file, not a Word document.", READABLE)


def _broken(name: str, error: Exception) -> InputError:
    return refuse(name, 0, "", f"The file is damaged ({error}).", "Save it again where it was made.")
