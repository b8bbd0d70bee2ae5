"""`placecheck score`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Assessment files, YAML or JSON.")]


def score(
    files: Files, as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False
) -> None:
    """Say where a place stands, how sure that is, and what is not known."""
    from placecheck.assessment import read_assessment
    from placecheck.scoring import score as scored

    results = [scored(*read_assessment(path)) for path in files]
    if as_json:
        data = [result.as_json() for result in results]
        print(json.dumps(data if len(data) > 1 else data[0], ensure_ascii=False, indent=2))
