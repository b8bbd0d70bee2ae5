"""`placecheck add-rubric` and `placecheck remove-rubric`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from placecheck.words import rubrics as words
from placecheck.words import say


def add_rubric(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="The folder of a rubric, or a zip archive of it.", show_default=False)
    ],
) -> None:
    """Keep a rubric of your own where every command and the app find it, once it has no fault."""
    from placecheck.exchange.rubric_archive import keep_rubric, plan_rubric_archive, plan_rubric_folder
    from placecheck.source.text import MAX_BYTES, read_bytes

    if path.is_file() and path.suffix.lower() == ".zip":
        plan = plan_rubric_archive(read_bytes(path, MAX_BYTES), str(path))
    else:
        plan = plan_rubric_folder(path.parent if path.is_file() else path)
    for finding in plan.findings:
        print(finding, file=sys.stderr)
    if plan.rubric is None or not plan.can_be_kept:
        print(say(words.NOT_ADDED), file=sys.stderr)
        raise typer.Exit(1)
    folder = keep_rubric(plan)
    print(say(words.ADDED, title=plan.rubric.title, edition=plan.rubric.edition, folder=folder))


def remove_rubric(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Its id, as `placecheck show` lists it.")],
    *,
    edition: Annotated[str | None, typer.Option(metavar="EDITION", help="This edition alone; else all.")] = None,
) -> None:
    """Remove a rubric of your own. Places that use it go on with it."""
    from placecheck.exchange.rubric_archive import remove_rubric as remove

    for folder in remove(id_, edition):
        print(say(words.REMOVED, folder=folder))
