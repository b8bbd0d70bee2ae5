from __future__ import annotations

import datetime

import pytest

from placecheck.network.spread import Spread
from placecheck.storage import AssessmentSummary, PlaceSummary
from placecheck.views.comparison.network import SearchFilters, listed_assessments, matching_assessments, spread_view

MOMENT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def place(name: str, *sets: str, kind: str | None = "town", nation: str = "Wales", context: str = "") -> PlaceSummary:
    held = tuple(
        AssessmentSummary(
            f"{name}-{n}", name, n, "r", "1", kind_, False, datetime.date(2025 + n, 5, 1), 3, 9, 9, MOMENT, MOMENT
        )
        for n, kind_ in enumerate(sets)
    )
    return PlaceSummary(name, name, kind, nation, None, context or None, MOMENT, MOMENT, held)


ROUNDS = listed_assessments(
    [
        place("Aber", "starter", "full", context="By the old pier"),
        place("Brook", "full", kind="village", nation="England"),
        place("Cwm", "starter", kind=None),
    ]
)


def test_newest_rounds_come_first_within_a_place_and_places_keep_their_order():
    assert [one.id for one in ROUNDS] == ["Aber-1", "Aber-0", "Brook-0", "Cwm-0"]
    assert [one.newest for one in ROUNDS] == [True, False, True, True]
    assert ROUNDS[0].about == "Town · Wales · 1 May 2026 · full set · 3 people"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (SearchFilters(), ["Aber-1", "Aber-0", "Brook-0", "Cwm-0"]),
        (SearchFilters(kinds=("town",)), ["Aber-1", "Aber-0"]),
        (SearchFilters(kinds=("town", "village"), nations=("England",)), ["Brook-0"]),
        (SearchFilters(question_set="starter"), ["Aber-0", "Cwm-0"]),
        (SearchFilters(words="PIER aber"), ["Aber-1", "Aber-0"]),
        (SearchFilters(words="pier brook"), []),
    ],
)
def test_all_that_is_said_must_hold_and_nothing_said_means_any(wanted, found):
    assert [one.id for one in matching_assessments(ROUNDS, wanted)] == found


def test_an_indicator_with_too_few_places_says_so_and_is_not_drawn(rubric):
    spreads = [Spread(12, 1.0, 2.0, 3.0)] + [Spread(4, None, None, None)] * (len(rubric.by_id) - 1)
    first, second, *_ = spread_view(rubric, spreads, 10).rows()
    assert (first.status, first.low, first.reading, first.high) == ("ok", 1.0, 2.0, 3.0)
    assert (second.status, second.words) == ("not_here", "Fewer than 10 places say")
