"""The passages behind a whole summary, each once, under their notes and with a number that the rest refers to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from placecheck.notes import Catalogue
from placecheck.views.passage import passage_view
from placecheck.words import report as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class QuotedView:
    """One passage under its number; `link` opens the note at the paragraph where its page is known."""

    number: int
    gist: str
    section: str
    link: str | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuotedNoteView:
    """One note and the passages of it that are quoted, in its order."""

    title: str
    passages: tuple[QuotedView, ...]


def numbered(catalogue: Catalogue, ids: Iterable[str]) -> dict[str, int]:
    """A number from 1 for each of the passages `ids` that the catalogue holds, in the catalogue's order."""
    asked = set(ids)
    held = (passage for note in catalogue.notes for passage in catalogue.passages if passage.note == note.id)
    return {passage.id: number for number, passage in enumerate((one for one in held if one.id in asked), start=1)}


def quoted(catalogue: Catalogue, numbers: Mapping[str, int]) -> tuple[QuotedNoteView, ...]:
    """The passages that `numbers` names, under their notes."""
    notes = groupby(numbers, key=lambda id_: catalogue.passage[id_].note)
    return tuple(
        QuotedNoteView(
            say(w.NOTE_LINE, title=catalogue.note[note].title, date=catalogue.note[note].date),
            tuple(_quoted(catalogue, id_, numbers[id_]) for id_ in ids),
        )
        for note, ids in notes
    )


def _quoted(catalogue: Catalogue, id_: str, number: int) -> QuotedView:
    view = passage_view(catalogue, id_)
    return QuotedView(number, view.gist, catalogue.passage[id_].section, view.link, view.remarks)
