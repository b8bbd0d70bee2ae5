"""An assessment as a file that a person can read, keep, mail and load again: YAML or JSON."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from placecheck.assessment.model import Assessment
from placecheck.errors import Finding, InputError
from placecheck.rubric import Rubric, UnknownRubricError, find_rubric
from placecheck.source import Source, read_source, validated
from placecheck.source.tree import KeyPath, dotted

SCHEMA_LINE = "# yaml-language-server: $schema=../rubrics/schema/assessment.schema.json\n"

FindRubric = Callable[[str, str], Rubric]


def read_assessment(path: Path, find: FindRubric = find_rubric) -> tuple[Rubric, Assessment]:
    """The assessment in the file at `path` and the rubric it was made with. Raises InputError with every fault."""
    return understood(read_source(path), find)


def understood(source: Source, find: FindRubric = find_rubric) -> tuple[Rubric, Assessment]:
    """`source` as an assessment that fits its rubric. Raises InputError with every fault."""
    _refuse_other_formats(source)
    assessment = validated(Assessment, source)
    try:
        rubric = find(assessment.rubric.id, assessment.rubric.edition)
    except UnknownRubricError as error:
        what = f"The rubric {assessment.rubric.id}, edition {assessment.rubric.edition}, is not here."
        raise InputError([_at(source, ("rubric",), what, str(error))]) from None
    findings = list(misfits(source, rubric, assessment))
    if findings:
        raise InputError(findings)
    return rubric, assessment


def _refuse_other_formats(source: Source) -> None:
    """A file of another kind, or of a later format, is named for what it is before its keys are looked at."""
    if not isinstance(source.data, dict):
        raise InputError(
            [
                _at(
                    source,
                    (),
                    "This is not an assessment.",
                    "It begins with placecheck: 1 and names a rubric and a place.",
                )
            ]
        )
    version = source.data.get("placecheck")
    if version is None:
        raise InputError([_at(source, ("placecheck",), "This key is missing.", "Begin the file with placecheck: 1.")])
    if isinstance(version, int) and not isinstance(version, bool) and version > 1:
        raise InputError(
            [
                _at(
                    source,
                    ("placecheck",),
                    f"The file has format {version}.",
                    "This program reads format 1: use a newer one.",
                )
            ]
        )


def misfits(source: Source, rubric: Rubric, assessment: Assessment) -> Iterator[Finding]:
    """Where the assessment does not fit the rubric: unknown ids, levels off the ladder, unknown perspectives."""
    perspectives = {perspective.id for perspective in rubric.perspectives}
    for index, voice in enumerate(assessment.voices):
        path: KeyPath = ("voices", index)
        if voice.perspective and voice.perspective not in perspectives:
            yield _unknown(source, (*path, "perspective"), "perspective", voice.perspective, perspectives)
        for id_, answer in voice.answers.items():
            yield from _indicator(source, rubric, (*path, "answers", id_), id_, answer.level)
    for id_, agreed in assessment.agreed.items():
        yield from _indicator(source, rubric, ("agreed", id_), id_, agreed.level)
    for index, action in enumerate(assessment.actions):
        if action.indicator is not None:
            yield from _indicator(source, rubric, ("actions", index, "indicator"), action.indicator, None)


def _indicator(source: Source, rubric: Rubric, path: KeyPath, id_: str, level: int | None) -> Iterator[Finding]:
    if id_ not in rubric.by_id:
        yield _unknown(source, path, "indicator", id_, set(rubric.by_id))
    if level is not None and level >= rubric.steps:
        below = (*path, "level") if (*path, "level") in source.lines else path
        yield _at(
            source,
            below,
            f"The level {level} is off the ladder.",
            f"Write a whole number from 0 to {rubric.steps - 1}.",
        )


def _unknown(source: Source, path: KeyPath, kind: str, found: str, known: set[str]) -> Finding:
    near = difflib.get_close_matches(found, sorted(known), 1)
    mend = (
        f"Did you mean `{near[0]}`?"
        if near
        else f"The rubric has no such {kind}: see `placecheck show` for what it has."
    )
    return _at(source, path, f"The {kind} `{found}` is not in this rubric.", mend)


def _at(source: Source, path: KeyPath, what: str, mend: str) -> Finding:
    return Finding(source.file, source.line(path), dotted(path), what, mend)


def as_data(assessment: Assessment) -> dict[str, Any]:
    """The assessment as plain values in the order of the format, without what was not given."""
    return assessment.model_dump(mode="json", exclude_none=True, exclude_defaults=False)


def as_yaml(assessment: Assessment) -> str:
    """The assessment as the text of a YAML file; the same assessment gives the same bytes."""
    body = yaml.dump(_pruned(as_data(assessment)), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return SCHEMA_LINE + body


def as_json(assessment: Assessment) -> str:
    """The assessment as the text of a JSON file; the same assessment gives the same bytes."""
    return json.dumps(_pruned(as_data(assessment)), ensure_ascii=False, indent=2) + "\n"


def _pruned(data: dict[str, Any]) -> dict[str, Any]:
    """Without the empty lists and the `paper: false` that a person would not write."""
    data = {key: value for key, value in data.items() if value not in ([], {})}
    for voice in data.get("voices", []):
        if not voice.get("paper"):
            voice.pop("paper", None)
    return data


class _Dumper(yaml.SafeDumper):
    """Writes long text as a block, and quotes whatever our reader would take for a number or a date."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text and _fits_a_block(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _fits_a_block(text: str) -> bool:
    return not any(line != line.rstrip() or "\t" in line for line in text.split("\n")) and not text.startswith(
        (" ", "\n")
    )


_Dumper.add_representer(str, _text)
