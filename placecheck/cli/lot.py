"""`placecheck lot`: draws a panel by lot from a list of people."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from placecheck.errors import Finding, InputError, refuse
from placecheck.fingerprint import words_as_heard
from placecheck.paths import open_private
from placecheck.words import lot as w
from placecheck.words import say, say_n


def lot(
    pool: Annotated[Path, typer.Argument(metavar="POOL.csv", help="Who can be drawn: an id, and features.")],
    size: Annotated[int, typer.Option("--size", min=1, metavar="N", help="How many to draw.")],
    seed: Annotated[str, typer.Option("--seed", metavar="WORDS", help="Words that were read aloud before the draw.")],
    quotas: Annotated[
        Path | None, typer.Option("--quotas", metavar="CSV", help="Columns: feature, value, min, max.")
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="FOLDER", help="Write tables there too, as sortition software reads them."),
    ] = None,
) -> None:
    """Draw a panel by lot; the same seed draws the same people again."""
    from placecheck.exchange.lot_files import panel_tables, read_pool, read_quotas
    from placecheck.guides.lot import draw_people
    from placecheck.views.guides.lot import unmet_lines

    heard = words_as_heard(seed)
    if not heard:
        raise typer.BadParameter(say(w.NO_WORDS), param_hint="--seed")
    people = read_pool(pool)
    wishes = read_quotas(quotas, people) if quotas else ()
    panel = draw_people(people, size, heard, wishes)
    if into is not None:
        _write(into, panel_tables(people, panel, size, wishes))
    for id_ in panel.drawn:
        print(id_)
    print(say(w.READ_ALOUD, seed=heard, people=say_n(w.PEOPLE, len(people))), file=sys.stderr)
    if len(panel.drawn) < size:
        print(say(w.TOO_FEW, n=len(panel.drawn), size=size), file=sys.stderr)
    for line in unmet_lines(panel):
        print(line, file=sys.stderr)


def _write(folder: Path, tables: Mapping[str, str]) -> None:
    """Write the tables into `folder`, private to whoever draws; where one is there already, write none."""
    taken = [folder / name for name in tables if (folder / name).exists()]
    if taken:
        raise InputError([Finding(str(path), 0, "", say(w.IS_THERE), say(w.OTHER_FOLDER)) for path in taken])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, table in tables.items():
            with open_private(folder / name, overwrite=False) as file:
                file.write(table.encode())
    except OSError as error:
        raise refuse(str(folder), 0, "", say(w.CANNOT_WRITE, why=error.strerror or ""), say(w.OTHER_FOLDER)) from None
    print(say(w.TABLES_IN, folder=folder, names=", ".join(tables)), file=sys.stderr)
