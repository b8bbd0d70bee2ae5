"""The notes' own text, for whoever adds it: what came of it, and what is there of each note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.notes.adding import AddingResult
from placecheck.notes.library import Holding
from placecheck.words import library as w
from placecheck.words import say, say_n

_STATES = {"whole": w.WHOLE, "part": w.PART, "absent": w.ABSENT}


@dataclass(frozen=True, slots=True)
class HoldingView:
    """What is there of one note, as sentences; `removable` where some text of it was added."""

    note: str
    title: str
    lines: tuple[str, ...]
    known: bool
    removable: bool


def holding_views(holdings: Sequence[Holding]) -> tuple[HoldingView, ...]:
    """Return how much of each note is held, in the order given."""
    return tuple(
        HoldingView(
            holding.note,
            holding.title,
            _lines(holding),
            known=holding.state != "new",
            removable=holding.state != "absent",
        )
        for holding in holdings
    )


def _lines(holding: Holding) -> tuple[str, ...]:
    if holding.state == "new":
        return (say(w.NEW_NOTE, n=holding.paragraphs),)
    lines = [say(_STATES[holding.state], n=holding.passages, of=holding.passages_of)]
    if holding.unlike:
        lines.append(say_n(w.UNLIKE, holding.unlike))
    return tuple(lines)


def added_report(added: AddingResult, holdings: Sequence[Holding]) -> tuple[str, ...]:
    """Return what came of adding files, as sentences: how much was read, what is held of the notes now, what is new."""
    known = [holding for holding in holdings if holding.state != "new"]
    new = len(holdings) - len(known)
    whole, part = (sum(holding.state == state for holding in known) for state in ("whole", "part"))
    lines = [say_n(w.FILES_READ, len(added.files)) if added.files else say(w.NONE_READ)]
    if known:
        lines.append(say(w.KNOWN, of=len(known), n=whole + part, whole=whole, part=part))
        passages = sum(holding.passages_of for holding in known)
        lines.append(say(w.PASSAGES, n=sum(holding.passages for holding in known), of=passages))
    if added.files:
        lines.append(say_n(w.CHANGED, len(added.changed)) if added.changed else say(w.UNCHANGED))
    if new:
        lines.append(say_n(w.NEW, new))
    if added.left_out:
        lines.append(say_n(w.LEFT_OUT, added.left_out))
    return tuple(lines)
