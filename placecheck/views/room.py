"""What the room sees after a reveal: per thing the voices at each level, and those beside, in the order of the talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.assessment import Answer
from placecheck.rubric import Rubric
from placecheck.scoring.indicator import score_indicator, tally
from placecheck.scoring.spread import agreement
from placecheck.storage import Own, Room
from placecheck.views.pictures import AnswersView, answers_view, no_answer_names
from placecheck.words import report as r
from placecheck.words import say
from placecheck.workshop import TalkBy, Workshop


@dataclass(frozen=True, slots=True)
class Tally:
    """One vote on one thing, counted. `number` is the vote's; `voices` took part, `answered` gave a level."""

    number: int
    again: bool
    answers: AnswersView
    answered: int
    dont_know: int
    voices: int
    words: str
    """The whole in a sentence, for who cannot see the picture."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One indicator as the room sees it; `tallies` are its first vote and then each second one that was revealed."""

    id: str
    name: str
    statement: str
    tallies: tuple[Tally, ...]
    note: str | None


def room_view(rubric: Rubric, workshop: Workshop, room: Room) -> tuple[Thing, ...]:
    """Everything that may be seen, what is to be talked about first on top. `rubric` is as the group asks it."""
    asked = rubric.by_id
    order = talking_order(rubric, room, workshop.talk_by)
    return tuple(
        Thing(
            id=id_,
            name=asked[id_].name,
            statement=asked[id_].statement,
            tallies=_tallies(rubric, workshop, room, id_),
            note=workshop.notes.get(id_),
        )
        for id_ in order
    )


def talking_order(rubric: Rubric, room: Room, by: TalkBy) -> tuple[str, ...]:
    """What may be seen, by spread or by don't know, most first; the other breaks ties, then the rubric's order.

    Levels never enter: two things with the same spread around other levels stand in the rubric's order.
    """
    at = {id_: index for index, id_ in enumerate(rubric.by_id)}
    keys = {}
    for id_ in room.first:
        counts, none = tally(rubric.steps, room.first[id_])
        agreed = agreement(counts)
        spread = -1.0 if agreed is None else 1 - agreed
        unknown = none.dont_know / (sum(counts) + none.dont_know or 1)
        keys[id_] = (-spread, -unknown) if by == "spread" else (-unknown, -spread)
    return tuple(sorted((id_ for id_ in keys if id_ in at), key=lambda id_: (keys[id_], at[id_])))


def own_marks(rubric: Rubric, things: Sequence[Thing], own: Own) -> dict[tuple[str, int], str]:
    """By indicator and number of the vote, the name of what this voice chose there, where it chose something."""
    cast = {
        (thing.id, tally.number): own.ballots.get(tally.number) if tally.again else own.answers.get(thing.id)
        for thing in things
        for tally in thing.tallies
    }
    return {key: name for key, answer in cast.items() if answer and (name := _chosen(rubric, answer))}


def _chosen(rubric: Rubric, answer: Answer) -> str | None:
    return (
        rubric.levels[answer.level].name if answer.level is not None else no_answer_names().get(answer.no_answer or "")
    )


def _tallies(rubric: Rubric, workshop: Workshop, room: Room, id_: str) -> tuple[Tally, ...]:
    first = next(vote.number for vote in workshop.votes if id_ in vote.asks and not vote.again)
    again = (vote.number for vote in workshop.votes if vote.number in room.again and vote.asks == (id_,))
    return (
        counted(rubric, first, room.first[id_]),
        *(counted(rubric, number, room.again[number], again=True) for number in again),
    )


def counted(rubric: Rubric, number: int, answers: Sequence[Answer | None], *, again: bool = False) -> Tally:
    """The answers of one vote, counted, with the levels in the rubric's order from the first up."""
    result = score_indicator("", rubric.steps, answers, None)
    view = answers_view(rubric, result)
    counts = (*view.levels, *((name, n) for name, n in view.no_answers if n))
    return Tally(
        number=number,
        again=again,
        answers=view,
        answered=sum(result.counts),
        dont_know=result.no_answer.dont_know,
        voices=len(answers),
        words=", ".join(say(r.ANSWER_COUNT, name=name, n=n) for name, n in counts),
    )
