"""`placecheck import`, `export`, `backup` and `restore`: in and out of the store."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.called import place_called, round_of
from placecheck.cli.form import find, write
from placecheck.cli.incoming import read_codes, read_files
from placecheck.cli.into import add_into
from placecheck.cli.many import many_first
from placecheck.datafolder import data_folder
from placecheck.errors import InputError, refuse
from placecheck.words import exchanging, say, storing

if TYPE_CHECKING:
    from placecheck.assessment import Assessment, Place
    from placecheck.rubric import Rubric
    from placecheck.storage import Counted, PlaceSummary, Store

Data = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="The folder that holds your places.", file_okay=False)
]


def import_(
    *,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="YAML, JSON, CSV, XLSX or an archive of them.", show_default=False),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="ID", help="The place that they are rounds of.")] = None,
    new_place: Annotated[bool, typer.Option("--new-place", help="Keep each as a place of its own.")] = False,
    take_rest: Annotated[
        bool, typer.Option("--take-the-rest", "--take-rest", help="Take the files and rows that are in order.")
    ] = False,
    code: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="A code that an offline form shows; one for each voice.")
    ] = None,
    rubric: Annotated[
        str | None, typer.Option(help="What a code, or a spreadsheet that does not say, was asked: an id or a folder.")
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(metavar="ROUND", help="Add their voices to this round: its id, or a place that has one round."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="With --into: do not ask before they are added.")] = False,
    data: Data = None,
) -> None:
    """Keep what files hold. A place that is here already gets another round."""
    if not files and not code:
        raise typer.BadParameter("Name a file, or give a code with --code.")
    if into and (place or new_place or rubric):
        raise typer.BadParameter("With --into the round says its place and what was asked. Leave the others out.")
    with closing(opened(data)) as store:
        if into:
            add_into(store, into, files or (), code or (), take_rest=take_rest, yes=yes)
            return
        known = store.place(place) if place else None
        about = as_place(known) if known else None
        asked = find(rubric)
        few, faults = many_first(store, files or (), take_rest=take_rest)
        given, more = read_files(few, asked, store.find_rubric, about)
        faults += more
        given += read_codes(code or (), asked, about)
        if faults and not take_rest:
            if given:
                print(say(storing.NOTHING_TAKEN), file=sys.stderr)
            raise InputError(faults)
        for path, with_, assessment in given:
            same = () if new_place else (known,) if known else store.same_place(assessment.place)
            print(taken(store, path, with_, assessment, same))
    if faults:
        raise InputError(faults)


def export(
    *,
    places: Annotated[
        list[str] | None, typer.Argument(metavar="PLACE...", help="Names or ids of places.", show_default=False)
    ] = None,
    out: Annotated[
        Path,
        typer.Option("-o", "--out", metavar="FILE", help="Its ending says its kind: .yaml, .csv, .xlsx, .zip ..."),
    ],
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The round's day; else the newest.")] = None,
    every: Annotated[bool, typer.Option("--all", help="Write every round of every place.")] = False,
    data: Data = None,
) -> None:
    """Write rounds to a file that anyone can read, keep, mail and load again."""
    from placecheck.exchange import GOING_OUT, written

    if bool(places) == every:
        raise typer.BadParameter("Name a place, or write --all.")
    ending = out.suffix.lower()
    if ending not in GOING_OUT:
        known = say(exchanging.USE_ONE_OF, known=", ".join(GOING_OUT))
        raise refuse(str(out), 0, "", say(exchanging.UNKNOWN_ENDING, ending=ending), known)
    with closing(opened(data)) as store:
        here = store.places()
        if every:
            rounds = [summary.id for place in here for summary in place.rounds]
        else:
            rounds = [round_of(place_called(here, name), date) for name in places or ()]
        write(out, written([(store.rubric_of(id_), store.assessment(id_)) for id_ in rounds], ending))


def backup(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The new file to write.", show_default=False)],
    data: Data = None,
) -> None:
    """Write everything to one file, also while the app is running."""
    with closing(opened(data)) as store:
        print(counted(storing.BACKED_UP, out, store.back_up(out)))


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.", show_default=False)], data: Data = None
) -> None:
    """Put a backup in place of everything here, and keep what was here in a file."""
    with closing(opened(data)) as store:
        held = store.restore(file, data_folder(data) / "kept")
    print(counted(storing.RESTORED, file, held))
    if held.kept is not None:
        print(say(storing.KEPT_BEFORE, file=held.kept))


def opened(data: Path | None) -> Store:
    """The store in the folder `data`; where none is named, the one that the app opens."""
    from placecheck.storage import open_store

    return open_store(data)


def as_place(summary: PlaceSummary) -> Place:
    """The place as the format has it."""
    from placecheck.assessment import Place

    return Place.model_validate({name: getattr(summary, name) for name in Place.model_fields})


def taken(store: Store, path: str, rubric: Rubric, assessment: Assessment, same: Sequence[PlaceSummary]) -> str:
    """Keep the assessment as a round of the one place in `same`, or of a new one; what is to be said of it."""
    words = {"file": path, "place": assessment.place.name}
    if len(same) > 1:
        ids = ", ".join(place.id for place in same)
        raise refuse(path, 0, "", say(storing.WHICH_PLACE), say(storing.NAME_A_PLACE, ids=ids))
    rounds = [summary.id for place in same for summary in place.rounds]
    if any(store.assessment(id_) == assessment for id_ in rounds):
        return say(storing.HERE_ALREADY, **words)
    store.take(rubric, assessment, same[0].id if same else None)
    return say(storing.IMPORTED_ROUND if rounds else storing.IMPORTED, **words)


def counted(words: str, file: Path, held: Counted) -> str:
    """`words` with how much the file holds."""
    return say(words, file=file, places=held.places, assessments=held.assessments, answers=held.answers)
