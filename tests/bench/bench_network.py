"""A network's analysis: from a data set to how readings spread, against polars' lazy mean of the same files.

Needs the `bench` extra (polars) and `cluster` (Dask). The data sets are made anew in a temporary folder: the largest
takes some 400 MB and minutes. `python tests/bench/bench_network.py --quick` leaves it out.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars
from forty import rubric_data
from table import head, line, row

from placecheck.exchange.data_set import part_files
from placecheck.exchange.sample_data_set import write_sample
from placecheck.network.data_set_part import DataSetPart
from placecheck.network.engines import count_here, count_on_cluster
from placecheck.rubric import Rubric

SIZES = ((10_000, 1), (100_000, 1), (100_000, 10), (1_000_000, 1))
QUICK = ((10_000, 1), (100_000, 1))
MOST_MEMORY = 600
"""MB of the whole process, whatever the number of assessments."""


def parts(folder: Path) -> list[DataSetPart]:
    """The parts of a data set."""
    return [DataSetPart(str(file)) for file in part_files(folder, "assessments")]


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


def on_workers(folder: Path, workers: int) -> float:
    """Seconds that so many workers of this computer take, once they are there."""
    from distributed import Client, LocalCluster

    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        count_on_cluster(parts(folder)[:workers], lambda _: None, client=client)  # each has imported what it needs
        return seconds(lambda: count_on_cluster(parts(folder), lambda _: None, client=client))


def main() -> None:
    rubric = Rubric.model_validate(rubric_data())
    with tempfile.TemporaryDirectory() as temporary:
        took: dict[tuple[int, int], float] = {}
        head("How readings spread over a data set of 40 indicators, against polars' lazy mean of its levels")
        for n, voices in QUICK if "--quick" in sys.argv else SIZES:
            folder = Path(temporary) / f"{n}-{voices}.parquet"
            for _ in write_sample(folder, rubric, n, 1, voices):
                pass
            row(
                f"{n:,} assessments of {voices}",
                lambda f=folder: count(f),
                lambda f=folder: mean(f),
                allowed=3,
                rounds=5,
            )
            took[n, voices] = seconds(lambda f=folder: count(f))
            most = memory(folder)
            line(
                f"most memory, {n:,} of {voices}", f"{most:.0f} MB", f"{MOST_MEMORY} MB", most / MOST_MEMORY, allowed=1
            )
        few, many = (10_000, 1), max(size for size in took if size[1] == 1)
        growth = took[many] / took[few] / (many[0] / few[0])
        line(f"from {few[0]:,} to {many[0]:,}, a place", "", "linear", growth, allowed=1)
        folder = Path(temporary) / "100000-1.parquet"
        one, two = on_workers(folder, 1), on_workers(folder, 2)
        line("two workers of Dask, against one", f"{two:.2f} s", f"{one:.2f} s", two / one, allowed=1 / 1.6)


if __name__ == "__main__":
    if "--count" in sys.argv:
        count(Path(sys.argv[-1]))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    else:
        main()
