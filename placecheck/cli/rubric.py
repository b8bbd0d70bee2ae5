"""`placecheck check`, `placecheck show` and `placecheck new-rubric`."""

from __future__ import annotations

import dataclasses
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.errors import Finding, PlacecheckError
from placecheck.words import rubrics as words
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.rubric import Rubric

Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
Named = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="RUBRIC",
        help="A folder that holds rubric.yaml, or the id of a rubric; if none, all that travel with the program.",
        show_default=False,
    ),
]


def check(
    rubrics: Named = None,
    every: Annotated[bool, typer.Option("--all", help="Name each passage that no indicator cites.")] = False,
    as_json: Json = False,
) -> None:
    """Find every fault of a rubric, and what its editor may want to look at again."""
    from placecheck.rubric.check import check_rubric

    found = {path: check_rubric(path, every=every) for path in folders(rubrics)}
    if as_json:
        data = [{"rubric": str(path), "findings": list(map(dataclasses.asdict, all_))} for path, all_ in found.items()]
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for path, findings in found.items():
            for finding in findings:
                print(finding, file=sys.stderr)
            print(outcome(path, findings))
    if any(finding.severity == "fault" for findings in found.values() for finding in findings):
        raise typer.Exit(1)


def outcome(path: Path, findings: list[Finding]) -> str:
    """What came of checking the rubric in `path`, in a line."""
    from placecheck.errors import InputError
    from placecheck.rubric import load_rubric

    faults = sum(finding.severity == "fault" for finding in findings)
    remarks = len(findings) - faults
    kind, count = (words.FAULTS, faults) if faults else (words.REMARKS, remarks)
    said = say_n(kind, count) if count else say(words.NO_FAULTS)
    try:
        rubric = load_rubric(path)
    except InputError:
        return f"{path}: {said}"
    return say(
        words.CHECKED,
        title=rubric.title,
        edition=rubric.edition,
        dimensions=len(rubric.dimensions),
        indicators=len(rubric.by_id),
        outcome=said,
    )


def show(rubrics: Named = None, as_json: Json = False) -> None:
    """List a rubric's dimensions and indicators, its levels and perspectives, with their ids."""
    from placecheck.rubric import load_rubric

    shown = [load_rubric(path) for path in folders(rubrics)]
    if as_json:
        print(json.dumps([rubric.model_dump(mode="json") for rubric in shown], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(map(listing, shown)))


def listing(rubric: Rubric) -> str:
    """The rubric as lines: each dimension, below it its indicators, then the levels and the perspectives."""
    ids = [*rubric.by_id, *(one.id for one in rubric.dimensions), *(one.id for one in rubric.perspectives)]
    wide = max(map(len, ids))
    lines = [say(words.SHOWN, title=rubric.title, id=rubric.id, edition=rubric.edition)]
    for dimension in rubric.dimensions:
        lines += ["", f"{dimension.id:<{wide + 4}}{dimension.name}"]
        for one in dimension.indicators:
            lines.append(f"  {one.id:<{wide + 2}}{one.name}{f' ({say(words.STARTER)})' if one.starter else ''}")
    lines += ["", say(words.LEVELS), *(f"  {number:<{wide + 2}}{one.name}" for number, one in enumerate(rubric.levels))]
    lines += ["", say(words.PERSPECTIVES), *(f"  {one.id:<{wide + 2}}{one.name}" for one in rubric.perspectives)]
    return "\n".join(lines)


def new_rubric(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the rubric is called.", show_default=False)],
    into: Annotated[
        Path | None,
        typer.Option("--in", metavar="FOLDER", help="Where its folder is made; else where every command finds it."),
    ] = None,
) -> None:
    """Begin a rubric of your own: a small folder with a comment beside each key."""
    from placecheck.rubric import own_folder
    from placecheck.rubric.starter import new_rubric as begun

    print(say(words.WRITTEN, folder=begun(name, into or own_folder())))


def folders(named: list[str] | None) -> list[Path]:
    """The folders of the rubrics that are `named`; of all that travel with the program where none is."""
    from placecheck.rubric import carried_rubrics, rubric_folders

    if not named:
        return list(map(near, carried_rubrics()))
    known = {path.name: near(path) for path in rubric_folders()}
    return [folder(name, known) for name in named]


def folder(name: str, known: dict[str, Path]) -> Path:
    """The folder that `name` means: a path to it or to the rubric.yaml in it, or a `known` rubric's name."""
    path = Path(name)
    for found in (path, path.parent):
        if (found / "rubric.yaml").is_file() and (found is path or path.name == "rubric.yaml"):
            return found
    if name in known:
        return known[name]
    raise PlacecheckError(say(words.NO_SUCH_RUBRIC, name=name, known=", ".join(known)))


def near(path: Path) -> Path:
    """`path` as seen from here where it lies below, so that a finding's file can be opened with a click."""
    return Path(os.path.relpath(path)) if path.is_relative_to(Path.cwd()) else path
