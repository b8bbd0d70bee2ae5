"""Blocks of an output that a guide works out: the ways that fit, what tendering truly costs, figures of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from placecheck.guides.model import Guide, OutputPart
from placecheck.guides.options import fitting_options
from placecheck.guides.replies import HIGH, LOW, Replies, reply_part_id
from placecheck.guides.tendering import (
    CostFault,
    Span,
    TenderingCost,
    cost_fault,
    tendering_cost,
    tendering_sheet,
)
from placecheck.words import guides as words
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class OutputBlock:
    """A piece of an output: a heading, a paragraph, a list (`rows` of one) or a table (its first row is the head)."""

    kind: Literal["heading", "text", "list", "table"]
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def computed_blocks(guide: Guide, piece: OutputPart, replies: Replies) -> Iterator[OutputBlock]:
    """Yield what `piece` shows of its own: it asks for the ways that fit, the cost of tendering, or the evidence."""
    match piece.show:
        case "options":
            yield from _option_blocks(guide, piece, replies)
        case "tendering" if guide.tendering is not None:
            sheet = tendering_sheet(guide.tendering, replies)
            if isinstance(sheet, tuple):
                yield from _unfinished(guide, piece, sheet)
            else:
                cost = tendering_cost(sheet)
                yield from _cost_blocks(cost)
                yield OutputBlock("text", _share(guide, guide.tendering.value, replies, cost.share))
        case "evidence":
            rows = tuple(
                (evidence.side, evidence.says, f"{evidence.source}, {evidence.year}") for evidence in guide.evidence
            )
            yield OutputBlock("table", rows=(tuple(map(say, words.EVIDENCE_HEAD)), *rows))


def _option_blocks(guide: Guide, piece: OutputPart, replies: Replies) -> Iterator[OutputBlock]:
    fits = fitting_options(guide, replies)
    if piece.blank and not any(fit.because for fit in fits):
        yield OutputBlock("text", piece.blank)
    for fit in fits:
        yield OutputBlock("heading", fit.option.name)
        yield OutputBlock("text", fit.option.about)
        if fit.because:
            names = ", ".join(guide.questions_by_id[id_].name for id_ in fit.because)
            yield OutputBlock("text", say(words.FITS_BECAUSE, names=names))
        if fit.option.promise:
            yield OutputBlock("text", say(words.PROMISE, promise=fit.option.promise))
        yield from (OutputBlock("text", say(words.CAUTION, caution=warn.because)) for warn in fit.option.warns)
        if fit.option.change:
            yield OutputBlock("text", say(words.WOULD_CHANGE, change=fit.option.change))


def _unfinished(guide: Guide, piece: OutputPart, faults: tuple[CostFault, ...]) -> Iterator[OutputBlock]:
    """Yield what keeps the sum from standing here: what is missing, if anything is, and each number that is wrong."""
    if any(fault.why == "missing" for fault in faults):
        yield OutputBlock("text", piece.blank or say(words.NO_COST))
    for fault in faults:
        if fault.why != "missing":
            name = guide.questions_by_id[fault.question].name
            yield OutputBlock("text", say(words.COST_FAULTS[fault.why], name=name))


def _cost_blocks(cost: TenderingCost) -> Iterator[OutputBlock]:
    lines = (
        (words.COST_BIDS, cost.bids),
        (words.COST_LOST, cost.lost_bids),
        (words.COST_BUYER, cost.buyer),
        (words.COST_CHANGEOVER, cost.changeover),
        (words.COST_TOTAL, cost.total),
    )
    rows = [(say(name), _money(span.low), _money(span.high)) for name, span in lines]
    yield OutputBlock("table", rows=(tuple(map(say, words.COST_HEAD)), *rows))
    yield OutputBlock("text", say(words.COST_FORMULA))
    yield OutputBlock("text", say(words.COST_HOURS, low=_number(cost.hours.low), high=_number(cost.hours.high)))


def _share(guide: Guide, value: str, replies: Replies, share: Span | None) -> str:
    """Return how much of the contract's value bidding costs, or what keeps that from being said."""
    if share is not None:
        return say(words.COST_SHARE, **_percent(share))
    why = cost_fault(replies.text(reply_part_id(value, LOW)), replies.text(reply_part_id(value, HIGH)))
    return say(words.COST_FAULTS[why], name=guide.questions_by_id[value].name) if why else say(words.NO_SHARE)


def _money(number: object) -> str:
    return say(words.MONEY, amount=_number(number))


def _number(number: object) -> str:
    return f"{number:,.0f}"


def _percent(span: Span) -> dict[str, str]:
    return {"low": f"{span.low * 100:.1f}", "high": f"{span.high * 100:.1f}"}
