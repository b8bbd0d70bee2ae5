"""`placecheck import` and `export`: in and out of the store."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.add_voices import add_voices_to_assessment
from placecheck.cli.bulk_import import import_bulk_archives
from placecheck.cli.command_store import Data, open_command_store, open_for_reading, rubric_finder
from placecheck.cli.data_set import export_data_set, export_for_others, import_data_set
from placecheck.cli.exportable import exportable_assessment
from placecheck.cli.import_plan import Choose, MapFile, PlanAsJson, PlanOnly, WriteMap, print_plans
from placecheck.cli.incoming import ReadingOptions, read_choices, read_codes, read_files
from placecheck.cli.keep_imported import keep_imported_assessments
from placecheck.cli.output import write_output
from placecheck.cli.place_lookup import assessment_id_on, find_place
from placecheck.cli.rubric_folder import load_named_rubric
from placecheck.errors import refuse
from placecheck.words import exchanging, say, say_n

if TYPE_CHECKING:
    from placecheck.assessment import Place
    from placecheck.storage import PlaceSummary, Store

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE...", help="YAML, JSON, CSV, a workbook or an archive.", show_default=False),
]
Codes = Annotated[
    list[str] | None, typer.Option(metavar="CODE", help="A code that an offline form shows; one for each voice.")
]
RubricName = Annotated[
    str | None, typer.Option(help="What a code, or a spreadsheet that does not say, was asked: an id or a folder.")
]
Into = Annotated[
    str | None,
    typer.Option(metavar="ASSESSMENT", help="Add their voices to this assessment: its id, or a place that has one."),
]
PlaceName = Annotated[str | None, typer.Option(metavar="PLACE", help="The place that they are ids of: its name or id.")]


def import_(
    *,
    files: Files = None,
    place: PlaceName = None,
    new_place: Annotated[bool, typer.Option("--new-place", help="Keep each as a place of its own.")] = False,
    take_rest: Annotated[
        bool, typer.Option("--take-the-rest", "--take-rest", help="Take the files and rows that are in order.")
    ] = False,
    code: Codes = None,
    rubric: RubricName = None,
    into: Into = None,
    yes: Annotated[bool, typer.Option("--yes", help="With --into: do not ask before they are added.")] = False,
    plan: PlanOnly = False,
    as_json: PlanAsJson = False,
    map_: MapFile = None,
    write_map: WriteMap = None,
    choose: Choose = None,
    data: Data = None,
) -> None:
    """Keep what files hold. A place that is here already gets another assessment."""
    from placecheck.storage.import_checks import stored_places

    if not files and not code:
        raise typer.BadParameter("Name a file, or give a code with --code.")
    if into and (place or new_place or rubric):
        raise typer.BadParameter("With --into the assessment says its place and what was asked. Leave the others out.")
    if (as_json or write_map) and not plan:
        raise typer.BadParameter("--json and --write-map go with --plan.")
    choices = read_choices(map_, choose or ())
    with closing(open_command_store(data)) as store:
        if into:
            add_voices_to_assessment(store, into, files or (), code or (), choices, take_rest=take_rest, yes=yes)
            return
        known = find_place(store.places(), place) if place else None
        about = as_place(known) if known else None
        asked, find, stored = load_named_rubric(rubric), rubric_finder(store, data), stored_places(store)
        wanted = ReadingOptions(asked, find, about, choices, stored, is_chosen=rubric is not None)
        if plan:
            print_plans(files or (), wanted, as_json=as_json, write_map=write_map)
            return
        for folder in filter(Path.is_dir, files or ()):
            import_data_set(store, folder)
        single = [path for path in files or () if not path.is_dir()]
        few, faults = import_bulk_archives(store, single, take_rest=take_rest)
        entries, more = read_files(few, wanted, take_rest=take_rest)
        entries += read_codes(code or (), wanted.rubric, about)
        keep_imported_assessments(store, entries, [*faults, *more], known, new_place=new_place, take_rest=take_rest)
        keep_archived_cards(store, few)


def keep_archived_cards(store: Store, files: Sequence[Path]) -> None:
    """Keep the place cards that archives hold in addition to assessments."""
    from placecheck.exchange.zip_package import places_in
    from placecheck.words import place_terminal

    for path in files:
        for place_file in places_in(path.read_bytes(), str(path)) if path.suffix.lower() == ".zip" else ():
            store.add_place_cards(place_file, str(path))
            print(say_n(place_terminal.KEPT, len(place_file.cards), file=path))


def export(
    *,
    places: Annotated[
        list[str] | None, typer.Argument(metavar="PLACE...", help="Names or ids of places.", show_default=False)
    ] = None,
    out: Annotated[
        Path,
        typer.Option("-o", "--out", metavar="FILE", help="Its ending says its kind: .yaml, .csv, .xlsx, .zip ..."),
    ],
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The assessment's day; else the newest.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Write every assessment of every place.")] = False,
    for_others: Annotated[
        bool, typer.Option("--for-others", help="A data set of only what may be published, without names of places.")
    ] = False,
    data: Data = None,
) -> None:
    """Write assessments to a file that anyone can read, keep, mail and load again."""
    from placecheck.exchange import EXPORT_ENDINGS, export_file

    if bool(places) == every:
        raise typer.BadParameter("Name a place, or write --all.")
    ending = out.suffix.lower()
    if for_others and ending != ".parquet":
        raise typer.BadParameter("With --for-others end the name in .parquet. For one place, use placecheck publish.")
    if ending == ".parquet":
        if not every:
            raise typer.BadParameter("A data set holds everything: write --all.")
        with open_for_reading(data) as store:
            (export_for_others if for_others else export_data_set)(store, out)
        return
    if ending not in EXPORT_ENDINGS:
        known = say(exchanging.USE_ONE_OF, known=", ".join(EXPORT_ENDINGS))
        raise refuse(str(out), 0, "", say(exchanging.UNKNOWN_ENDING, ending=ending), known)
    with open_for_reading(data) as store:
        places_kept = store.places()
        if every:
            ids = [summary.id for place in places_kept for summary in place.assessments]
        else:
            ids = [assessment_id_on(find_place(places_kept, name), date) for name in places or ()]
        cards = store.place_files(store.assessment_summary(id_).place_id for id_ in ids) if ending == ".zip" else ()
        write_output(out, export_file([exportable_assessment(store, id_) for id_ in ids], ending, cards))


def as_place(summary: PlaceSummary) -> Place:
    """Return the place as the format has it."""
    from placecheck.assessment import Place

    return Place.model_validate({name: getattr(summary, name) for name in Place.model_fields})
