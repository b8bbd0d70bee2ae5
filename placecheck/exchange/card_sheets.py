"""Read the sheets of a file as cards: a plan for each sheet in turn, with no id used twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from placecheck.exchange.card_mapping import Mapped, chosen_columns
from placecheck.exchange.card_table import CardColumn, CardPlan, card_plan
from placecheck.exchange.sheet import Sheet
from placecheck.exchange.slip_table import slips_from, word_columns
from placecheck.place.model import Card

NO_COLUMNS: Mapped = {}


def card_plans(
    sheets: Sequence[Sheet],
    defaults: Mapping[str, str],
    mapped: Mapped = NO_COLUMNS,
    known: Sequence[Card] = (),
) -> list[CardPlan]:
    """Return the plan of each sheet; `defaults` are for rows that do not give these keys, `mapped` people's choices.

    A table of slips of which no column has a known heading gives a slip for each cell with people's words.
    """
    plans: list[CardPlan] = []
    for sheet in sheets:
        taken = {card.id for plan in plans for card in plan.cards}
        plan = card_plan(sheet, defaults, chosen_columns(sheet, mapped), known, taken)
        if defaults.get("kind") == "heard" and not mapped and "words" not in {column.key for column in plan.columns}:
            plan = _slips(sheet, taken | {card.id for card in known}) or plan
        plans.append(plan)
    return plans


def row_defaults(kind: str, layer: str = "built") -> dict[str, str]:
    """Return the defaults for rows that do not give their kind or layer."""
    return {"kind": kind, **({"layer": layer} if kind == "here" else {})}


def _slips(sheet: Sheet, taken: set[str]) -> CardPlan | None:
    columns = word_columns(sheet)
    words = [column.index for column in columns if column.taken]
    taken_as = tuple(CardColumn(column.index, column.heading, "words" if column.taken else None) for column in columns)
    return CardPlan(sheet.name, taken_as, slips_from(sheet, words, taken), ()) if words else None
