"""`placecheck treasury`: ideas that groups give each other, as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from placecheck.ideas.treasury import TreasuryFile

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    help="Look at ideas that groups give each other, and put files of them together.",
    no_args_is_help=True,
)

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Treasury files.", show_default=False)]


@app.command()
def show(files: Files) -> None:
    """Show which idea came from which, as a nested list, and where two texts claim to be the same version."""
    from placecheck.ideas import newest_ideas
    from placecheck.ideas.treasury import conflicts, descent, earlier
    from placecheck.rubric.library import newest_folders
    from placecheck.views.ideas.idea_card import conflict_lines, descent_lines, earlier_lines

    treasury = _merge_files(files)
    ideas = [idea for id_ in newest_folders() for idea in newest_ideas(id_)]
    for line in descent_lines(descent(treasury, ideas)):
        print(line)
    for line in earlier_lines(earlier(treasury)):
        print(line)
    for line in conflict_lines(conflicts(treasury)):
        print(line, file=sys.stderr)


@app.command("merge")
def merge_(files: Files, out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT.yaml")]) -> None:
    """Merge files into one: nothing is lost, nothing appears twice, nothing is overwritten."""
    from placecheck.ideas.file import treasury_yaml
    from placecheck.ideas.treasury import conflicts
    from placecheck.views.ideas.idea_card import conflict_lines

    treasury = _merge_files(files)
    out.write_text(treasury_yaml(treasury), encoding="utf-8")
    for line in conflict_lines(conflicts(treasury)):
        print(line, file=sys.stderr)


def _merge_files(files: list[Path]) -> TreasuryFile:
    from placecheck.ideas.file import EMPTY, read_treasury
    from placecheck.ideas.treasury import merge

    treasury = EMPTY
    for file in files:
        treasury = merge(treasury, read_treasury(file))
    return treasury
