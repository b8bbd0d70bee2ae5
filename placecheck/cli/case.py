"""`placecheck case`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.form import PaperChoice
from placecheck.cli.output import write_output
from placecheck.errors import PlacecheckError

if TYPE_CHECKING:
    from placecheck.assessment import Assessment


def case(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An assessment.", show_default=False)],
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="What it is about, by id.", show_default=False)],
    *,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT.pdf", help="Write it to print; .docx to edit.")],
    ask: Annotated[
        str | None, typer.Option(help="What you ask for; else the next step about it, else what --cards ask.")
    ] = None,
    whom: Annotated[str | None, typer.Option("--of", help="Who can say yes.")] = None,
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="FILE", help="The list of texts, with a story ticked that may go.")
    ] = None,
    cards: Annotated[
        Path | None,
        typer.Option("--cards", metavar="FILE", help="The place's file of cards, with what it asks of whom."),
    ] = None,
    large_print: Annotated[bool, typer.Option("--large-print", help="In 18 pt.")] = False,
    paper: Annotated[PaperChoice, typer.Option(help="The size of the paper.")] = PaperChoice.a4,
) -> None:
    """Make a page to persuade with: a claim, what it rests on, what you see, what speaks against it, and the ask.

    What is asked is the next step about it. Where there is none, it is what a matter of the place asks of a level: a
    file of an assessment holds no matters, so name the place's file of cards with --cards. In the dashboard the page
    takes it from the place's matters by itself.
    """
    from placecheck.cli.assessment_file import read_with_remarks
    from placecheck.cli.report import available_catalogue
    from placecheck.publishing import find_texts
    from placecheck.publishing.approvals import read_approvals
    from placecheck.report.case_page import case_docx, case_pdf
    from placecheck.scoring import score
    from placecheck.views.printed.case_page import case_view
    from placecheck.words import case as words
    from placecheck.words import say

    rubric, assessment = read_with_remarks(file)
    result = score(rubric, assessment)
    if indicator not in {indicator_result.id for indicator_result in result.indicators()}:
        raise PlacecheckError(say(words.NOT_ASKED, name=indicator))
    ticks = read_approvals(texts, find_texts(assessment)) if texts is not None else set()
    if cards is not None and ask is None and whom is None:
        ask, whom = ask_from_cards(cards, assessment, indicator)
    view = case_view(
        rubric, available_catalogue(rubric), assessment, result, indicator, ticks=ticks, ask=ask, whom=whom
    )  # fmt: skip
    if out.suffix.lower() == ".docx":
        write_output(out, case_docx(view, assessment.date))
    else:
        write_output(out, case_pdf(view, assessment.date, large=large_print, paper=paper.value))


def ask_from_cards(path: Path, assessment: Assessment, indicator: str) -> tuple[str | None, str | None]:
    """Return what the cards in the file ask about `indicator`, and of which level.

    Raises:
        InputError: The file is not a valid place file.
        PlacecheckError: The file is about another place.
    """
    from placecheck.levels import levels_for_matters
    from placecheck.place import Matter, cards_of, read_place_file
    from placecheck.views.printed.case_page import ask_of_level
    from placecheck.words import case as words
    from placecheck.words import say

    place_file = read_place_file(path)
    if place_file.place.name.casefold() != assessment.place.name.casefold():
        raise PlacecheckError(say(words.OTHER_PLACE, theirs=place_file.place.name, ours=assessment.place.name))
    matters = tuple(cards_of(place_file.cards, Matter))
    names = levels_for_matters(assessment.rubric.id, matters).names(assessment.place.nation, matters)
    asked = ask_of_level(assessment, matters, names, indicator)
    if asked is None:
        print(say(words.NOTHING_IN_CARDS), file=sys.stderr)
    return asked or (None, None)
