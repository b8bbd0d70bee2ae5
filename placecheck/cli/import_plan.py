"""`placecheck import --plan`: what files would give, and nothing kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.incoming import ReadingOptions, plan_files, plan_lines
from placecheck.cli.output import write_output
from placecheck.errors import InputError, bounded
from placecheck.words import import_plan as words
from placecheck.words import say

if TYPE_CHECKING:
    from placecheck.exchange import ImportPlan

PlanOnly = Annotated[bool, typer.Option("--plan", help="Only say what would be taken, left out and asked.")]
PlanAsJson = Annotated[bool, typer.Option("--json", help="With --plan: as JSON.")]
MapFile = Annotated[
    Path | None, typer.Option("--map", metavar="FILE.yaml", help="What columns hold, and answers to questions.")
]
WriteMap = Annotated[
    Path | None, typer.Option("--write-map", metavar="FILE.yaml", help="With --plan: write such a file to fill in.")
]
Choose = Annotated[
    list[str] | None, typer.Option(metavar="KEY=ANSWER", help="Answer a question of the plan, as in scale=from_0.")
]


def print_plans(files: Sequence[Path], wanted: ReadingOptions, *, as_json: bool, write_map: Path | None) -> None:
    """Print a plan of each file, as JSON where `as_json`, and write a mapping file.

    A file that leaves something open, or is invalid, is no error of the plan; one that cannot be read at all is.

    Raises:
        InputError: A file cannot be read; it is raised once all are printed.
    """
    from placecheck.exchange import mapping_text, plan_as_data

    plans, faults = plan_files(files, wanted)
    if as_json:
        print(json.dumps([plan_as_data(plan) for plan in plans], ensure_ascii=False, indent=2))
    else:
        for plan in plans:
            _print(plan)
    if write_map is not None and plans:
        write_output(write_map, mapping_text(plans[0]).encode())
    if faults:
        raise InputError(faults)


def _print(plan: ImportPlan) -> None:
    for line in plan_lines(plan):
        print(line)
    for finding in bounded(plan.findings):
        print(finding)
    for question in plan.questions:
        if question.answer is None:
            print(say(words.ASKED_LINE, finding=question.finding(plan.file)))
        else:
            print(say(words.ANSWERED_LINE, text=question.text, key=question.key, answer=question.answer))
