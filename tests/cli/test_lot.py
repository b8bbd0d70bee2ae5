from __future__ import annotations

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app

POOL = "id,age\n" + "".join(f"p{number},{'young' if number % 3 else 'old'}\n" for number in range(12))
QUOTAS = "feature,value,min,max\nage,old,2,2\nage,young,2,2\n"


@pytest.fixture
def draw(tmp_path):
    def run(*words: str, pool: str = POOL, quotas: str | None = QUOTAS):
        (tmp_path / "pool.csv").write_text(pool, encoding="utf-8")
        more = []
        if quotas is not None:
            (tmp_path / "quotas.csv").write_text(quotas, encoding="utf-8")
            more = ["--quotas", str(tmp_path / "quotas.csv")]
        return CliRunner().invoke(app, ["lot", str(tmp_path / "pool.csv"), "--seed", "rain", *more, *words])

    return run


def test_the_same_seed_draws_the_same_people_and_meets_the_quotas(draw):
    first, again = draw("--size", "4"), draw("--size", "4")
    assert first.exit_code == 0
    assert first.stdout == again.stdout
    assert len(first.stdout.split()) == 4
    assert first.stderr == "Drawn with the words “rain” from a list of 12 people.\n"


def test_a_seed_that_is_no_words_is_refused(draw):
    refused = draw("--size", "4", "--seed", " !? ")
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_what_could_not_be_met_is_said(draw):
    drawn = draw("--size", "6", quotas="feature,value,min,max\nage,old,5,6\n")
    assert "Not met: age old. The panel has 4; it should have 5 to 6." in drawn.stderr


def test_a_pool_that_is_too_small_is_said(draw):
    assert "Only 12 of 20 could be drawn." in draw("--size", "20", quotas=None).stderr


def test_the_tables_that_the_page_gives_are_written_and_none_is_overwritten(draw, tmp_path):
    drawn = draw("--size", "4", "--into", str(tmp_path / "out"))
    assert drawn.exit_code == 0
    tables = {path.name: path.read_text(encoding="utf-8").splitlines() for path in (tmp_path / "out").iterdir()}
    assert {name: rows[0] for name, rows in tables.items()} == {
        "drawn.csv": "id,age",
        "left.csv": "id,age",
        "people.csv": "id,age",
        "quotas.csv": "feature,value,min,max",
    }
    assert [row.partition(",")[0] for row in tables["drawn.csv"][1:]] == drawn.stdout.split()
    assert len(tables["left.csv"]) == 1 + 8
    again = draw("--size", "3", "--into", str(tmp_path / "out"), quotas=None)
    assert again.exit_code == 1
    assert "drawn.csv: There is a file of this name already." in str(again.exception or again.stderr)
    assert len((tmp_path / "out" / "drawn.csv").read_text(encoding="utf-8").splitlines()) == 1 + 4


@pytest.mark.parametrize(
    ("pool", "quotas", "finding"),
    [
        ("name\nann\n", None, "pool.csv:1: There is no column id."),
        ("id\na\n\na\n", None, "The id a appears twice, first on line 2."),
        ("id,age\n,old\n", None, "pool.csv:2: id: This row has no id."),
        (POOL, "feature,value,min,max\nare,old,1,2\n", "quotas.csv:2: feature: The pool has no column are."),
        (POOL, "feature,value,min,max\nage,old,some,2\n", "quotas.csv:2: min: some is no whole number."),
        (POOL, "feature,value,min,max\nage,old,3,2\n", "quotas.csv:2: min: The minimum is larger than the maximum."),
        ("id,age\n", None, "pool.csv:1: Nobody is on this list."),
        ("id,age,age\na,1,2\n", None, "pool.csv:1: Two columns are called age."),
        ("id,age\na,1,2\n", None, "pool.csv:2: This row has more cells than there are columns."),
        (POOL, "feature,value,min,max\nage,old,1,2\nage,old,3,4\n", "quotas.csv:3: value: age old appears twice"),
        (POOL, "feature,value\nage,old\n", "quotas.csv:1: There is no column min, max."),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_line(draw, pool, quotas, finding):
    refused = draw("--size", "2", pool=pool, quotas=quotas)
    assert refused.exit_code == 1
    assert finding in str(refused.exception or refused.stderr)
