"""The true cost of letting groups bid: what all bidders spend, what the buyer spends, and what a changeover costs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from placecheck.guides.model import TenderingInputs
from placecheck.guides.replies import HIGH, LOW, Replies, reply_part_id

_NUMBER = re.compile(r"[£€$]?\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12})(\.[0-9]{1,4})?")


@dataclass(frozen=True, slots=True)
class Span:
    """A number that is not known exactly: at least `low`, at most `high`."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Span) -> Span:
        return Span(self.low + other.low, self.high + other.high)

    def __mul__(self, other: Span) -> Span:
        return Span(self.low * other.low, self.high * other.high)


NOTHING = Span(Decimal(0), Decimal(0))


@dataclass(frozen=True, slots=True)
class TenderingSheet:
    """What goes into the sum, each a span: counts, hours, and money in one currency."""

    bidders: Span
    hours: Span
    hourly: Span
    buyer_hours: Span = NOTHING
    buyer_hourly: Span = NOTHING
    changeover: Span = NOTHING
    value: Span | None = None


@dataclass(frozen=True, slots=True)
class TenderingCost:
    """The sum, line by line. `share` is of the contract's value; None where that is not known."""

    bids: Span
    lost_bids: Span
    hours: Span
    buyer: Span
    changeover: Span
    total: Span
    share: Span | None


def tendering_cost(sheet: TenderingSheet) -> TenderingCost:
    """Return what bidding costs everyone: bidders x hours x hourly cost + buyer's hours x their cost + changeover.

    One bidder wins; what the others spent is shown as `lost_bids`, which is part of `bids`.
    """
    factor = Span(Decimal(1), Decimal(1))
    losers = Span(max(sheet.bidders.low - factor.low, Decimal(0)), max(sheet.bidders.high - factor.high, Decimal(0)))
    bids = sheet.bidders * sheet.hours * sheet.hourly
    buyer = sheet.buyer_hours * sheet.buyer_hourly
    total = bids + buyer + sheet.changeover
    share = None
    if sheet.value is not None and sheet.value.low > 0:
        share = Span(total.low / sheet.value.high, total.high / sheet.value.low)
    return TenderingCost(
        bids=bids,
        lost_bids=losers * sheet.hours * sheet.hourly,
        hours=sheet.bidders * sheet.hours + sheet.buyer_hours,
        buyer=buyer,
        changeover=sheet.changeover,
        total=total,
        share=share,
    )


@dataclass(frozen=True, slots=True)
class CostFault:
    """A number that cannot be used: the question, and why (`missing`, `no-number` or `upside-down`)."""

    question: str
    why: str


NEEDED = ("bidders", "hours", "hourly")


def tendering_sheet(inputs: TenderingInputs, replies: Replies) -> TenderingSheet | tuple[CostFault, ...]:
    """Read the sheet from the replies, or return what is wrong with them. One number alone is both low and high.

    The sum needs no value: where that cannot be used there is a sheet, without it.
    """
    spans: dict[str, Span | None] = {}
    faults: list[CostFault] = []
    for name in TenderingInputs.model_fields:
        question = getattr(inputs, name)
        span, why = _span(replies.text(reply_part_id(question, LOW)), replies.text(reply_part_id(question, HIGH)))
        spans[name] = span
        if name != "value" and (why or (span is None and name in NEEDED)):
            faults.append(CostFault(question, why or "missing"))
    if faults:
        return tuple(faults)
    return TenderingSheet(**{name: span for name, span in spans.items() if span is not None})


def cost_fault(low: str, high: str) -> str | None:
    """Return why a low and a high number as they were typed cannot be used; None where they can, or are not there."""
    return _span(low.strip(), high.strip())[1]


def _span(low: str, high: str) -> tuple[Span | None, str | None]:
    if not low and not high:
        return None, None
    numbers = [plain_number(text) for text in (low or high, high or low)]
    if numbers[0] is None or numbers[1] is None:
        return None, "no-number"
    if numbers[0] > numbers[1]:
        return None, "upside-down"
    return Span(numbers[0], numbers[1]), None


def plain_number(text: str) -> Decimal | None:
    """Return the number written in `text`, with or without a currency and commas; None where there is none."""
    match = _NUMBER.fullmatch(text.strip())
    return Decimal(match[1].replace(",", "") + (match[2] or "")) if match else None
