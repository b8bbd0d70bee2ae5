"""An idea's card tells what the notes tell and says what they leave open."""

from __future__ import annotations

import pytest

from placecheck.ideas import load_ideas
from placecheck.ideas.treasury import SharedIdea, TreasuryFile, adapt, descent
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder
from placecheck.rubric import find_rubric
from placecheck.views.ideas.idea_card import descent_lines, idea_lines, idea_view

FOLDER = resource_folder("rubrics") / "better-way-place"
IDEAS = {idea.id: idea for idea in load_ideas(FOLDER)}
CATALOGUE = load_catalogue(FOLDER)


def view(id_: str):
    return idea_view(IDEAS[id_], CATALOGUE, find_rubric())


def test_what_the_notes_do_not_tell_is_left_open_and_says_so():
    assert "what it cost" in view("chosen-by-lot").left_open
    assert "what it cost" not in (view("play-streets").left_open or "")


def test_a_way_of_seeing_is_not_asked_what_it_cost():
    assert view("sense-of-entitlement").left_open is None


@pytest.mark.parametrize("id_", IDEAS)
def test_every_warning_travels_with_its_idea(id_):
    shown = view(id_)
    assert [reason.because for reason in shown.warns] == [warn.because for warn in IDEAS[id_].warns]
    lines = "\n".join(idea_lines(shown))
    assert all(reason.because in lines for reason in (*shown.warns, *shown.reasons))


def test_four_generations_are_drawn_as_a_nested_list():
    ours = adapt(IDEAS["play-streets"], id_="ours", change="Only in summer")
    theirs = adapt(ours, id_="theirs", change="In the\ncar park")
    last = SharedIdea(id="last", name="A street band", what="It plays.", from_idea="theirs")
    rows = descent(TreasuryFile(placecheck_ideas=1, ideas=(ours, theirs, last)), IDEAS.values())
    assert descent_lines(rows) == (
        "- Play streets",
        "  - Play streets, changed: Only in summer",
        "    - Play streets, changed: In the car park",
        "      - A street band",
    )
