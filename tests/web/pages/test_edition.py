from __future__ import annotations

import shutil

import pytest

from placecheck.assessment import read_assessment
from placecheck.words import editions as w
from placecheck.words import say


@pytest.fixture
def allotments(store, checkout, tmp_path) -> str:
    """A round of the first edition, in a store beside which both editions are at hand."""
    for name in ("first", "second"):
        shutil.copytree(checkout / "tests/data/editions" / name, tmp_path / "rubrics" / name)
    return store.add_assessment(*read_assessment(checkout / "tests/data/editions/place.yaml"))


def test_the_results_say_that_a_newer_edition_is_there(show, allotments):
    page = show("results", round=allotments)
    assert not page.exception
    assert any("2027.1" in one.value for one in page.info)


def test_what_would_go_along_is_shown_and_a_click_makes_another_round_of_the_place(show, store, allotments):
    before = store.assessment(allotments)
    page = show("edition", round=allotments)
    assert not page.exception
    assert any("the story carries over" in one.value for one in page.markdown)
    next(one for one in page.button if one.label == say(w.MAKE)).click().run()
    (place,) = store.places()
    assert [one.edition for one in place.assessments] == ["2026.1", "2027.1"]
    assert store.assessment(allotments) == before


def test_where_no_newer_edition_is_there_it_says_so(show, full):
    assert any(say(w.NOTHING_NEWER) in one.value for one in show("edition", round=full).markdown)
