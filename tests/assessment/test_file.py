from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.assessment import Answer, Assessment, as_json, as_yaml, read_assessment
from placecheck.assessment.asked import asked_indicators
from placecheck.assessment.file import parse_assessment
from placecheck.errors import InputError
from placecheck.source import parsed

SAMPLE = Path(__file__).with_name("sample.yaml")


def read_back(text: str, *, is_json: bool = False) -> Assessment:
    return parse_assessment(parsed(text, "again.json" if is_json else "again.yaml", is_json=is_json))[1]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_is_written_as_yaml_reads_back_as_it_was_and_is_written_with_the_same_bytes(any_assessment, data):
    assessment = data.draw(any_assessment)
    written = as_yaml(assessment)
    again = read_back(written)
    assert again == assessment
    assert as_yaml(again) == written


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_yaml_and_json_of_an_assessment_say_the_same(any_assessment, data):
    assessment = data.draw(any_assessment)
    written = as_json(assessment)
    again = read_back(written, is_json=True)
    assert again == assessment == read_back(as_yaml(assessment))
    assert as_json(again) == written


def test_the_form_of_the_contract_loads():
    rubric, assessment = read_assessment(SAMPLE)
    assert (rubric.id, rubric.edition) == ("better-way-place", "2026.2")
    first, second = assessment.voices
    assert first.answers["places-to-meet"] == Answer(level=3, story="the vestry, most evenings", sure="fairly")
    assert first.answers["local-connector"] == Answer(level=1)
    assert first.answers["mixing"] == Answer(no_answer="dont_know")
    assert second.paper
    assert [action.when for action in assessment.actions] == ["2027-01", "2026", "2026-06-01"]
    assert str(assessment.date) == "2026-05-14"


HEAD = """
placecheck: 1
rubric: {id: better-way-place, edition: "2026.1"}
place: {name: Ore Valley}
"""


def test_a_voice_without_any_answer_is_read_with_a_remark_and_not_kept():
    unsure = "- {id: unsure, answers: {mixing: {sure: fairly}}}"
    text = f"{HEAD}voices:\n- {{id: ada, answers: {{mixing: 2}}}}\n- {{id: joined}}\n{unsure}\n"
    remarks = []

    _, assessment = parse_assessment(parsed(text, "f.yaml"), remarks=remarks)

    assert [voice.id for voice in assessment.voices] == ["ada"]
    assert [(one.line, one.key, one.severity) for one in remarks] == [
        (7, "voices[1]", "remark"),
        (8, "voices[2]", "remark"),
    ]
    assert "joined" in remarks[0].what
    assert "joined" not in as_yaml(assessment)


def test_the_questions_that_were_chosen_are_kept_in_the_order_of_the_rubric():
    rubric, assessment = parse_assessment(parsed(f"{HEAD}asked: [mixing, places-to-meet]", "f.yaml"))
    assert assessment.asked == ("places-to-meet", "mixing")
    assert [one.id for one in asked_indicators(rubric, assessment)] == ["places-to-meet", "mixing"]
    assert parsed(as_yaml(assessment), "f.yaml").data["asked"] == ["places-to-meet", "mixing"]


@pytest.mark.parametrize(
    ("written", "what"),
    [("[mixing, mixing]", "mixing stands here twice"), ("[mixin]", "`mixin` is not in this rubric"), ("mixing", "")],
)
def test_a_list_of_questions_that_cannot_be_meant_is_refused_where_it_is(written, what):
    with pytest.raises(InputError) as caught:
        parse_assessment(parsed(f"{HEAD}asked: {written}", "f.yaml"))
    (finding,) = caught.value.findings
    assert finding.line == 5
    assert finding.key.startswith("asked")
    assert what in finding.what


def test_perspectives_are_kept_in_the_order_of_the_rubric_and_only_where_they_say_other_than_it():
    chosen = "offered_perspectives: [newcomer, resident]\nperspective_names: {newcomer: New here, resident: Resident}"
    rubric, assessment = parse_assessment(parsed(f"{HEAD}{chosen}", "f.yaml"))
    assert [(one.id, one.name) for one in rubric.offered_perspectives()] == [
        ("resident", "Resident"),
        ("newcomer", "New here"),
    ]
    written = parsed(as_yaml(assessment), "f.yaml").data
    assert written["offered_perspectives"] == ["resident", "newcomer"]
    assert written["perspective_names"] == {"newcomer": "New here"}


@pytest.mark.parametrize(
    ("written", "line", "what"),
    [
        ("offered_perspectives: [resident, resident]", 5, "resident stands here twice"),
        ("offered_perspectives: [residen]", 5, "`residen` is not in this rubric"),
        ("perspective_names: {residen: Lives here}", 5, "`residen` is not in this rubric"),
        ("perspective_names:\n  newcomer: Lives here\n  resident: lives here", 5, "Two perspectives are called"),
    ],
)
def test_perspectives_that_cannot_be_meant_are_refused_where_they_are(written, line, what):
    with pytest.raises(InputError) as caught:
        parse_assessment(parsed(f"{HEAD}{written}", "f.yaml"))
    (finding,) = caught.value.findings
    assert finding.line == line
    assert what in finding.what


def test_an_answer_of_a_level_or_a_no_answer_alone_is_written_in_its_short_form():
    written = parsed(as_yaml(read_assessment(SAMPLE)[1]), "f.yaml").data
    answers = written["voices"][0]["answers"]
    assert answers["local-connector"] == 1
    assert answers["mixing"] == "dont_know"
    assert answers["places-to-meet"] == {"level": 3, "story": "the vestry, most evenings", "sure": "fairly"}
    assert written["voices"][1]["answers"]["mixing"] == 2
    assert written["agreed"]["local-connector"] == 1
    assert written["agreed"]["room-to-play"] == "not_here"


def test_what_was_not_given_is_not_written():
    text = as_yaml(Assessment.model_validate({"rubric": {"id": "a", "edition": "1"}, "place": {"name": "Ore"}}))
    assert [line.split(":")[0].strip() for line in text.splitlines()[1:]] == [
        "placecheck", "rubric", "id", "edition", "place", "name", "round",
    ]  # fmt: skip


def test_a_story_of_several_lines_is_written_as_lines():
    story = "First we asked.\n\nThen: we did it."
    assessment = Assessment.model_validate(
        {"rubric": {"id": "a", "edition": "1"}, "place": {"name": "Ore"}, "missing_voices": story}
    )
    assert "missing_voices: |-\n  First we asked.\n\n  Then: we did it.\n" in as_yaml(assessment)


def test_json_is_written_for_people_too():
    text = as_json(read_assessment(SAMPLE)[1])
    assert json.loads(text)["date"] == "2026-05-14"
    assert "Cwm Isaf" in text
    assert text.endswith("}\n")


@pytest.mark.parametrize("text", ["one\r\ntwo", "one\rtwo", "one\ntwo"])
def test_a_story_has_one_kind_of_line_break_whichever_machine_it_came_from(text):
    assert Answer(story=text).story == "one\ntwo"


def test_every_example_reads_back_as_it_was(checkout):
    examples = sorted((checkout / "examples").glob("*.yaml"))
    assert examples
    for path in examples:
        _, assessment = read_assessment(path)
        assert read_back(as_yaml(assessment)) == assessment


def test_the_question_set_is_read_under_both_names_and_written_under_the_one_that_files_have_always_had():
    text = SAMPLE.read_text(encoding="utf-8")
    read, again = read_back(text), read_back(text.replace("round: full", "question_set: starter"))
    assert (read.question_set, again.question_set) == ("full", "starter")
    assert "\nround: starter\n" in as_yaml(again)
