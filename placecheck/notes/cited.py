"""A passage that something rests on, with the reason it is named there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from placecheck.errors import Finding
from placecheck.notes.model import Catalogue
from placecheck.source import Source
from placecheck.source.fields import Frozen, Line, PassageId
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all


class CitedPassage(Frozen):
    """A passage of the notes and what it has to say here, in our words."""

    passage: PassageId
    because: Line


def unknown_passages(
    cited: Iterable[CitedPassage], source: Source, path: KeyPath, catalogue: Catalogue
) -> Iterator[Finding]:
    """Find each cited passage that `catalogue` does not hold; `path` is the key path of the list."""
    for index, citation in enumerate(cited):
        if citation.passage not in catalogue.passages_by_id:
            what = f"There is no passage {citation.passage}."
            yield source.finding((*path, index, "passage"), what, _nearest(citation.passage, catalogue))


def _nearest(passage_id: str, catalogue: Catalogue) -> str:
    note, _, paragraph = passage_id.partition("#")
    numbers = [passage.paragraph for passage in catalogue.passages if passage.note == note]
    near = sorted(sorted(numbers, key=lambda number: (abs(number - int(paragraph)), number))[:2])
    if near:
        return f"Did you mean {' or '.join(f'{note}#{number}' for number in near)}?"
    return near_or_all(note, list(catalogue.notes_by_id), "Cite a passage of passages.yaml, or add it there.")
