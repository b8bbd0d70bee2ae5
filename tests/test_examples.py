"""The example places read, score to what is kept beside them, and survive being written out again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner

from placecheck.assessment import as_json, as_yaml, read_assessment
from placecheck.cli.commands import app

CHECKOUT = Path(__file__).resolve().parent.parent
EXAMPLES = CHECKOUT / "examples"
PLACES = sorted(EXAMPLES.glob("*.yaml"))
FILES = sorted(path for folder in ("examples", "rubrics") for path in (CHECKOUT / folder).rglob("*.yaml"))

each_place = pytest.mark.parametrize("path", PLACES, ids=lambda path: path.stem)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_any_reader_of_yaml_can_read_what_is_kept_here(path: Path) -> None:
    assert yaml.safe_load(path.read_text(encoding="utf-8"))


def test_there_are_at_least_five_example_places_and_each_keeps_its_score() -> None:
    assert len(PLACES) >= 5
    assert {path.stem for path in PLACES} == {path.stem for path in (EXAMPLES / "scores").glob("*.json")}


@each_place
def test_a_place_scores_to_the_bytes_that_are_kept_beside_it(path: Path) -> None:
    result = CliRunner().invoke(app, ["score", str(path), "--json"])
    assert result.exit_code == 0, result.output
    kept = (EXAMPLES / "scores" / f"{path.stem}.json").read_bytes()
    assert result.stdout_bytes == kept, "examples/README.md says how to write the scores anew"


@each_place
def test_a_place_written_out_and_read_again_is_the_same_place(path: Path, tmp_path: Path) -> None:
    _, assessment = read_assessment(path)
    for name, written in (("again.yaml", as_yaml(assessment)), ("again.json", as_json(assessment))):
        (tmp_path / name).write_text(written, encoding="utf-8")
        _, again = read_assessment(tmp_path / name)
        assert again == assessment
    assert as_yaml(again) == as_yaml(assessment)


@each_place
def test_a_place_begins_with_its_schema_and_says_that_it_is_made_up(path: Path) -> None:
    first, second = path.read_text(encoding="utf-8").splitlines()[:2]
    assert first == "# yaml-language-server: $schema=../rubrics/schema/assessment.schema.json"
    assert second.startswith("# A fictional place")


@each_place
def test_a_place_says_what_one_should_know_and_who_was_not_in_the_room(path: Path) -> None:
    _, assessment = read_assessment(path)
    assert assessment.place.context
    assert assessment.missing_voices


@each_place
def test_the_readme_has_a_line_for_the_place(path: Path) -> None:
    assert f"| `{path.name}` |" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


def test_no_two_stories_are_the_same() -> None:
    told = Counter(
        answer.story
        for path in PLACES
        for voice in read_assessment(path)[1].voices
        for answer in voice.answers.values()
        if answer.story
    )
    assert len(told) > 400
    assert [story for story, times in told.items() if times > 1] == []


def test_the_starter_round_asks_the_starters_and_no_more() -> None:
    rubric, assessment = read_assessment(EXAMPLES / "kingfisher-meadows.yaml")
    starters = {one.id for one in rubric.indicators() if one.starter}
    assert assessment.question_set == "starter"
    assert {id_ for voice in assessment.voices for id_ in voice.answers} == starters
