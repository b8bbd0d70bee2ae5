"""The true cost of tendering: against a sheet worked out by hand, and for whatever numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.guides.model import TenderingInputs
from placecheck.guides.replies import Replies
from placecheck.guides.tendering import CostFault, Span, TenderingSheet, plain_number, tendering_cost, tendering_sheet

NUMBERS = st.integers(0, 10_000).map(Decimal)
SPANS = st.tuples(NUMBERS, NUMBERS).map(lambda pair: Span(min(pair), max(pair)))
SHEETS = st.builds(
    TenderingSheet,
    bidders=SPANS,
    hours=SPANS,
    hourly=SPANS,
    buyer_hours=SPANS,
    buyer_hourly=SPANS,
    changeover=SPANS,
    value=st.none() | SPANS,
)
INPUTS = TenderingInputs(
    bidders="bidders", hours="hours", hourly="hourly", buyer_hours="bh", buyer_hourly="bc", changeover="over", value="v"
)


def span(low: str, high: str) -> Span:
    return Span(Decimal(low), Decimal(high))


def test_it_comes_to_what_a_sheet_by_hand_comes_to():
    """Five or six bids of 40 to 80 hours at 25 to 35; 100 to 150 hours of the buyer at 40; 2,000 to 8,000 over."""
    cost = tendering_cost(
        TenderingSheet(
            bidders=span("5", "6"),
            hours=span("40", "80"),
            hourly=span("25", "35"),
            buyer_hours=span("100", "150"),
            buyer_hourly=span("40", "40"),
            changeover=span("2000", "8000"),
            value=span("150000", "200000"),
        )
    )
    assert cost.bids == span("5000", "16800")  # 5 x 40 x 25, 6 x 80 x 35
    assert cost.lost_bids == span("4000", "14000")  # 4 x 40 x 25, 5 x 80 x 35
    assert cost.buyer == span("4000", "6000")  # 100 x 40, 150 x 40
    assert cost.total == span("11000", "30800")
    assert cost.hours == span("300", "630")  # 5 x 40 + 100, 6 x 80 + 150
    assert cost.share is not None
    assert cost.share.low == Decimal("0.055")  # 11,000 of 200,000
    assert round(cost.share.high, 4) == Decimal("0.2053")  # 30,800 of 150,000


@given(SHEETS)
def test_low_is_never_above_high(sheet):
    cost = tendering_cost(sheet)
    spans = (cost.bids, cost.lost_bids, cost.hours, cost.buyer, cost.changeover, cost.total, cost.share)
    assert all(one.low <= one.high for one in spans if one is not None)


@given(SHEETS, st.integers(1, 20))
def test_more_bidders_never_cost_less(sheet, more):
    added = Span(sheet.bidders.low + more, sheet.bidders.high + more)
    fewer, many = tendering_cost(sheet), tendering_cost(TenderingSheet(added, *list(vars_of(sheet))[1:]))
    assert many.total.low >= fewer.total.low
    assert many.total.high >= fewer.total.high
    assert many.lost_bids.high >= fewer.lost_bids.high


@given(SHEETS)
def test_what_losers_spend_is_part_of_what_all_spend(sheet):
    cost = tendering_cost(sheet)
    assert cost.lost_bids.low <= cost.bids.low
    assert cost.lost_bids.high <= cost.bids.high


@given(SHEETS)
def test_a_share_is_only_said_of_a_contract_that_is_worth_something(sheet):
    worth = sheet.value is not None and sheet.value.low > 0
    assert (tendering_cost(sheet).share is not None) == worth


def vars_of(sheet: TenderingSheet) -> tuple[Span | None, ...]:
    return (
        sheet.bidders, sheet.hours, sheet.hourly, sheet.buyer_hours, sheet.buyer_hourly, sheet.changeover, sheet.value,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [("1,200", "1200"), ("£1,200.50", "1200.50"), (" 40 ", "40"), ("0", "0"), ("€ 5", "5")],
)
def test_a_number_may_be_written_as_people_write_it(text, number):
    assert plain_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["", "about 40", "-5", "1,20", "1e9", "4 h", "NaN", "१२"])
def test_what_is_no_number_is_not_guessed(text):
    assert plain_number(text) is None


def test_one_number_alone_is_low_and_high():
    sheet = tendering_sheet(INPUTS, Replies({"bidders-low": "5", "hours-high": "40", "hourly-low": "20"}))
    assert isinstance(sheet, TenderingSheet)
    assert (sheet.bidders, sheet.hours) == (span("5", "5"), span("40", "40"))


def test_what_is_wrong_with_a_sheet_is_said_question_by_question():
    replies = Replies({"bidders-low": "9", "bidders-high": "3", "hours-low": "some"})
    assert tendering_sheet(INPUTS, replies) == (
        CostFault("bidders", "upside-down"),
        CostFault("hours", "no-number"),
        CostFault("hourly", "missing"),
    )
