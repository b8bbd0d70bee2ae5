"""A place's cards as a file of any kind, and from one: a place file, a table, a map, or an archive with photos."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from placecheck.errors import InputError, refuse
from placecheck.exchange.archive import PACKAGE_BOUNDS, unzipped, zipped
from placecheck.exchange.card_mapping import Mapped
from placecheck.exchange.card_sheets import card_plans, row_defaults
from placecheck.exchange.card_table import CardPlan, read_card_tables, write_card_csv
from placecheck.exchange.card_xlsx import write_card_xlsx
from placecheck.place import Asset, Card, PlaceFile, cards_of, place_json, place_yaml
from placecheck.place.file import FindIndicators, is_place_file, parse_place_file
from placecheck.place.geojson import read_geojson, write_geojson
from placecheck.place.photo import is_kept_photo
from placecheck.rubric.library import known_indicators
from placecheck.source import Source, parsed
from placecheck.source.text import decoded, read_bytes

FindPhoto = Callable[[str], bytes | None]

PLACE_FILE = "place.yaml"
PHOTOS = "photos/"
_NO_ZIP = ("This is no zip archive, or a damaged one.", "Pack the files again.")
_NO_PLACE = ("The archive holds no place file.", f"It has one called {PLACE_FILE}.")


@dataclass(frozen=True, slots=True)
class PlaceContent:
    """What a file holds of a place: its cards, photos under their names, and the place itself where it says so."""

    cards: Sequence[Card]
    place_file: PlaceFile | None = None
    photos: Mapping[str, bytes] = field(default_factory=dict)
    plans: Sequence[CardPlan] = ()
    """What the columns of a table were taken for, and what was left out."""


@dataclass(frozen=True, slots=True)
class TableOptions:
    """Defaults for the rows of a table, the chosen meaning of its columns, and whether invalid rows may stay behind."""

    kind: str = "here"
    layer: str = "built"
    mapped: Mapped = field(default_factory=dict)
    valid_rows_only: bool = False
    """Whether rows that cannot be taken stay behind, and the others are taken."""


def serialise_place(place_file: PlaceFile, ending: str, find_photo: FindPhoto) -> bytes:
    """Return the cards as the bytes of a file with this `ending` (".yaml"); an archive has the photos too."""
    match ending:
        case ".json":
            return place_json(place_file).encode()
        case ".csv":
            return write_card_csv(place_file.cards)
        case ".xlsx":
            return write_card_xlsx(place_file.cards)
        case ".geojson":
            return write_geojson(cards_of(place_file.cards, Asset)).encode()
        case ".zip":
            return place_zip(place_file, find_photo)
    return place_yaml(place_file).encode()


def place_zip(place_file: PlaceFile, find_photo: FindPhoto) -> bytes:
    """Return a zip file of the place file and the photos on its cards; the same place gives the same bytes."""
    names = sorted({photo.file for card in place_file.cards for photo in card.photos})
    photos = {f"{PHOTOS}{name}": content for name in names if (content := find_photo(name)) is not None}
    return zipped({PLACE_FILE: place_yaml(place_file).encode(), **photos})


def read_place_content(
    path: Path, *, table: TableOptions, all_features: bool, find: FindIndicators = known_indicators
) -> PlaceContent:
    """Return what the file at `path` holds.

    `table` says how a table is read; of a map, the usual sorts that have a name are taken, or `all_features` feature.

    Raises:
        InputError: The file is invalid; each error is a finding.
    """
    raw, name = read_bytes(path, PACKAGE_BOUNDS.packed * 2), str(path)
    match path.suffix.lower():
        case ".csv" | ".xlsx":
            return _from_tables(raw, name, table)
        case ".zip":
            return read_place_zip(raw, name, find)
        case ".geojson":
            return PlaceContent(_from_map(raw, name, all_features=all_features))
    source = parsed(decoded(raw, name), name, is_json=path.suffix.lower() == ".json")
    if path.suffix.lower() == ".json" and not is_place_file(source):
        return PlaceContent(_from_map(raw, name, all_features=all_features))
    return _from_source(source, find)


def _from_source(source: Source, find: FindIndicators = known_indicators) -> PlaceContent:
    place_file = parse_place_file(source, find)
    return PlaceContent(place_file.cards, place_file)


def _from_tables(raw: bytes, name: str, table: TableOptions) -> PlaceContent:
    plans = card_plans(read_card_tables(raw, name), row_defaults(table.kind, table.layer), table.mapped)
    faults = [finding for plan in plans for finding in plan.findings if finding.severity == "fault"]
    if faults and not table.valid_rows_only:
        raise InputError(faults)
    return PlaceContent([card for plan in plans for card in plan.cards], plans=plans)


def _from_map(raw: bytes, name: str, *, all_features: bool) -> Sequence[Card]:
    plan = read_geojson(raw, name)
    names = [sort for sort, _, _ in plan.sorts()] if all_features else None
    return plan.chosen(names, named_only=not all_features)


def read_place_zip(raw: bytes, name: str, find: FindIndicators = known_indicators) -> PlaceContent:
    """Return what an archive holds of a place, the photos that its cards name among it.

    Raises:
        InputError: It is no archive of a place, or its place file is invalid.
    """
    parts = unzipped(raw, name, PACKAGE_BOUNDS, _NO_ZIP)
    if PLACE_FILE not in parts:
        raise refuse(name, 0, "", *_NO_PLACE)
    within = f"{name}/{PLACE_FILE}"
    content = _from_source(parsed(decoded(parts[PLACE_FILE], within), within), find)
    wanted = {photo.file for card in content.cards for photo in card.photos}
    photos = {
        file: parts[f"{PHOTOS}{file}"]
        for file in sorted(wanted)
        if is_kept_photo(file, parts.get(f"{PHOTOS}{file}", b""))
    }
    return PlaceContent(content.cards, content.place_file, photos)
