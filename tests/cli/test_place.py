"""`placecheck place`: cards in and out in a terminal."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image
from typer.testing import CliRunner

from placecheck.assessment import Place
from placecheck.cli.commands import app
from placecheck.cli.place import Kind
from placecheck.place import Photo, Pot, read_place_file
from placecheck.place.photo import prepared_photo
from placecheck.storage import open_store
from placecheck.words.card_files import TABLES

TOWN = Path(__file__).resolve().parents[1] / "place/market-town.geojson"


@pytest.fixture
def saltby(checkout) -> Path:
    return checkout / "examples/places/saltby.yaml"


@pytest.fixture
def run(tmp_path):
    def command(*words: str | Path):
        return CliRunner().invoke(app, ["place", *map(str, words), "--data", str(tmp_path / "data")])

    return command


def cards(tmp_path, name="Saltby"):
    store = open_store(tmp_path / "data")
    (place,) = (place for place in store.places() if place.name == name)
    found = [kept.card for kept in store.place_cards(place.id)]
    store.close()
    return found


def test_a_place_file_is_shown_in_words(run, saltby):
    result = run("show", saltby)
    assert result.exit_code == 0
    assert result.stdout.startswith("Saltby: ")
    assert "What rests on one person?\n  - The old Legion\n" in result.stdout
    assert "    - “Do something about the gulls.” (a resident)" in result.stdout
    assert "  The library's days (silent for" in result.stdout


def test_a_place_is_shown_for_programs(run, saltby):
    run("import", saltby)
    shown = json.loads(run("show", "Saltby", "--json").stdout)
    assert shown["placecheck_place"] == 1
    assert shown["cards"][0]["id"] == "lido"


@pytest.mark.parametrize("ending", [".yaml", ".json"])
def test_what_was_imported_is_exported_the_same_byte_for_byte_the_second_time(run, tmp_path, saltby, ending):
    first, again = tmp_path / f"first{ending}", tmp_path / f"again{ending}"
    assert run("import", saltby).exit_code == 0
    assert run("export", "Saltby", "-o", first).exit_code == 0
    assert "0 cards kept" in run("import", first).stdout
    run("export", "Saltby", "-o", again)
    assert first.read_bytes() == again.read_bytes()


def test_an_archive_holds_the_photos_too(run, tmp_path):
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, "JPEG")
    name, content = prepared_photo(out.getvalue(), "door.jpg")
    store = open_store(tmp_path / "data")
    place = store.add_place(Place(name="Ore"))
    store.keep_photo(place, name, content, 1)
    store.keep_cards(place, [Pot(id="p", words="The box", photos=(Photo(file=name, alt="A box"),))], "test")
    store.close()
    assert run("export", "Ore", "-o", tmp_path / "ore.zip").exit_code == 0
    other = CliRunner().invoke(app, ["place", "import", str(tmp_path / "ore.zip"), "--data", str(tmp_path / "other")])
    assert other.exit_code == 0
    store = open_store(tmp_path / "other")
    (place,) = store.places()
    assert store.photo(place.id, name) == content
    store.close()


def test_a_map_is_chosen_from_and_asks_which_place_it_is_of(run, tmp_path, saltby):
    run("import", saltby)
    assert "Name the place with --place" in str(run("import", TOWN).exception)
    planned = run("import", TOWN, "--place", "Saltby", "--plan")
    assert "7 cards would be kept" in planned.stdout
    before = cards(tmp_path)
    assert "7 cards kept" in run("import", TOWN, "--place", "Saltby").stdout
    assert len(cards(tmp_path)) == len(before) + 7


def test_a_plan_counts_what_would_be_kept_and_not_what_is_here_already(run, tmp_path, saltby):
    in_all = len(read_place_file(saltby).cards)
    assert f"{in_all} cards would be kept" in run("import", saltby, "--plan").stdout, "where the place is not here yet"
    run("import", saltby)
    planned = run("import", saltby, "--plan").stdout
    assert "0 cards would be kept" in planned
    assert f"{in_all} cards are here already, unchanged" in planned
    assert len(cards(tmp_path)) == in_all


def test_a_table_of_pots_comes_in_and_a_wrong_row_is_named(run, tmp_path, saltby):
    run("import", saltby)
    table = tmp_path / "pots.csv"
    table.write_text("name,who holds it,residents say\nThe box,the chapel,some\nThe jar,the shop,7\n", encoding="utf-8")
    refused = run("import", table, "--place", "Saltby", "--kind", "pot")
    assert refused.exit_code == 1
    assert "pots.csv:3: C3 (residents_say)" in str(refused.exception)
    table.write_text("name,who holds it,ends\nThe box,the chapel,soon\n", encoding="utf-8")
    assert run("import", table, "--place", "Saltby", "--kind", "pot").exit_code == 0
    assert cards(tmp_path)[-1] == Pot(id="the-box", words="The box", holder="the chapel", ends="soon")


def test_a_table_is_planned_mapped_and_taken_in_part(run, tmp_path, saltby):
    run("import", saltby)
    table, mapping = tmp_path / "dinge.csv", tmp_path / "map.yaml"
    table.write_text("Ding,Wer,Art\nThe Lane Hall,the team,built\nThe Pond,,castle\n", encoding="utf-8")
    into = ("import", table, "--place", "Saltby")
    planned = run(*into, "--plan", "--write-map", mapping)
    assert "  A Ding: leave_out\n" in planned.stdout
    assert "0 cards would be kept" in planned.stdout
    text = mapping.read_text(encoding="utf-8")
    for heading, key in {"Ding": "words", "Wer": "keeper", "Art": "layer"}.items():
        text = text.replace(f"{heading}: leave_out", f"{heading}: {key}")
    mapping.write_text(text, encoding="utf-8")
    planned = run(*into, "--map", mapping, "--plan")
    assert "C3 (layer)" in planned.stdout
    assert "1 card would be kept" in planned.stdout
    assert run(*into, "--map", mapping).exit_code == 1, "not in part, unless one says so"
    assert "1 card kept" in run(*into, "--map", mapping, "--part").stdout
    assert (cards(tmp_path)[-1].words, cards(tmp_path)[-1].keeper) == ("The Lane Hall", "the team")


def test_one_column_of_words_comes_in_as_slips(run, tmp_path, saltby):
    run("import", saltby)
    table = tmp_path / "box.csv"
    table.write_text("The bus never comes.\nI like the bench by the pond.\n", encoding="utf-8")
    assert "2 cards kept" in run("import", table, "--place", "Saltby", "--kind", "heard").stdout
    assert [card.words for card in cards(tmp_path)[-2:]] == ["The bus never comes.", "I like the bench by the pond."]


def test_cards_go_out_as_a_workbook_and_come_in_from_it_unchanged(run, tmp_path, saltby):
    run("import", saltby)
    assert run("export", "Saltby", "-o", tmp_path / "saltby.xlsx").exit_code == 0
    assert "0 cards kept" in run("import", tmp_path / "saltby.xlsx", "--place", "Saltby").stdout


def test_an_ending_that_is_not_known_is_refused(run, tmp_path, saltby):
    run("import", saltby)
    assert "Use one of" in str(run("export", "Saltby", "-o", tmp_path / "x.doc").exception)
    assert "Use one of" in str(run("import", tmp_path / "x.doc").exception)


def test_a_place_file_that_is_taken_for_an_assessment_says_where_it_belongs(tmp_path, saltby):
    result = CliRunner().invoke(app, ["import", str(saltby), "--data", str(tmp_path / "data")])
    assert result.exit_code == 1
    assert "placecheck place import" in str(result.exception)


def test_an_archive_of_assessments_holds_the_cards_of_their_places_and_gives_them_back(tmp_path, saltby, checkout):
    def run(*words, data="data"):
        return CliRunner().invoke(app, [*map(str, words), "--data", str(tmp_path / data)])

    run("import", checkout / "examples/saltby-2026.yaml")
    run("place", "import", saltby)
    assert run("export", "Saltby", "-o", tmp_path / "all.zip").exit_code == 0
    assert run("import", tmp_path / "all.zip", data="other").exit_code == 0
    store = open_store(tmp_path / "other")
    (place,) = store.places()
    assert len(place.assessments) == 1
    assert [kept.card for kept in store.place_cards(place.id)] == cards(tmp_path)
    store.close()


def test_a_table_may_hold_the_same_kinds_in_a_terminal_and_on_the_page():
    assert set(get_args(Kind)) == set(TABLES)
