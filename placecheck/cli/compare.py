"""`placecheck compare`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from placecheck.cli.score import read_assessments
from placecheck.errors import PlacecheckError
from placecheck.source.wording import near_or_all

if TYPE_CHECKING:
    from placecheck.scoring.comparison import ComparedPlace, Comparison

MAX_COMPARED = 12
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
    """Compare places, or the assessments of one place, in the order given. None is best, and there is no total."""
    if not 2 <= len(files) <= MAX_COMPARED:
        raise typer.BadParameter(f"Name two to {MAX_COMPARED} files.")
    if dimension is not None and indicator is not None:
        raise typer.BadParameter("Name a dimension or an indicator, not both.")
    from placecheck.scoring.comparison import compare as compared

    places = read_assessments(files)
    if as_json:
        data = filter_comparison(compared(places), dimension, indicator)
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(comparison_text(places, dimension, indicator))


def filter_comparison(comparison: Comparison, dimension: str | None, indicator: str | None) -> dict[str, Any]:
    """Return the comparison as data for JSON, limited to the named dimension or indicator.

    Raises:
        PlacecheckError: It cannot be compared.
    """
    data = comparison.as_json()
    if dimension is not None:
        dimension_id = require_comparable(dimension, [item.id for item in comparison.dimensions])
        data["dimensions"] = [item for item in data["dimensions"] if item["id"] == dimension_id]
        wanted = {
            item["id"] for dimension_data in data["dimensions"] for item in dimension_data["sides"][0]["indicators"]
        }
        data["indicators"] = [item for item in data["indicators"] if item["id"] in wanted]
    if indicator is not None:
        indicator_id = require_comparable(indicator, [item.id for item in comparison.indicators])
        data["dimensions"] = []
        data["indicators"] = [item for item in data["indicators"] if item["id"] == indicator_id]
    return data


def comparison_text(places: list[ComparedPlace], dimension: str | None, indicator: str | None) -> str:
    """Return the comparison as text for a person.

    Raises:
        PlacecheckError: The dimension or indicator cannot be compared.
    """
    from placecheck.cli.comparison_text import comparison_text_lines
    from placecheck.cli.ladder_text import LadderCharacters
    from placecheck.views.comparison.comparison import comparison_view

    view = comparison_view(places)
    if dimension is not None:
        require_comparable(dimension, [whole.id for whole in view.dimensions])
    if indicator is not None:
        require_comparable(indicator, [row.id for whole in view.dimensions for row in whole.rows])
    marks = LadderCharacters.for_encoding(sys.stdout.encoding or "ascii")
    return "\n".join(comparison_text_lines(view, marks, dimension, indicator))


def require_comparable(wanted: str, comparable: list[str]) -> str:
    """Return `wanted`, which must be among what can be compared.

    Raises:
        PlacecheckError: It is not among them.
    """
    if wanted not in comparable:
        hint = near_or_all(wanted, comparable, "Without it, all that can be compared is shown, and the rest with why.")
        raise PlacecheckError(f"`{wanted}` cannot be compared here. {hint}")
    return wanted
