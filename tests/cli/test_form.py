"""`placecheck form` writes what was asked for, or says why it cannot."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.errors import InputError
from placecheck.resources import resource_folder


def run(*words: str | Path):
    return CliRunner().invoke(app, ["form", *map(str, words)])


def test_both_forms_come_of_one_command(tmp_path) -> None:
    paper, offline = tmp_path / "form.pdf", tmp_path / "form.html"
    result = run("--paper", paper, "--offline", offline, "--place", "Ore Valley", "--boundary", "to the ridge")
    assert (result.exit_code, result.output.splitlines()) == (0, [str(paper), str(offline)])
    assert paper.read_bytes().startswith(b"%PDF")
    assert 'value="Ore Valley"' in offline.read_text(encoding="utf-8")


@pytest.mark.parametrize("several", [(), ("--several",)])
def test_a_spreadsheet_comes_with_the_place_in_it(tmp_path, several) -> None:
    out = tmp_path / "sheet.xlsx"
    result = run("--spreadsheet", out, "--place", "Ore Valley", *several)
    assert (result.exit_code, result.output.splitlines()) == (0, [str(out)])
    cells = [cell.value for row in openpyxl.load_workbook(out)["Answers"].iter_rows() for cell in row]
    assert "Ore Valley" in cells
    assert "Person" in cells if several else "Statement" in cells


def test_a_starter_round_is_asked_unless_the_full_one_is_named(tmp_path) -> None:
    run("--offline", tmp_path / "short.html")
    run("--offline", tmp_path / "long.html", "--round", "full")
    counts = [(tmp_path / name).read_text(encoding="utf-8").count("data-asks=") for name in ("short.html", "long.html")]
    assert counts == [15, 42]


def test_the_rubric_may_be_named_by_its_folder(tmp_path) -> None:
    result = run("--offline", tmp_path / "form.html", "--rubric", resource_folder("rubrics") / "better-way-place")
    assert result.exit_code == 0


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--large-print", "--offline", "form.html"),
        ("--offline", "form.html", "--round", "half"),
        ("--offline", "form.html", "--place", "a\x07b"),
        ("--offline", "form.html", "--place", "a" * 301),
        ("--offline", "form.html", "--place", "two\nlines"),
        ("--offline", "form.html", "--boundary", "a" * 10_001),
        ("--offline", "form.html", "--several"),
    ],
)
def test_a_wrong_use_is_told_and_writes_nothing(tmp_path, monkeypatch, words) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(*words).exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(tmp_path) -> None:
    result = run("--offline", tmp_path / "nowhere" / "form.html")
    assert isinstance(result.exception, InputError)
    assert "form.html: The file cannot be written" in str(result.exception)
