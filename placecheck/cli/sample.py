"""`placecheck sample`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.progress import ProgressLine, with_progress
from placecheck.cli.rubric_folder import load_named_rubric
from placecheck.errors import refuse
from placecheck.words import exchanging as words
from placecheck.words import say

if TYPE_CHECKING:
    from placecheck.rubric import Rubric

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
    from placecheck.exchange.bulk_archive import sample_about, write_bulk_archive
    from placecheck.exchange.sample import made_up_assessments

    rubric_found = load_named_rubric(rubric)
    if out.suffix.lower() == ".parquet":
        sample_into_data_set(out, rubric_found, n, seed, voices)
        return
    if out.suffix.lower() != ".zip":
        raise typer.BadParameter("Made-up places go into an archive or a data set: end the name in .zip or .parquet.")
    if n > MAX_ASSESSMENTS:
        raise typer.BadParameter(f"An archive holds at most {MAX_ASSESSMENTS:,}. End the name in .parquet for more.")
    try:
        with out.open("wb") as file:
            write_bulk_archive(
                file,
                with_progress(say(words.MAKING), made_up_assessments(rubric_found, n, seed), n),
                sample_about(n, seed),
            )
    except OSError as error:
        raise refuse(str(out), 0, "", f"The file cannot be written ({error.strerror}).", "Name another.") from None
    print(out)


def sample_into_data_set(folder: Path, rubric: Rubric, n: int, seed: int, voices: int) -> None:
    """Make up places straight into a data set."""
    from placecheck.cli.data_set import refuse_existing_target
    from placecheck.exchange.sample_data_set import write_sample

    refuse_existing_target(folder)
    progress = ProgressLine(say(words.MAKING), n)
    for done in write_sample(folder, rubric, n, seed, voices):
        progress.show(done)
    print(folder)
