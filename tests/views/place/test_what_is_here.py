from __future__ import annotations

import datetime

import pytest

from placecheck.place import Asset, Figure, Pot, read_place_file
from placecheck.place.geojson import read_geojson
from placecheck.views.place.profile import here_sections
from placecheck.views.place.what_is_here import asset_view, cards_about, figure_view, pot_view, what_is_here_view

TODAY = datetime.date(2026, 11, 28)


@pytest.fixture(scope="module")
def saltby(checkout):
    return read_place_file(checkout / "examples/places/saltby.yaml").cards


def test_a_card_says_each_thing_that_is_known_in_a_line_of_its_own():
    card = Asset(
        id="legion", layer="built", words="The old Legion", keeper="a steward", rests_on=("one_person",),
        use="half_used", ends="2027-03", checked=datetime.date(2026, 10, 14), by="a resident", date="2026",
        not_for="people on wheels",
    )  # fmt: skip
    assert asset_view(card).lines == (
        ("Who keeps it going", "a steward"),
        ("It rests on", "one person"),
        ("In use", "in part"),
        ("Ends", "March 2027"),
        ("Not true for", "people on wheels"),
        ("Said by", "a resident, 2026"),
        ("Last checked", "14 October 2026"),
    )


def test_a_pot_says_who_decides_and_whether_residents_could():
    pot = Pot(id="p", words="The levy", decides="the county", residents_say="none", amount="£300 to £500")
    assert pot_view(pot).lines == (
        ("Who decides", "the county"),
        ("Do residents have a say?", "none"),
        ("How much", "£300 to £500"),
    )


def test_a_figure_stands_with_its_year_its_source_and_what_it_is_compared_to():
    figure = Figure.model_validate(
        {"id": "f", "words": "Over 65", "value": 34.1, "unit": "%", "year": 2021, "area": "Saltby",
         "source": "a census", "compared": [{"area": "the county", "value": 23.4}]}
    )  # fmt: skip
    assert figure_view(figure).lines == (("", "34.1%, Saltby, 2021"), ("", "the county: 23.4"), ("From", "a census"))


def test_what_is_here_stands_by_layer_and_marks_on_the_plan_have_the_numbers_of_the_list(saltby):
    view = what_is_here_view(saltby, TODAY)
    assert [section.name for section in view.sections] == [
        "Buildings and outdoors", "Services", "Ties between people", "Skills", "Ideas in use",
    ]  # fmt: skip
    numbers = {card.number: card.id for section in view.sections for card in section.cards if card.number}
    assert {number: flat.asset.id for number, flat in enumerate(view.plan.cards, start=1)} == numbers


def test_the_seven_questions_are_answered_in_words(saltby):
    answers = {found.question: found.answers for found in what_is_here_view(saltby, TODAY).questions}
    assert len(answers) == 7
    assert answers["Which schemes overlap?"][0] == "food: Soup night; The chapel's Wednesday lunch"
    assert "The library: April 2027" in answers["What ends within a year?"]
    assert answers["Which pots does no resident have a say in?"] == (
        "The wind farm's community money",
        "What the builders of the estate on the bypass owe the town",
    )


def test_an_indicator_has_the_cards_that_touch_it(saltby):
    assert [card.id for card in cards_about(saltby, "places-to-meet")] == ["lido", "legion", "library", "pavilion"]
    assert [card.id for card in cards_about(saltby, "deciding-on-money")] == ["new-fund"]


def test_nothing_is_asked_of_no_cards():
    view = what_is_here_view([], TODAY)
    assert view.is_empty
    assert view.questions == ()


def test_a_question_with_hundreds_of_answers_names_the_first_and_how_many_more():
    cards = [Asset(id=f"a{number}", layer="built", words=f"Hall {number}") for number in range(300)]
    unchecked = what_is_here_view(cards, TODAY).questions[-1]
    assert (unchecked.answers[0], unchecked.answers[-1], len(unchecked.answers)) == ("Hall 0", "and 280 more", 21)


def test_a_town_taken_from_a_map_is_printed_as_names_until_people_say_more(checkout):
    town = (checkout / "tests/place/market-town.geojson").read_bytes()
    taken = list(read_geojson(town, "town.geojson").chosen())
    asset = next(asset for asset in taken if asset.source_id)
    assert asset_view(asset).is_only_from_map
    assert not asset_view(asset.model_copy(update={"threat": "a sale"})).is_only_from_map
    many = [asset.model_copy(update={"id": f"a{number}", "words": f"Hall {number}"}) for number in range(300)]
    many[7] = many[7].model_copy(update={"rests_on": ("one_person",)})
    (layer,) = here_sections(what_is_here_view(many, TODAY))[1:]
    assert [entry.name for entry in layer.entries] == ["Hall 7", "Also here, as a map has it"]
    assert "Hall 299" in layer.entries[1].text
    assert layer.entries[1].details == (("From", asset.source),)
