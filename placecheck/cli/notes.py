"""`placecheck notes`: the discussion behind the rubric, from a terminal."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.errors import PlacecheckError

if TYPE_CHECKING:
    from placecheck.notes import Catalogue

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    help="Read and search the discussion behind the rubric.",
    no_args_is_help=True,
)


class NoSuchNoteError(PlacecheckError):
    """An id names neither a note nor a passage."""


def home() -> Path:
    """The folder of the rubric whose notes these are."""
    from placecheck.carried import folder
    from placecheck.rubric import DEFAULT

    return folder("rubrics") / DEFAULT


def catalogue() -> Catalogue:
    """The notes and passages that the rubric knows."""
    from placecheck.notes import load_catalogue

    return load_catalogue(home())


@app.command("list")
def list_() -> None:
    """List the notes: what each is, who took part, what it is not independent of."""
    from placecheck.views.sources import note_views

    for note, view in zip(catalogue().notes, note_views(catalogue()), strict=True):
        print(f"{note.id}\n  {view.title}, {view.about}\n  {view.who}")
        for line in (view.depends, view.link):
            if line:
                print(f"  {line}")


@app.command()
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A note's id, or a passage's: note-id#paragraph.")],
) -> None:
    """Show a passage, or every passage of a note: its gist, its source, and which statements it bears on."""
    from placecheck.rubric import load_rubric
    from placecheck.views.passage import passage_view
    from placecheck.views.sources import bears_on

    known, rubric = catalogue(), load_rubric(home())
    found = [one for one in known.passages if id_ in (one.id, one.note)]
    if not found:
        raise NoSuchNoteError(f"There is no note and no passage `{id_}`. See `placecheck notes list`.")
    for one in found:
        view = passage_view(known, one.id)
        print(
            "\n".join(
                (one.id, *(f"  {line}" for line in (view.gist, *view.remarks, *bears_on(rubric, one.id), view.source)))
            )
        )


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="A question in your own words.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
    most: Annotated[int, typer.Option("-n", min=1, max=100, help="How many at the most.")] = 10,
) -> None:
    """Find the passages that speak of what you ask; or be told that none does."""
    from placecheck.notes.search import Search
    from placecheck.words import say, sources

    known = catalogue()
    hits = [(f"{hit.place[0]}#{hit.place[1]}", hit) for hit in Search(known).find(" ".join(words), most)]
    if not hits:
        print(say(sources.NOT_SPOKEN_OF), file=sys.stderr)
    if as_json:
        rows = [
            {"note": hit.place[0], "paragraph": hit.place[1], "incipit": known.passage[id_].incipit, "score": hit.score}
            for id_, hit in hits
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for id_, _ in hits:
        print(f"{id_}\n  {known.passage[id_].gist}")


@app.command()
def check(folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the notes' text files are.")]) -> None:
    """Hold every fingerprint and first word that the rubric keeps against the notes themselves."""
    from placecheck.notes.rebuild import NotTheNotesError, fingerprints

    known = catalogue()
    found = fingerprints(known, home(), folder)
    changed = [one.id for one in known.passages if found[one.id] != one.fingerprint]
    if changed:
        raise NotTheNotesError(f"These passages stand there in other words: {', '.join(changed)}.")
    print(f"All {len(found)} passages of {len(known.notes)} notes are there, word for word.")
