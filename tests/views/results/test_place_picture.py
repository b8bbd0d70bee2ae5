from __future__ import annotations

import re
from dataclasses import replace

import pytest

from placecheck.assessment import read_assessment
from placecheck.scoring import score
from placecheck.views.results.place_picture import finding, picture_view, sentence
from placecheck.views.results.results import results_view


def place(checkout, name):
    rubric, assessment = read_assessment(checkout / f"examples/{name}.yaml")
    return rubric, assessment, score(rubric, assessment)


def test_the_title_says_what_is_strong_what_has_room_and_what_is_little_known(checkout):
    view = picture_view(*place(checkout, "marsh-lane"))
    assert view.finding == (
        "The place is strong on four questions, such as “Places to meet” and “Neighbours to turn to”; “How services "
        "are chosen” has most room to grow; on three questions little is known, such as “An aim in common”."
    )


def test_a_dimension_without_a_reading_is_what_little_is_known_of(checkout):
    view = picture_view(*place(checkout, "kingfisher-meadows"))
    assert view.finding.endswith("of “Local funding” little is known.")


def test_nothing_is_called_most_where_several_are_level(checkout):
    view = picture_view(*place(checkout, "glenarran"))
    assert "there is most room to grow on seven questions, such as" in view.finding.lower()


def test_where_nobody_could_say_anything_the_title_says_so(checkout):
    rubric, assessment, _ = place(checkout, "kingfisher-meadows")
    empty = assessment.model_copy(update={"voices": (), "agreed": {}})
    result = score(rubric, empty)
    words = finding(results_view(rubric, empty, result), result)
    assert words == "Too little is known yet to say where this place is."
    assert "Nobody" not in words


def test_where_nothing_stands_out_the_title_does_not_make_it_up(checkout):
    rubric, assessment, result = place(checkout, "marsh-lane")
    view = replace(results_view(rubric, assessment, result), strong=(), room=(), unknown=())
    assert finding(view, result) == "Nothing stands out yet."


@pytest.mark.parametrize("name", ["marsh-lane", "kingfisher-meadows"])
def test_the_table_has_a_row_for_every_question(checkout, name):
    *_, result = given = place(checkout, name)
    view = picture_view(*given)
    assert len(view.table) == len(list(result.indicators()))
    assert all(len(row) == len(view.columns) for row in view.table)


def test_the_words_name_every_dimension_and_how_much_of_it_is_known(checkout):
    view = picture_view(*place(checkout, "kingfisher-meadows"))
    assert all(sector.name in view.alt for sector in view.sectors)
    assert "too little known of all 2" in view.alt


def test_the_finding_says_whether_it_counts_dimensions_or_what_was_asked():
    names = ["A", "B", "C", "D"]
    assert sentence([], [], names) == "On four questions little is known, such as “A”."
    assert sentence([], [], names, of_dimensions=True) == "Of four dimensions little is known, such as “A”."


def test_where_many_dimensions_have_no_reading_the_finding_calls_them_dimensions(checkout):
    rubric, assessment, _ = place(checkout, "marsh-lane")
    one = next(iter(rubric.by_id))
    voices = tuple(
        voice.model_copy(update={"answers": {id_: said for id_, said in voice.answers.items() if id_ == one}})
        for voice in assessment.voices
    )
    assessment = assessment.model_copy(update={"voices": voices, "agreed": {}})
    words = picture_view(rubric, assessment, score(rubric, assessment)).finding
    assert re.search("of (four|five) dimensions little is known", words, re.IGNORECASE), words
