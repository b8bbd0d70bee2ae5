"""Records as assessments: each row that is whole is taken, each that is not is named cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from placecheck.assessment import Action, Agreed, Answer, Assessment, Cause, Place, Voice
from placecheck.assessment.file import FindRubric
from placecheck.assessment.own import OwnWords, adapted, ever_asked, misfit
from placecheck.errors import Finding, InputError
from placecheck.exchange.asked import Asked
from placecheck.exchange.groups import Group, grouped, head
from placecheck.exchange.records import Record
from placecheck.exchange.values import value
from placecheck.exchange.voices import Voices
from placecheck.rubric import Rubric
from placecheck.source.tree import dotted
from placecheck.source.wording import worded

Model = TypeVar("Model", bound=BaseModel)

_EMPTY = ("Nothing stands here.", "Fill it in, or take the row out.")
_FIELDS: dict[str, tuple[str, ...]] = {
    "own": ("change", "because", "dimension", "words"),
    "answer": ("level", "no_answer", "story", "sure", "not_for"),
    "agreed": ("level", "no_answer", "not_agreed", "because", "minority", "sure"),
    "action": ("indicator", "what", "who", "first_step", "when", "power"),
    "cause": ("because", "since"),
}


@dataclass(slots=True)
class Assembled:
    """What became of the records: whole assessments of the rows that are `ready`, and what is wrong with the rest."""

    read: list[tuple[Rubric, Assessment]] = field(default_factory=list)
    ready: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def assembled(records: Sequence[Record], asked: Asked, find: FindRubric, about: Place | None) -> Assembled:
    """Each assessment of which at least one record is whole, made of its whole records."""
    made = Assembled()
    groups, made.findings = grouped(records, about)
    for group in groups:
        try:
            rubric, facts = head(group, asked.rubric, find, about)
        except InputError as error:
            made.findings += error.findings
            continue
        draft = _Draft(asked if rubric is asked.rubric else Asked.of(rubric), group)
        made.ready += draft.ready
        made.findings += draft.findings
        if draft.ready:
            made.read.append((adapted(rubric, draft.own), draft.assessment(facts)))
    return made


class _Draft:
    """An assessment while its records are gone through."""

    def __init__(self, asked: Asked, group: Group) -> None:
        self.asked = asked
        self.own: dict[str, OwnWords] = {}
        self.findings: list[Finding] = []
        self.ready: list[Record] = []
        self._go_through([record for record in group.records if record.kind == "own"])
        if self.own:
            self.asked = asked = Asked.of(ever_asked(asked.rubric, self.own))
        self.voices = Voices(asked, group.records)
        self.answers: dict[tuple[str, str], tuple[Answer, Record]] = {}
        self.agreed: dict[str, tuple[Agreed, Record]] = {}
        self.actions: list[Action] = []
        self.causes: dict[str, tuple[Cause, Record]] = {}
        self.findings += self.voices.renamed()
        self._go_through([record for record in group.records if record.kind != "own"])

    def _go_through(self, records: Sequence[Record]) -> None:
        for record in records:
            try:
                self._take(record)
                self.ready.append(record)
            except InputError as error:
                self.findings += error.findings

    def assessment(self, facts: Assessment) -> Assessment:
        """The whole, with the `facts` that the group says of itself."""
        answers: dict[str, dict[str, Answer]] = {}
        for (voice, id_), (answer, _) in self.answers.items():
            answers.setdefault(voice, {})[id_] = answer
        voices = [Voice(**one, answers=answers.get(one["id"], {})) for one in self.voices.known()]
        agreed = {id_: one for id_, (one, _) in self.agreed.items()}
        causes = {id_: one for id_, (one, _) in self.causes.items()}
        said: dict[str, Any] = {"voices": voices, "agreed": agreed, "actions": self.actions, "own_words": self.own}
        said["causes"] = causes
        return Assessment(**{name: getattr(facts, name) for name in Assessment.model_fields} | said)

    def _take(self, record: Record) -> None:
        match record.kind:
            case "own":
                self._take_own(record)
            case "voice":
                self.voices.take(record)
            case "answer":
                answer = self._built(Answer, record)
                self._once(record, self.answers, (self.voices.id_of(record), self._indicator(record)), "voice")
                self.answers[self.voices.take(record), self._indicator(record)] = (answer, record)
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

    def _take_own(self, record: Record) -> None:
        if "indicator" not in record.cells:
            raise InputError([record.finding("indicator", *_EMPTY)])
        own, id_ = self._built(OwnWords, record), record.cells["indicator"]
        if found := misfit(self.asked.rubric, id_, own):
            raise InputError([record.finding("indicator", *found)])
        if id_ in self.own:
            raise InputError([record.finding("indicator", "This indicator was changed in a row above.", "Keep one.")])
        self.own[id_] = own

    def _built(self, model: type[Model], record: Record) -> Model:
        """The `model` that the record's cells give. Raises InputError with each fault of them."""
        data: dict[str, Any] = {}
        findings: list[Finding] = []
        for name in dict.fromkeys(("indicator", *_FIELDS[record.kind])):
            if name in record.cells:
                try:
                    data |= value(name, record, self.asked, data)
                except InputError as error:
                    findings += error.findings
        if findings:
            raise InputError(findings)
        try:
            return model.model_validate({name: one for name, one in data.items() if name in model.model_fields})
        except ValidationError as error:
            raise InputError(_finding(record, one) for one in error.errors()) from None

    def _indicator(self, record: Record) -> str:
        if "indicator" not in record.cells:
            raise InputError([record.finding("indicator", *_EMPTY)])
        return str(value("indicator", record, self.asked, {})["indicator"])

    def _once(self, record: Record, kept: dict[Any, tuple[Any, Record]], key: Any, name: str) -> None:
        if key in kept:
            first = kept[key][1].row.number
            what = f"This is answered twice, first in row {first}."
            raise InputError([record.finding(name if name in record.at else "", what, "Keep one.")])


def _finding(record: Record, detail: Any) -> Finding:
    """A fault of the model's in terms of the row; of the row as a whole, where it is about several cells."""
    name, below = str(detail["loc"][0]) if detail["loc"] else "", dotted(tuple(detail["loc"][1:]))
    what, mend = _EMPTY if detail["type"] == "missing" and not below else worded(detail)
    return record.finding(name, f"{below}: {what}" if below else what, mend)
