"""A data set of many assessments: every level comes back, no word goes out, and other tools read it as it is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from pyarrow import parquet

from placecheck.assessment import Assessment
from placecheck.assessment.customisation import OwnWords
from placecheck.errors import InputError
from placecheck.exchange.data_set import TABLES, part_files, schema, write_data_set
from placecheck.exchange.data_set_columns import PlaceAssessment
from placecheck.exchange.data_set_read import read_data_set
from placecheck.exchange.sample import made_up_assessments
from placecheck.rubric import find_rubric
from placecheck.scoring import score

RUBRIC = find_rubric()


def wordless(assessment: Assessment) -> Assessment:
    """What a data set keeps of `assessment`, written out by hand."""
    voices = []
    for number, voice in enumerate(assessment.voices, 1):
        answers = {
            id_: answer.model_copy(update={"story": None, "not_for": None})
            for id_, answer in voice.answers.items()
            if answer.is_given
        }
        voices.append(voice.model_copy(update={"id": f"v{number}", "paper": False, "answers": answers}))
    agreed = {
        id_: outcome.model_copy(update={"because": None, "minority": None, "sure": None})
        for id_, outcome in assessment.agreed.items()
        if outcome.not_agreed is None
    }
    place = assessment.place.model_copy(update={"boundary": None, "context": None})
    left = {"missing_voices": None, "actions": (), "causes": {}, "notes": (), "second_votes": ()}
    return assessment.model_copy(update={"voices": tuple(voices), "agreed": agreed, "place": place, **left})


@pytest.fixture(scope="module")
def assessments() -> list[Assessment]:
    return list(made_up_assessments(RUBRIC, 25, 4))


@pytest.fixture(scope="module")
def folder(assessments, tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("set") / "many.parquet"
    places = {assessment.place.name: 0 for assessment in assessments}
    numbers = {name: number for number, name in enumerate(places)}
    rounds = [PlaceAssessment(numbers[item.place.name], RUBRIC, item) for item in assessments]
    assert write_data_set(made, rounds) == 25
    return made


def test_every_level_and_no_answer_comes_back_and_no_words(folder, assessments):
    again = [assessment for _, assessment in read_data_set(folder)]
    assert again == [wordless(assessment) for assessment in assessments]
    assert [score(RUBRIC, item) for item in again] == [score(RUBRIC, item) for item in assessments]


def test_no_word_that_a_person_wrote_is_in_any_file(folder, assessments):
    held = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    stories = {answer.story for item in assessments for voice in item.voices for answer in voice.answers.values()}
    assert [story for story in stories if story and story.encode() in held] == []
    for table in TABLES:
        columns = parquet.read_table(folder / table).to_pydict().values()
        assert stories.isdisjoint({text for column in columns for text in column if isinstance(text, str)})


def test_other_tools_read_the_levels_as_they_are(folder, assessments):
    answers = parquet.read_table(folder / "answers").to_pandas()
    sums = answers.groupby("indicator")["level"].sum().to_dict()
    for id_ in RUBRIC.by_id:
        answered = [voice.answers.get(id_) for item in assessments for voice in item.voices]
        assert sums.get(id_, 0) == sum(answer.level or 0 for answer in answered if answer)


def test_the_description_names_every_column_that_there_is(folder):
    described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in described["resources"]:
        columns = parquet.read_schema(next(iter(folder.glob(resource["path"])))).names
        assert [field["name"] for field in resource["schema"]["fields"]] == columns


def test_reworded_questions_stay_behind(assessments, tmp_path):
    id_ = next(iter(assessments[0].voices[0].answers))
    words = RUBRIC.by_id[id_].model_copy(update={"statement": "We say it otherwise here."})
    assessment = assessments[0].model_copy(update={"own_words": {id_: OwnWords(change="reworded", words=words)}})
    assert write_data_set(tmp_path / "own", [PlaceAssessment(0, RUBRIC, assessment)]) == 1
    answers = parquet.read_table(part_files(tmp_path / "own", "answers")[0])
    assert id_ not in answers["indicator"].to_pylist()


def test_a_file_that_lacks_a_column_is_named_with_what_it_should_have(folder, tmp_path):
    broken = shutil.copytree(folder, tmp_path / "broken")
    file = part_files(broken, "answers")[0]
    parquet.write_table(parquet.read_table(file).drop_columns("level"), file)
    with pytest.raises(InputError, match=r"part-00000\.parquet: level: This column is missing"):
        list(read_data_set(broken))
    file.write_bytes(b"no parquet")
    with pytest.raises(InputError, match="cannot be read"):
        list(read_data_set(broken))
    assert schema("answers").names[0] == "assessment"
