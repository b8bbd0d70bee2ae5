"""What would carry over to a newer edition, answer by answer, as it is read before anybody says yes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from placecheck.assessment.carry import Carried, CarriedOver, Goes
from placecheck.rubric import Rubric
from placecheck.words import editions as w
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class FateView:
    """One indicator of the earlier edition: what became of it, and a line for each answer to it."""

    words: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarriedView:
    """The whole preview."""

    title: str
    intro: str
    summary: str
    fates: tuple[FateView, ...]
    remarks: tuple[str, ...]


def carried_view(before: Rubric, after: Rubric, carried: CarriedOver) -> CarriedView:
    """What of a round of `before` goes along to `after`."""
    goes = Counter(one.goes for one in carried.answers)
    counted: dict[str, Goes] = {"whole": "whole", "story": "story", "left": "not"}
    of: dict[str, list[Carried]] = {id_: [] for id_ in before.by_id}
    for one in carried.answers:
        of.setdefault(one.was, []).append(one)
    return CarriedView(
        title=say(w.TITLE, before=before.edition, after=after.edition),
        intro=say(w.INTRO),
        summary=say(w.SUMMARY, **{key: say_n(w.WHOLE, goes[kind]) for key, kind in counted.items()}),
        fates=tuple(_fate(before, after, id_, answers) for id_, answers in of.items() if answers),
        remarks=_remarks(before, after, carried),
    )


def _fate(before: Rubric, after: Rubric, id_: str, answers: list[Carried]) -> FateView:
    now = ", ".join(_name(after, one) for one in answers[0].now)
    words = say(w.BECAME[answers[0].became], was=_name(before, id_), now=now)
    return FateView(words, tuple(say(w.GOES[one.goes], who=_who(one)) for one in answers))


def _who(one: Carried) -> str:
    return say(w.AGREED) if one.voice is None else say(w.VOICE, id=one.voice)


def _name(rubric: Rubric, id_: str) -> str:
    return rubric.by_id[id_].name if id_ in rubric.by_id else id_


def _remarks(before: Rubric, after: Rubric, carried: CarriedOver) -> tuple[str, ...]:
    names = {one.id: one.name for one in before.perspectives}
    old = set(before.by_id).union(*(one.now for one in carried.answers))
    said = []
    new = [one.name for one in after.indicators() if one.id not in old]
    if new:
        said.append(say(w.NEW_HERE, names=", ".join(new)))
    if carried.perspectives:
        said.append(say(w.NO_PERSPECTIVE, names=", ".join(names.get(one, one) for one in carried.perspectives)))
    if carried.actions:
        said.append(say_n(w.LOOSE_ACTIONS, len(carried.actions)))
    if carried.causes:
        said.append(say(w.LEFT_CAUSES, names=", ".join(_name(before, one) for one in carried.causes)))
    return tuple(said)
