"""Whoever counts, counts the same: this process with threads, and workers of Dask, also where one of them dies."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from placecheck.exchange.data_set import DataSetWriter, part_files
from placecheck.exchange.sample_data_set import made_up_part, write_sample
from placecheck.network import engines
from placecheck.network.counts import Counts
from placecheck.network.data_set_part import DataSetPart
from placecheck.network.engines import count_here, count_on_cluster, split_into_shares
from placecheck.rubric import find_rubric

RUBRIC = find_rubric()
ANY_PORT = "127.0.0.1:0"
"""Where Dask shows what it does: at its own port it would warn if another run of the tests is there."""


@pytest.fixture(scope="module")
def parts(tmp_path_factory) -> list[DataSetPart]:
    folder = tmp_path_factory.mktemp("network") / "many.parquet"
    writer = DataSetWriter(folder)
    for first in range(0, 100, 25):
        writer.write(made_up_part(RUBRIC, first, 25, 1, 3))
    writer.finish()
    return [DataSetPart(str(file)) for file in part_files(folder, "assessments")]


def counted(parts: list[Any], **options: Any) -> Counts:
    done: list[int] = []
    (counts,) = count_here(parts, done.append, **options).values()
    assert done == list(range(1, len(parts) + 1))
    return counts


def test_the_same_seed_gives_the_same_data_set(tmp_path: Path) -> None:
    for name in "ab":
        assert list(write_sample(tmp_path / name, RUBRIC, 30, 7, 2)) == [30]
    files = [part_files(tmp_path / name, "answers")[0].read_bytes() for name in "ab"]
    assert files[0] == files[1]


def test_one_thread_and_four_count_the_same(equal, parts):
    assert equal(counted(parts, threads=1), counted(parts, threads=4))


def test_workers_of_dask_count_the_same(equal, parts):
    from distributed import Client

    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ANY_PORT, "set_as_default": False}
    done: list[int] = []
    with Client(processes=False, **options) as client:
        (counts,) = count_on_cluster(parts, done.append, client=client).values()
    assert equal(counts, counted(parts))
    assert (sorted(done), done[-1]) == (done, len(parts))


@pytest.mark.parametrize("threads", [0, 1, 2, 100])
@pytest.mark.parametrize("many", [0, 1, 7, 80])
def test_every_part_is_in_one_share_and_no_share_is_much_larger_than_another(many, threads):
    shares = split_into_shares(range(many), threads)
    assert sorted(part for share in shares for part in share) == list(range(many))
    sizes = {len(share) for share in shares}
    assert max(sizes, default=1) - min(sizes, default=1) <= 1
    assert len(shares) == min(many, 8 * threads or many)


class DeadlyPart(NamedTuple):
    """A part whose first loading takes the worker with it."""

    file: str
    mark: str

    @property
    def rubric(self) -> Any:
        return RUBRIC

    def load(self) -> Any:
        if not Path(self.mark).exists():
            Path(self.mark).touch()
            time.sleep(0.2)
            os._exit(1)
        return DataSetPart(self.file).load()


def test_a_worker_that_dies_changes_nothing(equal, parts, tmp_path: Path, monkeypatch):
    from distributed import Client, LocalCluster

    monkeypatch.setattr(engines, "TURNS", 1)  # the worker has counted the first part when it dies with the third
    deadly = [*parts[:2], DeadlyPart(parts[2].file, str(tmp_path / "died")), parts[3]]
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=ANY_PORT) as cluster,
        Client(cluster) as client,
    ):
        (counts,) = count_on_cluster(deadly, lambda _: None, client=client).values()
    assert (tmp_path / "died").exists()
    assert equal(counts, counted(parts))
