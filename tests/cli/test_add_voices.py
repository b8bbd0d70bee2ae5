"""`placecheck import --into`: voices from away join a round that is here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from placecheck.assessment import Answer, Place, Voice
from placecheck.cli.commands import app
from placecheck.errors import InputError
from placecheck.forms.code import encode_voice
from placecheck.storage import open_store

FIRST = Voice(id="v1", answers={"mixing": Answer(level=2, sure="very")})


@pytest.fixture
def store(tmp_path):
    with_ = open_store(tmp_path / "data")
    yield with_
    with_.close()


@pytest.fixture
def round_(store, rubric):
    return store.begin_assessment(
        store.add_place(Place(name="Ore")), rubric, question_set="starter", date=None, together=False
    )


@pytest.fixture
def sent(tmp_path, rubric):
    """Writes the file that an offline form saves, and gives its path."""

    def write(name: str, level: int | None, edition: str = rubric.edition) -> Path:
        answers = {"places-to-meet": {"level": level}} if level is not None else {}
        whole = {
            "placecheck": 1,
            "rubric": {"id": rubric.id, "edition": edition},
            "place": {"name": "Ore"},
            "round": "starter",
            "voices": [{"id": "v1", "answers": answers}],
        }
        path = tmp_path / name
        path.write_text(json.dumps(whole), encoding="utf-8")
        return path

    return write


@pytest.fixture
def run(tmp_path):
    def command(*words: str | Path, said: str = ""):
        return CliRunner().invoke(app, ["import", *map(str, words), "--data", str(tmp_path / "data")], input=said)

    return command


def test_files_and_codes_become_voices_of_one_round(run, store, round_, sent, rubric):
    code = encode_voice(rubric, FIRST, "starter")
    result = run(sent("a.json", 3), sent("b.json", 1), "--code", code, "--into", "Ore", "--yes")
    assert "This would add 3 people to the assessment." in result.output
    levels = [[answer.level for answer in voice.answers.values()] for voice in store.assessment(round_).voices]
    assert levels == [[3], [1], [2]]
    assert [len(place.assessments) for place in store.places()] == [1]


def test_nothing_is_added_before_a_yes(run, store, round_, sent):
    for said, voices in (("n\n", 0), ("", 0), ("y\n", 1)):
        assert "Add to the assessment of Ore?" in run(sent("a.json", 3), "--into", round_, said=said).output
        assert len(store.assessment(round_).voices) == voices


def test_a_voice_that_is_here_already_is_told_of(run, round_, sent):
    run(sent("a.json", 3), "--into", round_, "--yes")
    assert "The same answers are here already." in run(sent("a.json", 3), "--into", round_, said="n\n").output


def test_a_file_without_an_answer_keeps_the_others_out_unless_the_rest_is_taken(run, store, round_, sent):
    files = sent("a.json", 3), sent("b.json", None)
    refused = run(*files, "--into", "Ore", "--yes").exception
    assert isinstance(refused, InputError)
    assert "b.json: There is no answer in it." in str(refused)
    assert store.assessment(round_).voices == ()
    run(*files, "--into", "Ore", "--yes", "--take-the-rest")
    assert len(store.assessment(round_).voices) == 1


def test_a_place_of_several_rounds_does_not_say_which(run, store, round_, sent, rubric):
    other = store.begin_assessment(store.places()[0].id, rubric, question_set="starter", date=None, together=False)
    refused = str(run(sent("a.json", 3), "--into", "Ore", "--yes").exception)
    assert "Ore has 2 assessments." in refused
    assert round_ in refused
    assert other in refused


def test_what_the_round_says_itself_is_not_said_again(run, round_, sent):
    assert run(sent("a.json", 3), "--into", round_, "--new-place").exit_code == 2
