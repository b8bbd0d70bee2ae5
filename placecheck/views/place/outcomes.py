"""What became of it, as a reader sees it: decisions and next steps, the longest silence first."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from placecheck.assessment import Action
from placecheck.place.card import CardBase
from placecheck.place.decision import Decision, Sighting
from placecheck.place.follow_up import SETTLED, DecisionTrace, decision_traces, silences
from placecheck.views.outcome_words import with_details
from placecheck.views.place.listening import quoted
from placecheck.words import outcomes as w
from placecheck.words import say, say_n

Lines = tuple[tuple[str, tuple[str, ...]], ...]
DatedAction = tuple[Action, datetime.date | None]


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """A decision or a next step: what it is, how long it is silent (nothing where it is settled), and what is known."""

    id: str
    """The decision's card, or nothing for a next step."""
    kind: str
    words: str
    silence: str
    before: Lines
    """What was asked, said and decided."""
    after: Lines
    """What was promised, and what was seen: they never stand in one line."""
    days: int | None = None
    """How long it is silent; None where no day is known, or where it is settled."""
    indicators: tuple[str, ...] = ()
    """The ids of the indicators that speak to it."""

    @property
    def lines(self) -> Lines:
        """Return all that is known."""
        return (*self.before, *self.after)


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What waits for word, the longest silence first, and what is settled."""

    waiting: tuple[OutcomeRow, ...]
    settled: tuple[OutcomeRow, ...]

    @property
    def silent(self) -> tuple[OutcomeRow, ...]:
        """Return what waits for word, without what was heard of only today."""
        return tuple(row for row in self.waiting if row.days != 0)


def outcomes_view(cards: Iterable[CardBase], actions: Iterable[DatedAction], today: datetime.date) -> Outcomes:
    """Return every decision and next step. Each action comes with the day of its assessment."""
    all_cards, dated = list(cards), list(actions)
    traces = {trace.decision.id: trace for trace in decision_traces(all_cards)}
    waiting = []
    for silence in silences(all_cards, dated, today):
        subject, words = silence.subject, _silence_words(silence.days)
        row = _action_row(subject, words) if isinstance(subject, Action) else _decision_row(traces[subject.id], words)
        waiting.append(replace(row, days=silence.days))
    settled = [_decision_row(trace, "") for trace in traces.values() if trace.state == "closed"]
    settled += [_action_row(action, "") for action, _ in dated if action.outcome and action.outcome.state in SETTLED]
    return Outcomes(tuple(waiting), tuple(settled))


def outcome_band(cards: Iterable[CardBase], actions: Iterable[DatedAction], today: datetime.date) -> str | None:
    """Return one or two sentences on what has been silent, for a page that links to it; None where nothing has."""
    silent = [silence for silence in silences(cards, actions, today) if silence.days != 0]
    if not silent:
        return None
    words = say_n(w.BAND, len(silent))
    longest = silent[0]
    if longest.days:
        words += f" {say_n(w.BAND_LONGEST, longest.days, what=longest.words)}"
    return words


def _silence_words(days: int | None) -> str:
    if days is None:
        return say(w.SILENT_UNKNOWN)
    return say_n(w.SILENT, days) if days else say(w.HEARD_TODAY)


def _decision_row(trace: DecisionTrace, silence: str) -> OutcomeRow:
    decision = trace.decision
    before = tuple(line for line in (*_asked(trace), *_decided(decision)) if line[1])
    after = tuple(line for line in _honoured(decision) if line[1])
    indicators = decision.said.indicators if decision.said else ()
    return OutcomeRow(decision.id, say(w.DECISION), decision.words, silence, before, after, indicators=indicators)


def _asked(trace: DecisionTrace) -> Lines:
    ask, contribution = trace.decision.asked, trace.decision.said
    question = with_details(ask.question or "", ask.by, ask.when) if ask else ""
    spoken = (*map(quoted, trace.slips), *((contribution.words,) if contribution and contribution.words else ()))
    could = (ask.could_change,) if ask and ask.could_change else ()
    return (say(w.ASKED), (question,) if question else ()), (say(w.COULD_CHANGE), could), (say(w.SAID), spoken)


def _decided(decision: Decision) -> Lines:
    decided = decision.decided
    if decided is None:
        return ((say(w.DECIDED), (say(w.NOT_DECIDED),)),)
    effect = (say(w.EFFECTS[decided.effect]),) if decided.effect else ()
    return (
        (say(w.DECIDED), (with_details(decided.what, decided.by, decided.when),)),
        (say(w.EFFECT), effect),
        (say(w.BECAUSE), (decided.because,) if decided.because else ()),
    )


def _honoured(decision: Decision) -> Lines:
    """Return promised and seen, which are never in one line."""
    promise = decision.promised
    promised = (with_details(promise.what, promise.by, promise.when),) if promise else ()
    nothing = (say(w.NOT_SEEN),) if promise and not decision.seen and decision.closed is None else ()
    seen = tuple(map(_sighting, decision.seen)) or nothing
    closed = (decision.closed,) if decision.closed else ()
    return (say(w.PROMISED), promised), (say(w.SEEN), seen), (say(w.CLOSED), closed)


def _sighting(sighting: Sighting) -> str:
    return with_details(sighting.what, sighting.by, sighting.when)


def _action_row(action: Action, silence: str) -> OutcomeRow:
    outcome = action.outcome
    lines: list[tuple[str, tuple[str, ...]]] = []
    if outcome is not None:
        lines.append((say(w.SEEN), (with_details(outcome.seen or say(w.STATES[outcome.state]), None, outcome.when),)))
        if outcome.because:
            lines.append((say(w.BECAUSE), (outcome.because,)))
    state = f"{say(w.NEXT_STEP)}, {say(w.STATES[outcome.state])}" if outcome else say(w.NEXT_STEP)
    return OutcomeRow("", state, action.what, silence, (), tuple(lines))
