"""All rounds at once: the database packs each round into a line of text, since rows one by one would cost seconds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import Connection, Text, cast, func, select

from placecheck.assessment.packed import Packed
from placecheck.rubric import Rubric
from placecheck.storage import tables
from placecheck.storage.kept import Kept
from placecheck.storage.logs import AGREED, OWN_WORDS, latest

HALVES = (("", "8"), ("8", "g"))
"""Two ranges of ids (random hexadecimal digits), one a thread: the database works on both at once."""


class Many(Kept):
    """The part of the store that knows all rounds together."""

    def packed(self) -> tuple[list[Packed], dict[str, Rubric]]:
        """Every round, and the rubrics that they were made with under their keys.

        Each round is whole and of one moment; two rounds may be of two moments, a second apart.
        """
        with ThreadPoolExecutor(len(HALVES)) as both:
            found = [one for half in both.map(self._half, HALVES) for one in half]
        with self._database.read() as connection:
            keys = dict.fromkeys(one.edition_key for one in found)
            return found, {key: self._editions.get(connection, key) for key in keys}

    def pulse(self) -> tuple[int, int]:
        """Two numbers that are others once anything was kept, changed or deleted: a cheap question, asked often."""
        rounds = tables.assessment.c
        with self._database.read() as connection:
            counted = select(func.count(), func.coalesce(func.sum(rounds.sequence), 0), func.max(rounds.changed))
            count, changes, last = connection.execute(counted).one()
        return count, hash((changes, last))

    def _half(self, within: tuple[str, str]) -> list[Packed]:
        with self._database.read() as connection:
            rounds = _rounds(connection, within)
            answers = {row.assessment_id: row for row in connection.execute(_answers(within))}
            again = [row.id for row in rounds if row.id in answers and answers[row.id].n != row.answered]
            told = {id_: row.told for id_, row in answers.items()} | _one_by_one(connection, again)
            agreed, changed = _agreed(connection, within), _changed(connection, within)
        return [
            Packed(
                row.id,
                row.place_id,
                row.edition_key,
                row.round,
                row.voices,
                told.get(row.id, ""),
                agreed.get(row.id, ""),
                changed.get(row.id, frozenset()),
            )
            for row in rounds
        ]


def _rounds(connection: Connection, within: tuple[str, str]) -> Sequence[Any]:
    rounds, voice = tables.assessment.c, tables.voice.c
    count = select(func.count()).where(voice.assessment_id == rounds.id).scalar_subquery()
    columns = rounds.id, rounds.place_id, rounds.edition_key, rounds.round, rounds.answered, count.label("voices")
    return connection.execute(select(*columns).where(rounds.id >= within[0], rounds.id < within[1])).all()


def _given(columns: Any) -> Any:
    """What was given, as text: the level, else the no-answer, else nothing."""
    return func.coalesce(cast(columns.level, Text), columns.no_answer, "")


def _answers(within: tuple[str, str]) -> Any:
    """Each round's answers in a line, and how many rows they are: more than stand, where one was given again."""
    of = tables.answer.c
    line = of.voice_id + " " + of.indicator + " " + _given(of)
    packed = func.aggregate_strings(line, ",").label("told")
    columns = of.assessment_id, func.count().label("n"), packed
    return (
        select(*columns).where(of.assessment_id >= within[0], of.assessment_id < within[1]).group_by(of.assessment_id)
    )


def _one_by_one(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The same for rounds in which answers were changed: only what stands, looked for row by row."""
    told: dict[str, str] = {}
    of = tables.answer.c
    columns = of.voice_id, of.indicator, of.level, of.no_answer, of.story, of.sure, of.not_for
    for id_ in ids:
        standing: dict[tuple[str, str], str | None] = {}
        for row in connection.execute(select(*columns).where(of.assessment_id == id_).order_by(of.sequence)):
            withdrawn = all(value is None for value in row[2:])
            given = row.no_answer or "" if row.level is None else row.level
            standing[row.voice_id, row.indicator] = None if withdrawn else f"{row.voice_id} {row.indicator} {given}"
        told[id_] = ",".join(line for line in standing.values() if line is not None)
    return told


def _agreed(connection: Connection, within: tuple[str, str]) -> Mapping[str, str]:
    """What was agreed in each round, in a line; what was withdrawn is left out."""
    rows = latest(AGREED).where(tables.agreed.c.assessment_id >= within[0], tables.agreed.c.assessment_id < within[1])
    of = rows.subquery().c
    there = func.coalesce(cast(of.level, Text), of.no_answer, of.not_agreed).is_not(None)
    packed = func.aggregate_strings(of.indicator + " " + _given(of), ",")
    return dict(connection.execute(select(of.assessment_id, packed).where(there).group_by(of.assessment_id)).all())


def _changed(connection: Connection, within: tuple[str, str]) -> Mapping[str, frozenset[str]]:
    of = tables.own_words.c
    rows = latest(OWN_WORDS).where(of.assessment_id >= within[0], of.assessment_id < within[1])
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(rows).mappings():
        if row["change"] is not None:
            found[row["assessment_id"]].add(row["indicator"])
    return {id_: frozenset(ids) for id_, ids in found.items()}
