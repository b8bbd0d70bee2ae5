"""What became of one person's slips: the pile, a group, a story, and what was decided, promised and seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from placecheck.place.asset import Asset
from placecheck.place.card import CardBase
from placecheck.place.decision import Decision
from placecheck.place.follow_up import DecisionTrace, decision_traces
from placecheck.place.model import cards_of
from placecheck.place.slip import Slip, SlipGroup
from placecheck.views.outcome_words import with_details
from placecheck.words import outcomes as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class SlipOutcome:
    """A slip and what became of it, a line for each thing that is known."""

    id: str
    words: str
    became: tuple[str, ...]


def slip_outcomes(cards: Iterable[CardBase], ids: Iterable[str]) -> tuple[SlipOutcome, ...]:
    """Return each remaining slip of `ids` with what became of it, in the order of the cards."""
    all_cards, wanted = list(cards), set(ids)
    groups = {group.id: group.words for group in cards_of(all_cards, SlipGroup)}
    traces = decision_traces(all_cards)
    made = {asset.from_slip: asset.words for asset in cards_of(all_cards, Asset)}
    return tuple(
        SlipOutcome(slip.id, slip.words, (*_sorted(slip, groups, made.get(slip.id)), *_of_decisions(slip, traces)))
        for slip in cards_of(all_cards, Slip)
        if slip.id in wanted
    )


def _sorted(slip: Slip, groups: dict[str, str], card: str | None) -> Iterator[str]:
    """Yield where the slip lies: in groups, on the pile or left out, as a card, and as a story."""
    names = [groups[id_] for id_ in slip.groups if id_ in groups]
    if names:
        yield from (say(w.ON_AGENDA, words=name) for name in names)
    elif card is None and slip.left_out is not None:
        yield say(w.SLIP_LEFT_OUT, why=slip.left_out)
    elif card is None:
        yield say(w.ON_PILE)
    if card is not None:
        yield say(w.SLIP_HERE, words=card)
    if slip.story is not None:
        yield say(w.SLIP_STORY)


def _of_decisions(slip: Slip, traces: Sequence[DecisionTrace]) -> Iterator[str]:
    for trace in traces:
        if slip in trace.slips:
            yield from _of_decision(trace.decision)


def _of_decision(decision: Decision) -> Iterator[str]:
    """Yield what was decided, promised, seen and closed; promised and seen never stand in one line."""
    decided = decision.decided
    if decided is None:
        yield say(w.SLIP_ASKED, words=decision.words)
    else:
        effect = f" ({say(w.EFFECTS[decided.effect])})" if decided.effect else ""
        yield say(w.SLIP_DECIDED, words=decision.words, what=decided.what) + effect
    if decision.promised is not None:
        promise = decision.promised
        yield _labelled(w.PROMISED, with_details(promise.what, promise.by, promise.when))
        if not decision.seen and decision.closed is None:
            yield say(w.NOT_SEEN)
    yield from (
        _labelled(w.SEEN, with_details(sighting.what, sighting.by, sighting.when)) for sighting in decision.seen
    )
    if decision.closed is not None:
        yield _labelled(w.CLOSED, decision.closed)


def _labelled(label: str, text: str) -> str:
    return say(w.LABELLED, label=say(label), text=text)
