"""A place file: read with every fault named by line and key, and written with the same bytes each time."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from placecheck.dates import exact_day
from placecheck.errors import Finding, InputError, bounded, refuse
from placecheck.place.asset import Asset, Pot
from placecheck.place.decision import Decision
from placecheck.place.model import CARD, Card, PlaceFile
from placecheck.place.slip import Slip, SlipGroup
from placecheck.rubric import UnknownRubricError
from placecheck.rubric.library import known_indicators
from placecheck.source import Source, read_source, validated
from placecheck.source.shown import show_value
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all
from placecheck.source.yaml_writer import yaml_text

FORMAT = 1
SCHEMA_LINE = "# yaml-language-server: $schema=../rubrics/schema/place.schema.json\n"
OWN_INDICATOR = "own-"
_BEGIN = "Begin the file with placecheck_place: 1."

FindIndicators = Callable[[str], Collection[str]]
"""Gives the ids of the indicators that a rubric has, in any of its editions. Raises UnknownRubricError."""


def read_place_file(path: Path, find: FindIndicators = known_indicators) -> PlaceFile:
    """Read the place file at `path`.

    Raises:
        InputError: Something in the file is wrong; each fault is a finding.
    """
    return parse_place_file(read_source(path), find)


def parse_place_file(source: Source, find: FindIndicators = known_indicators) -> PlaceFile:
    """Return `source` as a place file whose cards fit each other and the rubric.

    Raises:
        InputError: It is no place file, or its cards do not fit; each fault is a finding.
    """
    _refuse_other_formats(source)
    place_file = validated(PlaceFile, source)
    findings = list(
        bounded(
            (*_unknown_card_findings(source, place_file.cards), *_unknown_indicator_findings(source, place_file, find))
        )
    )
    if findings:
        raise InputError(findings)
    return place_file


def is_place_file(source: Source) -> bool:
    """Return whether `source` says that it is a place file, of whatever format."""
    return isinstance(source.data, dict) and "placecheck_place" in source.data


def place_data(place_file: PlaceFile) -> dict[str, Any]:
    """Return the file as plain values in the order of the format, without what was not given."""
    data = place_file.model_dump(mode="json", exclude_defaults=True, exclude={"cards"})
    cards = [card_data(card) for card in place_file.cards]
    return {"placecheck_place": FORMAT, **data, **({"cards": cards} if cards else {})}


def card_data(card: Card) -> dict[str, Any]:
    """Return one card as plain values, without what was not given."""
    data = card.model_dump(mode="json", exclude_defaults=True)
    return {"id": data.pop("id"), "kind": card.kind, **{key: value for key, value in data.items() if value != {}}}


def card_json(card: Card) -> str:
    """Return one card as one line of JSON, as the store keeps it."""
    return json.dumps(card_data(card), ensure_ascii=False, separators=(",", ":"))


def card_from_json(text: str) -> Card:
    """Return the card that `card_json` wrote."""
    return CARD.validate_json(text)


def place_json(place_file: PlaceFile) -> str:
    """Return the text of a JSON file."""
    return json.dumps(place_data(place_file), ensure_ascii=False, indent=2) + "\n"


def place_yaml(place_file: PlaceFile) -> str:
    """Return the text of a YAML file."""
    data = place_data(place_file)
    for written, card in zip(data.get("cards", ()), place_file.cards, strict=True):
        if isinstance(card, Asset | Pot) and card.checked is not None:
            written["checked"] = exact_day(card.checked)  # written without the quotes that its text would need
    return SCHEMA_LINE + yaml_text(data)


def _refuse_other_formats(source: Source) -> None:
    if not is_place_file(source):
        what = "The file is empty." if source.data is None else "This is not a place file."
        raise refuse(source.file, 0, "", what, _BEGIN)
    version = source.data["placecheck_place"]
    if type(version) is not int or version < FORMAT:
        raise refuse(
            source.file,
            source.line(("placecheck_place",)),
            "placecheck_place",
            f"{show_value(version)} is not a valid format number.",
            _BEGIN,
        )
    if version > FORMAT:
        hint = f"This program reads format {FORMAT}: use a newer one."
        raise refuse(
            source.file, source.line(("placecheck_place",)), "placecheck_place", f"The file has format {version}.", hint
        )


def _unknown_card_findings(source: Source, cards: Sequence[Card]) -> Iterator[Finding]:
    """Yield where a card names another card that is not in the file, or is of another kind."""
    slips = [card.id for card in cards if isinstance(card, Slip)]
    groups = [card.id for card in cards if isinstance(card, SlipGroup)]
    for index, card in enumerate(cards):
        path: KeyPath = ("cards", index)
        if isinstance(card, Slip):
            yield from _unknown_id_findings(source, (*path, "groups"), "group", card.groups, groups)
        elif isinstance(card, SlipGroup) and card.phrase_of is not None and card.phrase_of not in slips:
            yield _unknown_finding(source, (*path, "phrase_of"), "slip", card.phrase_of, slips)
        elif isinstance(card, Asset) and card.from_slip is not None and card.from_slip not in slips:
            yield _unknown_finding(source, (*path, "from_slip"), "slip", card.from_slip, slips)
        elif isinstance(card, Decision) and card.said is not None:
            yield from _unknown_id_findings(source, (*path, "said", "slips"), "slip", card.said.slips, slips)


def _unknown_indicator_findings(source: Source, place_file: PlaceFile, find: FindIndicators) -> Iterator[Finding]:
    """Yield where a card names an indicator that its rubric does not have."""
    if place_file.rubric is None:
        return
    try:
        known = sorted(find(place_file.rubric))
    except UnknownRubricError as error:
        yield source.finding(("rubric",), error.what, error.hint)
        return
    for index, card in enumerate(place_file.cards):
        path: KeyPath = ("cards", index)
        yield from _unknown_id_findings(source, (*path, "indicators"), "indicator", card.indicators, known)
        if isinstance(card, Decision) and card.said is not None:
            yield from _unknown_id_findings(
                source, (*path, "said", "indicators"), "indicator", card.said.indicators, known
            )
        if isinstance(card, Slip) and card.story is not None:
            yield from _unknown_id_findings(
                source, (*path, "story", "indicators"), "indicator", card.story.indicators, known
            )


def _unknown_id_findings(
    source: Source, path: KeyPath, kind: str, named: Sequence[str], known: Sequence[str]
) -> Iterator[Finding]:
    at_hand = set(known)
    for index, id_ in enumerate(named):
        if id_ not in at_hand and not (kind == "indicator" and id_.startswith(OWN_INDICATOR)):
            yield _unknown_finding(source, (*path, index), kind, id_, known)


def _unknown_finding(source: Source, path: KeyPath, kind: str, id_: str, known: Sequence[str]) -> Finding:
    what = f"The {kind} `{id_}` is not known."
    otherwise = "`placecheck show` says which there are." if kind == "indicator" else f"Name a {kind} of this file."
    return source.finding(path, what, near_or_all(id_, sorted(known), otherwise))
