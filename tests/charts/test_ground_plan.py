from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.charts.ground_plan import HEIGHT, WIDTH, PlanWords, plan_svg, scale_words
from placecheck.place import Asset
from placecheck.place.geometry import ground_plan

SVG = "{http://www.w3.org/2000/svg}"
SAID = PlanWords(
    "A plan",
    "Two cards",
    "N",
    {"built": "Places", "services": "Services", "ties": "Ties", "skills": "Skills", "ideas": "Ideas"},
)


def drawn(*cards: Asset) -> ElementTree.Element:
    return ElementTree.fromstring(plan_svg(ground_plan(cards), SAID))  # noqa: S314 (our own)


def at(number: int, east: float, north: float, layer: str = "built") -> Asset:
    return Asset(id=f"c{number}", layer=layer, words=f"Card <{number}> & more", where={"point": (east, north)})


def test_a_plan_says_what_it_is_and_asks_for_nothing_from_anywhere():
    picture = drawn(at(1, 2.1, 54.0), at(2, 2.101, 54.001, "services"))
    assert picture.get("role") == "img"
    assert picture.find(f"{SVG}title").text == "A plan"
    assert picture.find(f"{SVG}desc").text == "Two cards"
    assert "href" not in ElementTree.tostring(picture, encoding="unicode")


def test_every_mark_carries_its_number_and_its_words_and_every_layer_a_shape_of_its_own():
    picture = drawn(*(at(number, 2.1 + number / 1000, 54.0, layer) for number, layer in enumerate(SAID.layers)))
    texts = [text.text for text in picture.iter(f"{SVG}text")]
    assert [text for text in texts if text.isdecimal()] == ["1", "2", "3", "4", "5"]
    assert {"N", *SAID.layers.values()} <= set(texts)
    titles = [title.text for title in picture.iter(f"{SVG}title")]
    assert "Card <3> & more" in titles


def test_more_marks_than_numbers_can_tell_apart_carry_none():
    picture = drawn(*(at(number, 2.1 + number / 10_000, 54.0) for number in range(61)))
    assert not [text for text in picture.iter(f"{SVG}text") if text.text.isdecimal()]


def test_marks_on_one_spot_stand_apart_and_lines_lead_to_where_they_are():
    picture = drawn(at(0, 2.101, 54.001), *(at(number, 2.1, 54.0, "services") for number in range(1, 30)))
    circles = [(float(mark.get("cx")), float(mark.get("cy"))) for mark in picture.iter(f"{SVG}circle")]
    assert all(max(abs(x - u), abs(y - v)) > 12 for (x, y), (u, v) in combinations(circles, 2))
    assert len(list(picture.iter(f"{SVG}line"))) >= 29 - 1


def test_a_card_has_no_number_in_the_list_where_the_plan_has_none():
    assert ground_plan([at(number, 2.1, 54.0) for number in range(60)]).numbers["c59"] == 60
    assert ground_plan([at(number, 2.1, 54.0) for number in range(61)]).numbers == {}


@given(st.lists(st.tuples(st.floats(-179, 179), st.floats(-80, 80)), min_size=1, max_size=8))
def test_every_mark_and_the_scale_bar_stand_on_the_drawing(places):
    picture = drawn(
        *(at(number, round(east, 5), round(north, 5), "services") for number, (east, north) in enumerate(places))
    )
    for mark in picture.iter(f"{SVG}circle"):
        assert 0 <= float(mark.get("cx")) <= WIDTH
        assert 0 <= float(mark.get("cy")) <= HEIGHT
    for line in picture.iter(f"{SVG}line"):
        assert 0 <= float(line.get("x1")) <= WIDTH


@pytest.mark.parametrize(("metres", "words"), [(5, "5 m"), (500, "500 m"), (1000, "1 km"), (20_000, "20 km")])
def test_a_length_is_written_as_people_write_it(metres, words):
    assert scale_words(metres) == words
