"""Any assessment, written as any kind of sheet that people make, is read back as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from placecheck.assessment import Answer
from placecheck.exchange import Choices, plan_import
from placecheck.exchange.sanitise import escaped

NO_ANSWERS = {"dont_know": "don't know", "not_here": "Does not apply", "rather_not_say": "prefer not to say"}
NOISE = ([], ["Average", "", "", "2", "2"], ["* two of us left early"], ["", "", "\u00a0"], ["Total", "", "7"])
Cells = list[list[str]]
People = list[dict[str, Answer]]

stories = st.text("abc é\n\"';,|=1#-", min_size=1, max_size=12).filter(lambda text: bool(text.strip()))
answers = st.one_of(
    st.builds(Answer, level=st.integers(0, 4), story=st.none() | stories),
    st.builds(Answer, no_answer=st.sampled_from(sorted(NO_ANSWERS)), story=st.none() | stories),
)


@dataclass(frozen=True)
class Kind:
    """How a sheet is made: which way round, how levels are written, what stands around the table, how it is saved."""

    across: bool
    scale: str
    heading: str
    noise: tuple[int, ...]
    titles: int
    separator: str
    encoding: str
    workbook: bool


kinds = st.builds(
    Kind,
    across=st.booleans(),
    scale=st.sampled_from(["from_0", "from_1", "words", "labels", "percent"]),
    heading=st.sampled_from(["name", "statement", "numbered", "grid", "group"]),
    noise=st.lists(st.integers(0, len(NOISE) - 1), max_size=2).map(tuple),
    titles=st.integers(0, 3),
    separator=st.sampled_from([",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    workbook=st.booleans(),
)


def level_text(rubric, level: int, scale: str) -> str:
    name = rubric.levels[level].name
    words = {"words": name.upper(), "labels": f"{level + 1} - {name}", "percent": f"{level * 25}%"}
    return words.get(scale, str(level + (scale == "from_1")))


def heading(item, number: int, shape: str) -> str:
    shapes = {
        "name": item.name,
        "statement": item.statement,
        "numbered": f"Q{number}. {item.name}",
        "grid": f"How far is this so? [{item.name}]",
        "group": f"group/{item.id.replace('-', '_')}",
    }
    return shapes[shape]


def table(rubric, people: People, kind: Kind) -> Cells:
    """The cells of one person a row, turned where people stand in columns."""
    items = [rubric.by_id[id_] for id_ in dict.fromkeys(id_ for person in people for id_ in person)]
    head = ["Respondent", "Place"]
    for number, item in enumerate(items, start=1):
        head += [heading(item, number, kind.heading), f"{item.name}: comments"]
    rows = [head]
    for number, person in enumerate(people, start=1):
        row = [str(number), "Ore Valley"]
        for item in items:
            answer = person.get(item.id)
            level = "" if answer is None else NO_ANSWERS.get(answer.no_answer or "", "")
            if answer is not None and answer.level is not None:
                level = level_text(rubric, answer.level, kind.scale)
            row += [level, escaped((answer.story if answer else None) or "")]
        rows.append(row)
    return rows


def across(rows: Cells) -> Cells:
    """The same with a statement a row and a column for each person; stories have no place there."""
    kept = [index for index, text in enumerate(rows[0]) if not text.endswith(": comments")]
    return [["Statement", *(row[0] for row in rows[1:])]] + [[row[index] for row in rows] for index in kept[1:]]


def rearranged(rows: Cells, order: Sequence[int], blank: int) -> Cells:
    """The same columns in another order, one that a form writes for itself, and a blank row somewhere below."""
    moved = [[row[index] for index in order] for row in rows]
    moved = [[*row, "Timestamp" if number == 0 else "2026/10/03 10:00:00 AM GMT+1"] for number, row in enumerate(moved)]
    return [*moved[: blank + 1], [""] * len(moved[0]), *moved[blank + 1 :]]


def around(rows: Cells, kind: Kind) -> Cells:
    titles = [[f"Our place, part {number}, all answers"] for number in range(kind.titles)]
    noise = [] if kind.across else [list(NOISE[number]) for number in kind.noise]
    return [*titles, *rows, *noise]


def saved(rows: Sequence[Sequence[str]], kind: Kind) -> tuple[str, bytes]:
    if kind.workbook:
        book = openpyxl.Workbook()
        for number, row in enumerate(rows, start=1):
            for index, text in enumerate(row, start=1):
                cell = book.active.cell(
                    number, index, int(text) if text.isdecimal() and len(text) == 1 else text or None
                )
                if isinstance(cell.value, str):
                    cell.data_type = "s"
        out = io.BytesIO()
        book.save(out)
        return "any.xlsx", out.getvalue()
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=kind.separator).writerows(rows)
    return "any.csv", text.getvalue().encode(kind.encoding)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), kind=kinds)
def test_any_sheet_is_read_back_as_it_was(rubric, data, kind):
    ids = data.draw(
        st.lists(st.sampled_from([item.id for item in rubric.indicators()]), min_size=2, max_size=5, unique=True)
    )
    person = st.dictionaries(st.sampled_from(ids), answers, min_size=1)
    people = data.draw(st.lists(person, min_size=1, max_size=4))
    if kind.across:
        people = [
            {id_: answer.model_copy(update={"story": None}) for id_, answer in person.items()} for person in people
        ]
    rows = table(rubric, people, kind)
    if not kind.across and not kind.noise:
        rows = rearranged(rows, data.draw(st.permutations(range(len(rows[0])))), data.draw(st.integers(0, len(rows))))
    file = saved(around(across(rows) if kind.across else rows, kind), kind)
    scale = {"from_1": "from_1"}.get(kind.scale, "from_0")
    plan = plan_import(file, rubric, choices=Choices(answers={"scale": scale}))
    assert [question.key for question in plan.open_questions] == []
    assert plan.can_import_whole, plan.findings
    ((_, assessment),) = plan.assessments
    assert [dict(voice.answers) for voice in assessment.voices] == people
