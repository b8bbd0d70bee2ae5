"""The text of a file: bounded, UTF-8, and free of characters that no text holds."""

from __future__ import annotations

import re
from pathlib import Path

from placecheck.errors import InputError, refuse

MAX_BYTES = 5_000_000

UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that are no text: controls (but tabs and line breaks), halves of characters, what Unicode never uses."""


def read_text(path: Path, most: int = MAX_BYTES) -> str:
    """Return the text of the file at `path`; refuse it where it is missing, over `most` bytes, or not UTF-8."""
    return decoded(read_bytes(path, most), str(path), most)


def read_bytes(path: Path, most: int) -> bytes:
    """Return the content of the file at `path`, refused if unreadable; of one over `most` bytes, one byte more."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise unreadable_file(path, error) from None


def unreadable_file(path: Path, error: OSError) -> InputError:
    """Return what to raise where reading the file at `path` failed with `error`."""
    if isinstance(error, FileNotFoundError):
        return refuse(str(path), 0, "", "There is no such file.", "Check the name and the folder.")
    if isinstance(error, IsADirectoryError):
        return refuse(str(path), 0, "", "This is a folder.", "Name a file.")
    return refuse(str(path), 0, "", f"The file cannot be read ({error.strerror}).", "Check who may open it.")


def refuse_unwanted(text: str, name: str, unwanted: re.Pattern[str] = UNWANTED) -> None:
    """Refuse `text`, the content of the file `name`, where it holds a character that is `unwanted`."""
    match = unwanted.search(text)
    if match:
        line = len(re.findall(r"\r\n|\r|\n", text[: match.start()])) + 1
        what = f"The character U+{ord(match.group()):04X} is not allowed in text."
        raise refuse(name, line, "", what, "Take it out.")


def decoded(raw: bytes, name: str, most: int = MAX_BYTES) -> str:
    """Return `raw` as text, without a byte order mark; refuse it where it is over `most` bytes or not UTF-8."""
    if len(raw) > most:
        what = f"The file is larger than {most // 1_000_000} MB."
        raise refuse(name, 0, "", what, "Split it, or shorten the stories.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"Byte {error.start + 1} (0x{raw[error.start]:02x}) is not UTF-8 text."
        raise refuse(name, line, "", what, "Save the file as UTF-8.") from None
