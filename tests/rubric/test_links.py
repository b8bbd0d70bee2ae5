from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from placecheck.rubric.independence import conversations
from placecheck.rubric.links import Link

REASON = {"passage": "walk#1", "how": "says", "because": "It says that trees matter.", "also": ["sum#2"]}


def test_an_id_alone_is_a_link_and_is_written_as_an_id_again():
    link = Link.model_validate("walk#1")
    assert (link.passage, link.because, link.ids) == ("walk#1", None, ("walk#1",))
    assert link.model_dump(mode="json") == "walk#1"


def test_a_link_with_a_reason_is_written_with_it():
    link = Link.model_validate(REASON)
    assert link.model_dump(mode="json") == REASON
    assert link.ids == ("walk#1", "sum#2")
    assert Link.model_validate(REASON | {"also": []}).model_dump(mode="json") == {
        key: value for key, value in REASON.items() if key != "also"
    }


@pytest.mark.parametrize("spoilt", [7, None, ["walk#1"], "walk", {"because": "x"}, REASON | {"how": "hints"}], ids=str)
def test_what_is_no_link_is_refused(spoilt):
    with pytest.raises(ValidationError):
        Link.model_validate(spoilt)


REPEATS = {"summary": ("north", "south"), "digest": ("summary",)}


@pytest.mark.parametrize(
    ("passages", "separate"),
    [
        ([], ()),
        (["north#1", "north#7"], ("north",)),
        (["north#1", "south#1"], ("north", "south")),
        (["summary#1"], ("summary",)),
        (["summary#1", "north#1"], ("north",)),
        (["digest#1", "south#2"], ("south",)),
        (["digest#1", "summary#2", "other#1"], ("other", "summary")),
    ],
)
def test_conversations_are_counted_once_each_and_a_summary_adds_none(passages, separate):
    assert conversations(passages, REPEATS) == separate


NOTES = st.sampled_from("abcdef")


@given(st.lists(NOTES), st.dictionaries(NOTES, st.lists(NOTES, max_size=3)))
def test_conversations_are_of_the_notes_cited_and_do_not_turn_on_order_or_repetition(notes, repeats):
    passages = [f"{note}#1" for note in notes]
    separate = conversations(passages, repeats)
    assert set(separate) <= set(notes)
    assert conversations([*reversed(passages), *passages], repeats) == separate
