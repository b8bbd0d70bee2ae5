"""The cards of the open place: from the store, or from the files of an example."""

from __future__ import annotations

import datetime
from functools import lru_cache

from placecheck.assessment import Place
from placecheck.dates import local_today
from placecheck.place import Card, PlaceFile, read_place_file
from placecheck.place.references import without_lost_references
from placecheck.report.place_profile import drawn_plan, whole_profile
from placecheck.resources import resource_folder
from placecheck.storage import CardChange, CardsStamp, KeptCard, Store
from placecheck.views.place.look_first import words_to_look_at
from placecheck.views.place.outcomes import DatedAction
from placecheck.views.place.what_is_here import WhatIsHere, what_is_here_view
from placecheck.web.data import assessments
from placecheck.web.data.assessments import OpenAssessment
from placecheck.words import language

LoadedCards = tuple[tuple[KeptCard, ...], tuple[Card, ...]]
"""The cards of a place with their changes, and without: a page asks for either many times."""

CACHE_SIZE = 32
"""How many places are held with their cards in memory."""


def place_id_of(opened: OpenAssessment) -> str | None:
    """Return the id of the place in the store; None for an example."""
    return None if opened.is_example else assessments.current_store().assessment_summary(opened.id).place_id


def kept_cards(opened: OpenAssessment) -> tuple[KeptCard, ...]:
    """Return the cards of the place with the changes that they stem from."""
    return _current(opened)[0]


def card_history(opened: OpenAssessment, card_id: str) -> tuple[CardChange, ...]:
    """Return every change of a card of the place that is open, the newest first."""
    place_id = place_id_of(opened)
    return assessments.current_store().card_history(place_id, card_id) if place_id else ()


def removed_cards(opened: OpenAssessment) -> tuple[KeptCard, ...]:
    """Return the cards that were removed from the place, the latest first."""
    place_id = place_id_of(opened)
    return assessments.current_store().removed_cards(place_id) if place_id else ()


def cards_of_place(opened: OpenAssessment) -> tuple[Card, ...]:
    """Return the cards of the place."""
    return _current(opened)[1]


def what_is_here_and_plan(opened: OpenAssessment) -> tuple[WhatIsHere, str]:
    """Return the view of what is here, and its plan as SVG; computed once for each change and each day."""
    place_id = place_id_of(opened)
    store = assessments.current_store() if place_id else None
    stamp = store.cards_stamp(place_id) if store and place_id else None
    return _what_is_here_and_plan(store, place_id, stamp, local_today(), language.get(), opened.assessment.place.name)


@lru_cache(maxsize=CACHE_SIZE)
def _what_is_here_and_plan(
    store: Store | None, place_id: str | None, stamp: CardsStamp | None, day: datetime.date, _language: str, name: str
) -> tuple[WhatIsHere, str]:
    _, cards = _load_cached(store, place_id, stamp) if store and place_id and stamp else _example_cards(name)
    view = what_is_here_view(cards, day)
    return view, drawn_plan(view, name)


def place_file_of(opened: OpenAssessment) -> PlaceFile:
    """Return the place and its cards, as a place file holds them."""
    cards = without_lost_references(cards_of_place(opened))
    return PlaceFile(place=opened.assessment.place, rubric=opened.assessment.rubric.id, cards=cards)


def dated_actions(opened: OpenAssessment) -> tuple[DatedAction, ...]:
    """Return the next steps of every assessment of the place, each with the day of its assessment."""
    return tuple(
        (action, other.assessment.date)
        for other in assessments.assessments_of_same_place(opened)
        for action in other.assessment.actions
    )


def identifying_words(opened: OpenAssessment) -> tuple[str, ...]:
    """Return words on the cards that may say who somebody is; none for an example, where nobody is real."""
    place_id = place_id_of(opened)
    if place_id is None:
        return ()
    store = assessments.current_store()
    return _identifying_words(store, place_id, store.cards_stamp(place_id), opened.assessment.place)


@lru_cache(maxsize=CACHE_SIZE)
def _identifying_words(store: Store, place_id: str, stamp: CardsStamp, place: Place) -> tuple[str, ...]:
    _, cards = _load_cached(store, place_id, stamp)
    return words_to_look_at(whole_profile(place, cards, (), local_today()), place)


def photos_of(opened: OpenAssessment) -> dict[str, bytes]:
    """Return the photos on the cards of the place, under their names."""
    place_id = place_id_of(opened)
    if place_id is None:
        return {}
    names = {photo.file for card in cards_of_place(opened) for photo in card.photos}
    photos = ((name, assessments.current_store().photo(place_id, name)) for name in sorted(names))
    return {name: content for name, content in photos if content is not None}


def _current(opened: OpenAssessment) -> LoadedCards:
    place_id = place_id_of(opened)
    if place_id is None:
        return _example_cards(opened.assessment.place.name)
    store = assessments.current_store()
    return _load_cached(store, place_id, store.cards_stamp(place_id), store.room_changes(place_id))


@lru_cache(maxsize=CACHE_SIZE)
def _load_cached(
    store: Store, place_id: str, _stamp: CardsStamp, _rooms: tuple[tuple[str, int, int], ...] = ()
) -> LoadedCards:
    return _loaded(store.place_cards(place_id))


def _loaded(current_cards: tuple[KeptCard, ...]) -> LoadedCards:
    return current_cards, tuple(kept_card.card for kept_card in current_cards)


@lru_cache(maxsize=1)
def example_place_files() -> tuple[PlaceFile, ...]:
    """Return the place files that travel with the program."""
    return tuple(map(read_place_file, sorted((resource_folder("examples") / "places").glob("*.yaml"))))


def _example_cards(name: str) -> LoadedCards:
    place_file = next((candidate for candidate in example_place_files() if candidate.place.name == name), None)
    epoch = datetime.datetime.fromtimestamp(0, tz=datetime.UTC)
    return _loaded(tuple(KeptCard(card, 0, epoch, "") for card in place_file.cards) if place_file else ())
