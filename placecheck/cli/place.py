"""`placecheck place`: the cards of a place, shown, and in and out as files."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from placecheck.cli.command_store import Data, open_command_store, open_for_reading
from placecheck.cli.commands import TYPER_OPTIONS
from placecheck.cli.place_lookup import find_place
from placecheck.dates import local_today
from placecheck.errors import refuse
from placecheck.words import place_terminal as w
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.place import PlaceFile
    from placecheck.storage import Store

app = typer.Typer(help="The cards of a place: what is here, what was heard, what became of it.", **TYPER_OPTIONS)

PLACE_FILE_ENDINGS = (".yaml", ".yml", ".json", ".csv", ".xlsx", ".geojson", ".zip")

Kind = Literal["here", "pot", "figure", "heard"]
Layer = Literal["built", "services", "ties", "skills", "ideas"]
Name = Annotated[str, typer.Argument(metavar="PLACE", help="The place's name or id.", show_default=False)]


@app.command()
def show(
    place: Annotated[str, typer.Argument(metavar="PLACE|FILE", help="A place's name or id, or a place file.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the cards for a program.")] = False,
    data: Data = None,
) -> None:
    """Show what the cards of a place say: the seven questions, the agenda, and what became of it."""
    from placecheck.cli.place_text import place_lines
    from placecheck.place import read_place_file
    from placecheck.place.file import place_data

    if Path(place).is_file():
        shown = read_place_file(Path(place))
    else:
        with open_for_reading(data) as store:
            shown = _file_of(store, place)
    if as_json:
        print(json.dumps(place_data(shown), ensure_ascii=False))
        return
    for line in place_lines(shown, local_today()):
        print(line)


@app.command()
def export(
    place: Name,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="Its ending says its kind.")],
    data: Data = None,
) -> None:
    """Write a place's cards to a file: .yaml, .json, .csv, .xlsx, .geojson (what is here), .zip (with photos)."""
    from placecheck.cli.output import write_output
    from placecheck.exchange.place_archive import serialise_place

    ending = out.suffix.lower()
    if ending not in PLACE_FILE_ENDINGS:
        raise refuse(
            str(out),
            0,
            "",
            say(w.UNKNOWN_ENDING, ending=ending),
            say(w.USE_ONE_OF, known=", ".join(PLACE_FILE_ENDINGS)),
        )
    with open_for_reading(data) as store:
        id_ = find_place(store.places(), place).id
        write_output(out, serialise_place(store.place_file(id_), ending, lambda name: store.photo(id_, name)))


@app.command(name="import")
def import_(
    *,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Place files, tables, maps or archives.")],
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="The place they belong to; else the file says.")
    ] = None,
    kind: Annotated[Kind, typer.Option(help="What a table holds.")] = "here",
    layer: Annotated[Layer, typer.Option(help="The layer of rows of a table that name none.")] = "built",
    map_file: Annotated[
        Path | None, typer.Option("--map", metavar="FILE.yaml", help="What the columns of a table hold.")
    ] = None,
    write_map: Annotated[
        Path | None, typer.Option("--write-map", metavar="FILE.yaml", help="With --plan: write such a file to change.")
    ] = None,
    plan: Annotated[bool, typer.Option("--plan", help="Say what would be kept, and keep nothing.")] = False,
    part: Annotated[bool, typer.Option("--part", help="Of a table, take the rows that can be taken.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Of a map, take every sort, with and without a name.")] = False,
    data: Data = None,
) -> None:
    """Keep the cards that files hold. Cards that are here already, with the same id, get a new content."""
    from placecheck.cli.output import write_output
    from placecheck.cli.place_text import card_plan_lines
    from placecheck.exchange.card_mapping import card_mapping_text, read_card_mapping
    from placecheck.exchange.place_archive import TableOptions, read_place_content

    mapped = read_card_mapping(map_file) if map_file else {}
    table = TableOptions(kind, layer, mapped, valid_rows_only=part or plan)
    with closing(open_command_store(data)) as store:
        for path in files:
            if path.suffix.lower() not in PLACE_FILE_ENDINGS:
                known = say(w.USE_ONE_OF, known=", ".join(PLACE_FILE_ENDINGS))
                raise refuse(str(path), 0, "", say(w.UNKNOWN_ENDING, ending=path.suffix), known)
            content = read_place_content(path, table=table, all_features=every)
            id_ = _place_for(store, path, place, content.place_file, keep=not plan)
            for line in card_plan_lines(content.plans, in_full=plan):
                print(line)
            if plan:
                changed = store.changed_card_count(id_, content.cards)
                print(say_n(w.WOULD_KEEP, changed, file=path))
                if unchanged := len(content.cards) - changed:
                    print(say_n(w.HERE_ALREADY, unchanged, file=path))
                if write_map is not None and content.plans:
                    write_output(write_map, card_mapping_text(content.plans).encode())
                continue
            changed = store.keep_cards(id_, content.cards, str(path))
            for name, photo in content.photos.items():
                store.keep_photo(id_, name, photo, len(content.photos) + store.photo_count(id_))
            print(say_n(w.KEPT, changed, file=path))


def _file_of(store: Store, place: str) -> PlaceFile:
    return store.place_file(find_place(store.places(), place).id)


def _place_for(store: Store, path: Path, place: str | None, file: PlaceFile | None, *, keep: bool) -> str:
    """Return the id of the place that cards belong to: the one that is named, else the one that the file says."""
    if place is not None:
        return find_place(store.places(), place).id
    if file is None:
        raise refuse(str(path), 0, "", say(w.NO_PLACE_SAID), say(w.NAME_PLACE))
    same = store.same_place(file.place)
    if len(same) == 1:
        return same[0].id
    return store.add_place(file.place) if keep else ""
