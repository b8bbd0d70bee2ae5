"""Map OpenStreetMap tags to layers of assets, by `osm-layers.yaml` in this package."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Annotated

from pydantic import Field, StringConstraints

from placecheck.fingerprint import words
from placecheck.place.asset import Layer
from placecheck.source import parsed, validated
from placecheck.source.fields import Frozen, Line, YesNo

_FILE = "osm-layers.yaml"
_ANY = "*"

Tag = Annotated[str, StringConstraints(pattern=r"^[a-z_:]+=(\*|[a-z0-9_;]+)$")]


class MapSort(Frozen):
    """One sort of feature: its tag, the layer it belongs to, and what it is called."""

    tag: Tag
    layer: Layer
    name: Line
    offered: YesNo = False
    """Whether it is ticked before anyone has chosen."""


class MapSorts(Frozen):
    """The sorts of features that are taken, the first that fits first."""

    sorts: Annotated[tuple[MapSort, ...], Field(min_length=1)]
    operators: tuple[Line, ...]
    """Words that mark an operator as an organisation, not a person."""


@lru_cache(maxsize=1)
def map_sorts() -> MapSorts:
    """Return what the data file holds."""
    text = files(__package__).joinpath(_FILE).read_text(encoding="utf-8")
    return validated(MapSorts, parsed(text, _FILE))


def map_sort(tags: Mapping[str, str]) -> MapSort | None:
    """Return the sort of a feature with these tags, an exact tag before one that takes any value; None for no sort."""
    exact = {f"{key}={value}" for key, value in tags.items()}
    loose = {f"{key}={_ANY}" for key in tags}
    return next((sort for wanted in (exact, loose) for sort in map_sorts().sorts if sort.tag in wanted), None)


def is_organisation(operator: str) -> bool:
    """Return whether an operator is certainly an organisation and not one person."""
    return not set(words(operator)).isdisjoint(map_sorts().operators)
