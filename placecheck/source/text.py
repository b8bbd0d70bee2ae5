"""The text of a file: bounded, UTF-8, and free of characters that no text holds."""

from __future__ import annotations

import re
from pathlib import Path

from placecheck.errors import refuse

MAX_BYTES = 5_000_000

UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that are no text: controls (but tabs and line breaks), halves of characters, what Unicode never uses."""


def read_text(path: Path, most: int = MAX_BYTES) -> str:
    """The text of the file at `path`, refused where it is missing, over `most` bytes, or not UTF-8."""
    name = str(path)
    try:
        with path.open("rb") as file:
            raw = file.read(most + 1)
    except FileNotFoundError:
        raise refuse(name, 0, "", "There is no such file.", "Check the name and the folder.") from None
    except IsADirectoryError:
        raise refuse(name, 0, "", "This is a folder.", "Name a file.") from None
    except OSError as error:
        raise refuse(name, 0, "", f"The file cannot be read ({error.strerror}).", "Check who may open it.") from None
    return decoded(raw, name, most)


def refuse_unwanted(text: str, name: str, unwanted: re.Pattern[str] = UNWANTED) -> None:
    """Refuse `text`, the content of the file `name`, where it holds a character that is `unwanted`."""
    found = unwanted.search(text)
    if found:
        line = len(re.findall(r"\r\n|\r|\n", text[: found.start()])) + 1
        what = f"The character U+{ord(found.group()):04X} is not allowed in text."
        raise refuse(name, line, "", what, "Take it out.")


def decoded(raw: bytes, name: str, most: int = MAX_BYTES) -> str:
    """`raw` as text, without a byte-order mark; refused where it is over `most` bytes or not UTF-8."""
    if len(raw) > most:
        what = f"The file is larger than {most // 1_000_000} MB."
        raise refuse(name, 0, "", what, "Split it, or shorten the stories.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"Byte {error.start + 1} (0x{raw[error.start]:02x}) is not UTF-8 text."
        raise refuse(name, line, "", what, "Save the file as UTF-8.") from None
