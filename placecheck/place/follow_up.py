"""What became of decisions and next steps: from what was asked to what was last seen, and the silence since then."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from placecheck.assessment.model import Action
from placecheck.dates import last_day
from placecheck.place.card import CardBase
from placecheck.place.decision import Decision
from placecheck.place.model import cards_of
from placecheck.place.slip import Slip

DecisionState = Literal["asked", "decided", "promised", "seen", "closed"]
"""How far a decision is known to have come."""

SETTLED = ("done", "let_go")
"""States of a next step that needs no follow-up."""


@dataclass(frozen=True, slots=True)
class DecisionTrace:
    """A decision with the slips that speak to it, in full."""

    decision: Decision
    slips: tuple[Slip, ...]
    state: DecisionState
    last: datetime.date | None
    """The latest day of which anything is known."""


@dataclass(frozen=True, slots=True)
class Silence:
    """Something that people are waiting to hear about, and for how many days (None: no day is known)."""

    words: str
    last: datetime.date | None
    days: int | None
    subject: Decision | Action


def decision_traces(cards: Iterable[CardBase]) -> tuple[DecisionTrace, ...]:
    """Return each decision with what led to it, in the order of the cards."""
    all_cards = list(cards)
    slips = {slip.id: slip for slip in cards_of(all_cards, Slip)}
    return tuple(_trace(decision, slips) for decision in cards_of(all_cards, Decision))


def silences(
    cards: Iterable[CardBase], actions: Iterable[tuple[Action, datetime.date | None]], today: datetime.date
) -> tuple[Silence, ...]:
    """Return what is not settled, the longest silence first, then what has no day.

    Each next step counts from the day of its assessment until something is seen of it.
    """
    waiting = [
        Silence(trace.decision.words, trace.last, _days(trace.last, today), trace.decision)
        for trace in decision_traces(cards)
        if trace.state != "closed"
    ]
    for action, begun in actions:
        if action.outcome is None or action.outcome.state not in SETTLED:
            last = (last_day(action.outcome.when) if action.outcome else None) or begun
            waiting.append(Silence(action.what, last, _days(last, today), action))
    return tuple(sorted(waiting, key=lambda silence: (silence.days is None, -(silence.days or 0))))


def decision_state(decision: Decision) -> DecisionState:
    """Return how far `decision` is known to have come. A promise is not yet something seen."""
    if decision.closed is not None:
        return "closed"
    if decision.seen:
        return "seen"
    if decision.promised is not None:
        return "promised"
    return "asked" if decision.decided is None else "decided"


def last_heard(decision: Decision) -> datetime.date | None:
    """Return the latest day on which something was asked, decided or seen.

    The day for which something is promised does not count: nobody has heard anything by it.
    """
    asked_when = decision.asked.when if decision.asked else None
    decided = decision.decided.when if decision.decided else None
    days = (
        last_day(when) for when in (decision.date, asked_when, decided, *(sighting.when for sighting in decision.seen))
    )
    return max((day for day in days if day is not None), default=None)


def _trace(decision: Decision, slips: Mapping[str, Slip]) -> DecisionTrace:
    named = decision.said.slips if decision.said else ()
    pinned = tuple(slips[id_] for id_ in named if id_ in slips)
    return DecisionTrace(decision, pinned, decision_state(decision), last_heard(decision))


def _days(last: datetime.date | None, today: datetime.date) -> int | None:
    return None if last is None else max(0, (today - last).days)
