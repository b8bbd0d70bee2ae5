"""Zip files, bounded on the way in and the same bytes each time on the way out."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from placecheck.errors import InputError, refuse

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The time that every part of our archives bears, so that the same content gives the same bytes."""

_ANY_RATIO_BELOW = 100_000
"""Unpacked bytes below which a part may be packed as tightly as it likes."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How large an archive may be: its own bytes, its parts, their bytes unpacked, unpacked bytes for each packed."""

    packed: int
    parts: int
    unpacked: int
    ratio: int


PACKAGE_BOUNDS = Bounds(packed=20_000_000, parts=2_000, unpacked=100_000_000, ratio=200)
NETWORK_BOUNDS = Bounds(packed=100_000_000, parts=20_000, unpacked=500_000_000, ratio=200)
"""An archive of a whole network, which is read part by part and never held unpacked."""

WORKBOOK_BOUNDS = Bounds(packed=10_000_000, parts=200, unpacked=30_000_000, ratio=300)


def unzipped(raw: bytes, name: str, bounds: Bounds, no_zip: tuple[str, str]) -> dict[str, bytes]:
    """Return the parts of the zip file `raw` by path, without folders; nothing is written to the disk.

    Raises:
        InputError: It is no zip (in the words of `no_zip`), damaged, beyond the `bounds`, encrypted, or holds a path
            that leads outside, a link, or two parts of one name.
    """
    if len(raw) > bounds.packed:
        what = f"The file is larger than {bounds.packed // 1_000_000} MB."
        raise refuse(name, 0, "", what, "Split it.")
    return dict(parts(io.BytesIO(raw), len(raw), name, bounds, no_zip))


def parts(
    file: Path | IO[bytes], size: int, name: str, bounds: Bounds, no_zip: tuple[str, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of the zip `file` of `size` bytes, each unpacked when its turn comes. As `unzipped`."""
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            _refuse_too_much(entries, size, name, bounds)
            _refuse_unsafe(entries, name)
            for entry in entries:
                if not entry.is_dir() and not is_litter(entry.filename):
                    yield entry.filename, _content(archive, entry, name)
    except InputError:
        raise
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        raise refuse(name, 0, "", *no_zip) from None
    except (ValueError, OverflowError, IndexError, RuntimeError, LookupError, UnicodeError):
        # what zipfile raises on broken fields that it does not check itself
        raise refuse(name, 0, "", *no_zip) from None


def is_litter(path: str) -> bool:
    """Return whether the part is what systems leave in archives (`.DS_Store`, `__MACOSX/`, `Thumbs.db`)."""
    folders, name = path.split("/")[:-1], path.rsplit("/", 1)[-1]
    return (
        "__MACOSX" in folders or name.startswith("._") or name.casefold() in (".ds_store", "thumbs.db", "desktop.ini")
    )


def zipped(content: Mapping[str, bytes]) -> bytes:
    """Return a zip file of the parts in `content`, in their order; the same parts give the same bytes."""
    out = io.BytesIO()
    write_archive(out, content.items())
    return out.getvalue()


def write_archive(out: IO[bytes], parts_: Iterable[tuple[str, bytes]]) -> None:
    """Write a zip file of paths and contents to `out` as they come."""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts_:
            info = zipfile.ZipInfo(path, _FIXED_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # whichever system it is made on
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, content)


def _refuse_too_much(entries: list[zipfile.ZipInfo], size: int, name: str, bounds: Bounds) -> None:
    if len(entries) > bounds.parts:
        raise refuse(name, 0, "", f"The archive holds more than {bounds.parts:,} files.", "Split it.")
    if sum(entry.file_size for entry in entries) > bounds.unpacked:
        what = f"The archive unpacks to more than {bounds.unpacked // 1_000_000} MB."
        raise refuse(name, 0, "", what, "Split it.")
    if sum(entry.compress_size for entry in entries) > size:
        raise refuse(name, 0, "", "Files in this archive overlap.", "Pack it again.")
    for entry in entries:
        if entry.file_size > max(_ANY_RATIO_BELOW, entry.compress_size * bounds.ratio):
            what = f"It is packed more than {bounds.ratio} to one, as none of our own files is."
            raise refuse(name, 0, _shown(entry), what, "Take it out.")


def _refuse_unsafe(entries: list[zipfile.ZipInfo], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        path = entry.filename
        if not path or not path.isprintable():
            raise refuse(name, 0, _shown(entry), "This path holds more than letters and signs.", "Rename the file.")
        if path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/"):
            raise refuse(name, 0, _shown(entry), "This path leads out of the archive.", "Pack the files again.")
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise refuse(name, 0, _shown(entry), "This is a link and not a file.", "Pack the file itself.")
        if entry.flag_bits & 0x1:
            raise refuse(name, 0, _shown(entry), "It is locked with a password.", "Pack it without one.")
        if path.casefold() in seen:
            raise refuse(name, 0, _shown(entry), "Two files of this name are in the archive.", "Keep one.")
        seen.add(path.casefold())


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """Return the content of a part, never more than its header declares."""
    with archive.open(entry) as part:
        content = part.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise refuse(name, 0, _shown(entry), "It holds more or less than it says.", "Pack the files again.")
    return content


def _shown(entry: zipfile.ZipInfo) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in entry.filename[:60])
