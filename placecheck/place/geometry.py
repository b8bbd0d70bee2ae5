"""Where things are on the ground: what a GeoJSON geometry comes to, and a flat plan in metres."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from placecheck.place.asset import Asset
from placecheck.place.card import Point

METRES_A_DEGREE = 111_320
"""How long a degree of latitude is, near enough for a plan of a town."""

DECIMALS = 5
"""To about a metre."""
_MOST_POINTS = 200

MOST_NUMBERED = 60
"""How many cards on a plan can be told apart by numbers; where there are more, they carry none."""

Flat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FlatCard:
    """A card on the plan: its middle, and its outline if it has one, in metres right and down."""

    asset: Asset
    middle: Flat
    outline: tuple[Flat, ...] = ()


@dataclass(frozen=True, slots=True)
class GroundPlan:
    """Cards on flat ground, north up: how wide and high it is in metres, and the length of its scale bar."""

    cards: tuple[FlatCard, ...]
    width: float
    height: float
    scale: int

    @property
    def numbers(self) -> dict[str, int]:
        """Return the number of each card by its id, from 1 in their order; none where there are too many."""
        is_numbered = len(self.cards) <= MOST_NUMBERED
        return {flat.asset.id: number for number, flat in enumerate(self.cards, start=1)} if is_numbered else {}


def ground_plan(cards: Iterable[Asset]) -> GroundPlan | None:
    """Return the plan of the cards that have a point or an outline; None where none has."""
    placed = [(card, _ring(card)) for card in cards if card.where and (card.where.point or card.where.outline)]
    if not placed:
        return None
    degrees = [point for _, ring in placed for point in ring]
    west, north = min(east for east, _ in degrees), max(up for _, up in degrees)
    east, south = max(east for east, _ in degrees), min(up for _, up in degrees)
    narrower = math.cos(math.radians((north + south) / 2))

    def flat(point: Flat) -> Flat:
        return (point[0] - west) * METRES_A_DEGREE * narrower, (north - point[1]) * METRES_A_DEGREE

    flat_cards = tuple(_flat_card(card, [flat(point) for point in ring]) for card, ring in placed)
    width, height = flat((east, south))
    return GroundPlan(flat_cards, width, height, round_length(max(width, height, 10) / 4))


def round_length(metres: float) -> int:
    """Return the largest of 1, 2, 5, 10, 20, 50 ... metres that is no longer than `metres`."""
    most = max(metres, 1)
    power: int = 10 ** math.floor(math.log10(most))
    return max(step * power for step in (1, 2, 5) if step * power <= most)


def located(geometry: Any) -> dict[str, Any] | None:
    """Return `point` or `outline` for a GeoJSON geometry; None where it is none of the kinds that have a place."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    coordinates: Any = geometry.get("coordinates") if kind else None
    try:
        match kind:
            case "Point":
                return {"point": _pair(coordinates)}
            case "LineString":
                return {"point": _pair(coordinates[len(coordinates) // 2])}
            case "Polygon":
                return _outline(coordinates[0])
            case "MultiPolygon":
                return _outline(max((polygon[0] for polygon in coordinates), key=len))
    except (TypeError, IndexError, ValueError, KeyError):
        return None
    return None


def _outline(ring: Sequence[Any]) -> dict[str, Any]:
    """Return the ring without its last point, which is its first again, and without more points than a plan shows."""
    every = math.ceil(len(ring) / _MOST_POINTS)
    points = list(dict.fromkeys(tuple(_pair(point)) for point in ring[::every]))
    return {"outline": [list(point) for point in points]} if len(points) > 2 else {"point": list(points[0])}


def _pair(point: Sequence[Any]) -> list[float]:
    return [round(float(point[0]), DECIMALS), round(float(point[1]), DECIMALS)]


def _ring(card: Asset) -> list[Flat]:
    where = card.where
    points: Sequence[Point] = ()
    if where is not None:
        points = where.outline or ((where.point,) if where.point else ())
    return [(float(east), float(north)) for east, north in points]


def _flat_card(card: Asset, ring: Sequence[Flat]) -> FlatCard:
    middle = (sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring))
    return FlatCard(card, middle, tuple(ring) if len(ring) > 1 else ())
