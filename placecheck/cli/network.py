"""`placecheck network`: how readings spread over many places, without naming any."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from placecheck.cli.output import write_output
from placecheck.cli.progress import ProgressLine
from placecheck.errors import InputError, refuse
from placecheck.words import network as w
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.network.engines import ByRubric, PartSource, Progress
    from placecheck.network.packed_part import PackedAssessment
    from placecheck.network.spread import NetworkSpread

ENDINGS = (".json", ".csv", ".html", ".pdf")


def network(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Data folders, files or archives, data sets; paths or addresses.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="OUT", help="Ends in .json, .csv, .html or .pdf.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Count on the workers of this Dask scheduler.")
    ] = None,
    workers: Annotated[
        int, typer.Option(min=0, metavar="N", help="Count on so many Dask workers of this computer.")
    ] = 0,
) -> None:
    """Say how readings spread over many places, by kind, nation, year and set. It names no place and ranks none."""
    from placecheck.network.spread import spreads_by_rubric

    ending = out.suffix.lower() if out else ".json"
    if ending not in ENDINGS:
        raise typer.BadParameter(f"End the name in {', '.join(ENDINGS)}.")
    parts = [part for source in sources for part in parts_at(source)]
    if not parts:
        raise refuse(sources[0], 0, "", say(w.MANY_NONE), say(w.MANY_SOURCES))
    counted = count_parts(parts, scheduler, workers)
    content = spread_bytes(spreads_by_rubric((part.rubric for part in parts), counted), ending)
    if out:
        write_output(out, content)
    else:
        print(content.decode(), end="")


def parts_at(source: str) -> Iterator[PartSource]:
    """Yield the parts of what is at a path or at an address: there, a data set, or a file that is fetched first."""
    from placecheck.exchange.data_set import ENDING
    from placecheck.network.addressed import MARK, addressed_file, addressed_parts

    if MARK not in source:
        yield from parts_in_path(Path(source))
        return
    try:
        import fsspec  # noqa: F401 (said here, before anything is counted)
    except ImportError:
        raise typer.BadParameter("An address needs fsspec: pip install 'placecheck[cluster]'.") from None
    if source.rstrip("/").endswith(ENDING):
        yield from addressed_parts(source)
        return
    with addressed_file(source) as file:
        yield from parts_in_path(file)


def parts_in_path(source: Path) -> Iterator[PartSource]:
    """Yield the parts of one source: a data set, a store's folder, or a file or an archive of assessments."""
    from placecheck.exchange.data_set import part_files
    from placecheck.exchange.data_set_read import is_data_set, refuse_for_others
    from placecheck.network.data_set_part import DataSetPart
    from placecheck.network.packed_part import packed_parts
    from placecheck.storage.engine.database import FILE

    refuse_for_others(source)
    if is_data_set(source):
        yield from (DataSetPart(str(file)) for file in part_files(source, "assessments"))
    elif (source / FILE).is_file():
        yield from packed_parts(pack_store(source))
    elif source.is_file():
        yield from packed_parts(pack_file(source))
    else:
        raise refuse(str(source), 0, "", say(w.MANY_NO_SOURCE), say(w.MANY_SOURCES))


def pack_store(folder: Path) -> list[PackedAssessment]:
    """Return the assessments in the store in `folder`, except those that a workshop keeps from everyone."""
    from placecheck.cli.command_store import open_for_reading
    from placecheck.network.store_part import packed_in_store

    with open_for_reading(folder) as store:
        in_workshops = {workshop.assessment_id for workshop in store.workshops()}
        hidden = {id_ for id_ in in_workshops if store.hidden_answers_in(id_)}
        if hidden:
            print(say_n(w.MANY_HIDDEN, len(hidden)), file=sys.stderr)
        return list(packed_in_store(store, lambda id_: id_ not in hidden))


def pack_file(file: Path) -> Iterator[PackedAssessment]:
    """Yield the assessments in a file or an archive.

    Raises:
        InputError: An assessment is invalid; the first that is ends the reading.
    """
    from placecheck.assessment.file import read_assessment
    from placecheck.exchange.bulk_archive import BulkArchive
    from placecheck.network.packed_part import packed_assessment
    from placecheck.rubric import find_rubric

    archive = BulkArchive(str(file), file)
    read = archive.read(find_rubric) if file.suffix.lower() == ".zip" else [read_assessment(file)]
    numbers: dict[tuple[str | None, ...], int] = {}
    for item in read:
        if isinstance(item, InputError):
            raise item
        _, assessment = item
        place, asked = assessment.place, assessment.rubric
        number = numbers.setdefault((place.name, place.kind, place.nation), len(numbers))
        yield packed_assessment(number, find_rubric(asked.id, asked.edition), assessment)


def count_parts(parts: Sequence[PartSource], scheduler: str | None, workers: int) -> ByRubric:
    """Count `parts` here, or on a cluster where one is named."""
    from placecheck.network.engines import count_here, count_on_cluster

    if not scheduler and not workers:
        return count_here(parts, progress_callback(len(parts)))
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise typer.BadParameter("This needs Dask: pip install 'placecheck[cluster]'.") from None
    if scheduler:
        with Client(scheduler) as client:
            print(client.dashboard_link, file=sys.stderr)
            return count_on_cluster(parts, progress_callback(len(parts)), client=client)
    with closing(LocalCluster(n_workers=workers, threads_per_worker=1)) as cluster, Client(cluster) as client:
        print(client.dashboard_link, file=sys.stderr)
        return count_on_cluster(parts, progress_callback(len(parts)), client=client)


def progress_callback(total: int) -> Progress:
    """Return a function that shows how many of `total` parts are done."""
    return ProgressLine(say(w.MANY_COUNTING), total).show


def spread_bytes(spreads: Sequence[NetworkSpread], ending: str) -> bytes:
    """Return `spreads` as the bytes of a file with this `ending`."""
    from placecheck.views.comparison import network_report as views

    match ending:
        case ".json":
            data = [views.network_data(spread) for spread in spreads]
            return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
        case ".csv":
            text = io.StringIO()
            rows = csv.writer(text, lineterminator="\r\n")
            rows.writerow(views.COLUMNS)
            rows.writerows(row for spread in spreads for row in views.network_rows(spread))
            return b"\xef\xbb\xbf" + text.getvalue().encode()
    from placecheck.report.network import network_html, network_pdf

    pages = [views.network_view(spread) for spread in spreads]
    return network_pdf(pages) if ending == ".pdf" else network_html(pages).encode()
