"""The example places say who should decide what: some matters come nearer, some go further off, some stay open."""

from __future__ import annotations

from collections import Counter

import pytest

from placecheck.guides import Replies, load_guides
from placecheck.guides.replies import is_shown
from placecheck.ideas import load_ideas
from placecheck.levels import load_levels
from placecheck.levels.matter_summary import matter_move, unanswered_questions
from placecheck.place import AdaptedIdea, Matter, Worksheet, cards_of, read_place_file
from placecheck.resources import resource_folder

FOLDER = resource_folder("rubrics") / "better-way-place"
LEVELS = load_levels(FOLDER)
ORDER = [level.id for level in LEVELS.levels]
PLACES = {
    name: read_place_file(resource_folder("examples") / "places" / f"{name}.yaml") for name in ("saltby", "marsh-lane")
}
MATTERS = [(name, matter) for name, place in PLACES.items() for matter in cards_of(place.cards, Matter)]


def test_twelve_matters_and_more_move_both_ways():
    moves = Counter(matter_move(matter, ORDER) for _, matter in MATTERS)
    assert moves.total() >= 12
    assert moves["further"] >= 3
    assert moves["nearer"] >= 3
    assert moves["stays"]
    assert moves["differ"]


@pytest.mark.parametrize(("name", "matter"), MATTERS, ids=lambda value: getattr(value, "id", value))
def test_a_matter_stands_on_levels_that_are_there_and_thinks_of_those_who_are_few(name, matter):
    named = LEVELS.names(PLACES[name].place.nation)
    assert {level for level in (matter.now, matter.best, *matter.asks) if level} <= named.keys()
    assert matter.reasons.keys() <= {question.id for question in LEVELS.questions}
    assert matter.from_list in {None, *(listed.id for listed in LEVELS.matters)}
    assert matter.best is None or unanswered_questions(matter, LEVELS.questions) == ()


def test_an_adapted_idea_and_a_worksheet_lead_back_to_what_they_came_from():
    ideas = {idea.id for idea in load_ideas(FOLDER)}
    guides = load_guides(FOLDER)
    cards = [card for place in PLACES.values() for card in place.cards]
    assert {card.from_idea for card in cards_of(cards, AdaptedIdea)} - {None} <= ideas
    sheets = list(cards_of(cards, Worksheet))
    assert sheets
    for sheet in sheets:
        guide = guides[sheet.guide]
        assert sheet.tables.keys() <= guide.questions_by_id.keys()
        shown = [
            question.id for question in guide.questions() if is_shown(guide, question, Replies.from_worksheet(sheet))
        ]
        assert all(any(id_ == one or id_.startswith(f"{one}-") for one in shown) for id_ in sheet.replies)
