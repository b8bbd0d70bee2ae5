"""`placecheck network`: the same of a store, an archive and a data set, and no place's name in any of it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.errors import InputError
from placecheck.exchange.sample import made_up_assessments
from placecheck.rubric import find_rubric

RUN = CliRunner()


@pytest.fixture(scope="module")
def sources(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("network")
    made = {"archive": folder / "many.zip", "store": folder / "data", "data set": folder / "many.parquet"}
    for arguments in (
        ["sample", "-o", made["archive"], "-n", 40],
        ["import", made["archive"], "--data", made["store"]],
        ["export", "--all", "-o", made["data set"], "--data", made["store"]],
    ):
        done = RUN.invoke(app, [str(argument) for argument in arguments])
        assert done.exit_code == 0, done.output
    return made


def said(source: Path | str, *options: str) -> str:
    done = RUN.invoke(app, ["network", str(source), *options])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_store_an_archive_and_a_data_set_say_the_same(sources):
    answers = {name: json.loads(said(source)) for name, source in sources.items()}
    assert answers["archive"] == answers["store"] == answers["data set"]
    assert answers["archive"][0]["assessments"] == 40


@pytest.mark.parametrize("ending", ["json", "csv", "html", "pdf"])
def test_no_place_is_named_whatever_the_kind_of_file(sources, tmp_path, ending):
    out = tmp_path / f"many.{ending}"
    said(sources["archive"], "-o", str(out))
    held = out.read_bytes()
    names = {assessment.place.name for assessment in made_up_assessments(find_rubric(), 40)}
    assert [name for name in names if name.encode() in held] == []
    if ending == "csv":
        rows = list(csv.DictReader(io.StringIO(held.decode("utf-8-sig"))))
        assert {row["by"] for row in rows} >= {"all", "kind", "year"}
    if ending == "html":
        assert b"It ranks nobody" in held
        assert b"<script" not in held


@pytest.fixture
def memory(sources):
    """A file system with the sources at memory:// addresses."""
    filesystem = fsspec.filesystem("memory")
    for name in ("data set", "archive"):
        filesystem.put(str(sources[name]), f"/bucket/{sources[name].name}", recursive=True)
    yield filesystem
    filesystem.rm("/bucket", recursive=True)


@pytest.mark.usefixtures("memory")
def test_an_address_says_the_same_as_the_path_it_was_copied_from(sources):
    here = json.loads(said(sources["data set"]))
    for name in ("data set", "archive"):
        assert json.loads(said(f"memory://bucket/{sources[name].name}")) == here


def test_an_address_that_cannot_be_read_is_named_with_the_reason(memory):
    for address, reason in (
        ("memory://bucket/none.zip", "cannot be read"),
        ("nothing://bucket/many.parquet", "not known"),
    ):
        done = RUN.invoke(app, ["network", address])
        assert done.exit_code != 0
        assert address in str(done.exception)
        assert reason in str(done.exception)
    memory.rm("/bucket/many.parquet/answers", recursive=True)
    done = RUN.invoke(app, ["network", "memory://bucket/many.parquet"])
    assert "cannot be read" in str(done.exception)


class NoAccessError(Exception):
    """What a storage's library raises: a kind of its own, as botocore's."""


class SulkyFileSystem(MemoryFileSystem):
    """Lets nobody in."""

    protocol = "sulky"

    def glob(self, path, **_):
        raise NoAccessError(f"Unable to locate credentials for {path}")


def test_a_storage_that_lets_nobody_in_is_named_with_its_own_reason():
    fsspec.register_implementation("sulky", SulkyFileSystem, clobber=True)
    done = RUN.invoke(app, ["network", "sulky://bucket/many.parquet"])
    assert isinstance(done.exception, InputError)
    assert "sulky://bucket/many.parquet" in str(done.exception)
    assert "Unable to locate credentials" in str(done.exception)


@pytest.mark.parametrize("command", [["sample"], ["export", "--all"], ["export", "--all", "--for-others"]])
def test_a_data_set_is_not_written_to_an_address_as_if_that_were_a_folder(command, sources, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    data = [] if command == ["sample"] else ["--data", str(sources["store"])]
    done = RUN.invoke(app, [*command, "-o", "s3://bucket/many.parquet", *data])
    assert "not to an address" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_counted_is_named_and_says_what_can(tmp_path):
    done = RUN.invoke(app, ["network", str(tmp_path)])
    assert done.exit_code != 0
    assert "data set" in str(done.exception)


def test_a_folder_that_holds_something_is_not_written_over(sources):
    done = RUN.invoke(app, ["sample", "-o", str(sources["data set"]), "-n", "5"])
    assert done.exit_code != 0
    assert "there already" in str(done.exception)
