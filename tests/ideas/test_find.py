"""Ideas are found from an indicator, by what is here, and in a person's own words."""

from __future__ import annotations

from itertools import chain, combinations

import pytest

from placecheck.ideas import load_ideas
from placecheck.ideas.find import FoundIdeas, IdeaSearch, by_needs, for_indicator
from placecheck.ideas.model import NEEDS
from placecheck.notes import load_catalogue
from placecheck.resources import resource_folder

FOLDER = resource_folder("rubrics") / "better-way-place"
IDEAS = load_ideas(FOLDER)
SEARCH = IdeaSearch(IDEAS, load_catalogue(FOLDER))
EVERY_CHOICE = list(chain.from_iterable(combinations(NEEDS, size) for size in range(len(NEEDS) + 1)))


def test_an_indicator_leads_to_its_ideas_in_their_own_order():
    listed = [idea.id for idea in for_indicator(IDEAS, "room-to-play")]
    assert {"play-streets", "child-friendly-cities"} <= set(listed)
    assert listed == [idea.id for idea in IDEAS if idea.id in listed]


def test_a_hall_and_no_money_leads_to_ideas_that_need_just_that():
    fit = by_needs(IDEAS, ["place"])
    assert fit.enough
    assert all(idea.needs.named == {"place"} for idea in fit.enough)


@pytest.mark.parametrize("available", EVERY_CHOICE, ids=lambda needs: "+".join(needs) or "nothing")
def test_whatever_is_here_no_idea_is_offered_that_needs_more(available):
    fit = by_needs(IDEAS, available)
    assert all(idea.needs.named <= set(available) for idea in fit.enough)
    assert all(not idea.needs.named for idea in fit.unsaid)


def test_with_everything_here_no_idea_is_left_out():
    fit = by_needs(IDEAS, NEEDS)
    assert len(fit.enough) + len(fit.unsaid) == len(IDEAS)


@pytest.mark.parametrize(
    ("question", "idea"),
    [
        ("can we close our street so the kids can play", "play-streets"),
        ("how do we get residents to vote on the budget", "participatory-budgeting"),
        ("drawing names out of a hat like a jury", "chosen-by-lot"),
        ("could we buy shares in the village shop", "community-shares"),
        ("taking over a big old building", "owning-a-big-building"),
        ("craft protest for quiet people", "craftivism"),
        ("go and visit another town", "visits-between-places"),
    ],
)
def test_a_persons_own_words_find_the_idea(question, idea):
    assert idea in [found.id for found in SEARCH.find(question, 5).ideas]


@pytest.mark.parametrize(
    "question",
    [
        "xylophone zzyzx", "how do I book the hall", "what day are the bins collected", "recipe for lemon cake",
        "swimming pool opening times", "how do I renew my passport", "a wedding dress",
    ],
)  # fmt: skip
def test_what_no_idea_comes_close_to_finds_none(question):
    assert SEARCH.find(question) == FoundIdeas(())


@pytest.mark.parametrize("question", ["bitcoin investment", "a local currency"])
def test_what_is_only_the_nearest_says_so(question):
    found = SEARCH.find(question)
    assert found.is_near
    assert 0 < len(found.ideas) <= 5


@pytest.mark.parametrize("question", ["somewhere for the young to go", "people are lonely", "welcome refugees"])
def test_a_wish_of_which_ideas_speak_is_answered(question):
    found = SEARCH.find(question, 3)
    assert len(found.ideas) == 3
    assert not found.is_near


def test_only_what_was_chosen_is_found_among():
    chosen = [idea for idea in IDEAS if idea.id in ("play-streets", "chosen-by-lot")]
    assert [idea.id for idea in SEARCH.find("kids playing in the street", among=chosen).ideas] == ["play-streets"]
