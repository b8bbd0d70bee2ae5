"""A sheet of 5,000 people and an archive of assessments coming in, against polars, orjson, pydantic and SQLite.

Needs the `bench` extra (polars). Run from anywhere: `python tests/bench/bench_import.py`.
"""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import tracemalloc
import zipfile
from pathlib import Path

import orjson
import polars
from forty import rubric_data
from table import head, line, pairs, row, told

from placecheck.assessment import Assessment
from placecheck.cli.bulk_import import import_bulk_archive
from placecheck.exchange import accept, plan_import
from placecheck.exchange.bulk_archive import BulkArchive, write_bulk_archive
from placecheck.exchange.sample import made_up_assessments
from placecheck.rubric import Rubric, find_rubric
from placecheck.storage import open_store
from placecheck.storage.engine.database import FILE

PEOPLE, QUESTIONS, TURNS = 5_000, 39, 7
NUMBER, ARCHIVE_TURNS = 5_000, 3
ROWS_OF = (
    "edition", "place", "assessment", "setting", "asked", "voice", "perspective", "answer", "agreed", "action",
    "packed",
)  # fmt: skip
CELLS = ("0", "1", "2", "3", "4", "don't know", "")


def sheet(rubric: Rubric, people: int) -> bytes:
    """A sheet with a row for each person, as a form service exports it."""
    chance = random.Random(7)  # noqa: S311 (made-up answers, the same each time)
    names = [item.name for item in rubric.indicators()][:QUESTIONS]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Respondent", "Place", *names])
    writer.writerows([number, "Ore Valley", *chance.choices(CELLS, k=len(names))] for number in range(1, people + 1))
    return out.getvalue().encode()


def main() -> None:
    """Print the table."""
    rubric = find_rubric()
    raw = sheet(rubric, PEOPLE)
    rubric_and_whole = accept(plan_import(("sheet.csv", raw), rubric))[0]
    answers = [
        (voice.id, id_, answer.level, answer.no_answer)
        for voice in rubric_and_whole[1].voices
        for id_, answer in voice.answers.items()
    ]
    with tempfile.TemporaryDirectory() as name:
        folder, numbers = Path(name), itertools.count()
        store = open_store(folder)

        def bare() -> None:
            polars.read_csv(io.BytesIO(raw))
            connection = connected(folder / f"bare-{next(numbers)}.sqlite3")
            connection.execute(
                "CREATE TABLE answer (voice, indicator, level, no_answer, PRIMARY KEY (voice, indicator))"
            )
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany("INSERT INTO answer VALUES (?, ?, ?, ?)", answers)
            connection.execute("COMMIT")
            connection.close()

        def whole() -> None:
            store.add_assessment(*accept(plan_import(("sheet.csv", raw), rubric))[0])

        head("A sheet of 5,000 people and 39 questions")
        row("read and planned, against polars.read_csv and bare inserts",
            lambda: plan_import(("sheet.csv", raw), rubric), bare, allowed=3, rounds=TURNS)  # fmt: skip
        whole()
        made, rows = tables_and_rows(folder / FILE)

        def own_inserts() -> None:
            polars.read_csv(io.BytesIO(raw))
            insert_bare(folder / f"own-{next(numbers)}.sqlite3", made, rows)

        row("read, planned and kept, against polars.read_csv and the store's rows by bare inserts",
            whole, own_inserts, allowed=3, rounds=3)  # fmt: skip
        store.close()
    memory(rubric, raw)
    archive_of_many()


