"""Finding ideas: from an indicator, by what is here, and in a person's own words. No order by use or by merit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from placecheck.ideas.model import Idea, Need
from placecheck.notes.model import Catalogue, Note, Passage
from placecheck.notes.search import Search

_NOTE = "ideas"
"""The id of the note as which the ideas stand before the search."""


def for_indicator(ideas: Iterable[Idea], indicator: str) -> tuple[Idea, ...]:
    """Return the ideas that may help with `indicator`, in their own order."""
    return tuple(idea for idea in ideas if indicator in idea.indicators)


@dataclass(frozen=True, slots=True)
class Fit:
    """Ideas by what they need: those that need just what is here, and those of which the notes name no need."""

    enough: tuple[Idea, ...]
    unsaid: tuple[Idea, ...]


def by_needs(ideas: Iterable[Idea], available: Collection[Need]) -> Fit:
    """Find the ideas that need nothing but what is `available`."""
    every = tuple(ideas)
    fitting = (idea for idea in every if idea.needs.named and idea.needs.named <= set(available))
    return Fit(tuple(fitting), tuple(idea for idea in every if not idea.needs.named))


@dataclass(frozen=True, slots=True)
class FoundIdeas:
    """What a person's own words found, best first; `is_near` where they are only the nearest, and no answer."""

    ideas: tuple[Idea, ...]
    is_near: bool = False


@dataclass(frozen=True)
class IdeaSearch:
    """Find ideas by a person's own words, with the search that finds passages.

    An idea is found by its own text, and by the ways in which people ask for the passages that it rests on.
    """

    ideas: Sequence[Idea]
    catalogue: Catalogue

    def find(self, question: str, most: int = 10, among: Collection[Idea] | None = None) -> FoundIdeas:
        """Return the ideas that speak of what `question` asks, best first, at most `most`; `among` these if given.

        Where none does, the nearest are returned, marked `is_near`; where nothing comes close, none.
        """
        hits = self._search.find(question, len(self.ideas))
        ids = {idea.id for idea in (self.ideas if among is None else among)}
        ideas = [idea for hit in hits if (idea := self.ideas[hit.position[1]]).id in ids]
        return FoundIdeas(tuple(ideas[:most]), is_near=any(hit.is_near for hit in hits))

    @cached_property
    def _search(self) -> Search:
        note = Note(id=_NOTE, title=_NOTE, date="-", kind="-", who="-")
        passages = tuple(self._as_passage(number, idea) for number, idea in enumerate(self.ideas))
        wording, out_of_scope = self.catalogue.wording, self.catalogue.out_of_scope
        return Search(Catalogue(notes=(note,), passages=passages, wording=wording, out_of_scope=out_of_scope))

    def _as_passage(self, number: int, idea: Idea) -> Passage:
        cited = (self.catalogue.passages_by_id.get(citation.passage) for citation in idea.passages)
        passages = [passage for passage in cited if passage is not None]
        return Passage.model_construct(
            id=f"{_NOTE}#{number}",
            section=idea.name,
            incipit=idea.name,
            fingerprint="0" * 16,
            kind="good",
            gist="\n".join(idea.texts),
            asked_as=tuple(question for passage in passages for question in passage.asked_as),
            everyday_words=tuple(word for passage in passages for word in passage.everyday_words),
        )
