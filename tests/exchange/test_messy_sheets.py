"""Sheets as people keep them: nobody is invented, nothing is lost or shifted, and what is open is asked."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest

from placecheck.exchange import Choices, plan_import


@pytest.fixture
def names(rubric):
    """The names of the questions."""
    return [item.name for item in rubric.indicators()]


@pytest.fixture
def ladder(rubric):
    """The names of the levels."""
    return [level.name for level in rubric.levels]


@pytest.fixture
def plan(rubric):
    """What rows of cells would give, saved as a CSV file, or as a workbook where they are sheets by name."""

    def planned(rows, answers=None, *, separator=",", encoding="utf-8"):
        if isinstance(rows, dict):
            name, raw = "sheet.xlsx", workbook(rows)
        else:
            out = io.StringIO(newline="")
            csv.writer(out, delimiter=separator).writerows(rows)
            name, raw = "sheet.csv", out.getvalue().encode(encoding)
        return plan_import((name, raw), rubric, choices=Choices({}, answers or {}))

    return planned


def workbook(sheets) -> bytes:
    """The bytes of a workbook with these rows in its sheets."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def voices(plan):
    return [voice for _, assessment in plan.assessments for voice in assessment.voices]


def levels(plan):
    """The levels of each person, question by question, as the plan would keep them."""
    return [[answer.level for answer in voice.answers.values()] for voice in voices(plan)]


def asked(plan):
    return [question.key for question in plan.open_questions]


@pytest.mark.parametrize("label", ["n=2", "N = 14", "base: 12", "Subtotal", "Grand total", "Mean (n=2)"])
def test_a_row_that_sums_up_is_nobody_wherever_it_stands(plan, names, label):
    rows = [["Name", "Place", *names[:2]], ["Ada", "Ore", 3, 0], [label, "Ore", 2, 2], ["Ben", "Ore", 1, 1]]
    assert levels(plan(rows)) == [[3, 0], [1, 1]]


@pytest.mark.parametrize("label", ["Target", "Last year", "Ward average", "Example", "Best", "Max score", "Key"])
def test_a_row_that_may_be_nobody_is_asked(plan, names, label):
    rows = [["Name", "Place", *names[:2]], ["Ada", "Ore", 3, 0], ["Ben", "Ore", 1, 1], [label, "Ore", 2, 2]]
    assert asked(plan(rows)) == ["row row 4"]
    assert levels(plan(rows)) == [[3, 0], [1, 1]]


def test_a_last_row_of_sums_and_one_without_the_place_that_all_others_have_are_asked(plan, names):
    sums = [names[:2], [3, 0], [1, 1], [0, 1], [4, 2]]
    assert asked(plan(sums, {"place": "Ore"})) == ["row row 5"]
    placeless = [["Place", *names[:2]], ["Ore", 3, 0], ["Ore", 1, 1], ["Ore", 0, 1], ["", 2, 2]]
    assert asked(plan(placeless)) == ["row row 5"]


def test_a_last_row_that_its_label_calls_an_average_is_nobody_though_it_also_holds_the_sums(plan, names):
    rows = [["Name", *names[:2]], ["Ada", 0, 0], ["Ben", 0, ""], ["Average", 2, 2], ["Average", 2, 2]]
    result = plan(rows, {"place": "Ore"})
    assert (asked(result), levels(result)) == ([], [[0, 0], [0]])


@pytest.mark.parametrize("columns", [("Low", "High"), ("Before", "After"), ("2025", "2026"), ("Importance", "Gap")])
def test_columns_beside_statements_that_may_be_nobody_are_asked(plan, names, columns):
    rows = [["Statement", "Ada", *columns], [names[0], 3, 1, 2], [names[1], 0, 1, 2]]
    result = plan(rows, {"place": "Ore"})
    assert asked(result) == ["row column C", "row column D"]
    assert levels(result) == [[3, 0]]


def test_a_tally_under_the_people_is_nobody_where_it_counts_them_and_is_asked_where_it_may_not(plan, names, ladder):
    people = [["Name", "Place", *names[:2]], ["Ada", "Ore", 3, 0], ["Ben", "Ore", 1, 0]]
    counts = [(0, 2), (1, 0), (0, 0), (1, 0), (0, 0)]
    for labels in (range(5), ladder):
        tallied = plan([*people, [], *([label, "", *count] for label, count in zip(labels, counts, strict=True))])
        assert levels(tallied) == [[3, 0], [1, 0]]
        assert asked(tallied) == []
    other = plan([*people, *([label, "", 1, 1] for label in range(5))])
    assert asked(other) == ["rows 0 4"]


