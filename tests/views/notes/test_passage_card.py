"""How a passage reads: its citation, who speaks, who sees it otherwise, and what belongs to its time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.notes import Note, load_catalogue
from placecheck.rubric import find_rubric
from placecheck.rubric.links import Link
from placecheck.views.notes.note_list import about_notes, whose_words
from placecheck.views.notes.passage_card import citation, from_conversations, link_views, passage_view

DOUBLED = re.compile(r"[.?!…,;:]\s*[.,;]|…|\(opening\)|\bnot given in the text\b")


@pytest.fixture(scope="module")
def catalogue(checkout):
    return load_catalogue(checkout / "rubrics/better-way-place")


@pytest.fixture(scope="module")
def views(catalogue):
    return {passage.id: passage_view(catalogue, passage.id) for passage in catalogue.passages}


def test_every_citation_reads_as_one(views):
    for view in views.values():
        assert DOUBLED.search(view.source) is None, view.source
        assert view.source.endswith((".", "?", "!"))


def test_a_heading_that_is_a_question_gets_no_full_stop():
    note = Note(id="walk", title="Who owns the quay?", date="3 May 2019", kind="a walk", who="us")
    assert citation(note, "What next?") == "Who owns the quay? (3 May 2019). What next?"
    assert citation(note, "The slipway") == "Who owns the quay? (3 May 2019). The slipway."
    assert citation(note, None) == "Who owns the quay? (3 May 2019)."


@given(st.text(alphabet=st.characters(blacklist_categories=["C", "Z"]), min_size=1))
def test_whatever_a_heading_is_it_ends_in_one_mark(heading):
    note = Note(id="walk", title="A walk", date="3 May 2019", kind="a walk", who="us")
    ended = heading.endswith((".", "?", "!", "…"))
    assert citation(note, heading) == f"A walk (3 May 2019). {heading}{'' if ended else '.'}"


def test_no_heading_is_cut_in_the_middle(catalogue):
    assert [one.id for one in catalogue.passages if one.section and one.section.endswith(("…", "..."))] == []


def test_what_a_link_says_is_what_it_opens(views):
    for view in views.values():
        if view.link:
            assert "not seen" not in view.way
            assert not view.way.endswith(".")


def test_people_in_the_room_are_only_said_to_be_divided_where_the_paragraph_shows_it(catalogue, views):
    divided = [id_ for id_, view in views.items() if "People in the room were divided on this." in view.remarks]
    assert divided == [passage.id for passage in catalogue.passages if passage.contested]
    assert divided == [
        "gathering-2018-07#93",
        "communities-strategy-2019-11#14",
        "communities-strategy-2019-11#24",
        "communities-strategy-2019-11#29",
    ]


def test_what_another_discussion_sees_otherwise_is_said_with_its_title_on_both_sides(views):
    one, other = views["commissioning-dinner-2018-11#23"], views["bw-place-dinner-2018-11#15"]
    assert "Another note disagrees. See: What would a Better Way place look like?" in one.remarks
    assert "Another note disagrees. See: Collaborative commissioning." in other.remarks


def test_what_the_same_discussion_sees_otherwise_is_not_put_on_another(views):
    assert "Another part of this note disagrees." in views["politics-2018-11#19"].remarks


def test_where_only_its_age_is_known_the_year_is_said_and_nothing_of_since_then(views):
    remarks = " ".join(views["bw-place-dinner-2018-11#12"].remarks)
    assert "In 2018: " in remarks
    assert "Since then" not in remarks


def test_what_is_known_to_have_changed_is_said(views):
    assert "Since then: the Shared Prosperity Fund, then only a plan, started in 2022." in (
        views["social-wealth-2018-11#5"].remarks
    )


def test_an_undated_text_speaks_of_when_it_was_written(views):
    remarks = " ".join(views["keep-it-local-conf#4"].remarks)
    assert remarks == "When this was written: Carillion's fall was recent."


def test_every_passage_says_who_speaks(views):
    assert [id_ for id_, view in views.items() if not view.speaker] == []


def test_an_outside_writers_report_is_called_that(views):
    for id_, view in views.items():
        assert (view.speaker == "From an outside writer's report.") == id_.startswith("keep-it-local-conf#")
    assert views["politics-2018-11#8"].speaker == "What someone outside the discussion wrote."
    assert views["communities-strategy-2019-11#5"].speaker == "What one person there said."


def test_what_the_notes_are_comes_from_their_own_data(catalogue):
    said = about_notes(catalogue)
    assert "The talks were held between 2017 and 2019." in said
    assert "Keeping it Local - Locality's conference (undated), an outside writer's report of a conference." in said
    assert catalogue.about in said
    later = catalogue.notes[0].model_copy(update={"date": "2 May 2031"})
    other = catalogue.model_copy(update={"notes": (later,), "about": None})
    assert about_notes(other) == "The talks were held in 2031."


def test_beside_a_statement_an_outside_report_is_named_only_where_it_is_cited(catalogue):
    assert "outside writer" in whose_words(find_rubric(), catalogue, ["keep-it-local-conf#6", "politics-2018-11#8"])
    assert "outside writer" not in whose_words(find_rubric(), catalogue, ["politics-2018-11#8"])


def test_every_passage_that_sees_it_otherwise_can_be_gone_to_and_leads_back(views):
    pairs = {(id_, other) for id_, view in views.items() for other in view.disputed_by}
    assert pairs
    assert {(other, id_) for id_, other in pairs} == pairs


def test_a_link_is_shown_with_its_reason_and_with_what_repeats_it(catalogue, rubric):
    indicator = rubric.by_id["places-to-meet"]
    views = {view.id: view for view in link_views(catalogue, indicator.supports)}
    assert [view.because for view in views.values()] == [link.because for link in indicator.supports]
    assert passage_view(catalogue, indicator.support_ids[0]).because is None
    (repeated,) = [link for link in indicator.supports if link.also]
    assert "The same note says it again." in views[repeated.passage].remarks
    in_two_notes = Link(passage="place-cell3-2018-02#8", also=("place-summary-2018-03#19", "place-cell3-2018-02#28"))
    (view,) = link_views(catalogue, [in_two_notes])
    assert view.remarks[:2] == ("The same note says it again.", "Also in “Place summary of cells”.")


def test_a_statement_says_from_how_many_separate_conversations_it_comes(catalogue):
    summary, cell = Link(passage="place-summary-2018-03#17"), Link(passage="place-cell3-2018-02#8")
    assert from_conversations(catalogue, [cell]) == "This comes from one conversation."
    assert from_conversations(catalogue, [cell, summary]) == "This comes from one conversation."
    other = Link(passage="gathering-2018-07#77")
    assert from_conversations(catalogue, [cell, summary, other]) == "This comes from 2 separate conversations."
    assert from_conversations(catalogue, [Link(passage="nowhere#1")]) is None
    assert from_conversations(catalogue, []) is None
