"""A card that is open in its form: how this window last saw it, and what somebody else wrote in it meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from placecheck.exchange.card_cells import as_cells
from placecheck.place import Card
from placecheck.place.file import card_data
from placecheck.place.merge import merged_card
from placecheck.storage import KeptCard
from placecheck.web.state.session import Session

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class EditedCard:
    """A card in its form. `theirs` has what waits for a choice: what somebody else wrote where it was changed here."""

    seen: KeptCard
    turn: int
    """The number of the change from which on the form was filled in. What is typed belongs to it."""
    theirs: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    refill: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """What the fields are to show when they are drawn next."""

    @property
    def id(self) -> str:
        """Return the id of the card."""
        return self.seen.card.id

    @property
    def cells(self) -> dict[str, str]:
        """Return what the card says, by the path of each field."""
        return as_cells(card_data(self.seen.card))

    def merged_with(self, mine: Card, current: KeptCard) -> EditedCard:
        """Return the edit `mine` merged with `current`, which somebody else kept.

        Fields that only one of the two changed take that change, and those that both changed wait in `theirs`.
        """
        card, both = merged_card(self.seen.card, current.card, mine)
        own, others = as_cells(card_data(mine)), as_cells(card_data(current.card))
        texts = {**dict.fromkeys(own, ""), **as_cells(card_data(card)), **{path: own.get(path, "") for path in both}}
        return EditedCard(current, self.turn, {path: others.get(path, "") for path in both}, texts)

    def resolved(self, path: str) -> EditedCard:
        """Return the edit without the conflict in the field `path`, once somebody chose what counts there."""
        return replace(self, theirs={other: text for other, text in self.theirs.items() if other != path})


def begin_edit(session: Session, kept_card: KeptCard) -> EditedCard:
    """Return the card as it stood when its form was opened, so that what others change meanwhile is not lost."""
    edited = session.widget_value(_key(kept_card.card.id))
    if not isinstance(edited, EditedCard):
        edited = EditedCard(kept_card, kept_card.sequence)
        remember_edit(session, edited)
    return edited


def remember_edit(session: Session, edited: EditedCard) -> None:
    """Keep in this window how the card is seen here."""
    session.set_widget_value(_key(edited.id), edited)


def reset_card_form(session: Session, id_: str) -> None:
    """Let the form of a card begin with the card as it is then."""
    session.set_widget_value(_key(id_), None)


def _key(id_: str) -> str:
    return f"edited-{id_}"
