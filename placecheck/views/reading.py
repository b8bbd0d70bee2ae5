"""A passage in its surroundings: what stands before and after it, what it bears on, what is read next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from placecheck.notes.library import Library, Paragraph
from placecheck.rubric import Rubric
from placecheck.views.passage import PassageView, passage_view
from placecheck.words import library as w
from placecheck.words import say

NEAR = 2
"""How many paragraphs on either side are shown at once; the rest of the note opens at a click."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage where it stands. Without its text, only `passage` is there; of an unknown note, only the text."""

    id: str
    title: str
    about: str
    passage: PassageView | None
    earlier: tuple[Paragraph, ...]
    near: tuple[Paragraph, ...]
    later: tuple[Paragraph, ...]

    @property
    def text(self) -> str | None:
        """The paragraph itself, where it is at hand."""
        return next((paragraph.text for paragraph in self.near if paragraph.id == self.id), None)


@dataclass(frozen=True, slots=True)
class Bearing:
    """An indicator that a passage bears on, and how."""

    indicator: str
    name: str
    how: Literal["supports", "cautions"]


def reading(library: Library, id_: str) -> Reading | None:
    """The passage or paragraph `id_` in its surroundings; None where neither gist nor text of it is known."""
    note_id = id_.partition("#")[0]
    text = library.note_text(note_id)
    at = next((place for place, paragraph in enumerate(text) if paragraph.id == id_), None)
    known = id_ in library.catalogue.passage
    if at is None and not known:
        return None
    note = library.catalogue.note.get(note_id)
    first, last = (0, 0) if at is None else (max(at - NEAR, 0), at + NEAR + 1)
    return Reading(
        id=id_,
        title=library.title(note_id) or note_id,
        about=f"{note.date} · {note.kind}" if note else say(w.NOT_IN_RUBRIC),
        passage=passage_view(library.catalogue, id_) if known else None,
        earlier=text[:first] if at is not None else (),
        near=text[first:last],
        later=text[last:] if at is not None else (),
    )


def card_view(library: Library, id_: str) -> PassageView:
    """A passage as a card; a paragraph of a note that the rubric does not know speaks for itself."""
    if id_ in library.catalogue.passage:
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
        remarks=(),
    )


def bearings(rubric: Rubric, passage_id: str) -> tuple[Bearing, ...]:
    """Which indicators a passage grounds, then which it warns about, each in the rubric's order."""
    asked = tuple(rubric.indicators())
    return (
        *(Bearing(one.id, one.name, "supports") for one in asked if passage_id in one.supports),
        *(Bearing(one.id, one.name, "cautions") for one in asked if passage_id in one.cautions),
    )


def beside(rubric: Rubric, indicator_id: str | None, passage_id: str) -> tuple[str | None, str | None]:
    """The passages before and after this one among those of the indicator, supports first; None at either end."""
    asked = rubric.by_id.get(indicator_id or "")
    ids = (*asked.supports, *asked.cautions) if asked else ()
    if passage_id not in ids:
        return None, None
    at = ids.index(passage_id)
    return ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