def test_groups_that_are_numbered_like_the_levels_are_asked_about_once(plan, names):
    head = ["Number", "Place", *names[:2]]
    groups = [head, *([number, "Ore", number % 5, 1] for _ in range(3) for number in range(1, 6))]
    assert asked(plan(groups)) == ["rows 1 5"]
    assert len(levels(plan(groups, {"rows 1 5": "person"}))) == 15
    assert len(levels(plan(groups, {"rows 1 5": "leave_out"}))) == 5
    five = [head, *([number, "Ore", 1, 2] for number in range(5))]
    assert [question.cells for question in plan(five).open_questions] == [tuple(f"row {row}" for row in range(2, 7))]
    assert levels(plan(five, {"rows 0 4": "person"})) == [[1, 2]] * 5
    both = {"One": groups, "Two": five}
    assert asked(plan(both)) == ["rows One 1 5", "rows Two 0 4"]


def test_counts_of_levels_are_no_people(plan, names, ladder):
    by_name = plan([["Statement", *ladder], [names[0], 0, 0, 5, 0, 0], [names[1], 2, 0, 4, 0, 0]], {"place": "Ore"})
    assert levels(by_name) == []
    assert {finding.key for finding in by_name.faults} == {"D2 (level)", "B3 (level)", "D3 (level)"}
    by_number = [["Statement", 0, 1, 2, 3, 4], [names[0], 0, 1, 3, 2, 0], [names[1], 1, 1, 1, 2, 1]]
    assert "columns" in asked(plan(by_number))
    assert levels(plan(by_number)) == []
    counts = plan(by_number, {"columns": "leave_out"})
    assert levels(counts) == []
    assert [use.reason for _, use in counts.rows("left_out")].count("left_out_by_you") == len(by_number[0]) - 1
    assert len(levels(plan(by_number, {"columns": "person"}))) == 5
    assert levels(plan([["Level", *names[:2]], *([label, 1, 1] for label in ladder)])) == []


def test_ticks_under_the_numbers_of_levels_with_a_key_below(plan, names, ladder):
    ticks = [[names[0], "", "x", "", "", ""], [names[1], "", "", "", "", "x"]]
    rows = [["Statement", 1, 2, 3, 4, 5], *ticks, [f"Key: 1 = {ladder[0]}, 5 = {ladder[4]}"]]
    result = plan(rows, {"place": "Ore"})
    assert levels(result) == levels(plan(rows, {"place": "Ore", "scale": "from_1"})) == [[1, 4]]
    assert result.can_import_whole
    assert "legend" in [use.reason for _, use in result.rows("left_out")]


@pytest.mark.parametrize("tick", ["✓", "✔", "●", "x", "X", "yes", "1"])
def test_a_tick_is_a_tick_whatever_its_sign(plan, names, ladder, tick):
    rows = [["Name", "Place", *(f"{names[0]} [{level}]" for level in ladder)], ["Ada", "Ore", "-", "", tick, "☐", "–"]]
    assert levels(plan(rows)) == [[2]]
    assert levels(plan([["Statement", *ladder], [names[0], "", "", "", tick, "."]], {"place": "Ore"})) == [[3]]


@pytest.mark.parametrize("first", [0, 1])
def test_people_who_are_numbered_are_people(plan, names, first):
    people = [[number, "Ore", number % 5, 0] for number in range(first, first + 8)]
    assert len(levels(plan([["Respondent", "Place", *names[:2]], *people]))) == 8


def test_many_who_leave_out_the_day_are_not_doubted(plan, names):
    people = [[f"p{n}", "Ore", "2026-10-03" if n % 3 else "", n % 5] for n in range(12)]
    assert asked(plan([["Name", "Place", "Date", names[0]], *people])) == []


@pytest.mark.parametrize("answers", [{}, {"scale": "from_1"}])
def test_no_scale_bears_on_ticks(plan, names, ladder, answers):
    rows = [["Name", "Place", *(f"{names[0]} [{n} - {level}]" for n, level in enumerate(ladder, start=1)), names[1]]]
    result = plan([*rows, ["Ada", "Ore", "", "x", "", "", "", 1], ["Ben", "Ore", "", "", "", "", 1, 3]], answers)
    assert [row[0] for row in levels(result)] == [1, 4]


@pytest.mark.parametrize("key", ["0 = not at all, 4 = fully", "Key: 0 = no; 1 = few; 4 = all", "0 to 4"])
def test_a_key_above_the_headings_says_the_scale(plan, names, key):
    assert asked(plan([[key], ["Name", "Place", *names[:2]], ["Ada", "Ore", 3, 2], ["Ben", "Ore", 1, 1]])) == []


def test_a_key_on_the_row_of_the_place_leaves_the_place_known(plan, names):
    result = plan([["Place", "Ore Valley", "1 = not yet", "5 = always"], ["Name", *names[:2]], ["Ada", 3, 2]])
    assert [assessment.place.name for _, assessment in result.assessments] == ["Ore Valley"]
    assert levels(result) == [[2, 1]]


def test_headings_that_span_a_level_and_a_comment_each(plan, names):
    sheet = [
        ["Survey of Ore"],
        ["Who", "", names[0], None, names[1], None],
        ["", "", "Level", "Comment", "Level", "Comment"],
        ["p1", "", 3, "good hall", 0, None],
        ["p2", "", 1, None, 4, "few"],
    ]
    result = plan({"S": sheet}, {"place": "Ore"})
    assert levels(result) == [[3, 0], [1, 4]]
    stories = [answer.story for voice in voices(result) for answer in voice.answers.values()]
    assert stories == ["good hall", None, None, "few"]
    filled = sum(cell not in ("", None) for row in sheet for cell in row)
    assert sum(1 for table in result.tables for _ in table.cells()) == filled


