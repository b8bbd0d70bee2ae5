"""`placecheck check`, `placecheck show` and `placecheck new-rubric`."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.rubric_folder import find_rubric_folders, relative_to_cwd
from placecheck.errors import Finding
from placecheck.words import rubrics as words
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.rubric import Rubric

Json = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]
Named = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="RUBRIC",
        help="A folder that holds rubric.yaml, or the id of a rubric; if none, all that are here.",
        show_default=False,
    ),
]

Sample = Annotated[
    int | None,
    typer.Option("--sample", metavar="N", min=1, help="Draw N links by lot and print each, so that it can be judged."),
]
NotesFiles = Annotated[
    Path | None,
    typer.Option("--notes", metavar="PATH", help="Where the notes' files are, to print the paragraphs too."),
]


def check(
    rubrics: Named = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="Name each passage that no indicator cites.")] = False,
    as_json: Json = False,
    sample: Sample = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="By which the lot is drawn.")] = 1,
    notes: NotesFiles = None,
) -> None:
    """Find every fault of a rubric, and what its editor may want to look at again; or draw links to judge."""
    if sample is not None:
        from placecheck.cli.link_sample import sample_sheet

        print("\n\n".join(sample_sheet(path, sample, seed, notes) for path in selected_rubric_folders(rubrics)))
        return
    from placecheck.exchange.rubric_check import check_whole_rubric

    by_folder = {path: check_whole_rubric(path, every=every) for path in find_rubric_folders(rubrics)}
    if as_json:
        data = [{"rubric": str(path), "findings": list(map(_as_data, all_))} for path, all_ in by_folder.items()]
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for path, findings in by_folder.items():
            for finding in findings:
                print(dataclasses.replace(finding, file=str(relative_to_cwd(Path(finding.file)))), file=sys.stderr)
            print(check_outcome(path, findings))
    if any(finding.severity == "fault" for findings in by_folder.values() for finding in findings):
        raise typer.Exit(1)


def selected_rubric_folders(named: list[str] | None) -> list[Path]:
    """Return the folders of the rubrics in `named`; without names, of the newest edition of the default rubric.

    Raises:
        PlacecheckError: A name is neither the folder of a rubric nor its id.
    """
    from placecheck.cli.library import default_rubric_folder

    return find_rubric_folders(named) if named else [default_rubric_folder()]


def check_outcome(path: Path, findings: list[Finding]) -> str:
    """Return the outcome of checking the rubric in `path`, in a line."""
    from placecheck.errors import InputError
    from placecheck.rubric import load_rubric

    faults = sum(finding.severity == "fault" for finding in findings)
    remarks = len(findings) - faults
    kind, count = (words.FAULTS, faults) if faults else (words.REMARKS, remarks)
    words_shown = say_n(kind, count) if count else say(words.NO_FAULTS)
    try:
        rubric = load_rubric(path)
    except InputError:
        return f"{folder_name(path)}: {words_shown}"
    return say(
        words.CHECKED,
        title=rubric.title,
        edition=rubric.edition,
        dimensions=say_n(words.DIMENSIONS, len(rubric.dimensions)),
        indicators=say_n(words.INDICATORS, len(rubric.by_id)),
        outcome=words_shown,
    )


def folder_name(path: Path) -> Path | str:
    """Return `path` as it was named, or the folder's own name where that was `.` or `..`."""
    return path.resolve().name if path.name in {"", ".."} else path


def show(rubrics: Named = None, as_json: Json = False) -> None:
    """List a rubric's dimensions and indicators, its levels and perspectives, with their ids."""
    from placecheck.rubric import load_rubric

    shown = [load_rubric(path) for path in selected_rubric_folders(rubrics)]
    if as_json:
        print(json.dumps([rubric.model_dump(mode="json") for rubric in shown], ensure_ascii=False, indent=2))
    else:
        print("\n\n".join(map(rubric_listing, shown)))


def rubric_listing(rubric: Rubric) -> str:
    """Return the rubric as lines: each dimension, below it its indicators, then the levels and the perspectives."""
    ids = [*rubric.by_id, *(item.id for item in rubric.dimensions), *(item.id for item in rubric.perspectives)]
    wide = max(map(len, ids))
    lines = [say(words.SHOWN, title=rubric.title, id=rubric.id, edition=rubric.edition)]
    for dimension in rubric.dimensions:
        lines += ["", f"{dimension.id:<{wide + 4}}{dimension.name}"]
        for item in dimension.indicators:
            lines.append(f"  {item.id:<{wide + 2}}{item.name}{f' ({say(words.STARTER)})' if item.starter else ''}")
    lines += [
        "",
        say(words.LEVELS),
        *(f"  {number:<{wide + 2}}{item.name}" for number, item in enumerate(rubric.levels)),
    ]
    lines += ["", say(words.PERSPECTIVES), *(f"  {item.id:<{wide + 2}}{item.name}" for item in rubric.perspectives)]
    return "\n".join(lines)


def new_rubric(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What the rubric is called.", show_default=False)],
    into: Annotated[
        Path | None,
        typer.Option("--in", metavar="FOLDER", help="Where its folder is made; else where every command finds it."),
    ] = None,
) -> None:
    """Begin a rubric of your own: a small folder with a comment next to each key."""
    from placecheck.paths import as_argument
    from placecheck.rubric import own_folder
    from placecheck.rubric.starter import new_rubric as begun

    folder = begun(name, into or own_folder())
    print(say(words.WRITTEN, folder=folder, name=folder.name if into is None else as_argument(folder)))


def _as_data(finding: Finding) -> dict[str, str | int]:
    data = dataclasses.asdict(finding)
    return {"mend" if name == "hint" else name: value for name, value in data.items()}  # as scripts have always read it
