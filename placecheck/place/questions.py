"""The seven questions that the cards of a place answer. Each takes cards, and the day on which it is asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from placecheck.dates import a_year_after, a_year_before, last_day, period_days
from placecheck.fingerprint import normalise
from placecheck.place.asset import Asset, Pot
from placecheck.place.card import CardBase
from placecheck.place.model import cards_of

AssetOrPot = Asset | Pot


@dataclass(frozen=True, slots=True)
class Overlap:
    """Cards of one sort that name the same purpose, in the words of the first."""

    purpose: str
    cards: tuple[AssetOrPot, ...]


@dataclass(frozen=True, slots=True)
class PlaceAnswers:
    """What the cards answer to the seven questions, each in the order of the cards."""

    assets_resting_on_one_person: tuple[Asset, ...]
    unused_assets: tuple[Asset, ...]
    cards_ending_within_a_year: tuple[AssetOrPot, ...]
    unchecked_cards: tuple[AssetOrPot, ...]
    no_say: tuple[Pot, ...]
    overlaps: tuple[Overlap, ...]
    threatened_cards: tuple[AssetOrPot, ...]


def place_answers(cards: Iterable[CardBase], today: datetime.date) -> PlaceAnswers:
    """Return the answers to all seven questions as of the day `today`."""
    cards_used = [card for card in cards if isinstance(card, Asset | Pot)]
    return PlaceAnswers(
        assets_resting_on_one_person=assets_resting_on_one_person(cards_used),
        unused_assets=unused_assets(cards_used),
        cards_ending_within_a_year=cards_ending_within_a_year(cards_used, today),
        unchecked_cards=unchecked_cards(cards_used, today),
        no_say=pots_without_a_say(cards_used),
        overlaps=overlaps(cards_used, today),
        threatened_cards=threatened_cards(cards_used),
    )


def assets_resting_on_one_person(cards: Iterable[CardBase]) -> tuple[Asset, ...]:
    """Return what one person keeps going."""
    return tuple(card for card in cards_of(cards, Asset) if "one_person" in card.rests_on)


def unused_assets(cards: Iterable[CardBase]) -> tuple[Asset, ...]:
    """Return what is unused or half used."""
    return tuple(card for card in cards_of(cards, Asset) if card.use in ("unused", "half_used"))


def cards_ending_within_a_year(cards: Iterable[AssetOrPot], today: datetime.date) -> tuple[AssetOrPot, ...]:
    """Return what ends, or may end, from today to this day next year. What has ended is not among it."""
    limit = a_year_after(today)
    return tuple(
        card for card in cards if (days := period_days(card.ends)) is not None and days[0] <= limit and days[1] >= today
    )


def unchecked_cards(cards: Iterable[AssetOrPot], today: datetime.date) -> tuple[AssetOrPot, ...]:
    """Return what nobody has looked at for a year, or is not known to have looked at."""
    limit = a_year_before(today)
    return tuple(card for card in cards if (day := checked_on(card)) is None or day < limit)


def checked_on(card: AssetOrPot) -> datetime.date | None:
    """Return the day on which somebody last looked: when it was checked, else when it was written down."""
    return last_day(card.checked) or last_day(card.date)


def pots_without_a_say(cards: Iterable[CardBase]) -> tuple[Pot, ...]:
    """Return the pots of which somebody wrote that residents have no say in them."""
    return tuple(card for card in cards_of(cards, Pot) if card.residents_say == "none")


def overlaps(cards: Iterable[AssetOrPot], today: datetime.date) -> tuple[Overlap, ...]:
    """Return the services with the same purpose, then the pots with the same; those that have ended left out."""
    current = [card for card in cards if (last := last_day(card.ends)) is None or last >= today]
    services = [card for card in cards_of(current, Asset) if card.layer == "services"]
    return (*_same_purpose(services), *_same_purpose(list(cards_of(current, Pot))))


def threatened_cards(cards: Iterable[AssetOrPot]) -> tuple[AssetOrPot, ...]:
    """Return what somebody says is under threat."""
    return tuple(card for card in cards if card.threat is not None)


def _same_purpose(cards: Iterable[AssetOrPot]) -> Iterator[Overlap]:
    by_purpose: dict[str, dict[str, AssetOrPot]] = {}
    words: dict[str, str] = {}
    for card in cards:
        for purpose in card.purposes:
            key = normalise(purpose) or purpose
            words.setdefault(key, purpose)
            by_purpose.setdefault(key, {})[card.id] = card
    for key, holders in by_purpose.items():
        if len(holders) > 1:
            yield Overlap(words[key], tuple(holders.values()))
