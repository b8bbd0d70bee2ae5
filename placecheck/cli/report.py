"""`placecheck report`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.form import PaperChoice
from placecheck.cli.output import write_output

if TYPE_CHECKING:
    from placecheck.notes import Catalogue
    from placecheck.rubric import Rubric


def report(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="An assessment; several stand side by side.", show_default=False),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="OUT.pdf", help="Write it to print; .docx to edit, .html for any browser."),
    ] = None,
    html: Annotated[Path | None, typer.Option(metavar="OUT.html", help="Write it for any browser.")] = None,
    large_print: Annotated[bool, typer.Option("--large-print", help="In 18 pt.")] = False,
    one_page: Annotated[bool, typer.Option("--one-page", help="Only the page to pin up.")] = False,
    annex: Annotated[bool, typer.Option("--annex", help="With the discussion that the questions rest on.")] = False,
    paper: Annotated[PaperChoice, typer.Option(help="The size of the paper.")] = PaperChoice.a4,
) -> None:
    """Make the summary to print and pin up: a page for the wall, then what was said of each question.

    Several files make a comparison: several places, or two assessments of one, side by side in the order given.
    """
    if out is not None and html is None and out.suffix.lower() in (".html", ".htm"):
        out, html = None, out
    refuse_impossible(files, out, html, one_page=one_page)
    from placecheck.cli.score import read_assessments

    (rubric, assessment), *others = read = read_assessments(files)
    if others:
        from placecheck.report.comparison import comparison_html, comparison_pdf

        if out is not None:
            write_output(out, comparison_pdf(read, large=large_print, paper=paper.value))
        if html is not None:
            write_output(html, comparison_html(read, large=large_print).encode())
        return
    from placecheck.report.summary import summary_html, summary_pdf

    parts = rubric, available_catalogue(rubric), assessment
    if out is not None and out.suffix.lower() == ".docx":
        from placecheck.report.word import summary_docx

        write_output(out, summary_docx(*parts, one_page=one_page))
    elif out is not None:
        pdf = summary_pdf(*parts, large=large_print, one_page=one_page, annex=annex, paper=paper.value)
        write_output(out, pdf)
    if html is not None:
        write_output(html, summary_html(*parts, large=large_print).encode())


def refuse_impossible(files: Sequence[Path], out: Path | None, html: Path | None, *, one_page: bool) -> None:
    """Raise BadParameter where nothing could be written, or not what was asked for."""
    if out is None and html is None:
        raise typer.BadParameter("Name a file with -o OUT.pdf or --html OUT.html, or both.")
    if one_page and out is None:
        raise typer.BadParameter("One page is for -o OUT.pdf; a browser has no pages.")
    if len(files) > 1 and one_page:
        raise typer.BadParameter("Several files stand side by side, which takes more than --one-page.")
    if len(files) > 1 and out is not None and out.suffix.lower() == ".docx":
        raise typer.BadParameter("Several files stand side by side in a .pdf or .html.")


def available_catalogue(rubric: Rubric) -> Catalogue:
    """Return the notes and passages of `rubric`; none where its folder is not available."""
    from placecheck.notes import Catalogue, load_catalogue
    from placecheck.rubric import rubric_folders
    from placecheck.rubric.load import MANIFEST
    from placecheck.source import read_source

    for path in rubric_folders():
        manifest = read_source(path / MANIFEST).data
        if (manifest["id"], manifest["edition"]) == (rubric.id, rubric.edition):
            return load_catalogue(path)
    return Catalogue()
