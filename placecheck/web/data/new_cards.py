"""New cards of the open place: their ids, and the cards that an idea or a matter of a list becomes."""

from __future__ import annotations

import re
import unicodedata

from placecheck.dates import local_today
from placecheck.levels import ListedMatter
from placecheck.place import AdaptedIdea, Matter, cards_of
from placecheck.rubric import Rubric
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.data.ideas_levels_guides import all_ideas


def idea_to_adapt(rubric: Rubric, opened: OpenAssessment | None, id_: str) -> AdaptedIdea | None:
    """Return the card that is kept once it is said what changes: of an idea of `rubric`, or one taken from a group.

    None where no idea has this id that is still to be adapted, or the notes warn of it.
    """
    cards = cards_of(place_cards.cards_of_place(opened), AdaptedIdea) if opened else ()
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
    taken = {card.id for card in place_cards.cards_of_place(opened)} | all_ideas(opened.rubric).keys()
    plain = slug(stem)
    return next(id_ for number in range(1, len(taken) + 2) if (id_ := _numbered(plain, number)) not in taken)


def slug(text: str) -> str:
    """Return `text` as a readable id."""
    letters = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:45].strip("-") or "card"
    return plain if plain[0].isalpha() else f"c-{plain}"


def _numbered(stem: str, number: int) -> str:
    return stem if number == 1 else f"{stem}-{number}"
