"""The page of results: what is strong, differs, is not known and could grow, and how little a click on it draws."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from placecheck.assessment import Answer
from placecheck.words import deciding, say
from placecheck.words import results as w

LISTS = (w.STRONG_TITLE, w.DIFFER_TITLE, w.UNKNOWN_TITLE, w.ROOM_TITLE)
MAX_PARTS = 21
"""Elements and boxes; each takes its share of every click at the server, and of every drawing in the browser."""


def parts_of(page: AppTest) -> list[str]:
    """The kinds of all elements and boxes on `page`."""
    waiting, kinds = [page.main], []
    while waiting:
        children = getattr(waiting.pop(), "children", {}).values()
        kinds += [child.type for child in children]
        waiting += children
    return kinds


def test_results_of_fourteen_people_and_39_questions_are_few_elements(show):
    kinds = parts_of(show("results", round="example-marsh-lane"))
    assert len(kinds) <= MAX_PARTS, kinds


def test_the_place_is_named_then_the_lists_stand_in_order_and_what_comes_next_below_them(show, full, blocks_of):
    shown = show("results", round=full)
    assert shown.title[0].value == "Marsh Lane"
    titles = [block["title"] for block in blocks_of(shown) if block.get("title")]
    assert titles == [*map(say, LISTS), say(deciding.NEXT_STEPS)]


def test_whatever_a_list_mentions_leads_to_a_closer_look_and_says_where_it_stands(show, full, blocks_of):
    lists = blocks_of(show("results", round=full))[: len(LISTS)]
    mentioned = [line for block in lists for line in (*block["lines"], *block["others"])]
    assert len(mentioned) >= 9
    assert all(line["where"].startswith(f"closer?round={full}&indicator=") for line in mentioned)
    assert all(": " in line["words"] for line in mentioned)


def test_three_of_each_list_are_shown_and_the_rest_waits_to_be_asked_for(show, full, blocks_of):
    lists = blocks_of(show("results", round=full))[: len(LISTS)]
    assert all(1 <= len(block["lines"]) <= 3 for block in lists)
    assert any(block["others"] for block in lists)
    assert [block["more"].startswith(f"And {len(block['others'])} more: ") for block in lists if block["others"]]
    assert all(not block["more"] for block in lists if not block["others"])


def test_each_strength_comes_with_a_story_where_one_was_told(show, full, blocks_of):
    assert [line["because"][0] for line in blocks_of(show("results", round=full))[0]["lines"]] == ["“"] * 3


def test_many_strengths_show_a_few_and_name_the_rest(show, blank, store, rubric, blocks_of):
    for indicator in [one.id for one in rubric.indicators() if one.starter][:6]:
        store.save_answer(blank, "v1", indicator, Answer(level=4), "test")
    strong = blocks_of(show("results", round=blank))[0]
    assert strong["more"].startswith("And 3 more: ")
    assert len(strong["others"]) == 3


@pytest.mark.parametrize("told", ["word " * 60, "one line\nand another"])
def test_a_long_story_is_cut_to_a_line_or_two(*, show, blank, store, rubric, blocks_of, told):
    first = next(one.id for one in rubric.indicators() if one.starter)
    store.save_answer(blank, "v1", first, Answer(level=4, story=told.strip()), "test")
    (line,) = blocks_of(show("results", round=blank))[0]["lines"]
    assert len(line["because"]) <= 96
    assert "another" not in line["because"]


def test_where_nothing_is_tried_yet_the_page_says_so(show, half, blocks_of):
    tried = next(one for one in blocks_of(show("results", round=half)) if one.get("title") == say(deciding.NEXT_STEPS))
    assert tried["text"] == say(deciding.NO_STEPS)
    assert tried["links"][0] == {"words": say(w.TRY_SOMETHING), "where": f"next-steps?round={half}"}
