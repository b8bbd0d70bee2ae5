"""A passage in its surroundings: what stands before and after it, what it bears on, what is read next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from placecheck.notes.library import Library, Paragraph
from placecheck.rubric import Rubric
from placecheck.views.notes.passage_card import PassageView, passage_view
from placecheck.words import library as w
from placecheck.words import say

NEAR = 2
"""How many paragraphs on either side are shown at once; the rest of the note opens at a click."""


@dataclass(frozen=True, slots=True)
class PassageCard:
    """A passage in its context. Without its text, only `passage` is set; of an unknown note, only the text."""

    id: str
    title: str
    about: str
    passage: PassageView | None
    earlier: tuple[Paragraph, ...]
    near: tuple[Paragraph, ...]
    later: tuple[Paragraph, ...]

    @property
    def text(self) -> str | None:
        """Return the paragraph itself, where it is available."""
        return next((paragraph.text for paragraph in self.near if paragraph.id == self.id), None)


@dataclass(frozen=True, slots=True)
class IndicatorLink:
    """An indicator that a passage bears on, and how."""

    indicator: str
    name: str
    how: Literal["supports", "cautions"]
    because: str | None
    """Why it cites the passage."""


def passage_text(library: Library, id_: str) -> PassageCard | None:
    """Return the passage or paragraph `id_` in its context; None where neither gist nor text of it is known."""
    note_id = id_.partition("#")[0]
    text = library.note_text(note_id)
    at = next((place for place, paragraph in enumerate(text) if paragraph.id == id_), None)
    known = id_ in library.catalogue.passages_by_id
    if at is None and not known:
        return None
    note = library.catalogue.notes_by_id.get(note_id)
    first, last = (0, 0) if at is None else (max(at - NEAR, 0), at + NEAR + 1)
    return PassageCard(
        id=id_,
        title=library.title(note_id) or note_id,
        about=f"{note.date} · {note.kind}" if note else say(w.NOT_IN_RUBRIC),
        passage=passage_view(library.catalogue, id_) if known else None,
        earlier=text[:first] if at is not None else (),
        near=text[first:last],
        later=text[last:] if at is not None else (),
    )


def passage_card_view(library: Library, id_: str) -> PassageView:
    """Return a passage as a card; a paragraph of a note that the rubric does not know is shown by its text alone."""
    if id_ in library.catalogue.passages_by_id:
        return passage_view(library.catalogue, id_)
    paragraph = library.paragraph(id_)
    return PassageView(
        id=id_,
        gist=paragraph.text if paragraph else id_,
        source=library.title(id_.partition("#")[0]) or id_,
        who="",
        kind="",
        link=None,
        way=say(w.NOT_IN_RUBRIC),
    )


def indicator_links(rubric: Rubric, passage_id: str) -> tuple[IndicatorLink, ...]:
    """Return which indicators a passage grounds, then which it warns about, each in the rubric's order with its reason.

    An indicator that cites a paragraph which this passage repeats counts too.
    """
    links = (
        IndicatorLink(indicator.id, indicator.name, kind, link.because)
        for indicator in rubric.indicators()
        for kind, _, link in indicator.links()
        if passage_id in link.ids
    )
    return tuple(sorted(links, key=lambda indicator_link: indicator_link.how == "cautions"))


def neighbouring_passages(rubric: Rubric, indicator_id: str | None, passage_id: str) -> tuple[str | None, str | None]:
    """Return the passages before and after this one among the indicator's, supports first; None at either end."""
    indicator = rubric.by_id.get(indicator_id or "")
    ids = (*indicator.support_ids, *indicator.caution_ids) if indicator else ()
    if passage_id not in ids:
        return None, None
    at = ids.index(passage_id)
    return ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
