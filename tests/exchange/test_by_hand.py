"""Spreadsheets filled in by hand: matched with a reason, nothing taken before a yes, each bad cell named."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.assessment import Answer, Place
from placecheck.errors import InputError
from placecheck.exchange import Choices, Meaning, accept, export_file, plan_import
from placecheck.exchange.column_dictionary import canonical_word, comparable_text, format_columns, headings
from placecheck.exchange.column_matching import match_columns
from placecheck.exchange.visible import visible_text
from placecheck.exchange.vocabulary import Vocabulary


def seen(*lines: str, name: str = "hand.csv", **further):
    return plan_import((name, "\n".join(lines).encode()), **further)


def only(*lines: str, **further):
    ((_, assessment),) = accept(seen(*lines, **further))
    return assessment


def answer(text: str) -> Answer:
    return only("place,voice,indicator,level", f'Ore,v1,mixing,"{text}"').voices[0].answers["mixing"]


@pytest.mark.parametrize("text", ["2", "2.0", "2,0", " 2 ", "Here and there", "HERE AND THERE", "2 - Here and there",
                                  "2: here and there", "+2"])  # fmt: skip
def test_a_level_may_be_a_number_or_a_name_in_any_case(text):
    assert answer(text) == Answer(level=2)


def test_a_level_may_be_the_whole_description_of_it(rubric):
    assert answer(rubric.by_id["mixing"].levels[3]) == Answer(level=3)


@pytest.mark.parametrize("text", ["don't know", "Don’t know", "DONT KNOW", "dk", "D/K", "?", "not sure", "No idea.",
                                  "ddim yn gwybod", "dont_know"])  # fmt: skip
def test_not_knowing_is_spelt_many_ways(text):
    assert answer(text) == Answer(no_answer="dont_know")


@pytest.mark.parametrize("text", ["n/a", "none", "-", "no answer", "99"])
def test_what_can_mean_two_things_is_named_and_not_guessed(text):
    with pytest.raises(InputError, match=r"D2 \(level\)"):
        answer(text)


def test_headings_are_matched_in_other_words_and_other_order(rubric):
    assessment = only(
        "How sure are you?;Comments;Rating;Statement;Respondent;Your place",
        f"fairly sure;the hall;3;{rubric.by_id['mixing'].name};7;Ore",
        choices=Choices(answers={"scale": "from_0"}),
    )
    assert assessment.place.name == "Ore"
    assert assessment.voices[0].id == "7"
    assert assessment.voices[0].answers == {"mixing": Answer(level=3, story="the hall", sure="fairly")}


def test_each_column_says_what_it_is_taken_for_and_why():
    found = seen("Place name,voice,Q1. Mixing,Colour", "Ore,v1,3,blue").tables[0].columns
    assert [(one.letter, one.meaning, one.reason) for one in found] == [
        ("A", Meaning("place"), "often used as a heading for `place`"),
        ("B", Meaning("voice"), "its own name"),
        ("C", Meaning("level", "mixing"), "asks mixing"),
        ("D", None, "none of the headings known here"),
    ]
    assert found[2].sample == ("3",)


def test_a_table_with_a_row_for_each_voice_and_a_column_for_each_indicator_is_understood(rubric):
    assessment = only(
        f"Place,Speaking as,{rubric.by_id['mixing'].name},mixing: comment,{rubric.by_id['places-to-meet'].id}",
        "Ore,Resident,3,the hall,dk",
        "Ore,Newcomer,,,0",
        "Ore,,,,",
    )
    assert [voice.id for voice in assessment.voices] == ["v1", "v2"]
    assert [voice.perspective for voice in assessment.voices] == ["resident", "newcomer"]
    assert assessment.voices[0].answers["mixing"] == Answer(level=3, story="the hall")
    assert assessment.voices[0].answers["places-to-meet"] == Answer(no_answer="dont_know")
    assert set(assessment.voices[1].answers) == {"places-to-meet"}


def test_names_of_people_become_ids_and_it_is_said():
    found = seen(
        "place,voice,indicator,level", "Ore,Mrs Jones,mixing,3", "Ore,Mrs Jones,shared-aim,1", "Ore,v1,mixing,2"
    )
    assert [voice.id for voice in found.assessments[0][1].voices] == ["v2", "v1"]
    (remark,) = found.findings
    assert (remark.severity, remark.what) == ("remark", "1 label that may be a name becomes v2.")


def test_titles_above_the_headings_are_passed_over_and_it_is_said():
    found = seen("Our survey,,,", ",,,", "place,voice,indicator,level", "Ore,v1,mixing,3")
    assert accept(found)[0][1].voices[0].answers["mixing"].level == 3
    assert [one.severity for one in found.findings] == ["remark"]


def test_good_rows_wait_for_a_yes_while_bad_ones_are_named():
    found = seen("place,voice,indicator,level", "Ore,v1,mixing,3", "Ore,v1,shared-aim,9", "Ore,v2,mixing,1")
    with pytest.raises(InputError, match=r"hand\.csv:3: D3 \(level\): The level 9 is off the ladder"):
        accept(found)
    assert [use.place for _, use in found.rows("taken")] == ["row 2", "row 4"]
    assert found.rows_left_behind() == ["row 3"]
    ((_, assessment),) = accept(found, valid_rows_only=True)
    assert {voice.id: set(voice.answers) for voice in assessment.voices} == {"v1": {"mixing"}, "v2": {"mixing"}}


def test_what_a_person_says_of_a_column_goes_before_what_was_guessed():
    lines = ("place,voice,indicator,how much,colour", "Ore,v1,mixing,0,blue")
    assert [question.key for question in seen(*lines).open_questions] == ["column how much", "column colour"]
    found = seen(*lines, choices=Choices({"how much": "level", "colour": "leave_out"}))
    assert found.can_import_whole
    assert accept(found)[0][1].voices[0].answers["mixing"].level == 0


def test_a_place_that_the_file_does_not_name_is_the_one_it_is_said_to_be():
    place = Place(name="Ore", kind="village", nation="Wales")
    assert only("voice,indicator,level", "v1,mixing,3", place=place).place == place


def test_blank_dates_belong_to_the_only_round():
    assessment = only("place,date,voice,indicator,level", "Ore,2026-05-14,v1,mixing,3", ",,v2,mixing,1")
    assert str(assessment.date) == "2026-05-14"
    assert len(assessment.voices) == 2


def test_rounds_of_different_days_are_different_assessments():
    found = accept(seen("place,date,voice,indicator,level", "Ore,2026-05-14,v1,mixing,3", "Ore,2025-05-14,v1,mixing,1"))
    assert [str(one.date) for _, one in found] == ["2026-05-14", "2025-05-14"]


def test_a_workbook_filled_in_by_hand_holds_numbers_dates_and_ticks():
    book = openpyxl.Workbook()
    book.active.title = "Form responses"
    for row in [
        ["Place", "Date", "Respondent", "On paper", "Mixing"],
        ["Ore", datetime.datetime(2026, 5, 14), 1, True, 0],
    ]:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    ((_, assessment),) = accept(plan_import(("hand.xlsx", out.getvalue())))
    (voice,) = assessment.voices
    assert (voice.id, voice.paper, voice.answers["mixing"].level) == ("1", True, 0)
    assert str(assessment.date) == "2026-05-14"


def test_the_key_of_a_workbook_is_only_to_read_whatever_the_language_is(sample, rubric):
    book = openpyxl.load_workbook(io.BytesIO(export_file([(rubric, sample)], ".xlsx")))
    assert book.sheetnames == ["places", "own", "voices", "answers", "agreed", "actions", "causes", "key"]
    told = {str(cell.value) for row in book["key"].iter_rows() for cell in row if cell.value is not None}
    assert {name for name in format_columns() if name != "row"} <= told
    assert {level.name for level in rubric.levels} <= told
    assert set(rubric.by_id) <= told


def test_no_heading_means_two_columns():
    said = [comparable_text(text) for one in format_columns().values() for text in (*one.other_headings, one.name)]
    assert len(said) == len(set(said))
    assert headings()["how sure"] == "sure"


@pytest.mark.parametrize(("field", "word"), [("no_answer", "dont_know"), ("sure", "not_very"), ("paper", "yes")])
def test_the_formats_own_words_are_always_understood(field, word):
    assert canonical_word(field, word) == word


@settings(max_examples=60)
@given(st.lists(st.text(max_size=20), max_size=8))
def test_a_guess_takes_no_meaning_twice_and_leaves_no_column_unsaid(rubric, header):
    found = match_columns(header, [], Vocabulary.of(rubric))
    meanings = [one.meaning for one in found if one.meaning]
    assert len(meanings) == len(set(meanings))
    assert [one.heading for one in found] == [visible_text(text) for text in header if visible_text(text)]
    assert all(one.reason for one in found)


def test_a_form_on_each_sheet_is_a_person_each_at_the_place_that_it_names():
    opened = openpyxl.Workbook()
    opened.remove(opened.active)
    for name, level in (("Ann", 3), ("Bob", 0)):
        sheet = opened.create_sheet(name)
        for row in (["Name", name], ["Place", "Elm"], ["Places to meet", level], ["Room to play", 4 - level]):
            sheet.append(row)
    out = io.BytesIO()
    opened.save(out)
    plan = plan_import(("forms.xlsx", out.getvalue()))
    assert plan.open_questions == ()
    ((_, assessment),) = accept(plan)
    assert assessment.place.name == "Elm"
    assert [voice.answers["places-to-meet"].level for voice in assessment.voices] == [3, 0]


def test_who_answered_is_no_step_and_a_merged_name_joins_nobody():
    raw = b"Who,Question,Level\nA,Places to meet,3\nB,Places to meet,0\n,Room to play,4\n"
    plan = plan_import(("a.csv", raw), place=Place(name="Elm"))
    assert [finding.line for finding in plan.faults] == [4]
    ((_, assessment),) = accept(plan, valid_rows_only=True)
    assert [len(voice.answers) for voice in assessment.voices] == [1, 1]


UNKNOWN = ("Wer;Frage eins;Frage zwei", "1;3;ja", "2;4;nein")


def test_a_sheet_without_a_known_heading_asks_what_each_column_of_its_likely_headings_holds():
    plan = seen(*UNKNOWN)
    (table,) = plan.tables
    assert [(column.heading, column.meaning, column.outcome) for column in table.columns] == [
        ("Wer", None, "asked"), ("Frage eins", None, "asked"), ("Frage zwei", None, "asked"),
    ]  # fmt: skip
    assert [use.outcome for use in table.rows] == ["left_out", "asked", "asked"]
    (fault,) = plan.faults
    assert (fault.line, "--write-map" in fault.hint) == (1, True)


@pytest.mark.parametrize("chosen", [{}, {"Wer": "voice"}, {"Frage eins": "leave_out"}, {"Frage zwei": "date"}])
def test_a_sheet_without_a_known_heading_keeps_its_headings_and_layout_until_a_column_is_a_question(chosen):
    table = seen(*UNKNOWN, choices=Choices(chosen)).tables[0]
    assert (table.layout, table.header, len(table.columns)) == ("people", "row 1", 3)
    rest = {"Wer": "leave_out", "Frage eins": "leave_out", "Frage zwei": "leave_out"}
    plan = seen(*UNKNOWN, choices=Choices(rest | chosen))
    assert plan.faults
    assert not plan.can_import_whole
    assert not plan.can_import_partly


def test_a_sheet_without_a_known_heading_comes_in_as_a_person_says():
    columns = {"Wer": "voice", "Frage eins": "level of mixing", "Frage zwei": "story of mixing"}
    answers = {"scale": "from_0", "date": "2026-05-01", "place": "Ore"}
    voices = only(*UNKNOWN, choices=Choices(columns, answers)).voices
    assert [voice.answers["mixing"] for voice in voices] == [Answer(level=3, story="ja"), Answer(level=4, story="nein")]


def test_rows_that_repeat_what_the_first_holds_have_no_headings():
    (fault,) = seen("Aa,Bb,Cc", "Aa,Bb,Dd", "Aa,Ee,Dd").faults
    assert fault.what == "No row names the columns."


def test_a_share_of_a_whole_is_named_as_one():
    with pytest.raises(InputError, match=r"`3/5` may be a share of a whole: it is neither a number nor a word"):
        answer("3/5")
