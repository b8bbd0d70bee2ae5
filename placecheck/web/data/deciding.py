"""Ideas, levels and guides of the rubric that is open, and the cards of the place that come of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import TypeVar

from placecheck.dates import local_today
from placecheck.errors import Finding, InputError
from placecheck.guides import Guide, newest_guides
from placecheck.ideas import Idea, newest_ideas, sharing
from placecheck.ideas.find import FoundIdeas, IdeaSearch
from placecheck.ideas.treasury import SharedIdea, TreasuryFile
from placecheck.levels import Levels, ListedMatter, levels_for_matters, newest_levels
from placecheck.notes import Catalogue
from placecheck.place import AdaptedIdea, Forebear, Matter, cards_of
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


def all_levels(rubric: Rubric) -> Levels:
    """Return the levels, questions and matters that come with `rubric`."""
    return _readable(newest_levels, rubric.id, Levels())


def all_guides(rubric: Rubric) -> dict[str, Guide]:
    """Return every guide that comes with `rubric` under its id."""
    return _readable(newest_guides, rubric.id, {})


def levels_of_place(opened: OpenAssessment) -> Levels:
    """Return the levels by which the matters of the open place are read.

    Where its rubric has none, and matters were written down with another, they are those of that other.
    """
    matters = tuple(cards_of(place_cards.open_cards(opened), Matter))
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


def idea_to_adapt(rubric: Rubric, opened: OpenAssessment | None, id_: str) -> AdaptedIdea | None:
    """Return the card that is kept once it is said what changes: of an idea of `rubric`, or one taken from a group.

    None where no idea has this id that is still to be adapted, or the notes warn of it.
    """
    cards = cards_of(place_cards.open_cards(opened), AdaptedIdea) if opened else ()
    taken = next((card for card in cards if card.id == id_ and not card.change), None)
    idea = all_ideas(rubric).get(id_)
    if taken or idea is None or not idea.can_be_adapted:
        return taken
    asked = opened.rubric.by_id if opened else rubric.by_id
    return AdaptedIdea(
        id=new_card_id(opened, f"our-{idea.id}") if opened else f"our-{idea.id}",
        words=idea.name,
        more=idea.what,
        date=local_today().isoformat(),
        indicators=tuple(indicator for indicator in idea.indicators if indicator in asked),
        passages=tuple(dict.fromkeys(citation.passage for citation in (*idea.passages, *idea.warns))),
        from_idea=idea.id,
    )


def cautions(rubric: Rubric, from_idea: str | None, forebears: Collection[Forebear] = ()) -> tuple[ReasonView, ...]:
    """Return what the notes warn of at the ideas of `rubric` that a card comes from: it travels with the idea."""
    line = {from_idea, *(id_ for forebear in forebears for id_ in (forebear.id, forebear.from_idea))}
    warns = (link for idea in all_ideas(rubric).values() if idea.id in line for link in idea.warns)
    return reason_views(warns, newest_catalogue(rubric))


def matter_card(opened: OpenAssessment, name: str, listed: ListedMatter | None) -> Matter:
    """Return a new card for a matter, of the list where it is `listed`."""
    indicators = tuple(id_ for id_ in listed.indicators if id_ in opened.rubric.by_id) if listed else ()
    return Matter(
        id=new_card_id(opened, listed.id if listed else name),
        words=name,
        more=listed.about if listed else None,
        date=local_today().isoformat(),
        from_list=listed.id if listed else None,
        indicators=indicators,
        reasons={},
        asks={},
    )


def new_card_id(opened: OpenAssessment, stem: str) -> str:
    """Return an id for a card, readable and not in use: the stem, with a number where a card or an idea has it."""
    taken = {card.id for card in place_cards.open_cards(opened)} | all_ideas(opened.rubric).keys()
    plain = slug(stem)
    return next(id_ for number in range(1, len(taken) + 2) if (id_ := _numbered(plain, number)) not in taken)


def slug(text: str) -> str:
    """Return `text` as a readable id."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:45].strip("-") or "card"
    return plain if plain[0].isalpha() else f"c-{plain}"


def place_key(opened: OpenAssessment) -> str:
    """Return what tells the open place from every other in this store, whatever it is called."""
    return place_cards.place_id_of(opened) or opened.id


def shared_ideas(opened: OpenAssessment, cards: Iterable[AdaptedIdea]) -> tuple[SharedIdea, ...]:
    """Return ideas of the open place as others get them, each with the number of its last change as its version."""
    changes = {kept_card.card.id: kept_card.sequence for kept_card in place_cards.kept_cards(opened)}
    name, key = opened.assessment.place.name, place_key(opened)
    return tuple(sharing.shared_idea(name, key, card, changes.get(card.id, 1)) for card in cards)


def taken_idea(opened: OpenAssessment, card: SharedIdea, treasury: TreasuryFile) -> AdaptedIdea:
    """Return an idea of another group as a new card of the open place."""
    return sharing.shared_idea_card(
        card,
        treasury,
        id_=new_card_id(opened, card.name),
        date=local_today().isoformat(),
        indicators=opened.rubric.by_id,
    )


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"


@cached_while_unchanged
def _search(rubric: str) -> IdeaSearch:
    return IdeaSearch(newest_ideas(rubric), assessments.catalogue_of(find_rubric(rubric)))


def _readable(read: Callable[[str], V], rubric: str, empty: V) -> V:
    """Return what `read` reads of the rubric with this id; `empty` where its files are invalid (`why_unreadable`)."""
    try:
        return read(rubric)
    except InputError:
        return empty
