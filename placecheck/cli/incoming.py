"""What `placecheck import` reads: files of every kind, shown before they are taken, and codes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from placecheck.assessment.asked import counted_voices
from placecheck.errors import Finding, InputError, PlacecheckError, bounded, refuse
from placecheck.words import exchanging as words
from placecheck.words import import_plan as plan_words
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.assessment import Assessment, Place
    from placecheck.assessment.file import FindRubric
    from placecheck.exchange import Choices, ImportPlan, StoredPlaces
    from placecheck.exchange.column_matching import MatchedColumn
    from placecheck.rubric import Rubric

SourcedAssessment = tuple[str, "Rubric", "Assessment"]
"""Where an assessment came from, its rubric and itself."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How to read files: by which rubric and about which place where they name none, and what a person chose.

    `stored_places` are the places in the store.
    """

    rubric: Rubric
    find: FindRubric
    place: Place | None = None
    choices: Choices | None = None
    stored_places: StoredPlaces | None = None
    is_chosen: bool = True
    """Whether somebody named the rubric; else a spreadsheet may be of an older edition."""


def plan_files(files: Sequence[Path], wanted: ReadingOptions) -> tuple[list[ImportPlan], list[Finding]]:
    """Return a plan of each file that can be read, and the faults of the others."""
    from placecheck.exchange import plan_import

    plans: list[ImportPlan] = []
    faults: list[Finding] = []
    for path in files:
        try:
            plans.append(
                plan_import(
                    path,
                    wanted.rubric if wanted.is_chosen else None,
                    find=wanted.find,
                    place=wanted.place,
                    choices=wanted.choices,
                    stored_places=wanted.stored_places,
                )
            )
        except InputError as error:
            faults += error.findings
    return plans, faults


def read_files(
    files: Sequence[Path], wanted: ReadingOptions, *, take_rest: bool = False
) -> tuple[list[SourcedAssessment], list[Finding]]:
    """Return what the files hold that can be taken, and what prevents the rest; the plans are printed.

    With `take_rest`, complete rows are taken from an incomplete file, and what is left out is named.
    """
    from placecheck.exchange import accept

    plans, faults = plan_files(files, wanted)
    records: list[SourcedAssessment] = []
    for plan in plans:
        print_plan(plan)
        try:
            records += [(plan.file, *read) for read in accept(plan, valid_rows_only=take_rest)]
        except InputError as error:
            faults += error.findings
            continue
        if not plan.can_import_whole:
            print(
                say(plan_words.STAYS_BEHIND, file=plan.file, rows=", ".join(plan.rows_left_behind())), file=sys.stderr
            )
            faults += bounded((*plan.faults, *(question.finding(plan.file) for question in plan.open_questions)))
    return records, faults


def read_choices(path: Path | None, chosen: Sequence[str]) -> Choices:
    """Return what a mapping file and `KEY=ANSWER` options say; the options go before.

    Raises:
        InputError: The mapping file cannot be read, or an option has no `=`.
    """
    from placecheck.exchange import Choices, read_mapping

    choices = read_mapping(path) if path else Choices()
    columns, answers = dict(choices.columns), dict(choices.answers)
    for option in chosen:
        key, between, answer = option.partition("=")
        if not between:
            raise refuse("--choose", 0, key, say(plan_words.NO_EQUALS), say(plan_words.CHOOSE_LIKE))
        if key.startswith("column "):
            columns[key.removeprefix("column ")] = answer
        else:
            answers[key.strip()] = answer.strip()
    return Choices(columns, answers)


def read_codes(codes: Sequence[str], rubric: Rubric, place: Place | None) -> Iterator[SourcedAssessment]:
    """Yield one assessment of `place` for the codes of each question set, a voice a code.

    Raises:
        PlacecheckError: No place is named, or a code does not fit the rubric.
    """
    from placecheck.assessment import Assessment
    from placecheck.forms.code import decode_voice, set_in_code

    if codes and place is None:
        raise PlacecheckError(say(words.CODE_NEEDS_PLACE))
    voices = [
        (set_in_code(code), decode_voice(code, rubric, f"v{number}")) for number, code in enumerate(codes, start=1)
    ]
    for question_set in dict.fromkeys(its_set for its_set, _ in voices):
        whole = {
            "rubric": {"id": rubric.id, "edition": rubric.edition},
            "place": place,
            "round": question_set,
            "voices": [voice for its_set, voice in voices if its_set == question_set],
        }
        yield "--code", rubric, Assessment.model_validate(whole)


def print_plan(plan: ImportPlan) -> None:
    """Print how a spreadsheet was understood and how many people it gives; remarks go to standard error."""
    for line in plan_lines(plan):
        print(line)
    for remark in bounded(plan.remarks):
        print(remark, file=sys.stderr)


def plan_lines(plan: ImportPlan) -> Iterator[str]:
    """Say how each table of a spreadsheet was understood, and what it would give."""
    for table in plan.tables:
        if not table.layout:
            continue
        named = f"{plan.file}, {table.sheet.name}" if table.sheet.name else plan.file
        yield say(words.SHEET, file=named, row=table.header, layout=say(plan_words.LAYOUTS[table.layout]))
        for column in table.columns:
            heading = " ".join(column.heading.split()) or "-"
            yield say(
                words.COLUMN, letter=column.letter, heading=heading, meaning=meaning(column), reason=column.reason
            )
    if plan.tables:
        taken = sum(table.layout != "" and not use.reason for table, use in plan.rows("taken"))
        yield say_n(words.READY, taken, file=plan.file)
        for _, assessment in plan.assessments:
            day = str(assessment.date) if assessment.date else say(plan_words.NO_DAY)
            yield say_n(plan_words.GIVES, len(counted_voices(assessment)), place=assessment.place.name, day=day)


def meaning(column: MatchedColumn) -> str:
    """Return what the column is taken for, in a word or two."""
    if column.meaning is None:
        return say(plan_words.OUTCOMES[column.outcome])
    if column.meaning.indicator is None:
        return column.meaning.field
    return say(words.ABOUT, field=column.meaning.field, indicator=column.meaning.indicator)
