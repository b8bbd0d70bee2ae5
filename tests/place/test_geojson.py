from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from placecheck.errors import InputError
from placecheck.place import Asset, cards_of
from placecheck.place.card import Where
from placecheck.place.geojson import read_geojson, write_geojson
from placecheck.place.geometry import geometry_as_where, ground_plan, round_length
from placecheck.place.osm_layers import map_sorts

TOWN = Path(__file__).with_name("market-town.geojson").read_bytes()
REAL = Path(__file__).resolve().parents[2].parent / "shared/data/osm-town.geojson"


def test_features_become_cards_of_their_layers_with_where_they_are_and_where_they_come_from():
    cards = {feature.asset.id: feature.asset for feature in read_geojson(TOWN, "town.geojson").features}
    library = cards["hexley-library"]
    assert (library.layer, library.keeper, library.where.words) == ("built", "Hexley Town Council", "4 Kiln Street")
    assert [float(degree) for degree in library.where.point] == [0.0, 52.1]
    assert (library.source, library.source_id) == ("OpenStreetMap contributors, Open Database Licence", "node/1")
    assert cards["befrienders"].layer == "services"
    assert cards["hexley-harriers"].layer == "ties"
    assert cards["crumb"].where.line == Where(line=((0.01, 52.1), (0.02, 52.1), (0.03, 52.1))).line


def test_two_of_one_name_get_ids_of_their_own_and_another_script_gets_one_too():
    ids = [feature.asset.id for feature in read_geojson(TOWN, "town.geojson").features]
    assert {"the-park", "the-park-2", "c"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_an_outline_is_open_and_the_largest_of_several():
    cards = {feature.asset.id: feature.asset for feature in read_geojson(TOWN, "town.geojson").features}
    assert len(cards["the-park"].where.outline) == 3
    assert len(cards["the-park-2"].where.outline) == 4


def test_the_name_of_a_person_who_runs_something_is_not_taken():
    cards = {feature.asset.id: feature.asset for feature in read_geojson(TOWN, "town.geojson").features}
    assert cards["the-plough"].keeper is None


def test_what_is_offered_at_first_is_what_has_a_name_and_is_of_an_offered_sort():
    plan = read_geojson(TOWN, "town.geojson")
    assert [card.words for card in plan.chosen()[:-1]] == [
        "Hexley Library", "The Plough", "The Park", "The Park", "Befrienders", "Hexley Harriers",
    ]  # fmt: skip
    assert [card.words for card in plan.chosen(["Bench"], named_only=False)] == ["Bench"]
    assert plan.chosen([]) == ()


def test_what_is_not_taken_is_counted_and_named_and_what_cannot_be_is_a_remark():
    plan = read_geojson(TOWN, "town.geojson")
    assert plan.not_taken == (("amenity=parking", 2), ("amenity=cafe", 1), ("", 1))
    assert [(finding.key, finding.hint) for finding in plan.findings] == [
        ("features[11]", "Check its `where.point.0`.")
    ]


def test_what_is_here_already_is_not_offered_again():
    known = read_geojson(TOWN, "town.geojson").chosen()
    assert read_geojson(TOWN, "town.geojson", known).chosen() == ()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"features": 3}', "[" * 100_000, '{"type": "Feature"}'])
def test_what_is_no_geojson_is_refused(text):
    with pytest.raises(InputError):
        read_geojson(text.encode(), "town.geojson")


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_cards_written_as_geojson_come_back_as_they_were(any_place_file, data):
    cards = tuple(cards_of(data.draw(any_place_file).cards, Asset))
    plan = read_geojson(write_geojson(cards).encode(), "out.geojson")
    assert plan.chosen() == cards


def test_no_sort_stands_in_the_data_file_twice():
    tags = [sort.tag for sort in map_sorts().sorts]
    assert len(tags) == len(set(tags))


@pytest.mark.shared
@pytest.mark.skipif(not REAL.is_file(), reason="the export of a real town stands beside the checkout")
def test_a_real_export_of_a_town_is_taken_in_and_does_not_flood():
    plan = read_geojson(REAL.read_bytes(), REAL.name)
    assert len(plan.features) + sum(count for _, count in plan.not_taken) == len(
        json.loads(REAL.read_bytes())["features"]
    )
    assert plan.findings == ()
    assert 0 < len(plan.chosen()) < len(plan.features) / 2
    assert len(plan.chosen(["Library"])) == 19


@pytest.mark.parametrize(("metres", "length"), [(0.3, 1), (1, 1), (4.9, 2), (5, 5), (99, 50), (100, 100), (2600, 2000)])
def test_a_scale_bar_has_a_round_length(metres, length):
    assert round_length(metres) == length


def test_a_plan_has_north_up_and_its_distances_in_metres():
    cards = [
        Asset(id="a", layer="built", words="South-west", where={"point": (0, 52)}),
        Asset(id="b", layer="built", words="North-east", where={"point": (0.01, 52.01)}),
    ]
    plan = ground_plan(cards)
    assert [round(plan.cards[0].middle[0]), round(plan.cards[0].middle[1])] == [0, 1113]
    assert plan.cards[1].middle[1] == 0
    assert round(plan.width) == 685
    assert plan.scale == 200
    assert ground_plan([Asset(id="c", layer="ties", words="Nowhere")]) is None


def test_a_path_is_a_line_that_is_drawn_and_goes_out_as_it_came_in():
    feature = {
        "type": "Feature",
        "properties": {"leisure": "park", "name": "The towpath", "@id": "way/7"},
        "geometry": {"type": "LineString", "coordinates": [[0.1, 52.1], [0.1, 52.1], [0.102, 52.1], [0.102, 52.2]]},
    }
    raw = json.dumps({"type": "FeatureCollection", "features": [feature]}).encode()
    (path,) = read_geojson(raw, "path.geojson").chosen()
    assert path.where == Where(line=((0.1, 52.1), (0.102, 52.1), (0.102, 52.2)))
    (out,) = json.loads(write_geojson([path]))["features"]
    assert out["geometry"] == {"type": "LineString", "coordinates": [[0.1, 52.1], [0.102, 52.1], [0.102, 52.2]]}
    assert read_geojson(write_geojson([path]).encode(), "again.geojson").chosen() == (path,)
    (flat,) = ground_plan([path]).cards
    assert (len(flat.line), flat.outline, flat.middle) == (3, (), flat.line[1])
    long = {"type": "LineString", "coordinates": [[number / 1000, 52] for number in range(1001)]}
    line = geometry_as_where(long)["line"]
    assert (len(line) <= 201, line[0], line[-1]) == (True, [0.0, 52.0], [1.0, 52.0])


def test_a_card_has_an_outline_or_a_line():
    with pytest.raises(ValidationError):
        Where(line=((0, 1), (1, 1)), outline=((0, 1), (1, 1), (1, 2)))
