from __future__ import annotations

import io
import zipfile

import pytest

from placecheck.exchange import bulk_archive as archives
from placecheck.exchange.bulk_archive import write_bulk_archive
from placecheck.exchange.sample import made_up_assessments
from placecheck.web.data import network
from placecheck.words import network as w
from placecheck.words import say
from placecheck.words import web as words


@pytest.fixture
def several(store, rubric) -> list[str]:
    return [store.add_assessment_once(rubric, one, "test") for one in made_up_assessments(rubric, 24)]


@pytest.mark.usefixtures("several")
def test_places_are_found_by_their_words_and_opened_by_a_link(show, store):
    page = show("network")
    assert not page.exception
    name = store.places()[0].name
    page.text_input(key="many-words").input(name.split()[0]).run()
    assert not page.exception
    assert any(f"[{name}](results?" in one.value for one in page.markdown)
    page.text_input(key="many-words").input("no such words").run()
    assert any(say(w.NONE_FOUND) == one.value for one in page.markdown)


def test_several_are_handed_to_the_page_that_lays_them_side_by_side(show, several):
    page = show("network")
    page.multiselect(key="many-beside").set_value(several[:3]).run()
    assert any("(side-by-side?" in one.value and ",".join(several[:3]) in one.value for one in page.markdown)


@pytest.mark.usefixtures("several")
def test_the_spread_names_no_place(show, store):
    page = show("network")
    page.toggle(key="many-spread").set_value(True).run()
    assert not page.exception
    shown = network.network_picture(network.begin_count(network.all_assessments()))
    assert (shown.places, shown.others) == (len(store.places()), 0)
    said = repr(shown.view)
    assert not any(place.name in said for place in store.places())


def test_an_archive_of_many_is_loaded_with_a_bar_and_only_at_a_click(show, store, rubric, monkeypatch):
    monkeypatch.setattr(archives, "MIN_BULK_ASSESSMENTS", 6)
    out = io.BytesIO()
    write_bulk_archive(out, made_up_assessments(rubric, 8), "made up")
    page = show("home")
    page.file_uploader[0].upload("many.zip", out.getvalue(), "application/zip").run()
    assert not page.exception
    assert store.places() == ()
    next(one for one in page.button if one.label == say(w.LOAD)).click().run()
    assert not page.exception
    assert sum(len(place.assessments) for place in store.places()) == 8


def test_what_stays_behind_of_an_archive_is_still_listed_once_the_rest_is_here(show, store, rubric, monkeypatch):
    monkeypatch.setattr(archives, "MIN_BULK_ASSESSMENTS", 6)
    out = io.BytesIO()
    write_bulk_archive(out, made_up_assessments(rubric, 6), "made up")
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("assessments/99999.json", "{}")
    page = show("home")
    page.file_uploader[0].upload("many.zip", out.getvalue(), "application/zip").run()
    next(one for one in page.checkbox if one.label == say(w.TAKE_REST)).check()
    next(one for one in page.button if one.label == say(w.LOAD)).click().run()
    assert sum(len(place.assessments) for place in store.places()) == 6
    assert "99999.json" in " ".join(one.value for one in page.markdown)
    assert [one.value for one in page.success] == ["6 assessments are here now."]
    next(one for one in page.button if one.label == say(w.LOAD)).click().run()
    assert "6 assessments were here already" in page.success[0].value


def test_an_empty_store_says_so(show):
    assert say(words.NONE_YET) in [text.value for text in show("network").markdown]
