"""`placecheck report` writes what is asked for, and says what is wrong with what it was given."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.errors import InputError


@pytest.fixture
def example(checkout: Path) -> str:
    return str(checkout / "examples/kingfisher-meadows.yaml")


def run(*arguments: object):
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


def test_it_writes_the_pdf_and_the_page_and_names_them(example, tmp_path) -> None:
    pdf, html = tmp_path / "summary.pdf", tmp_path / "summary.html"
    result = run(example, "-o", pdf, "--html", html)
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [str(pdf), str(html)]
    assert pdf.read_bytes().startswith(b"%PDF-1.7")
    assert "Kingfisher Meadows" in html.read_text(encoding="utf-8")


def test_the_whole_rests_on_the_passages_of_its_own_rubric(example, tmp_path) -> None:
    html = tmp_path / "summary.html"
    assert run(example, "--html", html).exit_code == 0
    assert "What would a Better Way place look like?" in html.read_text(encoding="utf-8")


def test_one_page_is_shorter_than_the_whole_and_large_print_is_its_own(example, tmp_path) -> None:
    sizes = {}
    for name, options in {"whole": [], "one": ["--one-page"], "large": ["--large-print", "--paper", "letter"]}.items():
        out = tmp_path / f"{name}.pdf"
        assert run(example, "-o", out, *options).exit_code == 0
        sizes[name] = out.stat().st_size
    assert sizes["one"] < sizes["whole"] / 1.5
    assert sizes["large"] != sizes["whole"]


@pytest.mark.parametrize(
    ("options", "says"),
    [([], "Name a file"), (["--one-page", "--html", "x.html"], "a browser has no pages"), (["--paper", "a3"], "a3")],
)
def test_wrong_usage_ends_with_2_and_says_what_would_be_right(example, options, says) -> None:
    result = run(example, *options)
    assert result.exit_code == 2
    assert says in result.output


def test_a_file_that_is_not_there_is_named(tmp_path) -> None:
    result = run(tmp_path / "nowhere.yaml", "-o", tmp_path / "out.pdf")
    assert isinstance(result.exception, InputError)
    assert "nowhere.yaml" in str(result.exception)
    assert not (tmp_path / "out.pdf").exists()


def test_a_folder_that_cannot_be_written_to_is_named(example, tmp_path) -> None:
    result = run(example, "-o", tmp_path / "no" / "out.pdf")
    assert isinstance(result.exception, InputError)
    assert "cannot be written" in str(result.exception)
