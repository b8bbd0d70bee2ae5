"""A bulk archive, read once: its faults, and its assessments spooled to a temporary file until they are stored."""

from __future__ import annotations

import pickle
import tempfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from placecheck.assessment import Assessment
from placecheck.assessment.customisation import customised
from placecheck.assessment.file import FindRubric
from placecheck.errors import Finding, InputError, bounded
from placecheck.exchange.bulk_archive import BATCH_SIZE, BulkArchive
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.rubric import Rubric

_QUICKLY = 1
"""How hard zlib tries: the file lives for seconds."""


class IncomingArchive:
    """A bulk archive that is being imported: run `look` to its end, then take the valid assessments from `batches`.

    The file has no name and goes with this value, or with the process however that ends. Nothing but this process
    writes to it, so it may be read as pickles.
    """

    def __init__(self, archive: BulkArchive, find: FindRubric) -> None:
        self.faults: list[Finding] = []
        self.total = len(archive)
        self._archive = archive
        self._find = lru_cache(find)
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 (open as long as this value)
        self._sizes: list[int] = []

    def look(self) -> Iterator[int]:
        """Read each assessment once; yield how many were looked at.

        Raises:
            InputError: The archive itself cannot be read.
        """
        each = iter(self._archive.read(self._find))
        looked_at = 0
        while chunk := list(islice(each, BATCH_SIZE)):
            looked_at += len(chunk)
            self._spool([entry[1] for entry in chunk if not isinstance(entry, InputError)])
            self.faults += bounded(
                finding for entry in chunk if isinstance(entry, InputError) for finding in entry.findings
            )
            yield looked_at

    def batches(self) -> Iterator[list[AssessmentWithRubric]]:
        """Yield the valid assessments, a batch at a time."""
        self._file.seek(0)
        for size in self._sizes:
            assessments: list[Assessment] = pickle.loads(zlib.decompress(self._file.read(size)))  # noqa: S301 (our own)
            yield [(self._rubric(assessment), assessment) for assessment in assessments]

    def _spool(self, assessments: list[Assessment]) -> None:
        packed = zlib.compress(pickle.dumps(assessments, pickle.HIGHEST_PROTOCOL), _QUICKLY)
        self._file.write(packed)
        self._sizes.append(len(packed))

    def _rubric(self, assessment: Assessment) -> Rubric:
        return customised(self._find(assessment.rubric.id, assessment.rubric.edition), assessment.own_words)
