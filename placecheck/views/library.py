"""The notes' own text, for whoever adds it: what came of it, and what is there of each note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from placecheck.notes.adding import Added
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
    """What is there of each note, in the order given."""
    return tuple(
        HoldingView(one.note, one.title, _lines(one), known=one.state != "new", removable=one.state != "absent")
        for one in holdings
    )


def _lines(one: Holding) -> tuple[str, ...]:
    if one.state == "new":
        return (say(w.NEW_NOTE, n=one.paragraphs),)
    lines = [say(_STATES[one.state], n=one.passages, of=one.passages_of)]
    if one.unlike:
        lines.append(say_n(w.UNLIKE, one.unlike))
    return tuple(lines)


def report(added: Added, holdings: Sequence[Holding]) -> tuple[str, ...]:
    """What came of adding files, as sentences: how much was read, what is there of the notes now, what is new."""
    known = [one for one in holdings if one.state != "new"]
    new = len(holdings) - len(known)
    whole, part = (sum(one.state == state for one in known) for state in ("whole", "part"))
    lines = [say_n(w.FILES_READ, len(added.files)) if added.files else say(w.NONE_READ)]
    if known:
        lines.append(say(w.KNOWN, of=len(known), n=whole + part, whole=whole, part=part))
        passages = sum(one.passages_of for one in known)
        lines.append(say(w.PASSAGES, n=sum(one.passages for one in known), of=passages))
    if added.files:
        lines.append(say_n(w.CHANGED, len(added.changed)) if added.changed else say(w.UNCHANGED))
    if new:
        lines.append(say_n(w.NEW, new))
    if added.left_out:
        lines.append(say_n(w.LEFT_OUT, added.left_out))
    return tuple(lines)
