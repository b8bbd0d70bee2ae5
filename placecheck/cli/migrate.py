"""`placecheck migrate`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.output import write_output
from placecheck.words import editions as words
from placecheck.words import say

if TYPE_CHECKING:
    from placecheck.rubric import Rubric
    from placecheck.views.history.edition_preview import EditionPreviewView


def migrate(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An assessment.", show_default=False)],
    *,
    to: Annotated[str, typer.Option("--to", metavar="EDITION", help="The newer edition, or the folder that holds it.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="OUT.yaml", help="Write the new assessment; else only look.")
    ] = None,
) -> None:
    """Carry an assessment over to a newer edition of its rubric: look first, answer by answer. The old file stays."""
    from placecheck.assessment import as_json, as_yaml
    from placecheck.assessment.edition_migration import migrate_assessment
    from placecheck.cli.assessment_file import read_with_remarks
    from placecheck.rubric import find_rubric
    from placecheck.rubric.editions import edition_called
    from placecheck.views.history.edition_preview import edition_preview_view

    if out is not None and out.exists():
        raise typer.BadParameter("There is a file of that name. Name a new one: no assessment is written over another.")
    folder = Path(to).resolve().parent if Path(to).is_dir() else None

    def find(id_: str, edition: str) -> Rubric:
        return find_rubric(id_, edition, folder)

    rubric, assessment = read_with_remarks(file, find)
    newer, mapping = edition_called(find(rubric.id, rubric.edition), to)
    carried = migrate_assessment(assessment, newer, mapping)
    for line in preview_lines(edition_preview_view(rubric, newer, carried)):
        print(line)
    if out is None:
        print(say(words.NOT_WRITTEN))
    else:
        text = as_json if out.suffix.lower() == ".json" else as_yaml
        write_output(out, text(carried.assessment).encode())


def preview_lines(view: EditionPreviewView) -> list[str]:
    """Return the preview as lines."""
    lines = [view.title, view.intro, ""]
    for fate in view.fates:
        lines += [fate.words, *(f"  {answer}" for answer in fate.answers)]
    return [*lines, "", *view.remarks, view.summary]
