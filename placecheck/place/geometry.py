"""Where things are on the ground: what a GeoJSON geometry comes to, and a flat plan in metres."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from placecheck.place.asset import Asset
from placecheck.place.card import Point

METRES_A_DEGREE = 111_320
"""How long a degree of latitude is, near enough for a plan of a town."""

DECIMALS = 5
"""To about a metre."""
_MAX_POINTS = 200

MAX_NUMBERED = 60
"""How many cards on a plan can be told apart by numbers; where there are more, they carry none."""

Flat = tuple[float, float]


@dataclass(frozen=True, slots=True)
class FlatCard:
    """A card on the plan: its middle, and its outline or line if it has one, in metres from the left and the top."""

    asset: Asset
    middle: Flat
    outline: tuple[Flat, ...] = ()
    line: tuple[Flat, ...] = ()


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
        is_numbered = len(self.cards) <= MAX_NUMBERED
        return {flat.asset.id: number for number, flat in enumerate(self.cards, start=1)} if is_numbered else {}


def ground_plan(cards: Iterable[Asset]) -> GroundPlan | None:
    """Return the plan of the cards that have a point, an outline or a line; None where none has."""
    placed = [(card, ring) for card in cards if (ring := _ring(card))]
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


def geometry_as_where(geometry: Any) -> dict[str, Any] | None:
    """Return `point`, `outline` or `line` for a GeoJSON geometry; None where it is of no kind that has a place."""
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    try:
        return _LOCATED[kind](geometry["coordinates"]) if kind in _LOCATED else None
    except (TypeError, IndexError, ValueError, KeyError):
        return None


def _outline(ring: Sequence[Any]) -> dict[str, Any]:
    """Return the ring without its last point, which is its first again, and without more points than a plan shows."""
    points = list(dict.fromkeys(tuple(_pair(point)) for point in _thinned(ring)))
    return {"outline": [list(point) for point in points]} if len(points) > 2 else {"point": list(points[0])}


def _line(points: Sequence[Any]) -> dict[str, Any]:
    """Return a line without a point that repeats the one before it, and without more points than a plan shows."""
    pairs = [_pair(point) for point in _thinned(points)]
    line = [pair for number, pair in enumerate(pairs) if not number or pair != pairs[number - 1]]
    return {"line": line} if len(line) > 1 else {"point": line[0]}


def _thinned(points: Sequence[Any]) -> list[Any]:
    """Return every n-th of the points, and the last."""
    every = math.ceil(len(points) / _MAX_POINTS) or 1
    thin = list(points[::every])
    return thin if (len(points) - 1) % every == 0 else [*thin, points[-1]]


def _pair(point: Sequence[Any]) -> list[float]:
    return [round(float(point[0]), DECIMALS), round(float(point[1]), DECIMALS)]


_LOCATED: Mapping[Any, Callable[[Any], dict[str, Any]]] = {
    "Point": lambda point: {"point": _pair(point)},
    "LineString": _line,
    "MultiLineString": lambda lines: _line(max(lines, key=len)),
    "Polygon": lambda rings: _outline(rings[0]),
    "MultiPolygon": lambda polygons: _outline(max((polygon[0] for polygon in polygons), key=len)),
}


def _ring(card: Asset) -> list[Flat]:
    where = card.where
    points: Sequence[Point] = ()
    if where is not None:
        points = where.outline or where.line or ((where.point,) if where.point else ())
    return [(float(east), float(north)) for east, north in points]


def _flat_card(card: Asset, ring: Sequence[Flat]) -> FlatCard:
    middle = (sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring))
    if card.where is not None and card.where.line:
        return FlatCard(card, ring[len(ring) // 2], line=tuple(ring))  # a point of it: its middle may lie beside it
    return FlatCard(card, middle, tuple(ring) if len(ring) > 1 else ())
