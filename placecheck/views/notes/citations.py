"""The passages behind a whole summary, each once, under their notes and with a number that the rest refers to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from placecheck.notes import Catalogue
from placecheck.views.notes.passage_card import passage_view
from placecheck.words import report as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class CitationView:
    """One passage under its number; `section` is the label of `link`, which opens the note where its page is known."""

    number: int
    gist: str
    section: str | None
    link: str | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitedNoteView:
    """One note and the passages of it that are quoted, in its order."""

    title: str
    passages: tuple[CitationView, ...]


def numbered(catalogue: Catalogue, ids: Iterable[str]) -> dict[str, int]:
    """Return a number, from 1, for each of the passages `ids` that the catalogue holds, in the catalogue's order."""
    wanted = set(ids)
    held = (passage for note in catalogue.notes for passage in catalogue.passages if passage.note == note.id)
    return {
        passage.id: number for number, passage in enumerate((cited for cited in held if cited.id in wanted), start=1)
    }


def cited_notes(catalogue: Catalogue, numbers: Mapping[str, int]) -> tuple[CitedNoteView, ...]:
    """Return the passages that `numbers` names, grouped by their notes."""
    notes = groupby(numbers, key=lambda id_: catalogue.passages_by_id[id_].note)
    return tuple(
        CitedNoteView(
            say(w.NOTE_LINE, title=catalogue.notes_by_id[note].title, date=catalogue.notes_by_id[note].date),
            tuple(_quoted(catalogue, id_, numbers[id_]) for id_ in ids),
        )
        for note, ids in notes
    )


def _quoted(catalogue: Catalogue, id_: str, number: int) -> CitationView:
    view, passage = passage_view(catalogue, id_), catalogue.passages_by_id[id_]
    link = catalogue.link(passage)
    section = passage.section or (say(w.WHOLE_NOTE) if link else None)
    by_one = (view.speaker,) if passage.speaker not in (None, "summary") else ()
    return CitationView(number, view.gist, section, link, (*by_one, *view.remarks))
