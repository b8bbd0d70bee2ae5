"""`placecheck sample`, and what `placecheck import` does with an archive of many places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.form import find
from placecheck.cli.progress import ProgressLine, with_progress
from placecheck.errors import Finding, InputError, bounded, refuse
from placecheck.words import exchanging as words
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.exchange.many import Archive
    from placecheck.rubric import Rubric
    from placecheck.storage import Store

MAX_ASSESSMENTS = 20_000


def sample(
    *,
    out: Annotated[
        Path, typer.Option("-o", "--out", metavar="OUT.zip", help="The archive to write, or a data set: OUT.parquet.")
    ],
    n: Annotated[int, typer.Option("-n", min=1, help="How many assessments of made-up places.")] = 100,
    seed: Annotated[int, typer.Option(help="Another number gives other places.")] = 1,
    voices: Annotated[int, typer.Option(min=1, max=1000, help="In a data set: how many answer in each.")] = 7,
    rubric: Annotated[str | None, typer.Option(help="A rubric's id, or its folder.")] = None,
) -> None:
    """Make up places, to try out what a network would see. Each says that it is made up."""
    from placecheck.exchange.many import sample_about, write_many
    from placecheck.exchange.sample import made_up

    rubric_found = find(rubric)
    if out.suffix.lower() == ".parquet":
        sample_into_data_set(out, rubric_found, n, seed, voices)
        return
    if out.suffix.lower() != ".zip":
        raise typer.BadParameter("Made-up places go into an archive or a data set: end the name in .zip or .parquet.")
    if n > MAX_ASSESSMENTS:
        raise typer.BadParameter(f"An archive holds at most {MAX_ASSESSMENTS:,}. End the name in .parquet for more.")
    try:
        with out.open("wb") as file:
            write_many(file, with_progress(say(words.MAKING), made_up(rubric_found, n, seed), n), sample_about(n, seed))
    except OSError as error:
        raise refuse(str(out), 0, "", f"The file cannot be written ({error.strerror}).", "Name another.") from None
    print(out)


def sample_into_data_set(folder: Path, rubric: Rubric, n: int, seed: int, voices: int) -> None:
    """Make up places straight into a data set."""
    from placecheck.cli.data_set import refuse_where_something_is
    from placecheck.exchange.sample_data_set import write_sample

    refuse_where_something_is(folder)
    progress = ProgressLine(say(words.MAKING), n)
    for done in write_sample(folder, rubric, n, seed, voices):
        progress.show(done)
    print(folder)


def many_first(store: Store, files: Sequence[Path], *, take_rest: bool) -> tuple[list[Path], list[Finding]]:
    """Keep what archives of many hold; the files that are left to read, and the faults of those archives."""
    from placecheck.exchange.many import as_bulk_archive

    left: list[Path] = []
    faults: list[Finding] = []
    for path in files:
        archive = as_bulk_archive(str(path), path)
        if archive is None:
            left.append(path)
        else:
            faults += import_many(store, archive, take_rest=take_rest)
    return left, faults


def import_many(store: Store, archive: Archive, *, take_rest: bool) -> list[Finding]:
    """Import an archive of many assessments in batches, and return the faults of those that cannot be kept.

    All are looked at before any is kept, and none is where one is invalid, unless the rest is to be taken.
    """
    from placecheck.exchange.spool import IncomingArchive

    incoming = IncomingArchive(archive, store.find_rubric)
    looking = ProgressLine(say(words.LOOKING), incoming.total)
    for looked_at in incoming.look():
        looking.show(looked_at)
    if incoming.faults and not take_rest:
        raise InputError(bounded(incoming.faults))
    came = new = 0
    keeping = ProgressLine(say(words.KEEPING), incoming.total)
    for batch in incoming.batches():
        new += sum(added.is_new for added in store.add_assessments_once(batch, by="file"))
        came += len(batch)
        keeping.show(came)
    print(say_n(words.KEPT, new, file=archive.name))
    if came > new:
        print(say_n(words.HERE_ALREADY, came - new, file=archive.name))
    return incoming.faults
