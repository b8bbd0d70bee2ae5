"""The ideas, decision levels and guides that come with the rubric of the open place."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TypeVar

from placecheck.errors import Finding, InputError
from placecheck.guides import Guide, newest_guides
from placecheck.ideas import Idea, newest_ideas
from placecheck.ideas.find import FoundIdeas, IdeaSearch
from placecheck.levels import Levels, levels_for_matters, newest_levels
from placecheck.notes import Catalogue
from placecheck.place import Forebear, Matter, cards_of
from placecheck.rubric import Rubric, find_rubric
from placecheck.rubric.cache import cached_while_unchanged
from placecheck.rubric.library import editions_of
from placecheck.views.ideas.idea_card import ReasonView, reason_views
from placecheck.web.data import assessments, place_cards
from placecheck.web.data.assessments import OpenAssessment

V = TypeVar("V")


def newest_catalogue(rubric: Rubric) -> Catalogue:
    """Return the passages on which the ideas, levels and guides of `rubric` rest: those of its newest edition."""
    return assessments.catalogue_of(next(iter(editions_of(rubric.id)), rubric))


def all_ideas(rubric: Rubric) -> dict[str, Idea]:
    """Return every idea that comes with `rubric` under its id."""
    ideas: tuple[Idea, ...] = _readable(newest_ideas, rubric.id, ())
    return {idea.id: idea for idea in ideas}


def decision_levels(rubric: Rubric) -> Levels:
    """Return the levels, questions and matters that come with `rubric`."""
    return _readable(newest_levels, rubric.id, Levels())


def all_guides(rubric: Rubric) -> dict[str, Guide]:
    """Return every guide that comes with `rubric` under its id."""
    return _readable(newest_guides, rubric.id, {})


def decision_levels_of_place(opened: OpenAssessment) -> Levels:
    """Return the levels by which the matters of the open place are read.

    Where its rubric has none, and matters were written down with another, they are those of that other.
    """
    matters = tuple(cards_of(place_cards.cards_of_place(opened), Matter))
    return _readable(partial(levels_for_matters, matters=matters), opened.rubric.id, Levels())


def why_unreadable(rubric: Rubric) -> tuple[Finding, ...]:
    """Return why ideas, levels or guides that come with `rubric` cannot be read; nothing where they can."""
    findings: list[Finding] = []
    for read in (newest_ideas, newest_levels, newest_guides):
        try:
            read(rubric.id)
        except InputError as error:
            findings += error.findings
    return tuple(findings)


def find_ideas(rubric: Rubric, ideas: Collection[Idea], question: str, most: int) -> FoundIdeas:
    """Return the ideas of `rubric` among `ideas` that answer a person's own words best, or that are nearest."""
    return _search(rubric.id).find(question, most, ideas)


def cautions(rubric: Rubric, from_idea: str | None, forebears: Collection[Forebear] = ()) -> tuple[ReasonView, ...]:
    """Return what the notes warn of at the ideas of `rubric` that a card comes from: it travels with the idea."""
    line = {from_idea, *(id_ for forebear in forebears for id_ in (forebear.id, forebear.from_idea))}
    warns = (link for idea in all_ideas(rubric).values() if idea.id in line for link in idea.warns)
    return reason_views(warns, newest_catalogue(rubric))


@cached_while_unchanged
def _search(rubric: str) -> IdeaSearch:
    return IdeaSearch(newest_ideas(rubric), assessments.catalogue_of(find_rubric(rubric)))


def _readable(read: Callable[[str], V], rubric: str, empty: V) -> V:
    """Return what `read` reads of the rubric with this id; `empty` where its files are invalid (`why_unreadable`)."""
    try:
        return read(rubric)
    except InputError:
        return empty
