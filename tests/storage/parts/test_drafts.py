"""What stands in a form that nobody sent yet is kept for each assessment and form, and goes with the assessment."""

import pytest

from placecheck.assessment import Place
from placecheck.rubric import find_rubric
from placecheck.storage import NotHereError


@pytest.fixture
def begun(store):
    place = store.add_place(Place(name="Ore Valley"))
    return store.begin_assessment(place, find_rubric(), question_set="starter", date=None, together=True)


def test_the_latest_draft_of_each_form_counts_and_an_empty_one_is_none(store, begun):
    store.save_draft(begun, "step", {"what": "Open"})
    store.save_draft(begun, "step", {"what": "Open the hall"})
    store.save_draft(begun, "agreed-mixing", {"because": "We all eat there."})
    assert store.draft(begun, "step") == {"what": "Open the hall"}
    store.save_draft(begun, "step", {})
    assert store.draft(begun, "step") == {}
    assert store.draft(begun, "agreed-mixing") == {"because": "We all eat there."}


def test_a_draft_of_an_assessment_that_is_not_here_is_refused(store):
    with pytest.raises(NotHereError):
        store.save_draft("nobody", "step", {"what": "Open"})


def test_what_is_typed_is_added_to_the_draft_and_another_windows_words_stay(store, begun):
    assert store.add_to_draft(begun, "step", {"what": "Op"}, {}, "one") == {}
    assert store.add_to_draft(begun, "step", {"what": "Open", "who": "us"}, {}, "one") == {}
    assert store.draft(begun, "step") == {"what": "Open", "who": "us"}
    assert store.add_to_draft(begun, "step", {"who": "them"}, {}, "two") == {"what": "Open", "who": "us"}
    assert store.save_draft(begun, "step", {}, {}, "two") == {"what": "Open", "who": "us"}
    assert store.draft(begun, "step") == {"what": "Open", "who": "us"}
    seen = store.draft(begun, "step")
    assert store.add_to_draft(begun, "step", {"who": "them"}, seen, "two") == {}
    assert store.add_to_draft(begun, "step", {"what": " ", "who": ""}, {}, "two") == {}
    assert store.draft(begun, "step") == {}
