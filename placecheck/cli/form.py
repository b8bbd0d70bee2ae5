"""`placecheck form`."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from placecheck.cli.output import write_output
from placecheck.cli.rubric_folder import load_named_rubric


class PaperChoice(StrEnum):
    """A paper size."""

    a4 = "a4"
    letter = "letter"


class QuestionSet(StrEnum):
    """The questions on a form."""

    starter = "starter"
    full = "full"


def form(
    *,
    paper: Annotated[Path | None, typer.Option(metavar="OUT.pdf", help="Write the form to print.")] = None,
    offline: Annotated[Path | None, typer.Option(metavar="OUT.html", help="Write the form for any browser.")] = None,
    spreadsheet: Annotated[
        Path | None, typer.Option(metavar="OUT.xlsx", help="Write a sheet to fill in by hand and send back.")
    ] = None,
    several: Annotated[
        bool, typer.Option("--several", help="With --spreadsheet: a row for each of many people.")
    ] = False,
    question_set: Annotated[QuestionSet, typer.Option("--round", help="How much to ask.")] = QuestionSet.starter,
    large: Annotated[bool, typer.Option("--large-print", help="Print in 18 pt.")] = False,
    size: Annotated[PaperChoice, typer.Option(help="The size of the paper.")] = PaperChoice.a4,
    place: Annotated[str | None, typer.Option(help="The place, so that nobody need write it.")] = None,
    boundary: Annotated[str | None, typer.Option(help="Where the place begins and ends.")] = None,
    rubric: Annotated[str | None, typer.Option(help="A rubric's id, or its folder.")] = None,
) -> None:
    """Make what people fill in without the app: on paper, in a browser without a network, or in a spreadsheet."""
    if paper is None and offline is None and spreadsheet is None:
        raise typer.BadParameter("Name a file with --paper OUT.pdf, --offline OUT.html or --spreadsheet OUT.xlsx.")
    if several and spreadsheet is None:
        raise typer.BadParameter("--several goes with --spreadsheet.")
    if large and paper is None:
        raise typer.BadParameter("Large print is for --paper; a browser makes letters larger itself.")
    refuse_invalid_place_text(place, boundary)
    named_rubric = load_named_rubric(rubric)
    if paper is not None:
        from placecheck.report.paper_form import form_pdf

        today = datetime.datetime.now(tz=datetime.UTC).date()
        look: dict[str, Any] = {"large": large, "paper": size.value, "day": today}
        made = form_pdf(named_rubric, question_set.value, place=place, boundary=boundary, **look)
        write_output(paper, made)
    if offline is not None:
        from placecheck.forms.offline import offline_form

        write_output(offline, offline_form(named_rubric, question_set.value, place, boundary).encode())
    if spreadsheet is not None:
        from placecheck.exchange.blank_sheet import blank_workbook

        write_output(spreadsheet, blank_workbook(named_rubric, question_set.value, place, several=several))


def refuse_invalid_place_text(place: str | None, boundary: str | None) -> None:
    """Check that a file of answers can hold this place and boundary.

    Raises:
        typer.BadParameter: One of them is too long, or is not text, or the place has a line break.
    """
    from pydantic import TypeAdapter, ValidationError

    from placecheck.source.fields import Line, Story
    from placecheck.source.text import UNWANTED
    from placecheck.source.wording import worded

    if any(UNWANTED.search(text) for text in (place, boundary) if text):
        raise typer.BadParameter("Some character of the place or its boundary is no text. Take it out.")
    for option, text, kind in (("--place", place, Line), ("--boundary", boundary, Story)):
        try:
            TypeAdapter[str](kind).validate_python(text or "x")
        except ValidationError as error:
            raise typer.BadParameter(f"{option}: {' '.join(worded(error.errors()[0]))}") from None
