"""The two tables for a draw by lot, in the columns that sortition software reads: people, and quotas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.exchange.sanitise import escaped
from placecheck.guides.lot import Panel, Person, Quota
from placecheck.source import read_text
from placecheck.words import lot as w
from placecheck.words import say

ID = "id"
COLUMNS = ("feature", "value", "min", "max")
DRAWN, LEFT, PEOPLE, QUOTAS = "drawn.csv", "left.csv", "people.csv", "quotas.csv"
"""What the tables are called that a draw gives to take away."""


def read_pool(path: Path) -> tuple[Person, ...]:
    """Read the people of a pool, a row each.

    Raises:
        InputError: An id is missing or appears twice.
    """
    return parsed_pool(read_text(path), str(path))


def read_quotas(path: Path, people: Sequence[Person]) -> tuple[Quota, ...]:
    """Read the quotas for a pool.

    Raises:
        InputError: Rows cannot be used; each is a finding.
    """
    return parsed_quotas(read_text(path), str(path), people)


def panel_tables(people: Sequence[Person], panel: Panel, size: int, quotas: Sequence[Quota] = ()) -> dict[str, str]:
    """Return the tables of a draw by their file names: who is drawn and who is left, and with quotas the whole draw."""
    by_id = {person["id"]: person for person in people}
    drawn = set(panel.drawn)
    tables = {
        DRAWN: people_csv([by_id[id_] for id_ in panel.drawn], quotas),
        LEFT: people_csv([person for person in people if person["id"] not in drawn], quotas),
    }
    if quotas:
        tables |= {PEOPLE: people_csv(people, quotas), QUOTAS: quotas_csv(quotas, people, size)}
    return tables


def people_csv(people: Sequence[Person], quotas: Sequence[Quota] = ()) -> str:
    """Return people as a table in the columns of their pool, safe to open: as sortition software gives and reads it.

    It reads no empty cell in a feature of the `quotas`; such a cell says that the value is not known.
    """
    features = {quota.feature for quota in quotas}
    names = list(people[0]) if people else [ID]
    rows = ([_cell(person.get(name, ""), known=name not in features) for name in names] for person in people)
    return _table([[escaped(name) for name in names], *rows])


def quotas_csv(quotas: Sequence[Quota], people: Sequence[Person], size: int) -> str:
    """Return quotas as sortition software reads them: it refuses a feature of which any person's value is left out.

    A value that no quota names may have from none to all `size` of the panel.
    """
    known = {(quota.feature, quota.value): quota for quota in quotas}
    rows: list[Sequence[object]] = [COLUMNS]
    for feature in dict.fromkeys(quota.feature for quota in quotas):
        values = [quota.value for quota in quotas if quota.feature == feature]
        values += sorted({person.get(feature, "") for person in people} - set(values))
        for value in values:
            quota = known.get((feature, value)) or Quota(feature, value, 0, size)
            rows.append((escaped(feature), _cell(value, known=False), quota.least, quota.most))
    return _table(rows)


def _cell(value: str, *, known: bool) -> str:
    """Return a cell that is safe to open; an empty one says so where the value has to be `known` and is not."""
    return escaped(value or ("" if known else say(w.NOT_KNOWN)))


def _table(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def parsed_pool(text: str, file: str) -> tuple[Person, ...]:
    """Return the people of a pool from its text.

    Raises:
        InputError: An id is missing or appears twice; the finding names `file`.
    """
    rows = _rows(text, file, (ID,))
    findings, seen = [], dict[str, int]()
    for line, row in rows:
        id_ = row[ID]
        if not id_:
            findings.append(Finding(file, line, ID, "This row has no id.", "Give each person one."))
        elif seen.setdefault(id_, line) != line:
            what = f"The id {id_} appears twice, first on line {seen[id_]}."
            findings.append(Finding(file, line, ID, what, "Keep one row for each person."))
    if not rows:
        findings.append(
            Finding(file, 1, "", "Nobody is on this list.", "Write a row for each person below the columns.")
        )
    if findings:
        raise InputError(findings)
    return tuple(row for _, row in rows)


def parsed_quotas(text: str, file: str, people: Sequence[Person]) -> tuple[Quota, ...]:
    """Return the quotas for a pool from their text.

    Raises:
        InputError: Rows cannot be used; the findings name `file`.
    """
    known = {feature for person in people for feature in person}
    findings, quotas, seen = [], [], dict[tuple[str, str], int]()
    for line, row in _rows(text, file, COLUMNS):
        if row["feature"] not in known:
            what = f"The pool has no column {row['feature']}."
            findings.append(Finding(file, line, "feature", what, f"Its columns are {', '.join(sorted(known))}."))
            continue
        first = seen.setdefault((row["feature"], row["value"]), line)
        if first != line:
            what = f"{row['feature']} {row['value']} appears twice, first on line {first}."
            findings.append(Finding(file, line, "value", what, "Keep one row for each value."))
            continue
        faults = list(_faults(file, line, row))
        findings += faults
        if not faults:
            quotas.append(Quota(row["feature"], row["value"], int(row["min"]), int(row["max"])))
    if findings:
        raise InputError(findings)
    return tuple(quotas)


def _faults(file: str, line: int, row: Person) -> Iterator[Finding]:
    for name in ("min", "max"):
        if not (row[name].isascii() and row[name].isdecimal() and len(row[name]) < 7):
            yield Finding(file, line, name, f"{row[name] or 'Nothing'} is no whole number.", "Write one, as in 3.")
            return
    if int(row["min"]) > int(row["max"]):
        yield Finding(file, line, "min", "The minimum is larger than the maximum.", "Make the minimum smaller.")


def _rows(text: str, file: str, needed: Sequence[str]) -> list[tuple[int, Person]]:
    """Return the rows with the line number of each, cells stripped of blanks at their ends."""
    reader = csv.DictReader(io.StringIO(text), restkey="", restval="")
    names = [name.strip() for name in reader.fieldnames or ()]
    missing = [name for name in needed if name not in names]
    if missing:
        what = f"There is no column {', '.join(missing)}."
        hint = f"The first row names the columns, with commas between them: {', '.join(needed)}."
        raise InputError([Finding(file, 1, "", what, hint)])
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise InputError(
            [Finding(file, 1, "", f"Two columns are called {', '.join(twice)}.", "Give each its own name.")]
        )
    reader.fieldnames = names
    rows = [(reader.line_num, row) for row in reader]
    long = [line for line, row in rows if any(cell.strip() for cell in row.get("") or () if isinstance(row[""], list))]
    if long:
        hint = "Where a cell holds a comma, put the cell in double quotes."
        raise InputError(
            Finding(file, line, "", "This row has more cells than there are columns.", hint) for line in long
        )
    return [
        (line, {name: (cell or "").strip() for name, cell in row.items() if isinstance(cell, str) and name})
        for line, row in rows
    ]
