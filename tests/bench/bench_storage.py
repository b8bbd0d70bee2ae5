"""Keeping: a save, the question whether anything changed, a whole assessment, each beside the plainest way.

Run from anywhere: `python tests/bench/bench_storage.py`.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
import tempfile
from pathlib import Path

from sqlalchemy import create_engine, text
from table import head, row

from placecheck.assessment import Answer, Assessment, Place, Voice
from placecheck.rubric import find_rubric
from placecheck.storage import open_store

VOICES = 14


def bare(folder: Path) -> sqlite3.Connection:
    """SQLite as the store uses it, without the store."""
    connection = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, voice TEXT, indicator TEXT, level INTEGER)")
    connection.execute("CREATE TABLE whole (id INTEGER PRIMARY KEY, content TEXT)")
    return connection


def main() -> None:
    """Print the table."""
    rubric = find_rubric()
    answers = dict.fromkeys(rubric.by_id, Answer(level=2, story="The hall, every evening but Sunday."))
    voices = [Voice(id=f"v{number}", answers=answers) for number in range(1, VOICES + 1)]
    named = {"id": rubric.id, "edition": rubric.edition}
    assessment = Assessment(rubric=named, place=Place(name="Ore Valley"), voices=voices)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        connection, store = bare(folder), open_store(folder)
        id_ = store.add_assessment(rubric, assessment)
        sequence = store.sequence(id_)
        content = json.dumps(assessment.model_dump(mode="json"))
        connection.execute("INSERT INTO whole (content) VALUES (?)", (content,))
        engine = create_engine(f"sqlite:///{folder / 'bare.sqlite3'}")
        by_id = text("SELECT id FROM whole WHERE id = :id")
        turns, asked = itertools.count(), itertools.cycle(rubric.by_id)

        def save() -> None:
            store.save_answer(id_, "v1", next(asked), Answer(level=3, story=str(next(turns))), "the bench")

        def insert() -> None:
            connection.execute("BEGIN IMMEDIATE")
            values = ("v1", next(asked), next(turns))
            connection.execute("INSERT INTO answer (voice, indicator, level) VALUES (?, ?, ?)", values)
            connection.execute("COMMIT")

        def look() -> object:
            with engine.begin() as plain:
                return plain.execute(by_id, {"id": 1}).scalar()

        def load() -> object:
            (content,) = connection.execute("SELECT content FROM whole WHERE id = 1").fetchone()
            return Assessment.model_validate_json(content)

        head(f"Keeping an assessment of {len(answers)} indicators and {VOICES} voices, in SQLite")
        row("save an answer, against a bare insert and commit", save, insert, allowed=3)
        row(
            "changed since?, against one look-up through SQLAlchemy",
            lambda: store.sequence(id_) != sequence,
            look,
            allowed=3,
        )
        row("read it all from rows, against one JSON text", lambda: store.assessment(id_), load, allowed=8)
        engine.dispose()
        store.close()
        connection.close()


if __name__ == "__main__":
    main()
