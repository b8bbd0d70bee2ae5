"""One archive for many places: each assessment as YAML, the same as tables, and a Frictionless `datapackage.json`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, get_args

from placecheck.assessment import Assessment, as_yaml
from placecheck.assessment.file import FindRubric, parse_assessment
from placecheck.assessment.model import NoAnswer, PlaceKind, QuestionSet, Sure
from placecheck.errors import Finding, InputError, refuse
from placecheck.exchange.archive import PACKAGE_BOUNDS, unzipped, zipped
from placecheck.exchange.csv_file import write_csv
from placecheck.exchange.export_rows import TABLES, rows_by_table
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.exchange.sanitise import file_name
from placecheck.place import PlaceFile, place_yaml
from placecheck.place.file import parse_place_file
from placecheck.source import parsed
from placecheck.source.text import decoded
from placecheck.words import exchanging as words
from placecheck.words import say

DESCRIPTION = "datapackage.json"
README = "README.txt"
PLACES = "places/"
"""The folder of an archive with what belongs to places and outlives assessments."""

MAX_TEXT = 12_000_000
"""Bytes of all assessments together: what is read of them takes many times as much."""
MAX_FINDINGS = 500
"""Faults after which no more files of an archive are read."""

_NO_ZIP = ("This is no zip archive, or a damaged one.", "Pack the files again.")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(PlaceKind),
    "round": get_args(QuestionSet),
    "no_answer": get_args(NoAnswer),
    "sure": get_args(Sure),
    "paper": ("yes",),
}
_KEYS = {
    "places": ["assessment"],
    "own": ["assessment", "indicator"],
    "voices": ["assessment", "voice"],
    "answers": ["assessment", "voice", "indicator"],
}
_BELONGS = {
    "own": ("places", ["assessment"]),
    "voices": ("places", ["assessment"]),
    "answers": ("voices", ["assessment", "voice"]),
    "agreed": ("places", ["assessment"]),
    "actions": ("places", ["assessment"]),
    "causes": ("places", ["assessment"]),
}


def write_package(assessments: Sequence[Assessment], places: Sequence[PlaceFile] = ()) -> bytes:
    """Return the archive: `datapackage.json`, a CSV file for each table, and each assessment as its YAML file."""
    wide = max(3, len(str(len(places))))
    cards = {
        f"{PLACES}{number:0{wide}}-{file_name(assessment.place.name, '.yaml')}": place_yaml(assessment).encode()
        for number, assessment in enumerate(places, start=1)
    }
    files = {f"assessments/{name}": as_yaml(assessment).encode() for name, assessment in _named(assessments)}
    csvs = _tables(assessments)
    described = {
        "name": "placecheck-assessments",
        "title": say(words.PACKAGE_TITLE),
        "description": say(words.PACKAGE_ABOUT),
        "resources": [*map(_table, csvs), *map(_file, files)],
    }
    description = (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()
    return zipped({DESCRIPTION: description, **csvs, **files, **cards})


def read_package(raw: bytes, name: str, find: FindRubric) -> tuple[list[AssessmentWithRubric], list[Finding]]:
    """Return the assessments of an archive in the order of their names, and what is wrong with the others.

    The YAML (or JSON) files are what is read. Tables in the archive must say the same: changed tables are reported and
    not passed over.

    Raises:
        InputError: The archive itself cannot be accepted.
    """
    parts = unzipped(raw, name, PACKAGE_BOUNDS, _NO_ZIP)
    files = {path: content for path, content in sorted(parts.items()) if _ending(path) in (".yaml", ".yml", ".json")}
    files.pop(DESCRIPTION, None)
    files = {path: content for path, content in files.items() if not path.startswith(PLACES)}
    if not files:
        raise refuse(name, 0, "", "The archive holds no assessment.", "Pack YAML or JSON files of assessments.")
    assessments: list[AssessmentWithRubric] = []
    findings: list[Finding] = []
    if sum(map(len, files.values())) > MAX_TEXT:
        what = f"The assessments in the archive are longer than {MAX_TEXT // 1_000_000} MB of text."
        raise refuse(name, 0, "", what, "Split it.")
    for path, content in files.items():
        if len(findings) > MAX_FINDINGS:
            findings.append(Finding(name, 0, "", "More is wrong further on.", "Put these in order first."))
            break
        within = f"{name}/{path}"
        try:
            source = parsed(decoded(content, within), within, is_json=_ending(path) == ".json")
            assessments.append(parse_assessment(source, find))
        except InputError as error:
            findings += error.findings
    if not findings:
        findings += _changed_tables(parts, [assessment for _, assessment in assessments], name)
    findings += _others(parts, files, name)
    return assessments, findings


def places_in(raw: bytes, name: str) -> list[PlaceFile]:
    """Return the place files of an archive, in the order of their names.

    Raises:
        InputError: A file of the archive is invalid; each error is a finding.
    """
    place_files: list[PlaceFile] = []
    findings: list[Finding] = []
    for path, content in sorted(unzipped(raw, name, PACKAGE_BOUNDS, _NO_ZIP).items()):
        if path.startswith(PLACES) and _ending(path) in (".yaml", ".yml"):
            within = f"{name}/{path}"
            try:
                place_files.append(parse_place_file(parsed(decoded(content, within), within)))
            except InputError as error:
                findings += error.findings
    if findings:
        raise InputError(findings)
    return place_files


def _named(assessments: Sequence[Assessment]) -> Iterator[tuple[str, Assessment]]:
    """Yield each assessment with the name of its file, numbered so that names sort in the order given."""
    wide = max(3, len(str(len(assessments))))
    for number, assessment in enumerate(assessments, start=1):
        yield f"{number:0{wide}}-{file_name(assessment.place.name, '.yaml')}", assessment


def _tables(assessments: Sequence[Assessment]) -> dict[str, bytes]:
    rows = rows_by_table(assessments)
    return {
        f"tables/{name}.csv": write_csv(columns, ([row.get(column, "") for column in columns] for row in rows[name]))
        for name, columns in TABLES.items()
    }


def _changed_tables(parts: Mapping[str, bytes], assessments: Sequence[Assessment], name: str) -> Iterator[Finding]:
    ours = _tables(assessments)
    hint = "Import the table by itself, or take it out of the archive."
    for path in sorted(parts.keys() & ours.keys()):
        if parts[path] != ours[path]:
            yield Finding(f"{name}/{path}", 0, "", "This table says something else than the assessments.", hint)


def _others(parts: Mapping[str, bytes], files: Mapping[str, bytes], name: str) -> Iterator[Finding]:
    known = {*files, DESCRIPTION, README, *(f"tables/{table}.csv" for table in TABLES)}
    for path in sorted(part for part in parts.keys() - known if not part.startswith(PLACES)):
        yield Finding(
            f"{name}/{path[:60]}", 0, "", "This kind of file is not imported from an archive.", "Take it out."
        )


def _table(path: str) -> dict[str, Any]:
    name = PurePosixPath(path).stem
    schema: dict[str, Any] = {"fields": [_field(column, name) for column in TABLES[name]], "missingValues": [""]}
    if name in _KEYS:
        schema["primaryKey"] = _KEYS[name]
    if name in _BELONGS:
        other, fields = _BELONGS[name]
        schema["foreignKeys"] = [{"fields": fields, "reference": {"resource": other, "fields": fields}}]
    return {
        "name": name,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": schema,
    }


def _field(name: str, table: str) -> dict[str, Any]:
    kind = "integer" if name in ("assessment", "level") else "date" if name in ("date", "since") else "string"
    must = name in _KEYS.get(table, ()) or name == "assessment"
    limits: dict[str, Any] = {"required": True} if must else {}
    if name in _WORDS:
        limits["enum"] = ["not_here"] if (table, name) == ("agreed", "no_answer") else list(_WORDS[name])
    constraints = {"constraints": limits} if limits else {}
    return {"name": name, "type": kind, "description": say(words.COLUMNS[name]), **constraints}


def _file(path: str) -> dict[str, str]:
    stem = PurePosixPath(path).stem
    return {
        "name": f"assessment-{stem[: stem.index('-')]}",
        "path": path,
        "profile": "data-resource",
        "format": "yaml",
        "mediatype": "application/yaml",
        "encoding": "utf-8",
    }


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.lower()
