"""A data set for others: what may be published of many places, without their names, and nothing of anyone."""

from __future__ import annotations

import datetime
import json
from itertools import islice
from pathlib import Path

import pytest
from pyarrow import parquet
from typer.testing import CliRunner

from placecheck.assessment import Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.cli.commands import app
from placecheck.exchange.data_set_columns import PlaceAssessment
from placecheck.exchange.sample import made_up_assessments
from placecheck.publishing import published
from placecheck.publishing.for_others import TABLES, write_for_others
from placecheck.rubric import find_rubric
from placecheck.scoring.disclosure_control import publish_minimum

RUBRIC = find_rubric()
MINIMUM = publish_minimum(RUBRIC)
RUN = CliRunner()


def rows(folder: Path, table: str) -> list[dict]:
    return parquet.read_table(folder / table).to_pylist()


def written(folder: Path, *assessments: Assessment) -> Path:
    """A data set of these assessments, all of one place."""
    write_for_others(folder, [PlaceAssessment(0, RUBRIC, assessment) for assessment in assessments])
    return folder


@pytest.fixture(scope="module")
def assessments() -> list[Assessment]:
    many = (item for item in made_up_assessments(RUBRIC, 200, MINIMUM + 8) if len(counted_voices(item)) > MINIMUM)
    return list(islice(many, 6))


@pytest.fixture(scope="module")
def folder(assessments, tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("others") / "many.parquet"
    entries = [PlaceAssessment(number, RUBRIC, item) for number, item in enumerate(assessments)]
    assert write_for_others(made, entries) == len(assessments)
    return made


def test_it_says_of_each_question_what_a_published_page_says(folder, assessments):
    read = rows(folder, "readings")
    for number, item in enumerate(assessments):
        page = [one for dimension in published(RUBRIC, item).dimensions for one in dimension.indicators]
        of = [row for row in read if row["assessment"] == number]
        assert [(row["indicator"], row["status"], row["reading"]) for row in of] == [
            (one.id, one.status, one.reading) for one in page
        ]
    assert {row["status"] for row in read} >= {"ok"}


def test_each_part_is_of_the_one_rubric_that_it_names(tmp_path, assessments):
    older = find_rubric(RUBRIC.id, "2026.1")
    of_older = [item for item in made_up_assessments(older, 100, MINIMUM + 8) if len(counted_voices(item)) > MINIMUM][
        :2
    ]
    both = [(RUBRIC, assessments[0]), (older, of_older[0]), (RUBRIC, assessments[1]), (older, of_older[1])]
    folder = tmp_path / "both.parquet"
    write_for_others(folder, [PlaceAssessment(number, *of_place) for number, of_place in enumerate(both)])
    for table in TABLES:
        parts = [parquet.read_table(file) for file in sorted((folder / table).iterdir())]
        held = {part.schema.metadata[b"rubric"].decode(): {*part["assessment"].to_pylist()} for part in parts}
        assert held == {RUBRIC.fingerprint: {0, 2}, older.fingerprint: {1, 3}}


def test_nothing_in_it_names_a_place_or_holds_a_word_or_a_perspective(folder, assessments):
    told = {str(value) for table in TABLES for row in rows(folder, table) for value in row.values()}
    held = {item.place.name for item in assessments}
    held |= {voice.perspective for item in assessments for voice in item.voices if voice.perspective}
    held |= {answer.story for item in assessments for voice in item.voices for answer in voice.answers.values()}
    assert told.isdisjoint(held - {None})
    assert {file.name for file in folder.iterdir()} == {*TABLES, "rubrics", "datapackage.json"}
    columns = {name for table in TABLES for name in parquet.read_table(folder / table).column_names}
    assert not columns & {"name", "voice", "perspective", "level", "no_answer", "sure", "date"}


def test_an_assessment_that_too_few_answered_is_not_in_it_whatever_they_agreed(tmp_path, assessments):
    few = assessments[0].model_copy(update={"voices": assessments[0].voices[: MINIMUM - 1]})
    assert written(tmp_path / "few", few)
    assert not (tmp_path / "few" / "readings").exists()


def test_a_place_is_in_it_once_a_year_by_its_last_assessment_that_enough_answered(tmp_path, assessments):
    spring, autumn, later = (
        assessments[0].model_copy(update={"date": datetime.date(*day)})
        for day in [(2024, 3, 1), (2024, 9, 1), (2025, 3, 1)]
    )
    one_more = autumn.model_copy(update={"voices": autumn.voices[:-1]})
    few = later.model_copy(update={"voices": later.voices[:1], "date": datetime.date(2024, 12, 1)})
    told = rows(written(tmp_path / "years", later, one_more, spring, few), "published")
    assert [(row["year"], row["voices"]) for row in told] == [
        (2024, len(one_more.voices)),
        (2025, len(later.voices)),
    ]


def test_the_description_names_every_column_that_there_is(folder):
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in described["resources"]] == list(TABLES)
    for resource in described["resources"]:
        columns = parquet.read_schema(next(iter(folder.glob(resource["path"])))).names
        assert [field["name"] for field in resource["schema"]["fields"]] == columns


def test_the_command_says_what_it_left_out_and_what_it_made_is_never_taken_for_answers(tmp_path):
    archive, data, out = tmp_path / "many.zip", tmp_path / "data", tmp_path / "others.parquet"

    def run(*arguments: object):
        return RUN.invoke(app, [str(argument) for argument in arguments])

    assert run("sample", "-o", archive, "-n", 12).exit_code == 0
    assert run("import", archive, "--data", data).exit_code == 0
    assert run("export", "--all", "--for-others", "-o", tmp_path / "one.zip", "--data", data).exit_code == 2
    done = run("export", "--all", "--for-others", "-o", out, "--data", data)
    assert done.exit_code == 0, done.output
    kept = len(rows(out, "published")) if (out / "published").exists() else 0
    assert (f"{12 - kept} assessment" in done.output) == (kept < 12)
    for arguments in (("import", out, "--data", tmp_path / "other"), ("network", out)):
        assert "made for others" in str(run(*arguments).exception)
