"""The notes and their passages, for whoever asks "says who?": what each is, and which indicators it bears on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from placecheck.notes import Catalogue, Passage
from placecheck.rubric import Rubric
from placecheck.views.passage import PassageView, passage_view
from placecheck.words import results, say
from placecheck.words import sources as w


@dataclass(frozen=True, slots=True)
class NoteView:
    """One note: what it is, who took part, what it is not independent of, and what in it has changed since."""

    title: str
    about: str
    who: str
    depends: str | None
    dated: tuple[str, ...]
    link: str | None
    way: str


def note_views(catalogue: Catalogue) -> tuple[NoteView, ...]:
    """Every note of the catalogue, in its order."""
    return tuple(
        NoteView(
            title=note.title,
            about=f"{note.date} · {note.kind}",
            who=say(w.WHO, who=note.who),
            depends=say(w.DEPENDS, titles="; ".join(catalogue.note[other].title for other in note.not_independent_of))
            if note.not_independent_of
            else None,
            dated=tuple(one.dated for one in catalogue.passages if one.note == note.id and one.dated),
            link=note.address or note.feed,
            way=say(w.OPEN if note.address else results.FROM_THE_FEED if note.feed else results.NO_ADDRESS),
        )
        for note in catalogue.notes
    )


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """What the notes do not agree on, and passages of either side."""

    about: str
    one: tuple[PassageView, ...]
    other: tuple[PassageView, ...]


def disagreement_views(catalogue: Catalogue) -> tuple[DisagreementView, ...]:
    """Every disagreement of the catalogue, in its order."""
    return tuple(
        DisagreementView(
            about=two.about,
            one=tuple(passage_view(catalogue, id_) for id_ in two.one),
            other=tuple(passage_view(catalogue, id_) for id_ in two.other),
        )
        for two in catalogue.disagreements
    )


def bears_on(rubric: Rubric, passage_id: str) -> tuple[str, ...]:
    """Which indicators a passage grounds, and which it warns about, as lines; none where nothing cites it."""
    indicators = tuple(rubric.indicators())
    grounds = [one.name for one in indicators if passage_id in one.supports]
    warns = [one.name for one in indicators if passage_id in one.cautions]
    lines = ((w.SUPPORTS, grounds), (w.CAUTIONS, warns))
    return tuple(say(line, names="; ".join(names)) for line, names in lines if names)


def chosen(
    catalogue: Catalogue, *, note: str | None = None, dimension: str | None = None, kind: str | None = None
) -> tuple[Passage, ...]:
    """The passages that fit every choice made, in the order of their notes."""
    found: Iterable[Passage] = catalogue.passages
    return tuple(
        passage
        for passage in found
        if note in (None, passage.note)
        and kind in (None, passage.kind)
        and (dimension is None or dimension in passage.dimensions)
    )
