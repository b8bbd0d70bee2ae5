"""`placecheck notes`: the discussion behind the rubric, from a terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.library import (
    Data,
    NoSuchNoteError,
    add,
    default_catalogue,
    default_rubric_folder,
    open_library,
    remove,
)

if TYPE_CHECKING:
    from placecheck.notes.library import Hit, Library

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    help="Read and search the discussion behind the rubric.",
    no_args_is_help=True,
)
app.command()(add)


@app.command("list")
def list_(data: Data = None) -> None:
    """List the notes: what each is, who took part, what it is not independent of, and what is here of its text."""
    from placecheck.views.notes.note_list import note_views
    from placecheck.views.notes.notes_holding import holding_views

    about = dict(zip(default_catalogue().notes_by_id, note_views(default_catalogue()), strict=True))
    for held in holding_views(open_library(data).holdings()):
        print(f"{held.note}\n  {held.title}" + (f", {about[held.note].about}" if held.known else ""))
        view = about.get(held.note)
        for line in (*((view.who, view.depends, view.link) if view else ()), *held.lines):
            if line:
                print(f"  {line}")


@app.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A note's id, or a passage's: note-id#paragraph.")],
    data: Data = None,
) -> None:
    """Show a passage, or every passage of a note: our summary, its source, which statements rest on it, its text."""
    notes = open_library(data)
    ids = [passage.id for passage in notes.catalogue.passages if id_ in (passage.id, passage.note)]
    ids += [passage.id for passage in notes.note_text(id_.partition("#")[0]) if id_ in (passage.id, passage.note)]
    if not ids:
        raise NoSuchNoteError(f"There is no note and no passage `{id_}`. See `placecheck notes list`.")
    for id_of in sorted(set(ids), key=_place):
        print("\n  ".join((id_of, *_passage_lines(id_of, notes))))


def _place(id_: str) -> tuple[str, int]:
    note, _, number = id_.partition("#")
    return note, int(number)


def _passage_lines(id_: str, notes: Library) -> tuple[str, ...]:
    """Return every line of what is known of a passage or an uncited paragraph."""
    from placecheck.rubric import load_rubric
    from placecheck.views.notes.note_list import indicators_about
    from placecheck.views.notes.passage_card import passage_view

    paragraph = notes.paragraph(id_)
    text = (paragraph.text,) if paragraph else ()
    if id_ not in notes.catalogue.passages_by_id:
        return text
    view = passage_view(notes.catalogue, id_)
    return (
        view.gist,
        *filter(None, (view.speaker, *view.remarks)),
        *indicators_about(load_rubric(default_rubric_folder()), id_),
        view.source,
        *text,
    )


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="A question in your own words.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
    most: Annotated[int, typer.Option("-n", min=1, max=100, help="How many at the most.")] = 10,
    data: Data = None,
) -> None:
    """Find the passages that speak of what you ask, or the nearest, or learn that nothing comes close."""
    from placecheck.views.search_results import answer_line

    notes = open_library(data)
    hits = notes.search(" ".join(words), most)
    if not hits or hits[0].is_near:
        print(answer_line(hits, most), file=sys.stderr)
    if as_json:
        print(json.dumps([_row(hit) for hit in hits], ensure_ascii=False, indent=2))
        return
    for hit in hits:
        known = notes.catalogue.passages_by_id.get(hit.id)
        text = notes.paragraph(hit.id)
        print(f"{hit.id}\n  {known.gist if known else text.text if text else hit.incipit}")


def _row(hit: Hit) -> dict[str, object]:
    """Return the keys of a hit in JSON; `near` is there only where the hit is no answer."""
    row: dict[str, object] = {"note": hit.note, "paragraph": hit.paragraph, "incipit": hit.incipit, "score": hit.score}
    return row | ({"near": True} if hit.is_near else {})


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="Where the notes' files are; else the text added here.")
    ] = None,
    data: Data = None,
) -> None:
    """Hold every fingerprint and first word that the rubric keeps against the notes themselves."""
    from placecheck.notes.rebuild import NotTheNotesError, fullest_copies, passage_fingerprints, read_copies
    from placecheck.words import library as w
    from placecheck.words import say

    known = default_catalogue()
    if folder is None:
        print(_check_added(data))
        return
    prints = passage_fingerprints(known, fullest_copies(read_copies(folder, known.boilerplate), known))
    changed = [passage.id for passage in known.passages if prints[passage.id] != passage.fingerprint]
    if changed:
        raise NotTheNotesError(f"These passages stand there in other words: {', '.join(changed)}.")
    print(say(w.ALL_THERE, n=len(prints), notes=len(known.notes)))


def _check_added(data: Path | None) -> str:
    """Return what the added text says of the passages.

    Raises:
        NotTheNotesError: A passage has other words than the catalogue knows.
    """
    from placecheck.fingerprint import text_fingerprint
    from placecheck.notes.rebuild import NotTheNotesError
    from placecheck.words import library as w
    from placecheck.words import say

    notes = open_library(data)
    texts = {passage.id: text.text for passage in notes.catalogue.passages if (text := notes.paragraph(passage.id))}
    changed = [
        id_ for id_, text in texts.items() if text_fingerprint(text) != notes.catalogue.passages_by_id[id_].fingerprint
    ]
    if changed:
        raise NotTheNotesError(f"These passages stand there in other words: {', '.join(changed)}.")
    if not texts:
        return say(w.NO_TEXT_YET, n=len(notes.catalogue.passages), notes=len(notes.catalogue.notes))
    return say(w.SOME_THERE, n=len(texts), of=len(notes.catalogue.passages))


app.command()(remove)
