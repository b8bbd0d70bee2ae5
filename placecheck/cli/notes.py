"""`placecheck notes`: the discussion behind the rubric, from a terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.library import Data, NoSuchNoteError, add, catalogue, home, library, remove

if TYPE_CHECKING:
    from placecheck.notes.library import Library

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
    from placecheck.views.library import holding_views
    from placecheck.views.sources import note_views

    about = dict(zip(catalogue().note, note_views(catalogue()), strict=True))
    for held in holding_views(library(data).holdings()):
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
    """Show a passage, or every passage of a note: its gist, its source, which statements it bears on, its text."""
    here = library(data)
    found = [one.id for one in here.catalogue.passages if id_ in (one.id, one.note)]
    found += [one.id for one in here.note_text(id_.partition("#")[0]) if id_ in (one.id, one.note)]
    if not found:
        raise NoSuchNoteError(f"There is no note and no passage `{id_}`. See `placecheck notes list`.")
    for id_of in sorted(set(found), key=_place):
        print("\n  ".join((id_of, *_said(id_of, here))))


def _place(id_: str) -> tuple[str, int]:
    note, _, number = id_.partition("#")
    return note, int(number)


def _said(id_: str, here: Library) -> tuple[str, ...]:
    """Every line of what is known of a passage or an uncited paragraph."""
    from placecheck.rubric import load_rubric
    from placecheck.views.passage import passage_view
    from placecheck.views.sources import bears_on

    paragraph = here.paragraph(id_)
    text = (paragraph.text,) if paragraph else ()
    if id_ not in here.catalogue.passage:
        return text
    view = passage_view(here.catalogue, id_)
    return (view.gist, *view.remarks, *bears_on(load_rubric(home()), id_), view.source, *text)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="A question in your own words.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
    most: Annotated[int, typer.Option("-n", min=1, max=100, help="How many at the most.")] = 10,
    data: Data = None,
) -> None:
    """Find the passages that speak of what you ask; or be told that none does."""
    from placecheck.words import say, sources

    here = library(data)
    hits = here.search(" ".join(words), most)
    if not hits:
        print(say(sources.NOT_SPOKEN_OF), file=sys.stderr)
    if as_json:
        rows = [
            {"note": hit.note, "paragraph": hit.paragraph, "incipit": hit.incipit, "score": hit.score} for hit in hits
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for hit in hits:
        id_ = f"{hit.note}#{hit.paragraph}"
        known = here.catalogue.passage.get(id_)
        text = here.paragraph(id_)
        print(f"{id_}\n  {known.gist if known else text.text if text else hit.incipit}")


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="FOLDER", help="Where the notes' files are; else the text added here.")
    ] = None,
    data: Data = None,
) -> None:
    """Hold every fingerprint and first word that the rubric keeps against the notes themselves."""
    from placecheck.notes.rebuild import NotTheNotesError, copies, fingerprints, fullest
    from placecheck.words import library as w
    from placecheck.words import say

    known = catalogue()
    if folder is None:
        print(_check_added(data))
        return
    found = fingerprints(known, fullest(copies(folder, known.furniture), known))
    changed = [one.id for one in known.passages if found[one.id] != one.fingerprint]
    if changed:
        raise NotTheNotesError(f"These passages stand there in other words: {', '.join(changed)}.")
    print(say(w.ALL_THERE, n=len(found), notes=len(known.notes)))


def _check_added(data: Path | None) -> str:
    """What the text that was added says of the passages. Raises NotTheNotesError where one has other words."""
    from placecheck.fingerprint import fingerprint
    from placecheck.notes.rebuild import NotTheNotesError
    from placecheck.words import library as w
    from placecheck.words import say

    here = library(data)
    texts = {one.id: text.text for one in here.catalogue.passages if (text := here.paragraph(one.id))}
    changed = [id_ for id_, text in texts.items() if fingerprint(text) != here.catalogue.passage[id_].fingerprint]
    if changed:
        raise NotTheNotesError(f"These passages stand there in other words: {', '.join(changed)}.")
    if not texts:
        return say(w.NO_TEXT_YET, n=len(here.catalogue.passages), notes=len(here.catalogue.notes))
    return say(w.SOME_THERE, n=len(texts), of=len(here.catalogue.passages))


app.command()(remove)
