"""What was heard, as a reader sees it: an agenda in residents' words, and who was heard."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from placecheck.place.agenda import make_agenda, slip_roles
from placecheck.place.card import CardBase
from placecheck.place.model import cards_of
from placecheck.place.slip import Slip
from placecheck.words import listening as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class AgendaSection:
    """One item of the agenda: its words, the slips pinned to it, and those that are pinned elsewhere too."""

    id: str
    words: str
    slips: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listening:
    """All that a page or a print shows of what was heard."""

    items: tuple[AgendaSection, ...]
    alone: tuple[str, ...]
    left_out: tuple[str, ...]
    heard: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Return whether nothing was heard."""
        return not (self.items or self.alone or self.left_out)


def listening_view(cards: Iterable[CardBase]) -> Listening:
    """Return the agenda that the slips make. What is left out gives the reason, and not its words."""
    all_cards = list(cards)
    made = make_agenda(all_cards)
    return Listening(
        items=tuple(
            AgendaSection(
                item.group.id,
                item.group.words,
                tuple(map(quoted, item.slips)),
                tuple(say(w.ALSO_HERE, words=slip.words) for slip in item.also),
            )
            for item in made.items
        ),
        alone=tuple(map(quoted, made.alone)),
        left_out=tuple(
            say(w.LEFT_OUT_BECAUSE, who=slip.by or say(w.SOMEBODY), why=slip.left_out) for slip in made.left_out
        ),
        heard=tuple(role or say(w.NOT_SAID_WHO) for role in slip_roles(all_cards)),
    )


def stories_beside(cards: Iterable[CardBase], indicator: str) -> tuple[str, ...]:
    """Return the slips that are told as stories beside a question, as those who said them agreed to."""
    return tuple(
        quoted(slip) for slip in cards_of(cards, Slip) if slip.story is not None and indicator in slip.story.indicators
    )


def quoted(slip: Slip) -> str:
    """Return a slip in quotation marks, with the role that it came from."""
    if slip.by is None:
        return say(w.QUOTE, words=slip.words)
    return say(w.QUOTE_BY, words=slip.words, who=slip.by)
