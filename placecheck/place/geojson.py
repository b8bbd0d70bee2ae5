"""Read GeoJSON, from OpenStreetMap's tools or our own, and write it. Nothing is kept before somebody says yes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from placecheck.errors import Finding, refuse
from placecheck.fingerprint import normalise
from placecheck.place.asset import Asset
from placecheck.place.file import card_data
from placecheck.place.geometry import geometry_as_where
from placecheck.place.ids import free_id
from placecheck.place.model import MAX_CARDS
from placecheck.place.osm_layers import MapSort, is_organisation, map_sort
from placecheck.source.text import decoded

MAX_BYTES = 40_000_000
OSM = "OpenStreetMap contributors, Open Database Licence"
_NOT_GEOJSON = ("This is not GeoJSON.", "Export the features as GeoJSON and try again.")
_DESCRIBING = (
    "amenity",
    "leisure",
    "shop",
    "office",
    "social_facility",
    "club",
    "craft",
    "tourism",
    "landuse",
    "building",
)
"""Keys whose tag names what a feature is, where none of our sorts fits it."""
_MAX_NAME_LENGTH = 300


@dataclass(frozen=True, slots=True)
class MapFeature:
    """A feature that could become a card. `sort` is None for one that we wrote ourselves."""

    asset: Asset
    sort: MapSort | None
    is_named: bool
    is_here: bool = False
    """Whether a card of the place has the same source and id already."""


@dataclass(frozen=True, slots=True)
class MapPlan:
    """What a file would give: the features, what else it holds (by tag), and what is wrong with it."""

    features: tuple[MapFeature, ...]
    not_taken: tuple[tuple[str, int], ...]
    findings: tuple[Finding, ...]

    def sorts(self) -> tuple[tuple[str, int, bool], ...]:
        """Return each sort by name with how many features it has and whether it is offered at first."""
        counts = Counter(_sort_name(feature) for feature in self.features if not feature.is_here)
        offered = {_sort_name(feature): feature.sort is None or feature.sort.offered for feature in self.features}
        return tuple((name, count, offered[name]) for name, count in sorted(counts.items()))

    def chosen(self, sorts: Iterable[str] | None = None, *, named_only: bool = True) -> tuple[Asset, ...]:
        """Return the cards of the sorts by name (None: those offered at first), without what is here already."""
        wanted = {name for name, _, offered in self.sorts() if offered} if sorts is None else set(sorts)
        return tuple(
            feature.asset
            for feature in self.features
            if _sort_name(feature) in wanted and not feature.is_here and (feature.is_named or not named_only)
        )


def read_geojson(raw: bytes, name: str, known: Iterable[Asset] = ()) -> MapPlan:
    """Return what the GeoJSON `raw` would add to the cards `known`.

    Raises:
        InputError: It is no GeoJSON.
    """
    features = _features(raw, name)
    known_sources = {(card.source, card.source_id) for card in known if card.source_id}
    ids = {card.id for card in known}
    taken: list[MapFeature] = []
    left: Counter[str] = Counter()
    findings: list[Finding] = []
    for number, feature in enumerate(features, start=1):
        try:
            made = _feature(feature, ids)
        except ValidationError as error:
            key, what = f"features[{number - 1}]", "This feature cannot be taken as a card."
            fault = ".".join(map(str, error.errors()[0]["loc"]))
            findings.append(Finding(name, 0, key, what, f"Check its `{fault}`.", "remark"))
            continue
        if made is None:
            left[_described(feature)] += 1
            continue
        ids.add(made.asset.id)
        taken.append(replace(made, is_here=(made.asset.source, made.asset.source_id) in known_sources))
    return MapPlan(tuple(taken), tuple(left.most_common()), tuple(findings))


def write_geojson(cards: Iterable[Asset]) -> str:
    """Return the text of a GeoJSON file; read again, it gives the same cards."""
    collection = {"type": "FeatureCollection", "features": [_written(card) for card in cards]}
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _features(raw: bytes, name: str) -> Sequence[Any]:
    if len(raw) > MAX_BYTES:
        raise refuse(name, 0, "", f"The file is larger than {MAX_BYTES // 1_000_000} MB.", "Export a smaller area.")
    try:
        data = json.loads(decoded(raw, name))
    except json.JSONDecodeError as error:
        raise refuse(name, error.lineno, "", *_NOT_GEOJSON) from None
    except (RecursionError, ValueError):
        raise refuse(name, 0, "", *_NOT_GEOJSON) from None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        raise refuse(name, 0, "features", *_NOT_GEOJSON)
    if len(features) > MAX_CARDS * 5:
        raise refuse(name, 0, "features", f"The file holds {len(features):,} features.", "Export a smaller area.")
    return features


def _feature(feature: Any, ids: set[str]) -> MapFeature | None:
    """Return what a feature gives; None where it is of no sort that is taken.

    Raises:
        ValidationError: The feature gives a card that does not hold together.
    """
    properties = feature.get("properties") if isinstance(feature, dict) else None
    if not isinstance(properties, dict):
        return None
    if properties.get("kind") == "here" and "layer" in properties:
        return MapFeature(_own_card(properties, feature.get("geometry"), ids), None, is_named=True)
    where = geometry_as_where(feature.get("geometry"))
    tags = {str(key): value for key, value in properties.items() if isinstance(value, str)}
    sort = map_sort(tags)
    if sort is None or where is None:
        return None
    named = " ".join(tags.get("name", "").split())[:_MAX_NAME_LENGTH]
    source_id = str(feature.get("id") or properties.get("@id") or properties.get("id") or "")[:_MAX_NAME_LENGTH]
    asset = {
        "id": free_id(named or sort.name, ids),
        "words": named or sort.name,
        "layer": sort.layer,
        "more": sort.name if named and normalise(sort.name) not in normalise(named) else None,
        "where": where | _address(tags),
        "keeper": _keeper(tags),
        "source": OSM,
        "source_id": source_id or None,
    }
    return MapFeature(Asset.model_validate(asset), sort, is_named=bool(named))


def _own_card(properties: Mapping[str, Any], geometry: Any, ids: set[str]) -> Asset:
    """Return a card as we wrote it, where it is to the last digit."""
    card = dict(properties)
    where = {"words": card.pop("where", None), "point": card.pop("point", None)}
    match geometry:
        case {"type": "Point", "coordinates": point}:
            where["point"] = point
        case {"type": "Polygon", "coordinates": [[*ring]]}:
            where["outline"] = ring[:-1]
        case {"type": "LineString", "coordinates": line}:
            where["line"] = line
    known = {key: value for key, value in where.items() if value is not None}
    asset = Asset.model_validate({**card, "where": known or None})
    return asset.model_copy(update={"id": free_id(asset.id, ids)}) if asset.id in ids else asset


def _written(card: Asset) -> dict[str, Any]:
    properties = card_data(card)
    where = properties.pop("where", {})
    geometry: dict[str, Any] | None = None
    if "outline" in where:
        geometry = {"type": "Polygon", "coordinates": [[*where["outline"], where["outline"][0]]]}
    elif "line" in where:
        geometry = {"type": "LineString", "coordinates": where["line"]}
    elif "point" in where:
        geometry = {"type": "Point", "coordinates": where.pop("point")}
    place = {"where": where.get("words"), "point": where.get("point")}
    properties |= {key: value for key, value in place.items() if value is not None}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _address(tags: Mapping[str, str]) -> dict[str, str]:
    street = " ".join(tags[key] for key in ("addr:housenumber", "addr:street") if key in tags)
    return {"words": " ".join(street.split())[:_MAX_NAME_LENGTH]} if street.strip() else {}


def _keeper(tags: Mapping[str, str]) -> str | None:
    operator = " ".join(tags.get("operator", "").split())[:_MAX_NAME_LENGTH]
    return operator if is_organisation(operator) else None


def _described(feature: Any) -> str:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    tags = properties if isinstance(properties, dict) else {}
    return next((f"{key}={tags[key]}"[:60] for key in _DESCRIBING if isinstance(tags.get(key), str)), "")


def _sort_name(feature: MapFeature) -> str:
    return feature.sort.name if feature.sort else ""
