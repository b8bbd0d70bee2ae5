"""Adding notes: what files hold, taken apart into notes of the rubric and new ones, and kept."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePath

from placecheck.errors import Finding, InputError
from placecheck.fingerprint import fingerprint, words
from placecheck.notes.furniture import Furniture
from placecheck.notes.gather import Given
from placecheck.notes.kept import KeptNote, KeptParagraph, merged, read_kept, write_kept
from placecheck.notes.model import Catalogue
from placecheck.notes.reading import read_lines
from placecheck.notes.recognise import Marks, Piece, recognised

BESIDE_WORDS = 60
"""So many words that no outline knows, beside a known note, are a note of their own; fewer are left out."""
ALONE_WORDS = 20
"""So many are a note where they stand alone."""
TITLE = 150
"""A title is cut to so many letters."""
SAME = 0.5
"""Two copies are one note where they have this share of the shorter one's paragraphs in common."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding files: which were read, the new notes in them, what was left out, and what is wrong."""

    files: tuple[str, ...]
    changed: tuple[str, ...]
    left_out: int
    findings: tuple[Finding, ...]


def add(given: Iterable[Given], folder: Path, catalogue: Catalogue, told: Callable[[str], object] = str) -> Added:
    """Read each file, keep the notes it holds below the data folder `folder`, and say what came of it.

    A file that cannot be read is told in the findings and stops no other. `told` hears each file's name before it is
    read. `changed` has the ids of the notes that are new or have more paragraphs now; `left_out` counts paragraphs
    that are part of no note. Raises InputError where nothing can be written.
    """
    kept, findings = read_kept(folder)
    marks, read, problems, left_out = Marks(catalogue), [], list(findings), 0
    before = dict(kept)
    for file in given:
        told(file.name)
        try:
            notes, left = notes_in(file, catalogue, marks)
        except InputError as error:
            problems += error.findings
            continue
        read.append(file.name)
        left_out += left
        for note in notes:
            _take(note, kept, catalogue)
    changed = tuple(id_ for id_, note in kept.items() if note != before.get(id_))
    write_kept(folder, [kept[id_] for id_ in changed])
    return Added(tuple(read), changed, left_out, tuple(problems))


def notes_in(file: Given, catalogue: Catalogue, marks: Marks) -> tuple[list[KeptNote], int]:
    """The notes that `file` holds, and how many of its paragraphs are part of none. Raises InputError."""
    name = PurePath(file.name).name
    pieces = recognised(read_lines(file.name, file.read()), marks)
    known: dict[str, dict[int, KeptParagraph]] = defaultdict(dict)
    for piece in pieces:
        if piece.place:
            note, number = piece.place
            heading = piece.heading or _looks_like_heading(piece.text)
            known[note].setdefault(number, KeptParagraph(number=number, text=piece.text, heading=heading))
    notes = [
        KeptNote(
            id=id_,
            title=catalogue.note[id_].title,
            files=(name,),
            paragraphs=tuple(held[number] for number in sorted(held)),
        )
        for id_, held in known.items()
    ]
    strange, left_out = _strange(pieces, catalogue.furniture)
    return [*notes, *(_new(run, name) for run in strange)], left_out


def _strange(pieces: Sequence[Piece], furniture: Furniture) -> tuple[list[list[Piece]], int]:
    """The runs of unknown pieces that are notes of their own, and how many other pieces there are."""
    runs, left_out = [], 0
    for separates, between in groupby(pieces, key=lambda piece: not piece.place and furniture.separates(piece.text)):
        if separates:
            continue
        chunk = list(between)
        beside = any(piece.place for piece in chunk)
        for run, inside in _unknown_runs(chunk):
            kept = [run[number] for number in furniture.stripped([piece.text for piece in run])]
            left_out += len(run) - len(kept)
            enough = BESIDE_WORDS if beside else ALONE_WORDS
            if not inside and sum(len(words(piece.text)) for piece in kept) >= enough:
                runs.append(kept)
            else:
                left_out += len(kept)
    return runs, left_out


def _unknown_runs(chunk: Sequence[Piece]) -> Iterator[tuple[list[Piece], bool]]:
    """The runs of unknown pieces in `chunk`, with whether each stands inside one known note."""
    before: str | None = None
    runs = [
        (note, list(held)) for note, held in groupby(chunk, key=lambda piece: piece.place[0] if piece.place else None)
    ]
    for number, (note, held) in enumerate(runs):
        if note is None:
            after = runs[number + 1][0] if number + 1 < len(runs) else None
            yield held, before is not None and before == after
        before = note


def _new(run: Sequence[Piece], name: str) -> KeptNote:
    """A note that the rubric does not know: titled by its first heading, or else its first line."""
    title = next((piece.text for piece in run if piece.heading), run[0].text)[:TITLE].strip()
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    id_ = (
        f"{slug if slug[:1].isalpha() else f'note-{slug}'.strip('-')}-{fingerprint(*(piece.text for piece in run))[:6]}"
    )
    paragraphs = (
        KeptParagraph(number=number, text=piece.text, heading=piece.heading or _looks_like_heading(piece.text))
        for number, piece in enumerate(run)
    )
    return KeptNote(id=id_, title=title, files=(name,), paragraphs=tuple(paragraphs))


def _looks_like_heading(text: str) -> bool:
    return len(words(text)) <= 12 and not re.search(r"[.!?;,][\"'’”)]*$", text) and not text[:1].islower()


def _take(note: KeptNote, kept: dict[str, KeptNote], catalogue: Catalogue) -> None:
    """Put `note` among those `kept`: a known one joins its copy, of a new one the fullest copy stays."""
    if note.id in catalogue.note:
        kept[note.id] = merged(kept.get(note.id), note)
        return
    prints = _prints(note)
    for other in [held for id_, held in kept.items() if id_ not in catalogue.note]:
        theirs = _prints(other)
        if len(prints & theirs) > SAME * min(len(prints), len(theirs)):
            if len(prints) > len(theirs):
                kept[other.id] = note.model_copy(update={"id": other.id})
            return
    kept[note.id] = note


def _prints(note: KeptNote) -> frozenset[str]:
    return frozenset(fingerprint(paragraph.text) for paragraph in note.paragraphs)
