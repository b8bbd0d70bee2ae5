"""`placecheck form`."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.errors import refuse

if TYPE_CHECKING:
    from placecheck.rubric import Rubric


class Paper(StrEnum):
    """What size of paper."""

    a4 = "a4"
    letter = "letter"


class Round(StrEnum):
    """How much a form asks."""

    starter = "starter"
    full = "full"


def form(
    *,
    paper: Annotated[Path | None, typer.Option(metavar="OUT.pdf", help="Write the form to print.")] = None,
    offline: Annotated[Path | None, typer.Option(metavar="OUT.html", help="Write the form for any browser.")] = None,
    round_: Annotated[Round, typer.Option("--round", help="How much to ask.")] = Round.starter,
    large: Annotated[bool, typer.Option("--large-print", help="Print in 18 pt.")] = False,
    size: Annotated[Paper, typer.Option(help="The size of the paper.")] = Paper.a4,
    place: Annotated[str | None, typer.Option(help="The place, so that nobody need write it.")] = None,
    boundary: Annotated[str | None, typer.Option(help="Where the place begins and ends.")] = None,
    rubric: Annotated[str | None, typer.Option(help="A rubric's id, or its folder.")] = None,
) -> None:
    """Make what people fill in without the app: on paper, or in a browser without a network."""
    if paper is None and offline is None:
        raise typer.BadParameter("Name a file with --paper OUT.pdf or --offline OUT.html, or both.")
    if large and paper is None:
        raise typer.BadParameter("Large print is for --paper; a browser makes letters larger itself.")
    refuse_what_is_no_text(place, boundary)
    asked = find(rubric)
    if paper is not None:
        from placecheck.report.paper_form import paper_form

        today = datetime.datetime.now(tz=datetime.UTC).date()
        about = {"place": place, "boundary": boundary}
        made = paper_form(asked, round_.value, large=large, paper=size.value, day=today, **about)
        write(paper, made)
    if offline is not None:
        from placecheck.forms.offline import offline_form

        write(offline, offline_form(asked, round_.value, place, boundary).encode())


def find(named: str | None) -> Rubric:
    """The rubric that is `named` by its folder or its id; ours where none is. Raises PlacecheckError."""
    from placecheck.rubric import DEFAULT, find_rubric, load_rubric

    if named is not None and Path(named).is_dir():
        return load_rubric(Path(named))
    return find_rubric(named or DEFAULT)


def refuse_what_is_no_text(*given: str | None) -> None:
    """Refuse control characters and halves of characters, which no file could hold."""
    from placecheck.source.text import UNWANTED

    if any(UNWANTED.search(text) for text in given if text):
        raise typer.BadParameter("Some character of the place or its boundary is no text. Take it out.")


def write(path: Path, made: bytes) -> None:
    """Write the file and say so; refused where the folder is not there or may not be written to."""
    try:
        path.write_bytes(made)
    except OSError as error:
        raise refuse(str(path), 0, "", f"The file cannot be written ({error.strerror}).", "Name another.") from None
    print(path)
