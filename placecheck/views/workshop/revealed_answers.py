"""What the room sees after a reveal: for each indicator how many chose each level, in the order of the discussion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.assessment import Answer
from placecheck.rubric import Rubric
from placecheck.scoring.discussion_order import order_for_discussion
from placecheck.scoring.indicator import score_indicator
from placecheck.storage import RevealedAnswers, VoiceAnswers
from placecheck.views.results.pictures import AnswersView, answers_view, no_answer_names
from placecheck.words import report as r
from placecheck.words import say
from placecheck.workshop import Workshop


@dataclass(frozen=True, slots=True)
class Tally:
    """One vote on one indicator, counted. `number` is the vote's; `voices` took part, `answered` gave a level.

    `eligible` could take part: in a first vote all who did, in a second one everyone who said something by then.
    """

    number: int
    is_second: bool
    answers: AnswersView
    answered: int
    dont_know: int
    voices: int
    eligible: int
    words: str
    """All of it in one sentence, for people who cannot see the picture."""


@dataclass(frozen=True, slots=True)
class RevealedIndicator:
    """One indicator as the room sees it; `tallies` are its first vote and then each second one that was revealed."""

    id: str
    name: str
    statement: str
    tallies: tuple[Tally, ...]
    notes: tuple[str, ...]


def revealed_view(rubric: Rubric, workshop: Workshop, revealed: RevealedAnswers) -> tuple[RevealedIndicator, ...]:
    """Return everything that may be seen, the first to discuss on top. `rubric` is as the group asks it."""
    indicators = rubric.by_id
    order = order_for_discussion(rubric, revealed.answers, workshop.discussion_order)
    return tuple(
        RevealedIndicator(
            id=id_,
            name=indicators[id_].name,
            statement=indicators[id_].statement,
            tallies=_tallies(rubric, workshop, revealed, id_),
            notes=workshop.notes_on(id_),
        )
        for id_ in order
    )


def own_choices(rubric: Rubric, revealed: Sequence[RevealedIndicator], own: VoiceAnswers) -> dict[tuple[str, int], str]:
    """Return, by indicator and number of the vote, the name of what this voice chose, where it chose something."""
    cast = {
        (indicator.id, tally.number): own.ballots.get(tally.number)
        if tally.is_second
        else own.answers.get(indicator.id)
        for indicator in revealed
        for tally in indicator.tallies
    }
    return {key: name for key, answer in cast.items() if answer and (name := _chosen(rubric, answer))}


def _chosen(rubric: Rubric, answer: Answer) -> str | None:
    return (
        rubric.levels[answer.level].name if answer.level is not None else no_answer_names().get(answer.no_answer or "")
    )


def _tallies(rubric: Rubric, workshop: Workshop, revealed: RevealedAnswers, id_: str) -> tuple[Tally, ...]:
    first = next(vote.number for vote in workshop.votes if id_ in vote.asks and not vote.is_second)
    second = (vote.number for vote in workshop.votes if vote.number in revealed.ballots and vote.asks == (id_,))
    return (
        count_vote(rubric, first, revealed.answers[id_]),
        *(
            count_vote(rubric, number, revealed.ballots[number], eligible=revealed.eligible.get(number, 0))
            for number in second
        ),
    )


def count_vote(rubric: Rubric, number: int, answers: Sequence[Answer | None], *, eligible: int | None = None) -> Tally:
    """Count the answers of one vote, with the levels in the rubric's order from the first up.

    `eligible` is how many could vote in a second vote; None: it is a first one.
    """
    result = score_indicator("", rubric.steps, answers, None)
    view = answers_view(rubric, result)
    counts = (*view.levels, *((name, n) for name, n in view.no_answers if n))
    return Tally(
        number=number,
        is_second=eligible is not None,
        answers=view,
        answered=sum(result.counts),
        dont_know=result.no_answer.dont_know,
        voices=len(answers),
        eligible=max(eligible or 0, len(answers)),
        words=", ".join(say(r.ANSWER_COUNT, name=name, n=n) for name, n in counts),
    )
