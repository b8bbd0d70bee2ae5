"""`placecheck publish`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.form import write
from placecheck.errors import PlacecheckError

if TYPE_CHECKING:
    from placecheck.publishing import Published

ENDINGS = (".yaml", ".yml", ".json", ".html", ".pdf")


def publish(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An assessment.", show_default=False)],
    *,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="OUT", help="Write what anyone may see: .yaml, .json, .html or .pdf."),
    ] = None,
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="FILE", help="The list of texts, with those ticked that may go.")
    ] = None,
    list_texts: Annotated[
        Path | None, typer.Option("--list-texts", metavar="OUT.yaml", help="Write a list of every text, to tick.")
    ] = None,
    together: Annotated[
        bool, typer.Option("--together", help="Its one voice is the whole group's: its levels were agreed.")
    ] = False,
) -> None:
    """Make a summary that anyone may see: without what few people said, and without texts that nobody ticked."""
    from placecheck.assessment import read_assessment
    from placecheck.publishing import published
    from placecheck.publishing import texts as every_text
    from placecheck.publishing.ticks import read_ticks, tick_list
    from placecheck.words import publishing as words
    from placecheck.words import say, say_n

    if out is None and list_texts is None:
        raise typer.BadParameter("Name a file with -o OUT, or list the texts first with --list-texts OUT.yaml.")
    if out is not None and out.suffix.lower() not in ENDINGS:
        raise PlacecheckError(f"{say(words.NO_SUCH_ENDING, ending=out.suffix or out.name)} {say(words.ENDINGS)}")
    rubric, assessment = read_assessment(file)
    found = every_text(assessment)
    ticks = read_ticks(texts, found) if texts is not None else set()
    if list_texts is not None:
        write(list_texts, tick_list(found, ticks).encode())
        print(say_n(words.LISTED, len(found)))
    if out is not None:
        write(out, as_file(published(rubric, assessment, ticks, together=together), out.suffix.lower()))


def as_file(given: Published, ending: str) -> bytes:
    """The summary in the form that `ending` says."""
    from placecheck.report import published as made

    if ending == ".pdf":
        return made.published_pdf(given)
    text = {".html": made.published_html, ".json": made.published_json}.get(ending, made.published_yaml)
    return text(given).encode()
