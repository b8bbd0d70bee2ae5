"""`placecheck compare`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from placecheck.cli.score import read_all
from placecheck.errors import PlacecheckError
from placecheck.source.wording import near_or_all

if TYPE_CHECKING:
    from placecheck.scoring.compare import Comparison, Side

MOST = 12
"""How many stand side by side at most: more cannot be read."""


def compare(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE FILE...", help="Assessment files, YAML or JSON.", show_default=False)
    ],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
    dimension: Annotated[str | None, typer.Option(metavar="ID", help="This dimension alone.")] = None,
    indicator: Annotated[str | None, typer.Option(metavar="ID", help="This indicator alone.")] = None,
) -> None:
    """Lay places side by side, or the rounds of one place, in the order given. None is best, and there is no total."""
    if not 2 <= len(files) <= MOST:
        raise typer.BadParameter(f"Name two to {MOST} files.")
    if dimension is not None and indicator is not None:
        raise typer.BadParameter("Name a dimension or an indicator, not both.")
    from placecheck.scoring.compare import compare as compared

    given = read_all(files)
    if as_json:
        data = only(compared(given), dimension, indicator)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(told(given, dimension, indicator))


def only(found: Comparison, dimension: str | None, indicator: str | None) -> dict[str, Any]:
    """The comparison for scripts, without the dimensions and indicators that were not asked for."""
    data = found.as_json()
    if dimension is not None:
        held = within(dimension, [one.id for one in found.dimensions])
        data["dimensions"] = [one for one in data["dimensions"] if one["id"] == held]
        wanted = {one["id"] for side in data["dimensions"] for one in side["sides"][0]["indicators"]}
        data["indicators"] = [one for one in data["indicators"] if one["id"] in wanted]
    if indicator is not None:
        held = within(indicator, [one.id for one in found.indicators])
        data["dimensions"] = []
        data["indicators"] = [one for one in data["indicators"] if one["id"] == held]
    return data


def told(given: list[Side], dimension: str | None, indicator: str | None) -> str:
    """The comparison as a person likes to read it."""
    from placecheck.cli.beside_text import lines
    from placecheck.cli.ladder_text import Marks
    from placecheck.views.comparison import comparison_view

    view = comparison_view(given)
    if dimension is not None:
        within(dimension, [one.id for one in view.dimensions])
    if indicator is not None:
        within(indicator, [row.id for one in view.dimensions for row in one.rows])
    marks = Marks.for_encoding(sys.stdout.encoding or "ascii")
    return "\n".join(lines(view, marks, dimension, indicator))


def within(asked: str, comparable: list[str]) -> str:
    """`asked`, which must be among what can be compared. Raises PlacecheckError."""
    if asked not in comparable:
        mend = near_or_all(asked, comparable, "Without it, all that can be compared is shown, and the rest with why.")
        raise PlacecheckError(f"`{asked}` cannot be compared here. {mend}")
    return asked
