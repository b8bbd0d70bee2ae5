"""The place or the assessment that someone named: by its id, or by what it is called."""

from __future__ import annotations

import difflib
import sys
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from placecheck.errors import refuse
from placecheck.words import say, say_n, storing

if TYPE_CHECKING:
    from placecheck.storage import PlaceSummary, Store


FEW_PLACES = 5
"""The most places that a message names."""


def find_place(places: Sequence[PlaceSummary], name: str) -> PlaceSummary:
    """Return the place with this id, or the only one of this name, in capitals or not.

    Raises:
        NotHereError: There is no such place, or there are several.
    """
    from placecheck.storage import NotHereError

    exact = [place for place in places if name in (place.id, place.name)]
    matches = exact or [place for place in places if _folded(place.name) == _folded(name)]
    if len(matches) > 1:
        ids = ", ".join(place.id for place in matches)
        raise NotHereError(say(storing.SEVERAL_CALLED, name=name, ids=ids))
    if not matches:
        raise NotHereError(_none_called(name, sorted({place.name for place in places})))
    return matches[0]


def _none_called(name: str, known: Sequence[str]) -> str:
    """Return the sentence that there is no place called `name`, with those that may be meant."""
    if not known:
        return say(storing.NO_PLACE_YET)
    but_for_accents = [place for place in known if _without_accents(place) == _without_accents(name)]
    if but_for_accents:
        return say(storing.NO_PLACE_BUT_NEAR, name=name, near=", ".join(but_for_accents[:FEW_PLACES]))
    if len(known) <= FEW_PLACES:
        return say(storing.NO_PLACE_CALLED, name=name, known=", ".join(known))
    near = _near(name, known)
    if near:
        return say(storing.NO_PLACE_BUT_NEAR, name=name, near=", ".join(near))
    return say(storing.NONE_CALLED_LIKE, name=name, count=f"{len(known):,}")


def _near(name: str, known: Sequence[str]) -> list[str]:
    """Return up to `FEW_PLACES` names that are spelt much like `name` or have it in them, whatever their accents."""
    plain = [_without_accents(place) for place in known]
    wanted = _without_accents(name)
    alike = difflib.get_close_matches(wanted, plain, FEW_PLACES)
    having = [place for place in plain if wanted and wanted in place]
    nearest = [*dict.fromkeys([*alike, *having])][:FEW_PLACES]
    return [place for key in nearest for place, letters in zip(known, plain, strict=True) if letters == key][
        :FEW_PLACES
    ]


def _folded(name: str) -> str:
    """Return `name` in small letters, each accent one sign with its letter."""
    return unicodedata.normalize("NFC", name.strip().casefold())


def _without_accents(name: str) -> str:
    """Return `name` in small letters without its accents."""
    letters = unicodedata.normalize("NFKD", name.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def assessment_id_on(place: PlaceSummary, date: str | None) -> str:
    """Return the id of the place's assessment of that day, else of its newest, named on stderr.

    Raises:
        StorageError: The place has no assessment, or none of that day.
    """
    from placecheck.storage import NotHereError

    if not place.assessments:
        raise NotHereError(say(storing.NO_ASSESSMENT_YET, name=place.name))
    if date is None:
        if len(place.assessments) > 1:
            print(say(storing.NEWEST_OF, place=place.name, count=len(place.assessments)), file=sys.stderr)
        return place.assessments[-1].id
    days = {str(summary.date or ""): summary.id for summary in place.assessments}
    if date not in days:
        raise NotHereError(
            say(storing.NO_ASSESSMENT_ON, name=place.name, date=date, known=", ".join(filter(None, days)))
        )
    return days[date]


def find_assessment_id(store: Store, name: str) -> str:
    """Return the id of the assessment with the id `name`, else of the only one of the place with this id or name.

    Raises:
        InputError: The place has several assessments or none.
        StorageError: There is no such place.
    """
    places = store.places()
    ids = {assessment.id for place in places for assessment in place.assessments}
    if name in ids:
        return name
    place = find_place(places, name)
    if len(place.assessments) != 1:
        known = ", ".join(
            f"{assessment.id} ({assessment.date})" if assessment.date else assessment.id
            for assessment in place.assessments
        )
        hint = say(storing.NAME_AN_ASSESSMENT, known=known) if known else ""
        raise refuse("--into", 0, "", say_n(storing.ASSESSMENTS_OF, len(place.assessments), place=place.name), hint)
    return place.assessments[0].id
