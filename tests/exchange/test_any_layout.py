"""People's answers in any layout, under headings that are known or mapped by hand: just those, or a question."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placecheck.exchange import Choices, plan_import

Truth = list[dict[str, int]]
"""What each person answered: a level for each indicator."""

PLACE = "Ore Valley"


@dataclass
class Written:
    """Sheets by name, and what a person must choose so that they are read."""

    sheets: dict[str, list[list[object]]]
    columns: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)


def asked_ids(people: Truth) -> list[str]:
    return list(dict.fromkeys(id_ for person in people for id_ in person))


def long(rubric, people):
    """A row for each answer."""
    rows = [
        [str(n), PLACE, rubric.by_id[id_].name, level]
        for n, each in enumerate(people, 1)
        for id_, level in each.items()
    ]
    return Written({"": [["Respondent", "Place", "Question", "Answer"], *rows]})


def tick_columns(rubric, people):
    """A column for each level of each question."""
    ids, steps = asked_ids(people), range(rubric.steps)
    head = [f"{rubric.by_id[id_].name} [{rubric.levels[level].name}]" for id_ in ids for level in steps]
    rows = [["x" if each.get(id_) == level else "" for id_ in ids for level in steps] for each in people]
    return Written({"": [["Respondent", "Place", *head], *([str(n), PLACE, *row] for n, row in enumerate(rows, 1))]})


def two_headings(rubric, people):
    """A question over a level and a comment each."""
    ids = asked_ids(people)
    over = [cell for id_ in ids for cell in (rubric.by_id[id_].name, "")]
    rows = [[cell for id_ in ids for cell in (each.get(id_, ""), "")] for each in people]
    head = [["Respondent", "Place", *over], ["", "", *["Level", "Comment"] * len(ids)]]
    return Written({"": [*head, *([str(n), PLACE, *row] for n, row in enumerate(rows, 1))]})


def form_service(rubric, people):
    """One heading over all questions, and the questions in a second row of headings."""
    ids = asked_ids(people)
    head = ["Respondent ID", "Collector ID", "Which place?", "How far is this so?", *[""] * (len(ids) - 1)]
    second = ["", "", "Open-Ended Response", *(rubric.by_id[id_].name for id_ in ids)]
    rows = [[str(1000 + 7 * n), "9", PLACE, *(each.get(id_, "") for id_ in ids)] for n, each in enumerate(people)]
    return Written({"": [head, second, *rows]})


def numbered_across(rubric, people):
    """Statements that are numbered, and a column for each person."""
    head = ["No", "Statement", *(f"Person {chr(65 + n)}" for n in range(len(people)))]
    rows = [
        [n, rubric.by_id[id_].name, *(each.get(id_, "") for each in people)]
        for n, id_ in enumerate(asked_ids(people), 1)
    ]
    return Written({"": [head, *rows]}, answers={"place": PLACE})


def sheet_each(rubric, people):
    """A sheet for each person, with ticks under the levels."""
    head = ["Statement", *(level.name for level in rubric.levels)]
    sheets = {
        f"Form {n}": [["Place:", PLACE], head]
        + [
            [rubric.by_id[id_].name, *("x" if each.get(id_) == level else "" for level in range(rubric.steps))]
            for id_ in asked_ids(people)
        ]
        for n, each in enumerate(people, 1)
    }
    return Written(sheets)


def mapped(_rubric, people):
    """Codes as headings, which nobody knows until a person says what they mean."""
    ids = asked_ids(people)
    codes = [f"q1[SQ{n:03}]" for n in range(1, len(ids) + 1)]
    rows = [[str(n), PLACE, "blue", *(each.get(id_, "") for id_ in ids)] for n, each in enumerate(people, 1)]
    columns = {"Wo": "place", "Farbe": "leave_out"}
    columns |= {code: f"level of {id_}" for code, id_ in zip(codes, ids, strict=True)}
    return Written({"": [["id", "Wo", "Farbe", *codes], *rows]}, columns)


def running_down(rubric, people):
    """A key whose lowest number is the highest level."""
    ids, top = asked_ids(people), rubric.steps - 1
    key = f"Key: 1 = {rubric.levels[top].name}, {top + 1} = {rubric.levels[0].name}"
    rows = [
        [str(n), PLACE, *(top + 1 - each[id_] if id_ in each else "" for id_ in ids)]
        for n, each in enumerate(people, 1)
    ]
    head = ["Respondent", "Place", *(rubric.by_id[id_].name for id_ in ids)]
    return Written({"": [[key], head, *rows]}, answers={"scale": "from_1_down"})


LAYOUTS = (long, tick_columns, two_headings, form_service, numbered_across, sheet_each, mapped, running_down)


def saved(written: Written, separator: str) -> tuple[str, bytes]:
    if list(written.sheets) == [""] and separator:
        out = io.StringIO(newline="")
        csv.writer(out, delimiter=separator).writerows(written.sheets[""])
        return "any.csv", out.getvalue().encode()
    book, raw = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for name, rows in written.sheets.items():
        sheet = book.create_sheet(name or "Sheet1")
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    book.save(raw)
    return "any.xlsx", raw.getvalue()


def people_of(plan) -> Truth:
    voices = [voice for _, assessment in plan.assessments for voice in assessment.voices]
    return [{id_: answer.level for id_, answer in voice.answers.items()} for voice in voices]


def accounted_for(plan) -> bool:
    outcomes = [what for table in plan.tables for _, what, why in table.cells() if what == "taken" or why]
    return len(outcomes) == sum(1 for table in plan.tables for _ in table.cells())


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@settings(
    max_examples=max(5, settings.default.max_examples // 10),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(data=st.data(), separator=st.sampled_from([",", ";", "\t", ""]))
def test_people_in_any_layout_are_just_those_or_a_question_is_asked(rubric, layout, data, separator):
    ids = data.draw(
        st.lists(st.sampled_from([item.id for item in rubric.indicators()]), min_size=2, max_size=4, unique=True)
    )
    person = st.dictionaries(st.sampled_from(ids), st.integers(0, rubric.steps - 1), min_size=1)
    people = [dict.fromkeys(ids, 0), *data.draw(st.lists(person, max_size=3))]  # the first answers all: two or more
    written = layout(rubric, people)
    file = saved(written, separator)
    answers = {"scale": "from_0"} | written.answers
    plan = plan_import(file, rubric, choices=Choices(written.columns, answers))
    assert [question.key for question in plan.open_questions] == []
    assert plan.can_import_whole, plan.findings
    assert people_of(plan) == people
    assert accounted_for(plan)
    unasked = plan_import(file, rubric)
    assert accounted_for(unasked)
    assert people_of(unasked) == people or unasked.open_questions or unasked.faults


def planned(rubric, rows, answers=None):
    return plan_import(saved(Written({"": rows}), ","), rubric, choices=Choices({}, answers or {}))


@pytest.mark.parametrize("label", ["No", "#", "Nr.", "Item no", "Ref"])
def test_a_column_that_numbers_the_statements_is_nobody(rubric, label):
    names = [item.name for item in rubric.indicators()]
    rows = [[label, "Statement", "Ada", "Ben"], *([n, names[n], 3, 0] for n in range(1, 4))]
    plan = planned(rubric, rows, {"place": "Ore"})
    assert [list(person.values()) for person in people_of(plan)] == [[3, 3, 3], [0, 0, 0]]
    assert ("column A", "numbering") in [(use.place, use.reason) for _, use in plan.rows("left_out")]


@pytest.mark.parametrize("key", ["1 = always, 5 = never", "0 = fully; 4 = not at all", "5 = Dim o gwbl, 1 = Bob tro"])
def test_a_key_that_runs_down_is_asked(rubric, key):
    names = [item.name for item in rubric.indicators()]
    rows = [[key], ["Respondent", "Place", *names[:2]], ["1", "Ore", 1, 4], ["2", "Ore", 3, 4]]
    (question,) = [each for each in planned(rubric, rows).open_questions if each.key == "scale"]
    lowest = 0 if "0" in key else 1
    assert question.options[-1].value == f"from_{lowest}_down"
    down = planned(rubric, rows, {"scale": f"from_{lowest}_down"})
    assert [list(person.values()) for person in people_of(down)] == [[3 + lowest, lowest], [1 + lowest, lowest]]
    assert down.can_import_whole
    up = planned(rubric, rows, {"scale": "from_0"})
    assert [list(person.values()) for person in people_of(up)] == [[1, 4], [3, 4]]


def test_why_beside_a_persons_level_is_their_story(rubric):
    name = next(iter(rubric.indicators())).name
    plan = planned(
        rubric,
        [
            ["Respondent", "Place", "Question", "Answer", "Why"],
            ["1", "Ore", name, "0", "no hall"],
            ["2", "Ore", name, "4", ""],
        ],
    )
    assert plan.can_import_whole
    ((_, assessment),) = plan.assessments
    assert [answer.story for voice in assessment.voices for answer in voice.answers.values()] == ["no hall", None]


def test_headings_with_a_code_before_them_are_known_and_an_unknown_one_says_how_to_take_it(rubric):
    name = next(iter(rubric.indicators())).name
    head = [
        "id. Response ID",
        "submitdate. Date submitted",
        "place. Which place?",
        f"q1[SQ001]. How far? [{name}]",
        "q9",
    ]
    plan = planned(rubric, [head, ["7", "2026-10-03 10:00:00", "Ore", "0", "cake"], ["8", "", "Ore", "4", ""]])
    (question,) = plan.open_questions
    assert question.key == "column q9"
    assert "`q9: story of mixing`" in question.finding("any.csv").hint
