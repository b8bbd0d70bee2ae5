"""A network's analysis: from a data set to how readings spread, against polars' lazy mean of the same files.

Needs the `bench` extra (polars) and `cluster` (Dask). The data sets are made anew in a temporary folder: the largest
takes some 40 MB and minutes. `python tests/bench/bench_network.py --quick` leaves it out, and `--workers` measures
nothing but Dask's workers with it. These have the largest, since it is large work that people spread over workers.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import polars
from forty import rubric_data
from table import head, line, pairs, row

from placecheck.exchange.data_set import part_files
from placecheck.exchange.sample_data_set import write_sample
from placecheck.network.data_set_part import DataSetPart
from placecheck.network.engines import count_here, count_on_cluster
from placecheck.rubric import Rubric

SIZES = ((10_000, 1), (100_000, 1), (100_000, 10), (1_000_000, 1))
QUICK = ((10_000, 1), (100_000, 1))
MAX_MEMORY = 600
"""MB of the whole process, whatever the number of assessments."""


def parts(folder: Path) -> list[DataSetPart]:
    """The parts of a data set."""
    return [DataSetPart(str(file)) for file in part_files(folder, "assessments")]


def made(folder: Path, rubric: Rubric, n: int, voices: int) -> Path:
    """Make up a data set."""
    for _ in write_sample(folder, rubric, n, 1, voices):
        pass
    return folder


def count(folder: Path) -> None:
    """Count a data set in this process."""
    count_here(parts(folder), lambda _: None)


def mean(folder: Path) -> object:
    """The mean level of each indicator, by polars."""
    answers = polars.scan_parquet(folder / "answers" / "*.parquet")
    return answers.group_by("indicator").agg(polars.col("level").mean()).collect()


def seconds(task: Callable[[], object]) -> float:
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def memory(folder: Path) -> float:
    """The most memory (MB) of a process that counts `folder` and does nothing else."""
    command = [sys.executable, __file__, "--count", str(folder)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@contextmanager
def workers(number: int) -> Iterator[Callable[[Path], float]]:
    """So many workers of this computer, as what tells the seconds in which they count a data set."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=":0") as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield lambda folder: seconds(lambda: count_on_cluster(parts(folder), lambda _: None, client=client))


def two_against_one(what: str, folder: Path, rounds: int = 5) -> None:
    """Time two workers and one in turns. All are there from the beginning and have imported what they need."""
    with workers(1) as one, workers(2) as two:
        taken: list[tuple[float, float]] = []
        for turn in range(rounds + 1):
            both = {counted: counted(folder) for counted in ((one, two) if turn % 2 else (two, one))}
            taken.append((both[two], both[one]))
    ours, reference = zip(*taken[1:], strict=True)
    pairs(f"two workers of Dask against one, {what}", ours, reference, allowed=1 / 1.6)


def main() -> None:
    rubric = Rubric.model_validate(rubric_data())
    with tempfile.TemporaryDirectory() as temporary:
        took: dict[tuple[int, int], float] = {}
        head("How readings spread over a data set of 40 indicators, against polars' lazy mean of its levels")
        for n, voices in QUICK if "--quick" in sys.argv else SIZES:
            folder = Path(temporary) / f"{n}-{voices}.parquet"
            made(folder, rubric, n, voices)
            row(
                f"{n:,} assessments of {voices}",
                lambda f=folder: count(f),
                lambda f=folder: mean(f),
                allowed=3,
                rounds=5,
            )
            took[n, voices] = seconds(lambda f=folder: count(f))
            most = memory(folder)
            line(f"most memory, {n:,} of {voices}", f"{most:.0f} MB", f"{MAX_MEMORY} MB", most / MAX_MEMORY, allowed=1)
        few, many = (10_000, 1), max(size for size in took if size[1] == 1)
        growth = took[many] / took[few] / (many[0] / few[0])
        line(f"from {few[0]:,} to {many[0]:,}, a place", "", "linear", growth, allowed=1)
        two_against_one(f"{many[0]:,} of 1", Path(temporary) / f"{many[0]}-1.parquet")


def workers_alone() -> None:
    """Measure Dask's workers with the largest data set of one person each."""
    n, voices = SIZES[-1]
    with tempfile.TemporaryDirectory() as temporary:
        folder = made(Path(temporary) / "many.parquet", Rubric.model_validate(rubric_data()), n, voices)
        head("Workers of Dask")
        two_against_one(f"{n:,} of {voices}", folder)


if __name__ == "__main__":
    if "--count" in sys.argv:
        count(Path(sys.argv[-1]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    elif "--workers" in sys.argv:
        workers_alone()
    else:
        main()
