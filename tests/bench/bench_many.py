"""A network's worth: 5,000 assessments of 40 indicators and 10 voices, kept, scored all at once, and looked at.

Needs the `bench` extra (polars). Run from anywhere: `python tests/bench/bench_many.py`.
"""

from __future__ import annotations

import csv
import itertools
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import polars
from forty import rubric_data
from table import head, line, pairs, row

from placecheck.exchange.sample import made_up_assessments
from placecheck.rubric import Rubric
from placecheck.scoring.batch import score_batch
from placecheck.scoring.packed_arrays import unpack_batch
from placecheck.storage import Store, open_store
from placecheck.storage.engine.database import FILE
from placecheck.views.comparison.comparison import comparison_view
from placecheck.views.comparison.network import SearchFilters, listed_assessments, matching_assessments
from placecheck.web.data.spread_count import NetworkCount

ASSESSMENTS, VOICES, TAKEN, BESIDE, TURNS = 5_000, 10, 100, 12, 7
TABLES = ("place", "assessment", "voice", "setting", "perspective", "answer", "agreed", "action", "packed")
OWN_ID = {"place": "id", "assessment": "id"}


def load(store: Store, folder: Path, rubric: Rubric) -> None:
    """Keep the first assessments one by one, each against its rows by bare SQLite; the others are copies of them."""
    bare = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    bare.execute("PRAGMA journal_mode=WAL")
    bare.execute("PRAGMA synchronous=FULL")
    columns = ("assessment", "sequence", "at", "by", "voice", "indicator", "level", "no_answer", "story")
    bare.execute(f"CREATE TABLE answer ({', '.join(columns)}, PRIMARY KEY (assessment, sequence))")
    bare.execute("CREATE INDEX ix ON answer (assessment, voice, indicator, sequence)")
    ours, theirs = [], []
    for number, one in enumerate(made_up_assessments(rubric, TAKEN, voices=VOICES, question_set="full")):
        ours.append(timed(lambda one=one: store.add_assessment(rubric, one)))
        answers = [(voice.id, id_, said) for voice in one.voices for id_, said in voice.answers.items()]
        rows = [
            (f"{number:032}", at, "2026-01-01T00:00:00", "bench", voice, id_, said.level, said.no_answer, said.story)
            for at, (voice, id_, said) in enumerate(answers)
        ]
        theirs.append(timed(lambda rows=rows: insert(bare, rows)))
    bare.close()
    pairs("keep an assessment that came in a file, against its answers by bare SQLite", ours, theirs, allowed=12)
    multiply(folder / FILE)


def insert(bare: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
    """The rows in one transaction."""
    bare.execute("BEGIN IMMEDIATE")
    bare.executemany(f"INSERT INTO answer VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608
    bare.execute("COMMIT")


def multiply(file: Path) -> None:
    """Copy the rows of every table under other ids, until there are enough assessments."""
    with sqlite3.connect(file) as connection:
        last = {name: connection.execute(f"SELECT max(rowid) FROM {name}").fetchone()[0] for name in TABLES}  # noqa: S608
        for turn, name in itertools.product(range(1, ASSESSMENTS // TAKEN), TABLES):
            names = [found[1] for found in connection.execute(f"PRAGMA table_info({name})")]
            ids = {"assessment_id", "place_id", OWN_ID.get(name)}
            copied = [f"substr({one}, 1, 29) || 'x{turn:02}'" if one in ids else f'"{one}"' for one in names]
            into = ", ".join(f'"{one}"' for one in names)
            made = f"INSERT INTO {name} ({into}) SELECT {', '.join(copied)} FROM {name}"  # noqa: S608 (our own names)
            connection.execute(f"{made} WHERE rowid <= {last[name]}")
    connection.close()


def write_csv(file: Path, out: Path) -> None:
    """Every answer as a row of a CSV file, with small numbers for the assessments."""
    connection = sqlite3.connect(file)
    numbers = {id_: number for number, (id_,) in enumerate(connection.execute("SELECT id FROM assessment"))}
    answers = connection.execute("SELECT assessment_id, voice_id, indicator, level, no_answer FROM answer")
    with out.open("w", newline="") as written:
        writer = csv.writer(written)
        writer.writerow(("assessment", "voice", "indicator", "level", "no_answer"))
        writer.writerows((numbers[first], *rest) for first, *rest in answers)
    connection.close()


def scored(store: Store) -> object:
    """Every reading of every assessment, from the store."""
    packed, rubrics = store.packed()
    (rubric,) = rubrics.values()
    return score_batch(rubric, unpack_batch(rubric, packed))


def averaged(file: Path) -> object:
    """What polars makes of the same answers: the mean of each indicator in each assessment."""
    answers = polars.read_csv(file)
    return answers.group_by("assessment", "indicator").agg(polars.col("level").mean())


def beside(store: Store, ids: list[str], rubric: Rubric) -> object:
    """The view behind the page that lays twelve places side by side."""
    return comparison_view([(rubric, store.assessment(id_)) for id_ in ids])


def timed(call: Callable[[], object]) -> float:
    before = time.perf_counter()
    call()
    return time.perf_counter() - before


def peak(part: str, folder: Path) -> float:
    """The most memory, in MB, that a process of its own takes for one part."""
    out = subprocess.run([sys.executable, __file__, part, str(folder)], check=True, capture_output=True, text=True)
    return float(out.stdout)


def alone(part: str, folder: Path) -> None:
    """Do one part in this process, and print the most memory that it took."""
    if part == "scored":
        scored(open_store(folder))
    else:
        averaged(folder / "answers.csv")
    # Not getrusage, which a child begins with its parent's peak.
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    print(int(status["VmHWM"].split()[0]) / 1024)


def main() -> None:
    """Print the table."""
    rubric = Rubric.model_validate(rubric_data())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, answers = open_store(folder), folder / "answers.csv"
        head(f"{ASSESSMENTS:,} assessments of {len(rubric.by_id)} indicators and {VOICES} voices, in SQLite")
        load(store, folder, rubric)
        write_csv(folder / FILE, answers)
        reference = lambda: averaged(answers)  # noqa: E731
        row(
            "score all from the store, against polars: read the CSV, means",
            lambda: scored(store),
            reference,
            allowed=3,
            rounds=TURNS,
        )
        packed, _ = store.packed()
        ids = [one.id for one in packed]
        chosen = ids[:: len(ids) // BESIDE][:BESIDE]
        row(
            "open twelve side by side, against the same",
            lambda: beside(store, chosen, rubric),
            reference,
            allowed=1,
            rounds=TURNS,
        )
        places = store.places()
        found = lambda: matching_assessments(listed_assessments(places), SearchFilters(kinds=("town",), words="north"))  # noqa: E731
        row("find among all by kind and words, against the same", found, reference, allowed=1, rounds=TURNS)
        spreads = lambda: NetworkCount(store, frozenset(ids)).result()  # noqa: E731
        row("how all of them spread, against the same", spreads, reference, allowed=3, rounds=TURNS)
        store.close()
        mine, other = peak("scored", folder), peak("averaged", folder)
        line("peak memory of scoring all, against polars", f"{mine:.0f} MB", f"{other:.0f} MB", mine / other, allowed=2)


if __name__ == "__main__":
    alone(sys.argv[1], Path(sys.argv[2])) if sys.argv[1:] else main()
