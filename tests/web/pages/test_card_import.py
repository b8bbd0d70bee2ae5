"""Cards that come in as files on the page of what is here: seen, chosen and only then kept."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from placecheck.assessment import Place
from placecheck.exchange.card_mapping import column_keys
from placecheck.exchange.place_archive import place_zip
from placecheck.place import Asset, Photo, PlaceFile, Pot
from placecheck.place.photo import prepared_photo
from placecheck.web.components.card_columns import column_labels
from placecheck.words.card_files import TABLES

TABLE = b"Ding,Wer,Art,Note\nHall,the team,built,x\nPond,,castle,y\n"


@pytest.fixture
def place(store, blank) -> str:
    return store.assessment_summary(blank).place_id


@pytest.fixture
def upload(show, blank):
    def uploaded(content: bytes, name: str, kind: str = "text/csv"):
        page = show("what_is_here", round=blank)
        return page.file_uploader(key="cards-file-0").set_value((name, content, kind)).run()

    return uploaded


def column(page, heading: str):
    return next(box for box in page.selectbox if box.label.endswith(f"– {heading}"))


def cards(store, place):
    return [kept.card for kept in store.place_cards(place)]


def keep(page):
    return next(button for button in page.button if button.label.startswith("Keep ") and "this" not in button.label)


def test_what_each_column_holds_is_chosen_and_a_row_that_cannot_be_taken_says_why(upload, store, place):
    page = upload(TABLE, "dinge.csv")
    assert {heading: column(page, heading).value for heading in ("Ding", "Wer", "Art", "Note")} == dict.fromkeys(
        ("Ding", "Wer", "Art", "Note"), "leave_out"
    )
    for heading, key in {"Ding": "words", "Wer": "keeper", "Art": "layer"}.items():
        column(page, heading).set_value(key).run()
    assert not page.exception
    assert any("castle" in str(entry.value) for kind in ("error", "markdown", "table") for entry in page.get(kind))
    assert cards(store, place) == [], "nothing is kept before a yes"
    keep(page).click().run()
    assert cards(store, place) == [Asset(id="hall", layer="built", words="Hall", keeper="the team")]
    again = upload(TABLE, "dinge.csv")
    assert column(again, "Wer").value == "keeper", "remembered for the same headings"
    assert not [button for button in again.button if button.label.startswith("Keep 1")], "it is here already"


def test_a_row_with_the_id_of_a_card_says_first_that_it_changes_it(upload, store, place):
    store.keep_cards(place, [Pot(id="fund", words="The fund"), Pot(id="box", words="The box")], "test")
    page = upload(b"id,kind,words,amount\nfund,pot,The fund,500\nbox,pot,The box,\n", "pots.csv")
    assert any("1 card that is here already would say something else" in entry.value for entry in page.warning)
    keep(page).click().run()
    assert cards(store, place) == [Pot(id="fund", words="The fund", amount="500"), Pot(id="box", words="The box")]


def test_an_archive_brings_the_photos_of_its_cards(upload, store, place):
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "JPEG")
    name, content = prepared_photo(out.getvalue(), "door.jpg")
    card = Pot(id="p", words="The box", photos=(Photo(file=name, alt="A box"),))
    packed = place_zip(PlaceFile(place=Place(name="Ore"), cards=(card,)), {name: content}.get)
    keep(upload(packed, "ore.zip", "application/zip")).click().run()
    assert cards(store, place) == [card]
    assert store.photo(place, name) == content


STATISTICS = b"""Population by ward
"Made up for a test, 12 March 2026"

ward,mnemonic,2021,2022
Saltby,E05001234,"4,102","4,150"

Figures are rounded.
"""


def test_a_statistics_table_below_title_lines_says_what_it_took_and_suggests_its_source(upload, store, place):
    page = upload(STATISTICS, "population.csv")
    next(radio for radio in page.radio if radio.label == "What is in the table?").set_value("figure").run()
    shown = " ".join(entry.value for entry in page.markdown)
    assert "Row 4 was taken as the headings" in shown
    assert "Figures are rounded." in shown
    source = next(field for field in page.text_input if field.label == "Who published them, and where?")
    assert source.value == "Population by ward; Made up for a test, 12 March 2026"
    next(box for box in page.selectbox if box.label == "Which area is yours?").set_value("Saltby").run()
    next(box for box in page.multiselect if box.label == "Which figures do you want?").set_value([1]).run()
    keep(page).click().run()
    assert not page.exception
    (figure,) = cards(store, place)
    assert (figure.words, float(figure.value), figure.year) == ("Population by ward", 4150, "2022")
    assert figure.source == "Population by ward; Made up for a test, 12 March 2026"


@pytest.mark.parametrize("kind", TABLES)
def test_each_column_that_can_be_chosen_has_a_name(kind):
    assert set(column_keys(kind)) - column_labels(kind).keys() == set(), "name it in COLUMNS of words/card_files.py"
