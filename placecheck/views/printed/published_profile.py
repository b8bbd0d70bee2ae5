"""A place's profile as anyone may see it: what was ticked of its cards, and what is published of an assessment."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from placecheck.assessment import Place
from placecheck.place import Asset, Figure, Pot
from placecheck.place.card import CardBase
from placecheck.publishing import Published
from placecheck.views.place.outcomes import DatedAction
from placecheck.views.place.profile import (
    ProfileEntry,
    ProfileSection,
    ProfileView,
    agenda_sections,
    document,
    here_sections,
    money_sections,
    outcome_sections,
    place_sections,
)
from placecheck.views.place.profile_results import MAX_STRENGTHS
from placecheck.views.place.what_is_here import what_is_here_view
from placecheck.views.printed.published import PublishedView
from placecheck.words import place_profile as w
from placecheck.words import say


def published_profile_view(
    summary: Published,
    shown: PublishedView,
    cards: Sequence[CardBase],
    actions: Sequence[DatedAction],
    today: datetime.date,
    *,
    drawing: str = "",
    deciding: Sequence[ProfileSection] = (),
    plan: str = "",
) -> ProfileView:
    """Return the profile from `summary`, which `shown` shows, and from `cards` and `actions` that may all leave.

    The seven questions are the group's own, and are not in it: they tell, for instance, what one person keeps going.
    """
    place = Place.model_validate({key: summary.place[key] for key in summary.place})
    seen = what_is_here_view([card for card in cards if isinstance(card, Asset | Pot | Figure)], today)
    sections = (
        *place_sections(place),
        *here_sections(seen, plan),
        *_results_sections(shown, drawing),
        *deciding,
        *agenda_sections(cards),
        *outcome_sections(cards, actions, today),
        *money_sections(seen),
        ProfileSection(say(w.HOW_PUBLISHED), entries=(ProfileEntry("", quotes=(say(w.PUBLISHED_TEXTS), *shown.how)),)),
    )
    return document(place, say(w.TITLE, place=place.name), sections, today)


def _results_sections(shown: PublishedView, drawing: str) -> tuple[ProfileSection, ...]:
    if shown.picture is None:
        return ()
    intro = " ".join(filter(None, (shown.finding, shown.left_out, say(w.STANDS_ABOUT))))
    entries = tuple(
        ProfileEntry(name, words, quotes=(because,) if because else ())
        for name, words, because in shown.strong[:MAX_STRENGTHS]
    )
    section = ProfileSection(say(w.STANDS), intro, drawing=drawing, alt=shown.picture.alt)
    return (section, ProfileSection(say(w.STRONG), entries=entries, columns=2, level=3)) if entries else (section,)
