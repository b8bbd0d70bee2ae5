"""Files that come in through the browser, and go out."""

from __future__ import annotations

from placecheck.exchange import Preview, file_name, preview, take, written
from placecheck.web import desk


def seen(name: str, content: bytes) -> Preview:
    """What an uploaded file would give; nothing is kept. Raises InputError where it cannot be read at all."""
    return preview((name, content), find=desk.store().find_rubric)


def keep(shown: Preview, by: str) -> str:
    """Keep what the preview showed to be whole, and leave the rest; the id of its last round."""
    ids = [desk.store().take(rubric, assessment, by=by) for rubric, assessment in take(shown, the_rest=True)]
    return ids[-1]


def file_of(one: desk.Opened, ending: str = ".yaml") -> tuple[str, bytes]:
    """A name for the file of a round, and its content, in the form that `ending` says."""
    return file_name(one.assessment.place.name, ending), written([(one.rubric, one.assessment)], ending)
