"""A passage of the discussion as a reader meets it: gist, citation, remarks and the way to the paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from placecheck.notes import Catalogue, Note, Passage
from placecheck.rubric.independence import conversations
from placecheck.rubric.links import Link
from placecheck.words import results as w
from placecheck.words import say, say_n

SENTENCE_ENDS = (".", "?", "!", "…")


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage. `link` opens the note at the paragraph, or the list it came from; `way` is the link's label."""

    id: str
    gist: str
    source: str
    who: str
    kind: str
    link: str | None
    way: str
    speaker: str = ""
    disputed_by: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    because: str | None = None
    """Why an indicator cites it; None where it is shown by itself."""


def passage_view(catalogue: Catalogue, passage_id: str) -> PassageView:
    """Return the passage `passage_id`, which the catalogue must hold, ready to show."""
    passage = catalogue.passages_by_id[passage_id]
    note = catalogue.notes_by_id[passage.note]
    link = catalogue.link(passage)
    return PassageView(
        id=passage.id,
        gist=passage.gist,
        source=citation(note, passage.section),
        who=note.who,
        kind=passage.kind,
        link=link or note.feed,
        way=say(w.OPEN_NOTE if link else w.FROM_THE_FEED if note.feed else w.NO_ADDRESS),
        speaker=_speaker(note, passage),
        disputed_by=passage.disputed_by,
        remarks=tuple(_remarks(catalogue, passage)),
    )


def link_views(catalogue: Catalogue, links: Iterable[Link]) -> tuple[PassageView, ...]:
    """Return the passages that `links` cite and the catalogue holds, each with its reason and where else it is said."""
    return tuple(_link_view(catalogue, link) for link in links if link.passage in catalogue.passages_by_id)


def _link_view(catalogue: Catalogue, link: Link) -> PassageView:
    view = passage_view(catalogue, link.passage)
    return replace(view, because=link.because, remarks=(*_repeats(catalogue, link), *view.remarks))


def _repeats(catalogue: Catalogue, link: Link) -> Iterator[str]:
    """Say where else it is said: in the same note, in others, or in both."""
    notes = dict.fromkeys(catalogue.passages_by_id[id_].note for id_ in link.also if id_ in catalogue.passages_by_id)
    own = catalogue.passages_by_id[link.passage].note
    if own in notes:
        yield say(w.SAID_AGAIN)
    others = [say(w.ALSO_TITLE, title=catalogue.notes_by_id[note].title) for note in notes if note != own]
    if others:
        yield say(w.ALSO_IN, titles=", ".join(others))


def from_conversations(catalogue: Catalogue, links: Iterable[Link]) -> str | None:
    """Return from how many separate conversations `links` come, as a sentence; None where the catalogue holds none."""
    repeats = {note.id: note.not_independent_of for note in catalogue.notes}
    count = len(conversations((link.passage for link in links if link.passage in catalogue.passages_by_id), repeats))
    return say_n(w.CONVERSATIONS, count) if count else None


def citation(note: Note, section: str | None) -> str:
    """Return the note's title, its date and the full heading that a passage is under, if there is one."""
    source = say(w.SOURCE_LINE, title=note.title, date=note.date)
    return f"{source} {_ended(section)}" if section else source


def _ended(text: str) -> str:
    """Return the text with a full stop, unless it ends as a sentence does."""
    return text if text.endswith(SENTENCE_ENDS) else f"{text}."


def _speaker(note: Note, passage: Passage) -> str:
    """Return who speaks, as a sentence; nothing where the rubric does not say."""
    if note.from_outside:
        return say(w.OUTSIDE_REPORT)
    return say(w.SPEAKERS[passage.speaker]) if passage.speaker else ""


def _remarks(catalogue: Catalogue, passage: Passage) -> Iterator[str]:
    """Yield who sees it otherwise, and what belongs to its time."""
    note = catalogue.notes_by_id[passage.note]
    if passage.contested:
        yield say(w.CONTESTED)
    others = {catalogue.passages_by_id[other].note for other in passage.disputed_by}
    if others - {passage.note}:
        titles = "; ".join(
            other_note.title for other_note in catalogue.notes if other_note.id in others - {passage.note}
        )
        yield _ended(say(w.DISPUTED_ELSEWHERE, titles=titles))
    elif others:
        yield say(w.DISPUTED_HERE)
    yield from of_its_time(note, passage)


def of_its_time(note: Note, passage: Passage) -> Iterator[str]:
    """Yield what was true when it was said, after the year where the note has one, and what has changed since."""
    if passage.as_of and note.year:
        yield say(w.IN_YEAR, year=note.year, what=passage.as_of)
    elif passage.as_of:
        yield say(w.AT_THE_TIME, what=passage.as_of)
    if passage.dated:
        yield say(w.DATED, why=passage.dated)
