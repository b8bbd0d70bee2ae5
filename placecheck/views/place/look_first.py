"""What to look at before a place's profile is handed on: words in it that may say who somebody is."""

from __future__ import annotations

from collections.abc import Iterator

from placecheck.assessment import Place
from placecheck.publishing.personal_data import PersonalDataFinder
from placecheck.views.place.profile import ProfileView

MARK_KINDS = ("email", "phone", "postcode", "titled", "called", "name")
"""What a card should never hold: a role is enough."""


def words_to_look_at(view: ProfileView, place: Place) -> tuple[str, ...]:
    """Return the words of the profile that may say who somebody is, each once; whether they do, a person decides."""
    finder = PersonalDataFinder.for_place(place)
    marks = (match for text in _texts(view) for match in finder.marks(text) if match.kind in MARK_KINDS)
    return tuple(dict.fromkeys(match.text for match in marks))


def _texts(view: ProfileView) -> Iterator[str]:
    for section in view.sections:
        for entry in section.entries:
            yield from (entry.name, entry.text, *(text for _, text in entry.details), *entry.quotes)
