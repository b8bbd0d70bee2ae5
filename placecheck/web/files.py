"""Files that come in through the browser, and go out."""

from __future__ import annotations

from placecheck.assessment import Assessment
from placecheck.exchange import Preview, file_name, preview, take, written
from placecheck.rubric import Rubric
from placecheck.web import desk


def seen(name: str, content: bytes) -> Preview:
    """What an uploaded file would give; nothing is kept. Raises InputError where it cannot be read at all."""
    return preview((name, content), find=desk.store().find_rubric)


def keep(shown: Preview, by: str) -> str:
    """Keep what the preview showed to be whole, and leave the rest; the id of its last round."""
    return keep_all(shown, by)[-1]


def keep_all(shown: Preview, by: str) -> list[str]:
    """As `keep`; the ids of all its rounds.

    A place that is here once already gets another round, and a round that is here already is not kept twice.
    """
    return [_kept(rubric, assessment, by) for rubric, assessment in take(shown, the_rest=True)]


def _kept(rubric: Rubric, assessment: Assessment, by: str) -> str:
    store = desk.store()
    same = store.same_place(assessment.place)
    for round_ in (round_ for place in same for round_ in place.rounds):
        if store.assessment(round_.id) == assessment:
            return round_.id
    return store.take(rubric, assessment, same[0].id if len(same) == 1 else None, by=by)


def file_of(one: desk.Opened, ending: str = ".yaml") -> tuple[str, bytes]:
    """A name for the file of a round, and its content, in the form that `ending` says."""
    return file_name(one.assessment.place.name, ending), written([(one.rubric, one.assessment)], ending)
