from __future__ import annotations

import pytest
from typer.testing import CliRunner

from placecheck.assessment import read_assessment
from placecheck.cli.commands import app
from placecheck.rubric import find_rubric


@pytest.fixture
def migrate(checkout, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path))
    folder = checkout / "tests/data/editions"

    def run(*given: str):
        return CliRunner().invoke(app, ["migrate", str(folder / "place.yaml"), "--to", str(folder / "second"), *given])

    return run


def test_it_is_looked_at_before_anything_is_written(migrate, tmp_path):
    said = migrate()
    assert said.exit_code == 0, said.exception
    assert (
        "Water: asked in other words now, as Water.\n  Person v1: the story carries over; asked again." in said.output
    )
    assert "Nothing was written." in said.output
    assert list(tmp_path.iterdir()) == []


def test_the_new_round_is_a_file_that_fits_the_new_edition(migrate, tmp_path, checkout):
    assert migrate("-o", "new.yaml").exit_code == 0
    rubric, assessment = read_assessment(
        tmp_path / "new.yaml", lambda id_, edition: find_rubric(id_, edition, checkout / "tests/data/editions")
    )
    assert (rubric.edition, assessment.place.name) == ("2027.1", "Mill Allotments")


def test_no_round_is_written_over_another(migrate, tmp_path):
    (tmp_path / "old.yaml").write_text("mine", encoding="utf-8")
    assert migrate("-o", "old.yaml").exit_code == 2
    assert (tmp_path / "old.yaml").read_text(encoding="utf-8") == "mine"
