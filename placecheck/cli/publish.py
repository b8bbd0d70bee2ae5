"""`placecheck publish`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.output import write_output
from placecheck.dates import local_today
from placecheck.errors import PlacecheckError

if TYPE_CHECKING:
    from placecheck.assessment import Assessment
    from placecheck.place import PlaceFile
    from placecheck.publishing import Published

ENDINGS = (".yaml", ".yml", ".json", ".html", ".pdf")
PROFILE_ENDINGS = (".pdf", ".html", ".docx")


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
    cards: Annotated[
        Path | None,
        typer.Option(
            "--cards", metavar="FILE", help="The place's file of cards: make its profile (.pdf, .html, .docx)."
        ),
    ] = None,
    together: Annotated[
        bool, typer.Option("--together", help="Its one voice is the whole group's: its levels were agreed.")
    ] = False,
) -> None:
    """Make a summary that anyone may see: without what few people said, and without texts that nobody ticked."""
    from placecheck.cli.assessment_file import read_with_remarks
    from placecheck.place import read_place_file
    from placecheck.publishing import find_texts, published
    from placecheck.publishing.approvals import approval_list, read_approvals
    from placecheck.publishing.place_cards import find_card_texts
    from placecheck.words import publishing as words
    from placecheck.words import say, say_n

    if out is None and list_texts is None:
        raise typer.BadParameter("Name a file with -o OUT, or list the texts first with --list-texts OUT.yaml.")
    if out is not None:
        check_ending(out, is_profile=cards is not None)
    rubric, assessment = read_with_remarks(file)
    place_file, found_texts = read_place_file(cards) if cards else None, find_texts(assessment)
    if place_file is not None:
        found_texts += find_card_texts(place_file.place, place_file.cards, assessment.actions)
    ticks = read_approvals(texts, found_texts) if texts is not None else set()
    if list_texts is not None:
        write_output(list_texts, approval_list(found_texts, ticks).encode())
        print(say_n(words.LISTED, len(found_texts)))
    if out is not None:
        summary, ending = published(rubric, assessment, ticks, together=together), out.suffix.lower()
        profile = place_file and profile_bytes(summary, assessment, place_file, ticks, ending)
        write_output(out, profile or summary_bytes(summary, ending))
        print(say(words.ONCE), file=sys.stderr)


def check_ending(out: Path, *, is_profile: bool) -> None:
    """Check that a file with this ending can be written.

    Raises:
        PlacecheckError: The ending is not supported.
    """
    from placecheck.words import publishing as words
    from placecheck.words import say

    endings, use = (PROFILE_ENDINGS, words.PROFILE_ENDINGS) if is_profile else (ENDINGS, words.ENDINGS)
    if out.suffix.lower() not in endings:
        raise PlacecheckError(f"{say(words.NO_SUCH_ENDING, ending=out.suffix or out.name)} {say(use)}")


def summary_bytes(summary: Published, ending: str) -> bytes:
    """Return the summary as the bytes of a file with this `ending`."""
    from placecheck.report.published import published_html, published_json, published_pdf, published_yaml

    if ending == ".pdf":
        return published_pdf(summary)
    text = {".html": published_html, ".json": published_json}.get(ending, published_yaml)
    return text(summary).encode()


def profile_bytes(
    summary: Published, assessment: Assessment, place_file: PlaceFile, ticks: set[str], ending: str
) -> bytes:
    """Return the place's profile with the summary and the ticked texts of its cards, as the bytes of a file."""
    from placecheck.levels import levels_for_matters
    from placecheck.place import Matter, cards_of
    from placecheck.report.place_docx import profile_docx
    from placecheck.report.place_profile import profile_html, profile_pdf
    from placecheck.report.published_profile import profile_to_publish

    actions = [(action, assessment.date) for action in assessment.actions]
    today = local_today()
    view = profile_to_publish(
        summary,
        place_file.place,
        place_file.cards,
        actions,
        ticks=ticks,
        today=today,
        levels=levels_for_matters(assessment.rubric.id, cards_of(place_file.cards, Matter)),
    )
    if ending == ".html":
        return profile_html(view).encode()
    return profile_docx(view, today) if ending == ".docx" else profile_pdf(view, today)
