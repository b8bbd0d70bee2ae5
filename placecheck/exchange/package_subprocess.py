"""An archive's content, read in a process of its own that can take neither much memory nor much time."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import IO, Any

from placecheck.assessment import Assessment
from placecheck.assessment.file import FindRubric
from placecheck.assessment.perspectives import as_asked
from placecheck.errors import Finding, InputError, refuse
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.exchange.zip_package import places_in, read_package
from placecheck.place import PlaceFile
from placecheck.rubric import UnknownRubricError
from placecheck.secret_files import worker_environment

WORKER = "placecheck.exchange.package_worker"
TIMEOUT = 60
"""Seconds of wall-clock time; the worker limits its processor time and memory by itself."""

MAX_BYTES_IN_PROCESS = 1_000_000
"""Unpacked bytes up to which an archive is read in this process: so little could not do harm."""

COSTLY = (
    "The archive takes more time or memory to read than any of our archives does.",
    "It may be damaged or made to do harm. Pack fewer files into it, or take them in one by one.",
)


@dataclass(slots=True)
class PackageContent:
    """What an archive holds: assessments with their rubrics, places, and what was found."""

    assessments: list[AssessmentWithRubric] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    places: list[PlaceFile] = field(default_factory=list)


def read_package_in_subprocess(raw: bytes, name: str, find: FindRubric) -> PackageContent:
    """Return what the archive `raw` holds; `find` is asked for the rubrics.

    Raises:
        InputError: The archive itself cannot be accepted, as for `read_package`.
    """
    if _is_small(raw):
        return PackageContent(*read_package(raw, name, find), places_in(raw, name))
    content, is_whole = PackageContent(), False
    with _worker(raw, name) as (questions, answers):
        for line in questions:
            kind, entry = json.loads(line)
            if kind == "rubric":
                answers.write(_rubric(find, entry) + b"\n")
                answers.flush()
            elif kind == "assessment":
                content.assessments.append(_assessment(find, entry))
            elif kind == "place":
                content.places.append(PlaceFile.model_validate(entry))
            else:
                content.findings, is_whole = [Finding(*fields) for fields in entry], True
                if kind == "refused":
                    raise InputError(content.findings)
    if not is_whole:
        raise refuse(name, 0, "", *COSTLY)
    return content


@contextmanager
def _worker(raw: bytes, name: str) -> Iterator[tuple[IO[bytes], IO[bytes]]]:
    """Start the worker with the archive; it is ended with the block, or when its time is over."""
    worker = subprocess.Popen(  # noqa: S603 (this Python, a module of this package)
        [sys.executable, "-m", WORKER, name.replace("\0", "?"), str(len(raw))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=worker_environment(),
        cwd=Path(__file__).parents[2],
    )
    timer = Timer(TIMEOUT, worker.kill)
    timer.start()
    try:
        assert worker.stdin is not None  # noqa: S101 (as asked for above)
        assert worker.stdout is not None  # noqa: S101
        worker.stdin.write(raw)
        worker.stdin.flush()
        yield worker.stdout, worker.stdin
    except BrokenPipeError:  # the worker is gone: it took too much
        raise refuse(name, 0, "", *COSTLY) from None
    finally:
        timer.cancel()
        worker.kill()
        worker.communicate()


def _rubric(find: FindRubric, entry: list[str]) -> bytes:
    try:
        return find(*entry).model_dump_json().encode()
    except UnknownRubricError as error:
        return json.dumps([error.what, error.hint]).encode()


def _assessment(find: FindRubric, entry: Any) -> AssessmentWithRubric:
    """Return the assessment and its rubric as the group asks it, as `parse_assessment` does."""
    assessment = Assessment.model_validate(entry)
    rubric = find(assessment.rubric.id, assessment.rubric.edition)
    return as_asked(rubric, assessment), assessment


def _is_small(raw: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return sum(entry.file_size for entry in archive.infolist()) <= MAX_BYTES_IN_PROCESS
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, LookupError):
        return True  # it is refused before anything is unpacked
