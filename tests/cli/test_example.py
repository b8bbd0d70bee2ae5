"""`placecheck example`: the examples that documents name, wherever the command is run."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.cli.example import NoExampleError


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(app, ["example", *map(str, words)])


def test_every_example_can_be_had_and_is_the_one_that_travels_along(run, tmp_path, checkout):
    names = run().output.split()
    assert "marsh-lane" in names
    for name in names:
        assert run(name).exit_code == 0
        source = f"places/{name.removesuffix('-place')}" if name.endswith("-place") else name
        assert (tmp_path / f"{name}.yaml").read_bytes() == (checkout / f"examples/{source}.yaml").read_bytes()
    assert "saltby-place" in names


def test_a_file_that_is_there_already_is_left_as_it_is(run, tmp_path):
    (tmp_path / "marsh-lane.yaml").write_text("mine", encoding="utf-8")
    refused = run("marsh-lane")
    assert isinstance(refused.exception, NoExampleError)
    assert (tmp_path / "marsh-lane.yaml").read_text(encoding="utf-8") == "mine"
    assert run("marsh-lane.yaml", "-o", tmp_path / "other.yaml").exit_code == 0


def test_a_misspelt_name_is_told_what_may_be_meant(run):
    assert "Did you mean `marsh-lane`?" in str(run("marsh-lain").exception)
    assert "The examples are " in str(run("zzz").exception)


def test_where_nothing_can_be_written_it_says_so(run, tmp_path):
    refused = run("marsh-lane", "-o", tmp_path / "no such folder/a.yaml")
    assert "cannot be written" in str(refused.exception)
