"""What places and assessments are called in a list: no two of it the same."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from placecheck.assessment import Place
from placecheck.rubric import find_rubric
from placecheck.storage import open_store
from placecheck.views.comparison.assessment_name import distinct_labels, place_labels


@given(st.lists(st.sampled_from(["Ore Valley", "Ore Valley (2)", "Saltby"])))
def test_no_two_labels_are_the_same_and_those_that_differed_stay(names):
    labels = {str(n): name for n, name in enumerate(names)}
    apart = distinct_labels(labels)
    assert list(apart) == list(labels)
    assert len(set(apart.values())) == len(labels)
    assert all(apart[id_] == name for id_, name in labels.items() if names.count(name) == 1)


def test_places_of_one_name_are_told_apart_by_the_day_of_their_newest_assessment(tmp_path):
    store, day = open_store(tmp_path), datetime.date(2026, 5, 3)
    ids = [store.add_place(Place(name=name)) for name in ("Ore Valley", "Ore Valley", "Ore Valley", "Saltby")]
    for id_, date in zip(ids, (day, None, None, day), strict=True):
        store.begin_assessment(id_, find_rubric(), question_set="starter", date=date, together=True)
    labels = place_labels(store.places())
    store.close()
    assert [labels[id_] for id_ in ids] == ["Ore Valley, 3 May 2026", "Ore Valley", "Ore Valley (2)", "Saltby"]
