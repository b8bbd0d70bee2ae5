"""`placecheck case`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from placecheck.cli.form import Paper, write
from placecheck.errors import PlacecheckError


def case(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An assessment.", show_default=False)],
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="What it is about, by id.", show_default=False)],
    *,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT.pdf", help="Write it to print; .docx to edit.")],
    ask: Annotated[str | None, typer.Option(help="What you ask for; else the next step about it.")] = None,
    whom: Annotated[str | None, typer.Option("--of", help="Who can say yes.")] = None,
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="FILE", help="The list of texts, with a story ticked that may go.")
    ] = None,
    large_print: Annotated[bool, typer.Option("--large-print", help="In 18 pt.")] = False,
    paper: Annotated[Paper, typer.Option(help="The size of the paper.")] = Paper.a4,
) -> None:
    """Make a page to persuade with: a claim, what it rests on, what you see, what speaks against it, and the ask.

    A file of an assessment holds no matters of the place. What the place asks of a level is therefore not on the page:
    write it with --ask and --of. In the dashboard the page takes it from the place's matters by itself.
    """
    from placecheck.cli.assessment_file import read_with_remarks
    from placecheck.cli.report import catalogue_of
    from placecheck.publishing import find_texts as every_text
    from placecheck.publishing.approvals import read_approvals
    from placecheck.report.case_page import case_pdf, case_word
    from placecheck.scoring import score
    from placecheck.views.printed.case_page import case_view
    from placecheck.words import case as words
    from placecheck.words import say

    rubric, assessment = read_with_remarks(file)
    result = score(rubric, assessment)
    if indicator not in {indicator_result.id for indicator_result in result.indicators()}:
        raise PlacecheckError(say(words.NOT_ASKED, name=indicator))
    ticks = read_approvals(texts, every_text(assessment)) if texts is not None else set()
    view = case_view(
        rubric, catalogue_of(rubric), assessment, result, indicator, ticks=ticks, ask=ask, whom=whom
    )  # fmt: skip
    if out.suffix.lower() == ".docx":
        write(out, case_word(view, assessment.date))
    else:
        write(out, case_pdf(view, assessment.date, large=large_print, paper=paper.value))
