"""Plan what a file would import, and accept the plan.

`plan_import` reads any file that placecheck wrote, or a spreadsheet that people filled in by hand; `accept` is the yes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from placecheck.assessment import Place
from placecheck.assessment.file import FindRubric, parse_assessment
from placecheck.errors import Finding, InputError, bounded, refuse
from placecheck.exchange.archive import PACKAGE_BOUNDS
from placecheck.exchange.csv_file import read_csv
from placecheck.exchange.cut_texts import cut_text_remarks
from placecheck.exchange.import_plan import AssessmentWithRubric, ImportPlan, without_silent
from placecheck.exchange.import_questions import Choices, ImportQuestion, ImportQuestions, Option
from placecheck.exchange.import_result import ImportResult
from placecheck.exchange.mapping_file import wrong_answers
from placecheck.exchange.other_workbooks import OTHER_WORKBOOKS
from placecheck.exchange.package_subprocess import read_package_in_subprocess
from placecheck.exchange.sheet import Sheet
from placecheck.exchange.sheets_to_assessments import InterpretOptions, interpret_sheets
from placecheck.exchange.stored_places import StoredPlaces, reconcile_with_stored
from placecheck.exchange.vocabulary import Vocabulary
from placecheck.exchange.workbook import read_workbook
from placecheck.rubric import Rubric, editions_of, find_rubric
from placecheck.source import parsed
from placecheck.source.text import decoded, read_bytes
from placecheck.words import exchanging as words
from placecheck.words import importing, say

TABLE_ENDINGS = (".csv", ".tsv", ".xlsx", *OTHER_WORKBOOKS)
"""The endings of files that hold tables."""

ENDINGS = (".yaml", ".yml", ".json", *TABLE_ENDINGS, ".zip")
"""What comes in; a file is read as its ending says."""


def plan_import(
    file: Path | tuple[str, bytes],
    rubric: Rubric | None = None,
    *,
    find: FindRubric = find_rubric,
    place: Place | None = None,
    choices: Choices | None = None,
    stored_places: StoredPlaces | None = None,
) -> ImportPlan:
    """Return what `file`, a path or a name with its bytes, would give; nothing is kept.

    `rubric` and `place` are what a spreadsheet is about that names none; without a rubric it is the newest edition, or
    an older one that knows more of the headings. `choices` is what a person chose for its columns and questions,
    `stored_places` what the store holds already.

    Raises:
        InputError: The file as a whole cannot be read; what is wrong with a row is among the plan's findings.
    """
    name = str(file) if isinstance(file, Path) else file[0]
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        what = say(words.UNKNOWN_ENDING, ending=ending) if ending else say(words.NO_ENDING)
        raise refuse(name, 0, "", what, say(words.USE_ONE_OF, known=", ".join(ENDINGS)))
    largest = PACKAGE_BOUNDS.packed  # of what any reader takes
    raw = read_bytes(file, largest) if isinstance(file, Path) else file[1]
    request = _ImportRequest(name, ending, raw, find, place, choices or Choices(), stored_places or StoredPlaces())
    if rubric is None and ending in TABLE_ENDINGS:
        return _of_any_edition(request)
    return _plan(request, rubric or find_rubric())


@dataclass(frozen=True, slots=True)
class _ImportRequest:
    """A file to import, and how to read it."""

    name: str
    ending: str
    raw: bytes
    find: FindRubric
    place: Place | None
    choices: Choices
    stored_places: StoredPlaces


def _of_any_edition(request: _ImportRequest) -> ImportPlan:
    """Return the plan by the newest edition, or by the one that knows more headings; a person may choose another."""
    plans = {find_rubric().edition: _plan(request, find_rubric())}
    if not plans[find_rubric().edition].unknown_columns and "edition" not in request.choices.answers:
        return plans[find_rubric().edition]
    for rubric in editions_of():
        plans.setdefault(rubric.edition, _plan(request, rubric))
    fewest = min(plans, key=lambda edition: len(plans[edition].unknown_columns))
    chosen = request.choices.answers.get("edition", fewest)
    if chosen not in plans or (fewest == find_rubric().edition and "edition" not in request.choices.answers):
        return plans[find_rubric().edition]
    options = tuple(Option(edition, edition) for edition in plans)
    question = ImportQuestion("edition", say(importing.WHICH_EDITION), options, default=fewest, choice=chosen)
    return replace(plans[chosen], questions=(question, *plans[chosen].questions))


def _plan(request: _ImportRequest, rubric: Rubric) -> ImportPlan:
    name, ending, choices = request.name, request.ending, request.choices
    questions = ImportQuestions(choices)
    if ending in (".yaml", ".yml", ".json"):
        result = _read_text(decoded(request.raw, name), name, ending, request.find)
    elif ending == ".zip":
        content = read_package_in_subprocess(request.raw, name, request.find)
        result = ImportResult([], content.assessments, content.findings, content.places)
    else:
        vocabulary = Vocabulary.of(rubric).choosing(choices.columns)
        options = InterpretOptions(vocabulary, request.find, request.place, choices, request.stored_places.places)
        sheets = _sheets(request.raw, name, ending, vocabulary, questions)
        result = interpret_sheets(sheets, options, questions)
        unknown = [sheet for sheet in sheets if sheet.marks_unknown]
        result.findings += [sheet.remark(say(importing.MARKS_UNKNOWN)) for sheet in unknown]
    if ending in OTHER_WORKBOOKS:
        remarks = (importing.FORMULA_RESULTS, *([importing.STRUCK_OUT_UNKNOWN] if ending == ".xlsb" else []))
        result.findings += [Finding(name, 0, "", say(what), "", "remark") for what in remarks]
    assessments, silent = without_silent(
        list(reconcile_with_stored(result.assessments, request.stored_places, questions)), name
    )
    questions_open = questions.all()
    findings = (*sorted(result.findings), *wrong_answers(name, questions_open, choices), *silent)
    return ImportPlan(name, assessments, findings, questions_open, tuple(result.tables), tuple(result.places))


def accept(plan: ImportPlan, *, valid_rows_only: bool = False) -> tuple[AssessmentWithRubric, ...]:
    """Return the assessments of a plan, each with its rubric.

    With `valid_rows_only`, the rows that are whole are taken and the others stay behind; refused where there is none,
    and where a question about the whole file is open.

    Raises:
        InputError: The plan is not whole.
    """
    if plan.can_import_whole or (valid_rows_only and plan.can_import_partly):
        return plan.assessments
    waits = [question.finding(plan.file) for question in plan.open_questions]
    if plan.faults or waits:
        raise InputError(bounded(sorted((*plan.faults, *waits))))
    raise refuse(plan.file, 0, "", "The file holds no row to take.", "Fill in a row below the headings.")


def _read_text(text: str, name: str, ending: str, find: FindRubric) -> ImportResult:
    cuts = [] if ending == ".json" else cut_text_remarks(text, name)
    try:
        return ImportResult([], [parse_assessment(parsed(text, name, is_json=ending == ".json"), find)], cuts)
    except InputError as error:
        raise InputError((*error.findings, *cuts)) from None


def _sheets(raw: bytes, name: str, ending: str, vocabulary: Vocabulary, questions: ImportQuestions) -> list[Sheet]:
    if ending in (".xlsx", *OTHER_WORKBOOKS):
        return read_workbook(raw, name)
    return [read_csv(raw, name, vocabulary.count_known, questions)]
