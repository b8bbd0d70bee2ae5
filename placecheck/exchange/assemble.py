"""Records as assessments: each row that is whole is taken, each that is not is named cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from placecheck.assessment import Action, Agreed, Answer, Assessment, Cause, Place, Voice
from placecheck.assessment.customisation import OwnWords, ever_asked, misfit
from placecheck.assessment.file import FindRubric
from placecheck.assessment.perspectives import as_asked
from placecheck.errors import Finding, InputError
from placecheck.exchange.assessment_grouping import assessment_facts, grouped
from placecheck.exchange.cell_names import CELLS, OUTCOME, OUTCOME_PREFIX
from placecheck.exchange.cell_values import CellReader, Problem, UnclearError, raise_problems
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.exchange.import_questions import ImportQuestions
from placecheck.exchange.json_cell import parse_json_cell
from placecheck.exchange.people import People
from placecheck.exchange.record_group import RecordGroup
from placecheck.exchange.records import Record
from placecheck.source.tree import dotted
from placecheck.source.wording import worded

Model = TypeVar("Model", bound=BaseModel)

_EMPTY = ("Nothing stands here.", "Fill it in, or take the row out.")


@dataclass(slots=True)
class Assembled:
    """What became of the records: whole assessments of the rows that are `ready`, and what is wrong with the rest."""

    assessments: list[AssessmentWithRubric] = field(default_factory=list)
    ready: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def assembled(
    records: Sequence[Record],
    reader: CellReader,
    find: FindRubric,
    default_place: Place | None,
    questions: ImportQuestions,
) -> Assembled:
    """Return each assessment of which at least one record is whole, made of its whole records."""
    made = Assembled()
    vocabulary = reader.vocabulary
    groups, made.findings = grouped(records, default_place)
    for group in groups:
        try:
            rubric, facts = assessment_facts(group, vocabulary.rubric, find, default_place)
        except InputError as error:
            made.findings += error.findings
            continue
        own = reader if rubric is vocabulary.rubric else reader.for_rubric(rubric)
        draft = _Draft(own, group, questions)
        made.ready += draft.ready
        made.findings += draft.findings
        if draft.ready:
            whole = draft.assessment(facts)
            made.assessments.append((as_asked(rubric, whole), whole))
    return made


class _Draft:
    """An assessment while its records are gone through."""

    def __init__(self, reader: CellReader, group: RecordGroup, questions: ImportQuestions) -> None:
        self.reader = reader
        self.questions = questions
        self.own: dict[str, OwnWords] = {}
        self.findings: list[Finding] = []
        self.ready: list[Record] = []
        self._go_through([record for record in group.records if record.kind == "own"])
        if self.own:
            self.reader = reader.for_rubric(ever_asked(reader.vocabulary.rubric, self.own))
        self.people = People(self.reader, group.records, questions)
        self.answers: dict[str, dict[str, Answer]] = {}
        self.agreed: dict[str, tuple[Agreed, Record]] = {}
        self.actions: list[Action] = []
        self.causes: dict[str, tuple[Cause, Record]] = {}
        self.findings += self.people.renamed()
        self._go_through([record for record in group.records if record.kind != "own"])

    def _go_through(self, records: Sequence[Record]) -> None:
        for record in records:
            try:
                self._take(record)
                self.ready.append(record)
            except InputError as error:
                self.findings += error.findings

    def assessment(self, facts: Assessment) -> Assessment:
        """Return the whole assessment, with the `facts` that the group gives about itself."""
        parts: dict[str, Any] = {
            "voices": [Voice(**about, answers=self.answers.get(about["id"], {})) for about in self.people.voices()],
            "agreed": {id_: agreed for id_, (agreed, _) in self.agreed.items()},
            "actions": self.actions,
            "own_words": self.own,
            "causes": {id_: cause for id_, (cause, _) in self.causes.items()},
        }
        return Assessment(**{name: getattr(facts, name) for name in Assessment.model_fields} | parts)

    def _take(self, record: Record) -> None:
        match record.kind:
            case "own":
                self._take_own(record)
            case "voice":
                self._take_person(record)
            case "answer":
                answer, id_ = self._built(Answer, record), self._indicator(record)
                self._answer_once(record, self.people.id_of(record), id_)
                self.answers.setdefault(self.people.add(record), {})[id_] = answer
            case "agreed":
                agreed = self._built(Agreed, record)
                self._once(record, self.agreed, self._indicator(record), "indicator")
                self.agreed[self._indicator(record)] = (agreed, record)
            case "action":
                self.actions.append(self._built(Action, record))
            case "cause":
                cause = self._built(Cause, record)
                self._once(record, self.causes, self._indicator(record), "indicator")
                self.causes[self._indicator(record)] = (cause, record)

    def _take_person(self, record: Record) -> None:
        """Take a row that is a whole voice with all its answers, or nothing of it."""
        voice = self.people.id_of(record)
        answers: dict[str, Answer] = {}
        wrong: list[tuple[str, tuple[Problem, ...]]] = []
        for id_, texts in record.answers.items():
            answer = self.reader.answer(id_, texts, is_format=record.is_format)
            if isinstance(answer, tuple):
                wrong.append((id_, answer))
            elif answer is not None:
                answers[id_] = answer
        self._raise_wrong(record, wrong)
        for id_ in answers.keys() & self.answers.get(voice, {}).keys():
            self._answer_once(record, voice, id_)
        self.people.add(record)
        self.answers.setdefault(voice, {}).update(answers)

    def _answer_once(self, record: Record, voice: str, id_: str) -> None:
        """Refuse a second answer of one voice to one indicator, and name the row of the first."""
        if id_ not in self.answers.get(voice, {}):
            return
        first = next(
            (
                other.row.number
                for other in self.ready
                if (id_ in other.answers or (other.kind == "answer" and self._indicator(other) == id_))
                and self.people.id_of(other) == voice
            ),
            0,
        )
        what = f"This is answered twice, first in row {first}."
        raise InputError([record.finding("voice" if "voice" in record.columns else "", what, "Keep one.")])

    def _raise_wrong(self, record: Record, wrong: Sequence[tuple[str, tuple[Problem, ...]]]) -> None:
        findings: list[Finding] = []
        for id_, problems in wrong:
            try:
                raise_problems(record, problems, self.questions, id_)
            except InputError as error:
                findings += error.findings
        if wrong:
            raise InputError(findings)

    def _take_own(self, record: Record) -> None:
        if "indicator" not in record.cells:
            raise InputError([record.finding("indicator", *_EMPTY)])
        own, id_ = self._built(OwnWords, record), record.cells["indicator"]
        if problem := misfit(self.reader.vocabulary.rubric, id_, own):
            raise InputError([record.finding("indicator", *problem)])
        if id_ in self.own:
            raise InputError([record.finding("indicator", "This indicator was changed in a row above.", "Keep one.")])
        self.own[id_] = own

    def _built(self, model: type[Model], record: Record) -> Model:
        """Build the `model` from the record's cells.

        Raises:
            InputError: Cells do not fit the model; each is a finding.
        """
        data: dict[str, Any] = {}
        problems: list[Problem] = []
        for name in dict.fromkeys(("indicator", *CELLS[record.kind])):
            if name in record.cells:
                try:
                    data |= self._value(name, record, data.get("indicator", ""))
                except UnclearError as error:
                    problems.append(error.problem)
        if problems:
            raise_problems(record, problems, self.questions)
        outcome = {name: data.pop(f"{OUTCOME_PREFIX}{name}") for name in OUTCOME if f"{OUTCOME_PREFIX}{name}" in data}
        data |= {"outcome": outcome} if outcome else {}
        try:
            return model.model_validate({name: value for name, value in data.items() if name in model.model_fields})
        except ValidationError as error:
            raise InputError(_finding(record, detail) for detail in error.errors()) from None

    def _value(self, name: str, record: Record, indicator: str) -> dict[str, Any]:
        if name == "words":
            return {"words": parse_json_cell(record, name)}
        text = record.cells[name]
        return self.reader.value(name, text, indicator, is_format=record.is_format, kind=record.kind)

    def _indicator(self, record: Record) -> str:
        if "indicator" not in record.cells:
            raise InputError([record.finding("indicator", *_EMPTY)])
        try:
            return str(self._value("indicator", record, "")["indicator"])
        except UnclearError as error:
            raise InputError([record.finding("indicator", error.problem.what, error.problem.hint)]) from None

    def _once(self, record: Record, known: dict[Any, tuple[Any, Record]], key: Any, name: str) -> None:
        if key in known:
            first = known[key][1].row.number
            what = f"This is answered twice, first in row {first}."
            raise InputError([record.finding(name if name in record.columns else "", what, "Keep one.")])


def _finding(record: Record, detail: Any) -> Finding:
    """Turn a fault of the model into one of the row; of the row as a whole, where it is about several cells."""
    name, below = str(detail["loc"][0]) if detail["loc"] else "", dotted(tuple(detail["loc"][1:]))
    if name == "outcome" and below in OUTCOME:
        name, below = f"{OUTCOME_PREFIX}{below}", ""
    what, hint = _EMPTY if detail["type"] == "missing" and not below else worded(detail)
    return record.finding(name, f"{below}: {what}" if below else what, hint)
