"""A workshop as its facilitator sees it: how far it is, how many are done, how much time is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from placecheck.rubric import Rubric
from placecheck.storage import Arrivals, Progress
from placecheck.views.workshop.revealed_answers import Tally
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w
from placecheck.workshop import Scene, Vote, Workshop

Stage = Literal["before", "open", "closed", "revealed", "ended"]


def stage(workshop: Workshop) -> Stage:
    """Return the stage of a workshop: before its first question round, the state of its last one, or ended."""
    if workshop.ended:
        return "ended"
    vote = workshop.last_vote
    return "before" if vote is None or vote.state == "cancelled" else vote.state


def current_scene(workshop: Workshop, chosen: Scene | None = None) -> Scene:
    """Return the scene that the big screen shows, or would show if `chosen` were chosen.

    A workshop that has asked about matters alone shows them, not its welcome.
    """
    shown = chosen or workshop.scene
    return "matters" if shown == "now" and workshop.matter_votes and stage(workshop) == "before" else shown


@dataclass(frozen=True, slots=True)
class WorkshopProgressView:
    """How far a workshop is: `done` of `total` answers are in, and `answered` says so; empty between question rounds.

    `arrivals` is for the facilitator alone; `left` is the time on the timer, empty where none runs.
    """

    joined: str = ""
    arrivals: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    done: int = 0
    total: int = 0
    left: str = ""


def workshop_progress_view(workshop: Workshop, progress: Progress, now: datetime) -> WorkshopProgressView:
    """Return how far `workshop` is: numbers of people, never of levels."""
    vote = workshop.open_vote
    done, total = answers_in(progress) if vote or workshop.open_matters else (0, 0)
    answered = answered_words(progress, vote) if vote else ()
    if workshop.open_matters:
        answered = (say(w.ANSWERS_IN, n=done, total=total),)
    return WorkshopProgressView(
        joined=joined_words(progress),
        answered=answered,
        done=done,
        total=total,
        left=clock(workshop.ends_at, now) or "",
    )


def joined_words(progress: Progress) -> str:
    """Return how many take part, and how many of them on paper."""
    parts = [say_n(w.JOINED, progress.voices)]
    if progress.paper:
        parts.append(say(w.ON_PAPER, n=progress.paper))
    return ", ".join(parts)


def arrivals_words(workshop: Workshop, arrivals: Arrivals) -> tuple[str, ...]:
    """Return how many came in lately, and, once something was asked, how many said nothing: empty where none did."""
    lately = (say_n(w.CAME_LATELY, arrivals.recent),) if arrivals.recent else ()
    asked = bool(workshop.votes) or bool(workshop.open_matters)
    return (*lately, say_n(w.SAID_NOTHING, arrivals.silent)) if asked and arrivals.silent else lately


def slips_words(count: int) -> tuple[str, ...]:
    """Return how many slips were told from phones; empty where none were."""
    return (say_n(w.SLIPS_TOLD, count),) if count else ()


def answers_in(progress: Progress) -> tuple[int, int]:
    """Return how many answers came in the last question round, and how many there can be; nothing of what they say."""
    return sum(progress.answered.values()), sum(progress.eligible.values())


def answered_words(progress: Progress, vote: Vote) -> tuple[str, ...]:
    """Return how far the question round `vote` is, in words."""
    done, total = answers_in(progress)
    if vote.is_second:
        return (say(w.SECOND_IN, n=done, total=total),)
    everyone = sum(n == progress.eligible[id_] > 0 for id_, n in progress.answered.items())
    return say(w.ANSWERS_IN, n=done, total=total), say(w.ALL_DONE_WITH, n=everyone, total=len(progress.answered))


def vote_name(rubric: Rubric, vote: Vote) -> str:
    """Return the name of a question round."""
    if vote.is_second:
        return say(w.SECOND_ON, name=rubric.by_id[vote.asks[0]].name)
    return say(w.QUESTION_ROUND, n=vote.number)


def clock(ends_at: datetime | None, now: datetime) -> str | None:
    """Return the time that is left, in words; None where no timer runs."""
    if ends_at is None:
        return None
    seconds = int((ends_at - now).total_seconds())
    return say(w.TIME_LEFT, clock=f"{seconds // 60}:{seconds % 60:02}") if seconds > 0 else say(w.TIME_UP)


def tally_words(tally: Tally) -> str:
    """Return how many voted of those who could, how many gave a level, and how many do not know."""
    parts = [say(w.VOTED, n=tally.voices, total=tally.eligible)] if tally.is_second else []
    if not tally.is_second or tally.answered < tally.voices:
        parts.append(say(w.GAVE_LEVEL, n=tally.answered, total=tally.voices))
    if tally.dont_know:
        parts.append(say_n(w.DID_NOT_KNOW, tally.dont_know))
    return " · ".join(parts)
