"""The place itself: cards of what is here, what was heard and what became of it. Pure; cards carry no scores."""

from placecheck.place.adapted import AdaptedIdea, Forebear, Matter, Peer, Worksheet
from placecheck.place.asset import Asset, Figure, Pot
from placecheck.place.card import CardBase, Photo, Where
from placecheck.place.decision import Decision
from placecheck.place.file import card_from_json, card_json, place_json, place_yaml, read_place_file
from placecheck.place.model import CARD, CARD_KINDS, Card, PlaceFile, cards_of
from placecheck.place.slip import Slip, SlipGroup

__all__ = [
    "CARD",
    "CARD_KINDS",
    "AdaptedIdea",
    "Asset",
    "Card",
    "CardBase",
    "Decision",
    "Figure",
    "Forebear",
    "Matter",
    "Peer",
    "Photo",
    "PlaceFile",
    "Pot",
    "Slip",
    "SlipGroup",
    "Where",
    "Worksheet",
    "card_from_json",
    "card_json",
    "cards_of",
    "place_json",
    "place_yaml",
    "read_place_file",
]
