"""`placecheck score`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.errors import Finding, InputError

if TYPE_CHECKING:
    from placecheck.assessment import Assessment
    from placecheck.rubric import Rubric
    from placecheck.scoring import Result

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="Assessment files, YAML or JSON.", show_default=False)
]


def score(
    files: Files,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
    explain: Annotated[
        str | None, typer.Option(metavar="ID", help="Show the working for one indicator or dimension.")
    ] = None,
) -> None:
    """Say where a place is on the ladder, how sure that is, and what is not known."""
    if explain is not None:
        if as_json:
            raise typer.BadParameter("--explain is for reading: leave out --json.")
        print("\n\n".join("\n".join(working_lines(*pair, explain)) for pair in read_assessments(files)))
        return
    from placecheck.scoring import score as scored

    results = [(rubric, assessment, scored(rubric, assessment)) for rubric, assessment in read_assessments(files)]
    if as_json:
        data = [result.as_json() for _, _, result in results]
        print(json.dumps(data if len(data) > 1 else data[0], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(result_text(*entry) for entry in results))


def read_assessments(files: Sequence[Path]) -> list[tuple[Rubric, Assessment]]:
    """Return the assessment in every file, and its rubric; remarks go to standard error.

    Raises:
        InputError: A file is invalid; the error has the faults of all files.
    """
    from placecheck.assessment import read_assessment

    read: list[tuple[Rubric, Assessment]] = []
    findings: list[Finding] = []
    remarks: list[Finding] = []
    for path in files:
        try:
            read.append(read_assessment(path, remarks=remarks))
        except InputError as error:
            findings += error.findings
    if findings:
        raise InputError(findings)
    for remark in remarks:
        print(remark, file=sys.stderr)
    return read


def working_lines(rubric: Rubric, assessment: Assessment, id_: str) -> tuple[str, ...]:
    """Return the working behind one number of one place."""
    from placecheck.views.results.explain import explain_id

    return explain_id(rubric, assessment, id_)


def result_text(rubric: Rubric, assessment: Assessment, result: Result) -> str:
    """Return one result as text for a person."""
    from placecheck.cli.ladder_text import LadderCharacters, ladder_text_lines
    from placecheck.views.results.results import results_view

    marks = LadderCharacters.for_encoding(sys.stdout.encoding or "ascii")
    return "\n".join(ladder_text_lines(results_view(rubric, assessment, result), marks))
