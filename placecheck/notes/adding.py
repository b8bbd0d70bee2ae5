"""Add notes from files: separate notes of the rubric from new ones, and store both."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path, PurePath

from placecheck.errors import Finding, InputError
from placecheck.fingerprint import text_fingerprint, words
from placecheck.notes.added_notes import AddedNote, AddedParagraph, merged_notes, read_added_notes, write_added_notes
from placecheck.notes.boilerplate import Boilerplate
from placecheck.notes.inputs import InputFile
from placecheck.notes.model import Catalogue
from placecheck.notes.reading import read_lines
from placecheck.notes.recognise import Piece, SignatureIndex, recognise_paragraphs

MIN_WORDS_BESIDE_KNOWN_NOTE = 60
"""The fewest unknown words next to a known note that make a note of their own; fewer are left out."""
MIN_WORDS_STANDALONE = 20
"""The fewest words that make a note where no known note is near."""
MAX_TITLE = 150
"""Maximum title length, in characters."""
DUPLICATE_SHARE = 0.5
"""The share (0 to 1) of the shorter copy's paragraphs above which two copies are one note."""


@dataclass(frozen=True, slots=True)
class AddingResult:
    """The result of adding files: which were read, which notes changed, how much was left out, and what is wrong."""

    files: tuple[str, ...]
    changed: tuple[str, ...]
    left_out: int
    findings: tuple[Finding, ...]


def add_note_files(
    files: Iterable[InputFile], folder: Path, catalogue: Catalogue, on_file: Callable[[str], object] = str
) -> AddingResult:
    """Read each file and store the notes it holds below the data folder `folder`.

    A file that cannot be read becomes a finding and stops no other. `on_file` is called with each file's name before
    it is read. In the result, `changed` holds the ids of notes that are new or have more paragraphs now; `left_out`
    counts paragraphs that are part of no note.

    Raises:
        InputError: The folder cannot be written to.
    """
    stored, findings = read_added_notes(folder)
    signatures, read, problems, left_out = SignatureIndex(catalogue), [], list(findings), 0
    before = dict(stored)
    for file in files:
        on_file(file.name)
        try:
            notes, unused = notes_in(file, catalogue, signatures)
        except InputError as error:
            problems += error.findings
            continue
        read.append(file.name)
        left_out += unused
        for note in notes:
            _merge_into(note, stored, catalogue)
    changed = tuple(id_ for id_, note in stored.items() if note != before.get(id_))
    write_added_notes(folder, [stored[id_] for id_ in changed])
    return AddingResult(tuple(read), changed, left_out, tuple(problems))


def notes_in(file: InputFile, catalogue: Catalogue, signatures: SignatureIndex) -> tuple[list[AddedNote], int]:
    """Return the notes in `file`, and how many of its paragraphs are part of none.

    Raises:
        InputError: The file cannot be read.
    """
    name = PurePath(file.name).name
    pieces = recognise_paragraphs(read_lines(file.name, file.read()), signatures)
    known: dict[str, dict[int, AddedParagraph]] = defaultdict(dict)
    for piece in pieces:
        if piece.position:
            note, number = piece.position
            heading = piece.is_heading or _looks_like_heading(piece.text)
            known[note].setdefault(number, AddedParagraph(number=number, text=piece.text, heading=heading))
    notes = [
        AddedNote(
            id=id_,
            title=catalogue.notes_by_id[id_].title,
            files=(name,),
            paragraphs=tuple(held[number] for number in sorted(held)),
        )
        for id_, held in known.items()
    ]
    unknown, left_out = _unknown_notes(pieces, catalogue.boilerplate)
    return [*notes, *(_new_note(run, name) for run in unknown)], left_out


def _unknown_notes(pieces: Sequence[Piece], boilerplate: Boilerplate) -> tuple[list[list[Piece]], int]:
    """Return the runs of unknown pieces that are notes of their own, and the number of other pieces."""
    runs, left_out = [], 0
    for is_separator, between in groupby(
        pieces, key=lambda piece: not piece.position and boilerplate.is_separator(piece.text)
    ):
        if is_separator:
            continue
        chunk = list(between)
        next_to_known = any(piece.position for piece in chunk)
        for run, inside in _unknown_runs(chunk):
            paragraphs = [run[number] for number in boilerplate.content_positions([piece.text for piece in run])]
            left_out += len(run) - len(paragraphs)
            enough = MIN_WORDS_BESIDE_KNOWN_NOTE if next_to_known else MIN_WORDS_STANDALONE
            if not inside and sum(len(words(piece.text)) for piece in paragraphs) >= enough:
                runs.append(paragraphs)
            else:
                left_out += len(paragraphs)
    return runs, left_out


def _unknown_runs(chunk: Sequence[Piece]) -> Iterator[tuple[list[Piece], bool]]:
    """Yield the runs of unknown pieces in `chunk`, and whether each is inside one known note."""
    before: str | None = None
    runs = [
        (note, list(held))
        for note, held in groupby(chunk, key=lambda piece: piece.position[0] if piece.position else None)
    ]
    for number, (note, held) in enumerate(runs):
        if note is None:
            after = runs[number + 1][0] if number + 1 < len(runs) else None
            yield held, before is not None and before == after
        before = note


def _new_note(run: Sequence[Piece], name: str) -> AddedNote:
    """Return a note that the rubric does not know, titled by its first heading or else its first line."""
    title = next((piece.text for piece in run if piece.is_heading), run[0].text)[:MAX_TITLE].strip()
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    stem = slug if slug[:1].isalpha() else f"note-{slug}".strip("-")
    id_ = f"{stem}-{text_fingerprint(*(piece.text for piece in run))[:6]}"
    paragraphs = (
        AddedParagraph(number=number, text=piece.text, heading=piece.is_heading or _looks_like_heading(piece.text))
        for number, piece in enumerate(run)
    )
    return AddedNote(id=id_, title=title, files=(name,), paragraphs=tuple(paragraphs))


def _looks_like_heading(text: str) -> bool:
    return len(words(text)) <= 12 and not re.search(r"[.!?;,][\"'’”)]*$", text) and not text[:1].islower()


def _merge_into(note: AddedNote, stored: dict[str, AddedNote], catalogue: Catalogue) -> None:
    """Merge `note` into `stored`: a known note with its stored copy; of copies of a new note, the fullest is kept."""
    if note.id in catalogue.notes_by_id:
        stored[note.id] = merged_notes(stored.get(note.id), note)
        return
    prints = _paragraph_fingerprints(note)
    for other in [copy for id_, copy in stored.items() if id_ not in catalogue.notes_by_id]:
        theirs = _paragraph_fingerprints(other)
        if len(prints & theirs) > DUPLICATE_SHARE * min(len(prints), len(theirs)):
            if len(prints) > len(theirs):
                stored[other.id] = note.model_copy(update={"id": other.id})
            return
    stored[note.id] = note


def _paragraph_fingerprints(note: AddedNote) -> frozenset[str]:
    return frozenset(text_fingerprint(paragraph.text) for paragraph in note.paragraphs)