def archive_of_many() -> None:
    """An archive of assessments coming in, against orjson and pydantic reading it and its rows going in bare."""
    rubric = Rubric.model_validate(rubric_data())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        packed = folder / "many.zip"
        with packed.open("wb") as file:
            write_bulk_archive(file, made_up_assessments(rubric, NUMBER, voices=10, question_set="full"), "made up")
        head(f"An archive of {NUMBER:,} assessments of {len(rubric.by_id)} questions and 10 people")
        ours, reference = [], []
        for turn in range(ARCHIVE_TURNS):
            began = time.perf_counter()
            keep_archive(packed, folder / str(turn), rubric)
            ours.append(time.perf_counter() - began)
            reference.append(read_bare(packed) + copied_bare(folder / str(turn) / FILE, folder / f"own-{turn}.sqlite3"))
            shutil.rmtree(folder / str(turn))
        pairs("looked at and kept, against orjson, pydantic and the store's rows by bare inserts",
              ours, reference, allowed=3)  # fmt: skip
        few = folder / "few.zip"
        with few.open("wb") as file:
            write_bulk_archive(
                file, made_up_assessments(rubric, NUMBER // 10, voices=10, question_set="full"), "made up"
            )
        most, least = peak(packed), peak(few)
        line(f"most memory, {NUMBER:,} assessments against {NUMBER // 10:,}", f"{most:.0f} MB", f"{least:.0f} MB",
             most / least, allowed=1.2)  # fmt: skip
        line("most memory against 250 MB", f"{most:.0f} MB", "250 MB", most / 250, allowed=1)


def keep_archive(packed: Path, folder: Path, rubric: Rubric) -> None:
    """What `placecheck import` does with an archive of many."""
    store = open_store(folder)
    store.find_rubric = lambda *_: rubric
    with contextlib.redirect_stdout(io.StringIO()):
        import_bulk_archive(store, BulkArchive("many.zip", packed), take_rest=False)
    store.close()


def read_bare(packed: Path) -> float:
    """The seconds that orjson and pydantic take for each assessment of the archive."""
    began = time.perf_counter()
    with zipfile.ZipFile(packed) as archive:
        for part in archive.namelist():
            if part.endswith(".json"):
                Assessment.model_validate(orjson.loads(archive.read(part)))
    return time.perf_counter() - began


def copied_bare(store: Path, file: Path) -> float:
    """The seconds that the rows of a store take into the same tables, in one transaction, once they are fetched."""
    source, connection, seconds = sqlite3.connect(store), connected(file), 0.0
    for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"):
        connection.execute(sql)
    began = time.perf_counter()
    connection.execute("BEGIN IMMEDIATE")
    seconds += time.perf_counter() - began
    for table in ROWS_OF:
        cursor = source.execute(f"SELECT * FROM {table}")  # noqa: S608 (our own names)
        while some := cursor.fetchmany(50_000):
            began = time.perf_counter()
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(some[0]))})", some)  # noqa: S608
            seconds += time.perf_counter() - began
    began = time.perf_counter()
    connection.execute("COMMIT")
    seconds += time.perf_counter() - began
    connection.close()
    source.close()
    return seconds


def peak(packed: Path) -> float:
    """The most memory, in MB, that a process of its own takes to look at an archive and keep it."""
    done = subprocess.run([sys.executable, __file__, str(packed)], check=True, capture_output=True, text=True)
    return float(done.stdout)


def alone(packed: Path) -> None:
    """Keep an archive in this process, and print the most memory that it took."""
    with tempfile.TemporaryDirectory() as folder:
        keep_archive(packed, Path(folder), Rubric.model_validate(rubric_data()))
    # Not getrusage, which a child begins with its parent's peak.
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    print(int(status["VmHWM"].split()[0]) / 1024)


def connected(file: Path) -> sqlite3.Connection:
    """A connection that is as safe as the store's."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def tables_and_rows(file: Path) -> tuple[list[str], dict[str, list[tuple[object, ...]]]]:
    """How the tables and indexes of the store are made, and the rows that one assessment has in each."""
    connection = sqlite3.connect(file)
    made = [sql for (sql,) in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    rows = {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in ROWS_OF}  # noqa: S608 (ours)
    connection.close()
    return made, rows


def insert_bare(file: Path, made: list[str], rows: dict[str, list[tuple[object, ...]]]) -> None:
    """The same rows into the same tables, in one transaction, as fast as the driver takes them."""
    connection = connected(file)
    for sql in made:
        connection.execute(sql)
    connection.execute("BEGIN IMMEDIATE")
    for table, some in ((table, some) for table, some in rows.items() if some):
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(some[0]))})", some)  # noqa: S608
    connection.execute("COMMIT")
    connection.close()


def memory(rubric: Rubric, raw: bytes) -> None:
    """The most memory that planning takes, by the sheet's size: ten times the people, at most ten times as much."""
    small = sheet(rubric, PEOPLE // 10)
    most = []
    for content in (small, raw):
        tracemalloc.start()
        plan_import(("sheet.csv", content), rubric)
        most.append(tracemalloc.get_traced_memory()[1] / len(content))
        tracemalloc.stop()
    line("most memory for each byte of the sheet, 5,000 people against 500", f"{most[1]:.0f}", f"{most[0]:.0f}",
         most[1] / most[0], allowed=1.2)  # fmt: skip
    told("most memory for 5,000 people", f"{most[1] * len(raw) / 1e6:.0f} MB", "")


if __name__ == "__main__":
    alone(Path(sys.argv[1])) if sys.argv[1:] else main()
