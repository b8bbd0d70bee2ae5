"""`placecheck form`."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from placecheck.errors import refuse
from placecheck.paths import open_private

if TYPE_CHECKING:
    from placecheck.rubric import Rubric


class Paper(StrEnum):
    """What size of paper."""

    a4 = "a4"
    letter = "letter"


class QuestionSet(StrEnum):
    """How much a form asks."""

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
    size: Annotated[Paper, typer.Option(help="The size of the paper.")] = Paper.a4,
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
    refuse_misfit(place, boundary)
    rubric_found = find(rubric)
    if paper is not None:
        from placecheck.report.paper_form import form_pdf

        today = datetime.datetime.now(tz=datetime.UTC).date()
        look: dict[str, Any] = {"large": large, "paper": size.value, "day": today}
        made = form_pdf(rubric_found, question_set.value, place=place, boundary=boundary, **look)
        write(paper, made)
    if offline is not None:
        from placecheck.forms.offline import offline_form

        write(offline, offline_form(rubric_found, question_set.value, place, boundary).encode())
    if spreadsheet is not None:
        from placecheck.exchange.blank_sheet import blank_workbook

        write(spreadsheet, blank_workbook(rubric_found, question_set.value, place, several=several))


def find(named: str | None) -> Rubric:
    """Return the rubric `named` by its folder or its id; the default where none is.

    Raises:
        PlacecheckError: There is no such rubric, or its files are invalid.
    """
    from placecheck.cli.rubric_folder import rubric_folders_called
    from placecheck.rubric import find_rubric, load_rubric

    return find_rubric() if named is None else load_rubric(rubric_folders_called([named])[0])


def refuse_misfit(place: str | None, boundary: str | None) -> None:
    """Refuse a place or a boundary that no file of answers could hold: too long, over two lines, or no text."""
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


def write(path: Path, made: bytes) -> None:
    """Write the file, for its owner alone to read, and say so. Refused where it may not be written there."""
    try:
        with open_private(path) as file:
            file.write(made)
    except OSError as error:
        raise refuse(str(path), 0, "", f"The file cannot be written ({error.strerror}).", "Name another.") from None
    print(path)
