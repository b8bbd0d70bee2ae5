"""What would carry over to a newer edition, answer by answer, as it is read before anybody says yes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from placecheck.assessment.edition_migration import Goes, MigratedAnswer, MigratedAssessment
from placecheck.rubric import Rubric
from placecheck.words import editions as w
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class FateView:
    """One indicator of the earlier edition: what became of it, and a line for each answer to it."""

    words: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EditionPreviewView:
    """The whole preview."""

    title: str
    intro: str
    summary: str
    fates: tuple[FateView, ...]
    remarks: tuple[str, ...]


def edition_preview_view(before: Rubric, after: Rubric, carried: MigratedAssessment) -> EditionPreviewView:
    """Return what of an assessment with `before` is carried over to `after`."""
    goes = Counter(answer.goes for answer in carried.answers)
    counted: dict[str, Goes] = {"whole": "whole", "story": "story", "left": "not"}
    of: dict[str, list[MigratedAnswer]] = {id_: [] for id_ in before.by_id}
    for answer in carried.answers:
        of.setdefault(answer.was, []).append(answer)
    return EditionPreviewView(
        title=say(w.TITLE, before=before.edition, after=after.edition),
        intro=say(w.INTRO),
        summary=say(w.SUMMARY, **{key: say_n(w.WHOLE, goes[kind]) for key, kind in counted.items()}),
        fates=tuple(_fate(before, after, id_, answers) for id_, answers in of.items() if answers),
        remarks=_remarks(before, after, carried),
    )


def _fate(before: Rubric, after: Rubric, id_: str, answers: list[MigratedAnswer]) -> FateView:
    now = ", ".join(_name(after, answer) for answer in answers[0].now)
    words = say(w.BECAME[answers[0].became], was=_name(before, id_), now=now)
    return FateView(words, tuple(say(w.GOES[answer.goes], who=_who(answer)) for answer in answers))


def _who(answer: MigratedAnswer) -> str:
    return say(w.AGREED) if answer.voice is None else say(w.VOICE, id=answer.voice)


def _name(rubric: Rubric, id_: str) -> str:
    return rubric.by_id[id_].name if id_ in rubric.by_id else id_


def _remarks(before: Rubric, after: Rubric, carried: MigratedAssessment) -> tuple[str, ...]:
    names = {entry.id: entry.name for entry in before.perspectives}
    old = set(before.by_id).union(*(entry.now for entry in carried.answers))
    remarks = []
    new = [entry.name for entry in after.indicators() if entry.id not in old]
    if new:
        remarks.append(say(w.NEW_HERE, names=", ".join(new)))
    if carried.perspectives:
        remarks.append(
            say(w.NO_PERSPECTIVE, names=", ".join(names.get(entry, entry) for entry in carried.perspectives))
        )
    if carried.actions:
        remarks.append(say_n(w.LOOSE_ACTIONS, len(carried.actions)))
    if carried.causes:
        remarks.append(say(w.LEFT_CAUSES, names=", ".join(_name(before, entry) for entry in carried.causes)))
    return tuple(remarks)
