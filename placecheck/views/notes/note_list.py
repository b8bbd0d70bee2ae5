"""The notes and their passages, for whoever asks "says who?": what each is, and which indicators it bears on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from placecheck.notes import Catalogue, Note, Passage
from placecheck.rubric import DEFAULT, Rubric
from placecheck.views.notes.passage_card import PassageView, of_its_time, passage_view
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
    """Return every note of the catalogue, in its order."""
    return tuple(
        NoteView(
            title=note.title,
            about=f"{note.date} · {note.kind}",
            who=say(w.WHO, who=note.who),
            depends=say(
                w.DEPENDS, titles="; ".join(catalogue.notes_by_id[other].title for other in note.not_independent_of)
            )
            if note.not_independent_of
            else None,
            dated=tuple(
                line for passage in catalogue.passages if passage.note == note.id for line in of_its_time(note, passage)
            ),
            link=note.address or note.feed,
            way=say(w.OPEN if note.address else results.FROM_THE_FEED if note.feed else results.NO_ADDRESS),
        )
        for note in catalogue.notes
    )


def about_notes(catalogue: Catalogue) -> str:
    """Return what the notes are, in sentences: who the people were, when they talked, and what is from outside."""
    return _sentences(catalogue.about, _talks(catalogue), *map(_from_outside, catalogue.notes))


def whose_words(rubric: Rubric, catalogue: Catalogue, cited: Iterable[str]) -> str:
    """Return whose words a statement of `rubric`, its levels and the summaries of the passages `cited` are."""
    notes = {id_.partition("#")[0] for id_ in cited}
    outside = (_from_outside(note) for note in catalogue.notes if note.id in notes)
    about = _sentences(_talks(catalogue), *outside)
    if rubric.id == DEFAULT:
        return say(results.OUR_WORDS, notes=about).strip()
    summary = say(results.SUMMARY_BELOW, notes=about).strip() if notes else None
    return _sentences(say(results.WORDS_BY, authors=rubric.authors), summary)


def _sentences(*sentences: str | None) -> str:
    return " ".join(filter(None, sentences))


def _talks(catalogue: Catalogue) -> str | None:
    """Return when the talks were held, as far as the notes give a year."""
    years = sorted(note.year for note in catalogue.notes if note.year and not note.from_outside)
    if not years:
        return None
    if years[0] == years[-1]:
        return say(w.TALKS_OF_A_YEAR, year=years[0])
    return say(w.TALKS, first=years[0], last=years[-1])


def _from_outside(note: Note) -> str | None:
    return say(w.NOT_A_TALK, title=note.title, date=note.date, kind=note.kind) if note.from_outside else None


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """What the notes do not agree on, and passages of either side."""

    about: str
    one_side: tuple[PassageView, ...]
    other_side: tuple[PassageView, ...]


def disagreement_views(catalogue: Catalogue) -> tuple[DisagreementView, ...]:
    """Return every disagreement of the catalogue, in its order."""
    return tuple(
        DisagreementView(
            about=two.about,
            one_side=tuple(passage_view(catalogue, id_) for id_ in two.one),
            other_side=tuple(passage_view(catalogue, id_) for id_ in two.other),
        )
        for two in catalogue.disagreements
    )


def indicators_about(rubric: Rubric, passage_id: str) -> tuple[str, ...]:
    """Return which indicators a passage grounds, and which it warns about, as lines; none where nothing cites it."""
    indicators = tuple(rubric.indicators())
    grounds = [indicator.name for indicator in indicators if passage_id in indicator.support_ids]
    warns = [indicator.name for indicator in indicators if passage_id in indicator.caution_ids]
    lines = ((w.SUPPORTS, grounds), (w.CAUTIONS, warns))
    return tuple(say(line, names="; ".join(names)) for line, names in lines if names)


def chosen(
    catalogue: Catalogue, *, note: str | None = None, dimension: str | None = None, kind: str | None = None
) -> tuple[Passage, ...]:
    """Return the passages that fit every choice made, in the order of their notes."""
    passages: Iterable[Passage] = catalogue.passages
    return tuple(
        passage
        for passage in passages
        if note in (None, passage.note)
        and kind in (None, passage.kind)
        and (dimension is None or dimension in passage.dimensions)
    )
