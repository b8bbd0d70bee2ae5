"""What every card of a place has in common, and the small values that cards hold."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from placecheck.source.fields import Frozen, Line, MisfitError, Number, PassageId, Slug, Story, WhenWords

PHOTO_FILE = r"^[0-9a-f]{32}\.jpg$"

PhotoName = Annotated[str, StringConstraints(pattern=PHOTO_FILE)]
"""The name of a photo: the beginning of the SHA-256 of its bytes, and `.jpg`."""

_FINE, _COARSE = Decimal("0.000001"), Decimal("0.0001")


def _as_plain_degrees(degrees: Decimal) -> Decimal:
    """Round to a hand's breadth on the ground; to some metres where files would write the number with an exponent."""
    return degrees.quantize(_COARSE if abs(degrees) < _COARSE else _FINE).normalize() + 0


Longitude = Annotated[Number, Field(ge=-180, le=180), AfterValidator(_as_plain_degrees)]
Latitude = Annotated[Number, Field(ge=-90, le=90), AfterValidator(_as_plain_degrees)]


def _as_pair(value: Any) -> Any:
    if isinstance(value, list | tuple) and len(value) != len(("east", "north")):
        raise MisfitError(f"{len(value)} numbers stand here.", "Write two: degrees east, then degrees north.")
    return value


Point = Annotated[tuple[Longitude, Latitude], BeforeValidator(_as_pair)]
"""Degrees on WGS 84, east first, as GeoJSON writes them."""


MAX_ON_CARD = 12
"""How many photos a card may have."""


class Photo(Frozen):
    """A photo on a card. The picture itself is next to the file, under its name."""

    file: PhotoName
    alt: Line
    people: Literal["none", "agreed"] = "none"
    """Whether people can be seen; if so, each of them has said yes."""


class Where(Frozen):
    """Where something is: in words, and as a point, an outline or a line (a path, a river) if it has one."""

    words: Line | None = None
    point: Point | None = None
    outline: Annotated[tuple[Point, ...], Field(min_length=3, max_length=2000)] | None = None
    line: Annotated[tuple[Point, ...], Field(min_length=2, max_length=2000)] | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> Where:
        if self.words is None and self.point is None and self.outline is None and self.line is None:
            what = "Nothing says where it is."
            raise MisfitError(what, "Write `words`, `point`, `outline` or `line`, or leave `where` out.")
        if self.outline is not None and self.line is not None:
            raise MisfitError("It has an outline, and a line too.", "Keep `outline` or `line`.")
        return self


class CardBase(Frozen):
    """The keys that cards of every kind share. A card carries no score."""

    id: Slug
    kind: str
    words: Story
    more: Story | None = None
    by: Line | None = None
    """Who says so: a role, not a name."""
    date: WhenWords | None = None
    """When they said so."""
    true_for: Story | None = None
    not_for: Story | None = None
    indicators: tuple[Slug, ...] = ()
    passages: tuple[PassageId, ...] = ()
    photos: Annotated[tuple[Photo, ...], Field(max_length=MAX_ON_CARD)] = ()
