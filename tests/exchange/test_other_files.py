"""Files from other programs: our export after Excel, other workbooks, archives of a Mac, remarks in YAML."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
import pytest

from placecheck.assessment import Answer, Assessment
from placecheck.errors import InputError
from placecheck.exchange import Choices, StoredPlaces, accept, export_file, plan_import
from placecheck.exchange.blank_sheet import blank_workbook

YAML = 'placecheck: 1\nrubric: {id: better-way-place, edition: "2026.1"}\nplace: {name: Ore Valley}\n'
VOICE = "voices:\n  - id: v1\n    answers:\n      places-to-meet:\n        level: 3\n"
TRANSITIONAL = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
}


def book(*rows: list[object]) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


ROWS = (["Respondent", "Place", "Places to meet", "Room to play"], [1, "Elm", 3, 0], [2, "Elm", 4, 1])


def levels(plan) -> list[dict[str, int | None]]:
    voices = [voice for _, assessment in plan.assessments for voice in assessment.voices]
    return [{id_: answer.level for id_, answer in voice.answers.items()} for voice in voices]


WHOLE = [{"places-to-meet": 3, "room-to-play": 0}, {"places-to-meet": 4, "room-to-play": 1}]


# Our own export, after somebody opened it in a spreadsheet


@pytest.mark.parametrize(("separator", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8-sig")])
def test_our_export_comes_back_with_other_separators_and_turned_dates(sample, rubric, separator, encoding):
    rows = list(csv.reader(io.StringIO(export_file([(rubric, sample)], ".csv").decode(), newline="")))
    day = rows[0].index("date")
    for row in rows[1:]:
        if row[day]:
            year, month, date = row[day].split("-")
            row[day] = f"{date}/{month}/{year}"
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    plan = plan_import(("again.csv", out.getvalue().encode(encoding)), choices=Choices(answers={"dates": "day_first"}))
    assert [assessment for _, assessment in accept(plan)] == [sample]


def test_a_row_that_was_added_late_to_our_workbook_is_taken(sample, rubric):
    opened = openpyxl.load_workbook(io.BytesIO(export_file([(rubric, sample)], ".xlsx")))
    opened["answers"].append([None, "v99", "room-to-play", 2])
    out = io.BytesIO()
    opened.save(out)
    ((_, assessment),) = accept(plan_import(("again.xlsx", out.getvalue())))
    assert assessment.voices[:-1] == sample.voices
    assert dict(assessment.voices[-1].answers) == {"room-to-play": Answer(level=2)}


def test_text_that_looks_like_an_escape_of_workbooks_survives(sample, rubric):
    told = sample.model_copy(update={"missing_voices": "_x000D_ and _x0041_"})
    ((_, again),) = accept(plan_import(("again.xlsx", export_file([(rubric, told)], ".xlsx"))))
    assert again == told


# Other workbooks


def test_a_strict_workbook_is_read():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book(*ROWS))) as usual, zipfile.ZipFile(out, "w") as strict:
        for path in usual.namelist():
            content = usual.read(path)
            for name, other in TRANSITIONAL.items():
                content = content.replace(name, other)
            strict.writestr(path, content)
    assert levels(plan_import(("strict.xlsx", out.getvalue()))) == WHOLE


def test_a_sheet_of_a_free_office_program_is_read():
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
            if isinstance(cell, int)
            else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in ROWS
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", content)
        made.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
    assert levels(plan_import(("sheet.ods", out.getvalue()))) == WHOLE


@pytest.mark.parametrize("ending", [".xls", ".xlsb", ".ods"])
@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"PK\x03\x04broken"])
def test_a_workbook_that_cannot_be_read_says_how_to_save_it(ending, content):
    with pytest.raises(InputError, match=r"Save it as \.xlsx"):
        plan_import((f"old{ending}", content))


# Archives and YAML


def test_what_a_mac_leaves_in_an_archive_is_passed_over():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("Places/ore.yaml", YAML + VOICE)
        for litter in ("Places/.DS_Store", "__MACOSX/Places/._ore.yaml", "Places/Thumbs.db", "__MACOSX/._Places"):
            archive.writestr(litter, b"\0\1Mac")
    plan = plan_import(("mac.zip", out.getvalue()))
    assert plan.findings == ()
    assert [assessment.place.name for _, assessment in accept(plan)] == ["Ore Valley"]


@pytest.mark.parametrize(
    ("story", "lines"),
    [
        ("the flat above unit #4 and #5", [9]),
        ("'the flat above unit #4'", []),
        ("the flat, unit#4", []),
        ("|\n          Ask Jo.\n        # or the post office\n        sure: very", [11]),
        ("two lines\n          of text # cut", [10]),
    ],
)
def test_text_that_yaml_takes_for_a_remark_is_named_with_its_line(story, lines):
    plan = plan_import(("place.yaml", f"{YAML}{VOICE}        story: {story}\n".encode()))
    assert [remark.line for remark in plan.remarks] == lines
    assert plan.can_import_whole


def test_a_remark_behind_any_other_value_is_one():
    text = YAML.replace("placecheck: 1", "placecheck: 1 # the format") + VOICE.replace("level: 3", "level: 3 # high")
    assert plan_import(("place.yaml", text.encode())).findings == ()


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_voice_without_any_answer_is_not_kept_and_it_is_said(rubric, sample, ending):
    silent = {"id": "v77", "answers": {}}
    voices = [voice.model_dump(mode="json") for voice in sample.voices] + [silent]
    whole = Assessment.model_validate(sample.model_dump(mode="json", exclude_none=True) | {"voices": voices})
    plan = plan_import((f"place{ending}", export_file([(rubric, whole)], ending)))
    assert [remark.what for remark in plan.remarks] == ["1 person without any answer is not kept."]
    assert [assessment for _, assessment in accept(plan)] == [sample]


# Beside what is kept


def test_another_assessment_of_the_same_day_is_asked(sample):
    raw = export_file([(None, sample)], ".yaml")
    kept = StoredPlaces({}, lambda _: True)
    (question,) = plan_import(("a.yaml", raw), stored_places=kept).open_questions
    for answer, count in (("another", 1), ("leave_out", 0)):
        plan = plan_import(("a.yaml", raw), stored_places=kept, choices=Choices(answers={question.key: answer}))
        assert (plan.open_questions, len(plan.assessments)) == ((), count)


def test_a_place_that_is_spelt_otherwise_than_the_one_that_is_kept_is_asked():
    from placecheck.assessment import Place

    raw = b"Respondent,Place,Places to meet,Room to play\n1,ORE VALLEY,3,0\n"
    kept = StoredPlaces({"Ore Valley": Place(name="Ore Valley", kind="village")})
    first = plan_import(("a.csv", raw), stored_places=kept)
    assert [question.key for question in first.open_questions] == ["place orevalley", "kept Ore Valley"]
    answers = {"place orevalley": "same", "kept Ore Valley": "same"}
    ((_, assessment),) = accept(plan_import(("a.csv", raw), stored_places=kept, choices=Choices(answers=answers)))
    assert assessment.place == Place(name="Ore Valley", kind="village")


# The blank sheet


@pytest.mark.parametrize("question_set", ["starter", "full"])
@pytest.mark.parametrize("several", [False, True])
def test_a_blank_sheet_that_was_filled_in_comes_back_without_a_question(rubric, question_set, several):
    opened = openpyxl.load_workbook(io.BytesIO(blank_workbook(rubric, question_set, "=Ore Valley", several=several)))
    sheet = opened["Answers"]
    first = next(row[0].row for row in sheet.iter_rows() if row[0].value in ("Statement", "Person"))
    at = (
        {"level": (first + 1, 3), "story": (first + 1, 4)}
        if several
        else {"level": (first + 2, 2), "story": (first + 2, 3)}
    )
    sheet.cell(*at["level"]).value, sheet.cell(*at["story"]).value = "Usually", "the hall"
    out = io.BytesIO()
    opened.save(out)
    ((read, assessment),) = accept(plan_import(("sheet.xlsx", out.getvalue())))
    (voice,) = assessment.voices
    assert dict(voice.answers) == {"places-to-meet": Answer(level=3, story="the hall")}
    assert (assessment.place.name, assessment.question_set, read.edition) == (
        "=Ore Valley",
        question_set,
        rubric.edition,
    )


def filled_in(rubric, answers, several):
    """The blank sheet as it comes back from a person who answered one question."""
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(rubric, "starter", "Ore Valley", several=several)))
    sheet = book["Answers"]
    first = next(row[0].row for row in sheet.iter_rows() if row[0].value in ("Statement", "Person"))
    headings = {str(cell.value): cell.column for cell in sheet[first]}
    asked = rubric.by_id["speaking-up-counts"]
    beginning = f"{asked.name}: " if several else ""
    row = first + 1 if several else next(cell.row for cell in sheet["A"] if str(cell.value).endswith(asked.statement))
    for heading, text in answers.items():
        name = (beginning + heading).lower()
        sheet.cell(row, next(column for title, column in headings.items() if title.lower().endswith(name)), text)
    book.save(out := io.BytesIO())
    return out.getvalue()


@pytest.mark.parametrize("several", [False, True])
def test_a_blank_sheet_takes_what_was_promised_and_what_was_seen_of_it(rubric, several):
    texts = {"What was promised": "a reply", "Seen of the promise": "none yet"}
    ((_, assessment),) = accept(plan_import(("filled.xlsx", filled_in(rubric, texts, several))))
    (voice,) = assessment.voices
    assert voice.answers == {"speaking-up-counts": Answer(promised="a reply", seen="none yet")}


def test_a_sheet_for_several_people_asks_for_a_promise_only_where_the_rubric_does(rubric):
    sheet = openpyxl.load_workbook(io.BytesIO(blank_workbook(rubric, "full", "Ore Valley", several=True)))["Answers"]
    cells = [str(cell.value) for row in sheet.iter_rows(max_row=15) for cell in row]
    asked = [item.name for item in rubric.indicators() if item.prompt_promise is not None]
    assert asked
    assert [cell.partition(". ")[2] for cell in cells if "what was promised" in cell] == [
        f"{name}: what was promised" for name in asked
    ]


def test_a_blank_sheet_that_comes_back_blank_is_refused(rubric):
    with pytest.raises(InputError, match="holds no row to take"):
        accept(plan_import(("sheet.xlsx", blank_workbook(rubric, "starter", "Ore"))))


def test_a_blank_sheet_has_the_same_bytes_each_time(rubric):
    assert blank_workbook(rubric, "full", "Ore") == blank_workbook(rubric, "full", "Ore")
