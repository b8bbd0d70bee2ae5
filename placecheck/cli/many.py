"""`placecheck sample`, and what `placecheck import` does with an archive of many places."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.form import find
from placecheck.cli.progress import counted
from placecheck.errors import Finding, InputError, bounded, refuse
from placecheck.words import exchanging as words
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.exchange.many import Archive
    from placecheck.storage import Store

MOST = 20_000


def sample(
    *,
    out: Annotated[Path, typer.Option("-o", "--out", metavar="OUT.zip", help="The archive to write.")],
    n: Annotated[int, typer.Option("-n", min=1, max=MOST, help="How many rounds of made-up places.")] = 100,
    seed: Annotated[int, typer.Option(help="Another number gives other places.")] = 1,
    rubric: Annotated[str | None, typer.Option(help="A rubric's id, or its folder.")] = None,
) -> None:
    """Make up places, to try out what a network would see. Each says that it is made up."""
    from placecheck.exchange.many import sample_about, write_many
    from placecheck.exchange.sample import made_up

    if out.suffix.lower() != ".zip":
        raise typer.BadParameter("Made-up places go into an archive: end the name in .zip.")
    asked = find(rubric)
    try:
        with out.open("wb") as file:
            write_many(file, counted(say(words.MAKING), made_up(asked, n, seed), n), sample_about(n, seed))
    except OSError as error:
        raise refuse(str(out), 0, "", f"The file cannot be written ({error.strerror}).", "Name another.") from None
    print(out)


def many_first(store: Store, files: Sequence[Path], *, take_rest: bool) -> tuple[list[Path], list[Finding]]:
    """Keep what archives of many hold; the files that are left to read, and the faults of those archives."""
    from placecheck.exchange.many import holds_many

    left: list[Path] = []
    faults: list[Finding] = []
    for path in files:
        archive = holds_many(str(path), path)
        if archive is None:
            left.append(path)
        else:
            faults += import_many(store, archive, take_rest=take_rest)
    return left, faults


def import_many(store: Store, archive: Archive, *, take_rest: bool) -> list[Finding]:
    """Keep what an archive of many holds, one by one; the faults of the rest.

    All are looked at before any is kept, and none is where one is at fault, unless the rest is to be taken.
    """
    total = len(archive)
    faults: list[Finding] = []
    for one in counted(say(words.LOOKING), archive.read(store.find_rubric), total):
        if isinstance(one, InputError):
            faults += bounded(one.findings)
    if faults and not take_rest:
        raise InputError(bounded(faults))
    kept = 0
    for one in counted(say(words.KEEPING), archive.read(store.find_rubric), total):
        if not isinstance(one, InputError):
            store.take_once(*one, by="file")
            kept += 1
    print(say_n(words.KEPT, kept, file=archive.name))
    return faults
