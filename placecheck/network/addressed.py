"""Sources at an address, such as s3://bucket/places.parquet. They are read through fsspec, which comes with Dask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from placecheck.errors import InputError, refuse
from placecheck.exchange.data_set import ENDING, TABLES, TableName
from placecheck.exchange.data_set_read import part_fingerprint, sibling_file
from placecheck.network.counts import Part
from placecheck.network.data_set_part import DataSetPart
from placecheck.rubric.model import Rubric
from placecheck.words import network as w
from placecheck.words import say

MARK = "://"
"""What an address has and a path has not."""


class AddressedPart(NamedTuple):
    """A part of a data set, at the address of its file of assessments. Its files are fetched while it is read."""

    address: str

    @property
    def rubric(self) -> Rubric:
        """Return the rubric that the part was made with.

        Raises:
            InputError: The address cannot be reached, or what is there is no part of a data set.
        """
        with TemporaryDirectory() as folder:
            return _fetched(self.address, Path(folder), ("assessments",)).rubric

    def load(self) -> Part:
        """Return the part.

        Raises:
            InputError: The address cannot be reached, or what is there is no part of a data set.
        """
        with TemporaryDirectory() as folder:
            return _fetched(self.address, Path(folder), TABLES).load()


def addressed_parts(address: str) -> list[AddressedPart]:
    """Return the parts of the data set at `address`; none where there is no data set.

    Raises:
        InputError: The address cannot be reached.
    """
    with _reached(address) as (filesystem, path):
        files = filesystem.glob(f"{path.rstrip('/')}/assessments/part-*{ENDING}")
        return [AddressedPart(filesystem.unstrip_protocol(file)) for file in sorted(files)]


@contextmanager
def addressed_file(address: str) -> Iterator[Path]:
    """Fetch the file at `address` under its own name, for as long as the block lasts.

    Raises:
        InputError: The address cannot be reached.
    """
    with TemporaryDirectory() as folder:
        with _reached(address) as (filesystem, path):
            file = Path(folder) / Path(path).name
            filesystem.get_file(path, str(file))
        yield file


def _fetched(address: str, folder: Path, tables: Sequence[TableName]) -> DataSetPart:
    with _reached(address) as (filesystem, path):
        root, _, name = path.rsplit("/", 2)
        file = folder / "assessments" / name
        for table in tables:
            _get(filesystem, f"{root}/{table}/{name}", sibling_file(file, table))
        rubric = f"rubrics/{part_fingerprint(file)}.json"
        _get(filesystem, f"{root}/{rubric}", folder / rubric)
    return DataSetPart(str(file))


def _get(filesystem: Any, path: str, file: Path) -> None:
    file.parent.mkdir(exist_ok=True)
    filesystem.get_file(path, str(file))


@contextmanager
def _reached(address: str) -> Iterator[tuple[Any, str]]:
    """Reach the file system of `address` and the path in it. What cannot be reached is refused with the reason."""
    from fsspec.core import url_to_fs

    try:
        yield url_to_fs(address)
    except InputError:
        raise
    except Exception as error:  # each kind of storage has a library of its own, with errors of its own
        raise refuse(address, 0, "", say(w.ADDRESS_NOT_REACHED, reason=error), say(w.MANY_SOURCES)) from None