def test_marks_for_what_stands_above_are_asked_and_then_mean_it(plan, names):
    rows = [["Name", "Place", *names[:2]], ["Ada", "Ore", 3, 0], ["Ben", '"', 1, "ditto"], ["Cat", "〃", "do.", 2]]
    assert asked(plan(rows)) == ["ditto"]
    assert levels(plan(rows)) == [[3, 0]]
    same = plan(rows, {"ditto": "same"})
    assert levels(same) == [[3, 0], [1, 0], [1, 2]]
    assert {assessment.place.name for _, assessment in same.assessments} == {"Ore"}
    alone = plan([["Name", "Place", *names[:2]], ["Ada", "Ore", "", 0], ["Ben", "Ore", '"', 1]], {"ditto": "same"})
    assert asked(alone) == ['cell "']
    told = [["Name", "Place", names[0], f"{names[0]} comment"], ["Ada", "Ore", 0, "see above"]]
    assert [answer.story for answer in voices(plan(told))[0].answers.values()] == ["see above"]


def test_whether_each_sheet_is_a_place_is_asked_where_none_is_named(plan, names):
    sheets = {
        "Ore": [["Name", *names[:2]], ["Ada", 3, 0], ["Ben", 1, 0]],
        "Hill End": [["Name", *names[:2]], ["Cat", 0, 2], ["Dan", 1, 1]],
    }
    assert asked(plan(sheets)) == ["sheets"]
    apart = plan(sheets, {"sheets": "each"})
    assert {assessment.place.name: len(assessment.voices) for _, assessment in apart.assessments} == {
        "Ore": 2,
        "Hill End": 2,
    }
    assert asked(plan(sheets, {"sheets": "one"})) == ["place"]
    first, second = [["Name", names[0]], ["Ada", 3], ["Ben", 0]], [["Name", names[1]], ["Ben", 4], ["Ada", 1]]
    assert levels(plan({"Part 1": first, "Part 2": second}, {"place": "Ore"})) == [[3, 1], [0, 4]]


def test_a_sheet_for_each_person(plan, names):
    sheets = {who: [["Statement", "Level"], [names[0], level], [names[1], 0]] for who, level in (("A", 3), ("B", 1))}
    assert levels(plan(sheets, {"place": "Ore"})) == [[3, 0], [1, 0]]


@pytest.mark.parametrize("cell", ["٣", "３", "3️⃣", "Level 3", "L3", "+3", "3,0", "03"])
def test_a_figure_is_a_figure_however_it_is_written(plan, names, cell):
    assert levels(plan([["Name", "Place", *names[:2]], ["بن", "حي النور", cell, 0]])) == [[3, 0]]


@pytest.mark.parametrize("cell", ["2,5", "2-3", "3 or 4", "3/4", "33%", "1;2"])
def test_what_lies_between_levels_is_named_and_never_rounded(plan, names, cell):
    result = plan([["Name", "Place", *names[:2]], ["Ada", "Ore", cell, 0], ["Ben", "Ore", 1, 0]], separator=";")
    assert [finding.key for finding in result.faults] == ["C2 (level)"]
    assert levels(result) == [[1, 0]]


@pytest.mark.parametrize(
    "cell", ["3?", "~2", "3+", "<2", "three", "yes", "★★", "Agree", "as it was", "<b>3</b>", "1e0"]
)
def test_what_is_no_level_is_asked_with_its_cell(plan, names, cell):
    result = plan([["Name", "Place", *names[:2]], ["Ada", "Ore", cell, 0], ["Ben", "Ore", 1, 0]])
    assert [question.cells for question in result.open_questions] == [("C2",)]
    assert levels(result) == [[1, 0]]


@pytest.mark.parametrize(
    ("separator", "encoding"), [("\t", "utf-8"), (";", "cp1252"), (",", "utf-16"), ("|", "utf-8-sig")]
)
def test_however_it_is_saved_the_same_people_are_in_it(plan, names, separator, encoding):
    rows = [["Name", "Place", *names[:2]], ["Zoé", "Ore, east", 3, 0], ["Ben", "Ore, east", 1, 2]]
    result = plan(rows, separator=separator, encoding=encoding)
    assert levels(result) == [[3, 0], [1, 2]]
    assert [assessment.place.name for _, assessment in result.assessments] == ["Ore, east"]


def test_a_day_as_a_spreadsheets_number_and_notes_under_the_table(plan, names):
    row = ["Ada", "Ore", 46298, 3, 0]
    result = plan([["Name", "Place", "Date", *names[:2]], row, [], ["* two left early"], ["Source: the hall"]])
    assert [str(assessment.date) for _, assessment in result.assessments] == ["2026-10-03"]
    assert levels(result) == [[3, 0]]
