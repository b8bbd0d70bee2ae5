from __future__ import annotations

from datetime import date

import pytest

from placecheck.assessment import Place
from placecheck.storage import DoesNotFitError, NotHereError
from placecheck.storage.parts.comparison_sets import MAX_MEMBERS

EXAMPLE = "example-marsh-lane"


@pytest.fixture
def others(store, rubric):
    """Two more places with an assessment each."""
    places = [store.add_place(Place(name=name)) for name in ("Hillside", "Quay End")]
    return [
        store.begin_assessment(place, rubric, question_set="starter", date=None, together=False) for place in places
    ]


def test_a_set_holds_what_was_chosen_in_that_order(store, assessment_id, others):
    id_ = store.keep_comparison_set("  Three   valleys ", [others[1], EXAMPLE, assessment_id, others[1]])
    (named,) = store.comparison_sets()
    assert (named.id, named.name, named.members) == (id_, "Three valleys", (others[1], EXAMPLE, assessment_id))


def test_a_set_can_be_renamed_and_hold_others_and_sets_stand_by_name(store, assessment_id, others):
    first = store.keep_comparison_set("Valleys", [assessment_id, others[0]])
    store.keep_comparison_set("quays", [assessment_id, EXAMPLE])
    assert store.keep_comparison_set("VALLEYS", [others[0], others[1]], first) == first
    assert [(named.name, named.members) for named in store.comparison_sets()] == [
        ("quays", (assessment_id, EXAMPLE)),
        ("VALLEYS", (others[0], others[1])),
    ]


@pytest.mark.parametrize("name", ["", "  ", "n" * 121, "valleys", "a\x00b"])
def test_a_name_that_says_nothing_or_belongs_to_another_set_is_refused(store, assessment_id, others, name):
    store.keep_comparison_set("Valleys", [assessment_id, others[0]])
    with pytest.raises(DoesNotFitError):
        store.keep_comparison_set(name, [assessment_id, others[0]])
    assert len(store.comparison_sets()) == 1


def test_too_few_and_what_is_not_here_are_refused_and_nothing_is_kept(store, assessment_id, others):
    with pytest.raises(DoesNotFitError):
        store.keep_comparison_set("One", [assessment_id, assessment_id])
    with pytest.raises(NotHereError):
        store.keep_comparison_set("Nobody", [assessment_id, "nobody"])
    with pytest.raises(NotHereError):
        store.keep_comparison_set("Gone", [assessment_id, others[0]], "no such set")
    assert store.comparison_sets() == ()


def test_a_set_holds_twelve_and_no_more(store, rubric):
    place = store.add_place(Place(name="Hillside"))
    ids = [
        store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
        for _ in range(MAX_MEMBERS + 1)
    ]
    with pytest.raises(DoesNotFitError, match="12"):
        store.keep_comparison_set("Thirteen", ids)
    store.keep_comparison_set("Twelve", ids[:-1])
    assert [len(named.members) for named in store.comparison_sets()] == [12]


def test_a_deleted_place_is_in_no_set_and_a_set_of_one_goes_with_its_name(store, assessment_id, others):
    store.keep_comparison_set("All three", [assessment_id, *others])
    store.keep_comparison_set("With Hillside", [assessment_id, others[0]])
    place = store.assessment_summary(others[0]).place_id
    store.delete(store.preview_deletion(place))
    assert [(named.name, named.members) for named in store.comparison_sets()] == [
        ("All three", (assessment_id, others[1]))
    ]
    store.delete(store.preview_deletion(store.assessment_summary(others[1]).place_id, others[1]))
    assert store.comparison_sets() == ()


def test_erasing_a_set_leaves_its_places(store, assessment_id, others):
    id_ = store.keep_comparison_set("Valleys", [assessment_id, others[0]])
    store.erase_comparison_set(id_)
    store.erase_comparison_set(id_)
    assert store.comparison_sets() == ()
    assert len(store.places()) == 3


def test_sets_are_in_a_backup(store, assessment_id, others, tmp_path):
    store.keep_comparison_set("Valleys", [assessment_id, others[0], EXAMPLE])
    before = store.comparison_sets()
    store.back_up(tmp_path / "all.zip")
    store.erase_comparison_set(before[0].id)
    store.restore(tmp_path / "all.zip", tmp_path)
    assert store.comparison_sets() == before


def test_an_assessment_whose_day_has_come_is_in_no_set(store, assessment_id, others):
    store.keep_comparison_set("Valleys", [assessment_id, others[0]])
    store.create_workshop(others[0], delete_on=date(2026, 12, 1))
    assert store.delete_due(date(2026, 12, 1)) == 1
    assert store.comparison_sets() == ()
