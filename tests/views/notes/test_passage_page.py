"""A passage in its surroundings, with and without the text of its note."""

from __future__ import annotations

import pytest

from placecheck.notes import load_catalogue
from placecheck.notes.added_notes import AddedNote, AddedParagraph
from placecheck.notes.library import Library
from placecheck.views.notes.note_list import disagreement_views, note_views
from placecheck.views.notes.passage_page import indicator_links, neighbouring_passages, passage_card_view, passage_text

NOTE = "gathering-2018-07"


@pytest.fixture(scope="module")
def catalogue(checkout):
    return load_catalogue(checkout / "rubrics/better-way-place")


@pytest.fixture(scope="module")
def library(catalogue):
    """Text stands in for ten paragraphs of a known note and for one of a note of one's own."""
    known = tuple(AddedParagraph(number=n, text=f"Paragraph {n}.") for n in range(58, 68))
    own = (AddedParagraph(number=0, text="The ferry ran all winter."),)
    return Library(
        catalogue,
        {
            NOTE: AddedNote(id=NOTE, title="x", paragraphs=known),
            "own-talk": AddedNote(id="own-talk", title="Our own talk", paragraphs=own),
        },
    )


def test_with_the_text_a_passage_stands_among_its_neighbours_and_the_rest_of_the_note(library):
    view = passage_text(library, f"{NOTE}#63")
    assert [one.number for one in view.near] == [61, 62, 63, 64, 65]
    assert [one.number for one in (*view.earlier, *view.later)] == [58, 59, 60, 66, 67]
    assert view.text == "Paragraph 63."
    assert view.passage.link


def test_at_the_start_of_what_is_here_nothing_stands_before(library):
    view = passage_text(library, f"{NOTE}#58")
    assert (view.earlier, view.near[0].number) == ((), 58)


def test_without_the_text_there_are_gist_note_date_section_and_a_link(catalogue):
    view = passage_text(Library(catalogue, {}), f"{NOTE}#63")
    assert (view.text, view.near, view.earlier, view.later) == (None, (), (), ())
    assert "2 and 4 July 2018" in view.passage.source
    assert "#:~:text=" in view.passage.link


def test_a_note_that_the_rubric_does_not_know_can_be_read_too(library):
    view = passage_text(library, "own-talk#0")
    assert (view.title, view.passage, view.text) == ("Our own talk", None, "The ferry ran all winter.")
    card = passage_card_view(library, "own-talk#0")
    assert (card.gist, card.source, card.link) == ("The ferry ran all winter.", "Our own talk", None)


@pytest.mark.parametrize("id_", ["", "nowhere#1", "own-talk#9", f"{NOTE}#"])
def test_what_is_not_there_is_none(library, id_):
    assert passage_text(library, id_) is None


def test_every_citation_of_the_rubric_leads_back_from_its_passage(rubric):
    cited = {(one.id, id_) for one in rubric.indicators() for _, _, link in one.links() for id_ in link.ids}
    back = {(found.indicator, id_) for _, id_ in cited for found in indicator_links(rubric, id_)}
    assert back == cited


def test_before_and_next_lead_through_all_passages_of_an_indicator_and_back(rubric):
    for one in rubric.indicators():
        ids = (*one.support_ids, *one.caution_ids)
        walked, at = [], ids[0]
        while at is not None:
            walked.append(at)
            at = neighbouring_passages(rubric, one.id, at)[1]
        assert tuple(walked) == ids
        assert neighbouring_passages(rubric, one.id, ids[0])[0] is None


def test_a_passage_that_an_indicator_does_not_cite_has_no_neighbours_there(rubric):
    one = next(rubric.indicators())
    assert neighbouring_passages(rubric, one.id, "nowhere#1") == (None, None)
    assert neighbouring_passages(rubric, None, one.support_ids[0]) == (None, None)


def test_both_sides_of_every_disagreement_have_passages_and_none_stands_on_both(catalogue):
    views = disagreement_views(catalogue)
    assert len(views) >= 5
    for view in views:
        assert view.one_side
        assert view.other_side
        assert not {one.id for one in view.one_side} & {one.id for one in view.other_side}


def test_each_note_says_what_in_it_is_dated(catalogue):
    dated = [line for view in note_views(catalogue) for line in view.dated]
    noted = [line for passage in catalogue.passages for line in (passage.as_of, passage.dated) if line]
    assert [line.partition(": ")[2] for line in dated] == noted
