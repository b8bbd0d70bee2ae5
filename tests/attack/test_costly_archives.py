"""Archives that take long to read: read in a process of their own, and refused there when they take too much."""

from __future__ import annotations

import resource
import time
from contextlib import suppress
from pathlib import Path

import pytest

from placecheck.assessment.file import read_assessment
from placecheck.errors import InputError
from placecheck.exchange.archive import zipped
from placecheck.exchange.package_subprocess import MAX_BYTES_IN_PROCESS, read_package_in_subprocess
from placecheck.exchange.zip_package import read_package, write_package
from placecheck.rubric import UnknownRubricError, find_rubric

EXAMPLE = Path(__file__).parents[2] / "examples" / "marsh-lane.yaml"


@pytest.fixture(scope="module")
def town() -> bytes:
    """Return an archive of more assessments than are read in the same process."""
    _, assessment = read_assessment(EXAMPLE)
    return write_package([assessment] * (MAX_BYTES_IN_PROCESS // EXAMPLE.stat().st_size + 1))


def test_an_archive_read_in_a_process_of_its_own_says_the_same_and_asks_for_its_rubric(town):
    wanted = []

    def find(*named):
        wanted.append(named)
        return find_rubric(*named)

    content = read_package_in_subprocess(town, "town.zip", find)
    assert (content.assessments, content.findings) == read_package(town, "town.zip", find_rubric)
    assert {named[0] for named in wanted} == {find_rubric().id}


def test_a_rubric_that_is_not_at_hand_is_named_from_there_too(town):
    def find(*_):
        raise UnknownRubricError("There is no such rubric here.", "Look for it.")

    content = read_package_in_subprocess(town, "town.zip", find)
    assert not content.assessments
    assert {finding.what for finding in content.findings} == {"There is no such rubric here."}


def test_an_archive_of_many_values_costs_the_server_nothing():
    files = (
        b"placecheck: [" + b",".join(b"%d" % (n * n) for n in range(start, start + 99_000)) + b"]"
        for start in range(10)
    )
    costly = zipped({f"{number}.yaml": content for number, content in enumerate(files)})
    began, others = time.process_time(), resource.getrusage(resource.RUSAGE_CHILDREN)
    with suppress(InputError):  # where the machine is so slow that the worker is ended
        content = read_package_in_subprocess(costly, "costly.zip", find_rubric)
        assert not content.assessments
        assert content.findings
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert time.process_time() - began < 2
    assert children.ru_utime - others.ru_utime < 15


def test_a_worker_that_is_ended_is_a_file_that_costs_too_much(town, monkeypatch):
    monkeypatch.setattr("placecheck.exchange.package_subprocess.WORKER", "placecheck.errors")
    with pytest.raises(InputError, match="more time or memory"):
        read_package_in_subprocess(town, "town.zip", find_rubric)
