"""Files that come in through the browser, and go out."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from placecheck.exchange import Preview, file_name, preview, take, written
from placecheck.notes.adding import Added, add
from placecheck.notes.gather import uploaded
from placecheck.notes.kept import remove_kept
from placecheck.rubric import Rubric
from placecheck.web import desk
from placecheck.web.groups import folder_of, group_here
from placecheck.words import say
from placecheck.words import workshop_page as w
from placecheck.workshop import NotNowError

_ADDING = Lock()
"""One upload after the other, so that two halves of a note from two people make the whole."""


def seen(name: str, content: bytes) -> Preview:
    """What an uploaded file would give; nothing is kept. Raises InputError where it cannot be read at all."""
    return preview((name, content), find=desk.store().find_rubric)


def keep(shown: Preview, by: str) -> str:
    """Keep what the preview showed to be whole, and leave the rest; the id of its last round."""
    return keep_all(shown, by)[-1]


def keep_all(shown: Preview, by: str) -> list[str]:
    """As `keep`; the ids of all its rounds, also of those that were here already."""
    return [desk.store().take_once(rubric, assessment, by) for rubric, assessment in take(shown, the_rest=True)]


def file_of(one: desk.Opened, ending: str = ".yaml") -> tuple[str, bytes]:
    """A name for the file of a round, and its content, in the form that `ending` says. Raises NotNowError."""
    return file_name(one.assessment.place.name, ending), content_of(one, ending)


def content_of(one: desk.Opened, ending: str) -> bytes:
    """The content of the file of a round, in the form that `ending` says.

    Raises NotNowError while a workshop keeps answers of it from everyone: a file must hold all of them.
    """
    if one.hidden:
        raise NotNowError(say(w.SHUT))
    return written([(one.rubric, one.assessment)], ending)


def add_notes(given: Iterable[tuple[str, bytes]], rubric: Rubric) -> Added:
    """Keep the notes in uploaded files, each a name and its content, and say what came of it."""
    with _ADDING:
        return add((uploaded(name, raw) for name, raw in given), folder_of(group_here()), desk.catalogue_of(rubric))


def remove_note(note_id: str) -> None:
    """Take the text of a note out again."""
    remove_kept(folder_of(group_here()), note_id)
