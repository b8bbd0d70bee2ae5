"""An archive of a whole network: thousands of assessments, read one at a time and never all held in memory."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from placecheck.assessment import Assessment
from placecheck.assessment.file import FindRubric, parse_assessment
from placecheck.assessment.serialise import as_data
from placecheck.errors import InputError
from placecheck.exchange.archive import NETWORK_BOUNDS, is_litter, parts, write_archive
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.exchange.sanitise import file_name
from placecheck.source import parsed
from placecheck.source.text import decoded
from placecheck.words import exchanging as words
from placecheck.words import say

BATCH_SIZE = 50
"""How many assessments are kept in one transaction: few enough that nobody else waits long to write."""

MIN_BULK_ASSESSMENTS = 200
"""From how many assessments on an archive is read one by one, and with a bar that says how far."""

NO_ZIP = ("This is no zip archive, or a damaged one.", "Pack the files again.")
README = "README.txt"


@dataclass(frozen=True, slots=True)
class BulkArchive:
    """A zip file of many assessments: its name as people gave it, and its bytes or where they are."""

    name: str
    file: Path | bytes

    def __len__(self) -> int:
        """Return how many assessments it holds, by its list of contents; 0 where that cannot be read."""
        try:
            with zipfile.ZipFile(self._opened()) as archive:
                return sum(is_assessment(path) for path in archive.namelist())
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return 0

    def read(self, find: FindRubric) -> Iterator[AssessmentWithRubric | InputError]:
        """Yield each assessment as it comes, or what is wrong with it.

        Raises:
            InputError: The archive itself cannot be read.
        """
        size = len(self.file) if isinstance(self.file, bytes) else self.file.stat().st_size
        for path, content in parts(self._opened(), size, self.name, NETWORK_BOUNDS, NO_ZIP):
            if is_assessment(path):
                within = f"{self.name}/{path}"
                try:
                    source = parsed(decoded(content, within), within, is_json=path.endswith(".json"))
                    yield parse_assessment(source, find)
                except InputError as error:
                    yield error

    def _opened(self) -> Path | IO[bytes]:
        return io.BytesIO(self.file) if isinstance(self.file, bytes) else self.file


def is_assessment(path: str) -> bool:
    """Return whether a part of this name is one."""
    inside = PurePosixPath(path)
    return (
        not is_litter(path)
        and inside.suffix.lower() in (".yaml", ".yml", ".json")
        and inside.name != "datapackage.json"
    )


def write_bulk_archive(out: IO[bytes], assessments: Iterable[Assessment], about: str) -> None:
    """Write an archive of `assessments`, each a JSON file, as they come; `about` goes into its README."""

    def files() -> Iterator[tuple[str, bytes]]:
        yield README, f"{about}\n".encode()
        for number, assessment in enumerate(assessments, start=1):
            text = json.dumps(as_data(assessment), ensure_ascii=False, separators=(",", ":")) + "\n"
            yield f"assessments/{number:05}-{file_name(assessment.place.name, '.json')}", text.encode()

    write_archive(out, files())


def as_bulk_archive(name: str, file: Path | bytes) -> BulkArchive | None:
    """Return the file as an archive to be read one by one; None where it is no zip, or holds few."""
    archive = BulkArchive(name, file)
    return archive if name.lower().endswith(".zip") and len(archive) >= MIN_BULK_ASSESSMENTS else None


def sample_about(n: int, seed: int) -> str:
    """Return what an archive of made-up places says about itself."""
    return say(words.SAMPLE_ABOUT, n=n, seed=seed)
