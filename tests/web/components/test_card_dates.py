"""Dates of a card stay as people write them; what can be understood is understood, and none refuses the rest."""

import datetime

import pytest

from placecheck.exchange.card_table import card_of_cells
from placecheck.place import Asset
from placecheck.place.questions import cards_ending_within_a_year, checked_on


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31/01/2027", datetime.date(2027, 1, 31)),
        ("January 2027", datetime.date(2027, 1, 31)),
        ("2027", datetime.date(2027, 12, 31)),
        ("by Easter", None),
        ("spring", None),
    ],
)
def test_a_date_of_a_card_is_kept_as_written_and_understood_where_it_names_one(written, day):
    cells = {"kind": "here", "layer": "built", "words": "The hall", "ends": written, "checked": written}
    card = card_of_cells(cells, ())
    assert isinstance(card, Asset)
    assert (card.ends, card.checked) == (written, written)
    assert checked_on(card) == day
    assert bool(cards_ending_within_a_year([card], datetime.date(2027, 1, 1))) == (day is not None)
