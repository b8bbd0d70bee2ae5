from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placecheck.errors import InputError
from placecheck.place import CARD_KINDS, PlaceFile, card_from_json, card_json, place_json, place_yaml, read_place_file
from placecheck.place.file import parse_place_file
from placecheck.source import parsed

SIXTY = Path(__file__).with_name("sixty.yaml")
AS_IT_WAS = "3b794d747cb4b2a10815146f017e9b0fcee4d26c0b3fb96b3c5e2fda82536821"
"""The SHA-256 of those sixty cards as they were written before any of the later keys."""

GOOD = """\
placecheck_place: 1
place: {name: Saltby}
rubric: better-way-place
cards:
  - {id: lido, kind: here, layer: built, words: The lido, where: {point: [0.41, 53.2]}}
  - {id: s1, kind: heard, words: "Mend it.", groups: [g1]}
  - {id: g1, kind: group, words: The lido}
  - {id: pump, kind: decision, words: The pump, said: {slips: [s1], indicators: [mixing]}}
  - {id: old, kind: figure, words: Over 65, value: 31.5, source: a census}
"""


def read_back(text: str, *, is_json: bool = False) -> PlaceFile:
    return parse_place_file(parsed(text, "again.json" if is_json else "again.yaml", is_json=is_json))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_is_written_as_yaml_reads_back_as_it_was_and_is_written_with_the_same_bytes(any_place_file, data):
    place_file = data.draw(any_place_file)
    written = place_yaml(place_file)
    again = read_back(written)
    assert again == place_file
    assert place_yaml(again) == written


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_yaml_and_json_of_a_place_file_say_the_same(any_place_file, data):
    place_file = data.draw(any_place_file)
    written = place_json(place_file)
    assert read_back(written, is_json=True) == place_file == read_back(place_yaml(place_file))
    assert place_json(read_back(written, is_json=True)) == written


def test_the_sixty_cards_stay_the_same_over_two_exports():
    written = place_yaml(read_place_file(SIXTY))
    assert place_yaml(read_back(written)) == written


def test_what_was_not_given_is_not_written():
    text = place_yaml(read_back('placecheck_place: 1\nplace: {name: Ore}\ncards: [{id: a, kind: pot, words: "no"}]'))
    assert text.splitlines()[1:] == [
        "placecheck_place: 1", "place:", "  name: Ore", "cards:", "- id: a", "  kind: pot", "  words: 'no'",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "line", "key", "hint"),
    [
        (("layer: built", "layer: bilt"), 5, "cards[0].layer", "Did you mean `built`?"),
        (("layer: built", "layr: built"), 5, "cards[0].layr", "Did you mean `layer`?"),
        (
            ("source: a census", "zzz: a"),
            9,
            "cards[4].zzz",
            "value, unit, year, area, source, address, care, compared.",
        ),
        (("kind: here", "kind: hear"), 5, "cards[0].kind", "Did you mean `heard`?"),
        (("kind: here, ", ""), 5, "cards[0]", "The key `kind` is missing."),
        (("[g1]", "[g2]"), 6, "cards[1].groups[0]", "Name a group of this file."),
        (("[s1]", "[g1]"), 8, "cards[3].said.slips[0]", "Name a slip of this file."),
        (("[mixing]", "[mixin]"), 8, "cards[3].said.indicators[0]", "Did you mean `mixing`?"),
        (("[0.41", "[1000"), 5, "cards[0].where.point[0]", "Write 180 or less."),
        (("31.5", "0.00001"), 9, "cards[4].value", "Write 4 at most."),
        (("31.5", "1234567890123456.5"), 9, "cards[4].value", "Write 15 at most."),
        (("[0.41, 53.2]", "[0.41]"), 5, "cards[0].where.point", "Write two"),
        (("id: s1, kind", "id: lido, kind"), 6, "cards[1].id", "Give each card an id of its own."),
        (("groups: [g1]", "groups: [g1], left_out: why"), 6, "cards[1]", "Keep `groups` or `left_out`."),
        (("better-way-place", "no-such-rubric"), 3, "rubric", ""),
        (("placecheck_place: 1", "placecheck_place: 2"), 1, "placecheck_place", "use a newer one"),
        (
            ("placecheck_place: 1", "placecheck_place: x"),
            1,
            "placecheck_place",
            "Begin the file with placecheck_place: 1.",
        ),
        (("placecheck_place: 1", "placecheck: 1"), 0, "", "Begin the file with placecheck_place: 1."),
    ],
)
def test_a_fault_is_named_with_line_and_key_and_says_what_would_be_right(change, line, key, hint):
    read_back(GOOD)
    with pytest.raises(InputError) as caught:
        read_back(GOOD.replace(*change))
    text = str(caught.value)
    assert [(fault.line, fault.key) for fault in caught.value.findings if hint in str(fault)][:1] == [(line, key)], text


def test_an_indicator_that_a_group_added_itself_may_be_named():
    assert read_back(GOOD.replace("[mixing]", "[own-pier]")).cards[3].said.indicators == ("own-pier",)


def test_every_kind_of_card_stands_in_the_list_of_kinds():
    from placecheck.place.model import CARD

    tagged = CARD.json_schema()["discriminator"]["mapping"]
    assert set(tagged) == set(CARD_KINDS)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_card_comes_back_from_the_line_that_the_store_keeps(any_place_file, data):
    for card in data.draw(any_place_file).cards:
        assert card_from_json(card_json(card)) == card
        assert card_json(card_from_json(card_json(card))) == card_json(card)


def test_a_card_may_name_an_indicator_of_an_earlier_edition():
    assert read_back(GOOD.replace("[mixing]", "[ending-problems]")).cards[3].said.indicators == ("ending-problems",)


def test_a_file_of_before_slips_were_told_as_stories_and_peers_were_kept_is_written_as_it_was():
    old = read_place_file(SIXTY)
    written = place_yaml(old) + place_json(old) + "\n".join(map(card_json, old.cards))
    assert hashlib.sha256(written.encode()).hexdigest() == AS_IT_WAS
