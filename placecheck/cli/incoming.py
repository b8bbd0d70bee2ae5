"""What `placecheck import` reads: files of every kind, shown before they are taken, and codes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from placecheck.errors import Finding, InputError, PlacecheckError, bounded
from placecheck.words import exchanging as words
from placecheck.words import say, say_n

if TYPE_CHECKING:
    from placecheck.assessment import Assessment, Place
    from placecheck.assessment.file import FindRubric
    from placecheck.exchange import Preview
    from placecheck.exchange.matching import Column
    from placecheck.rubric import Rubric

Given = tuple[str, "Rubric", "Assessment"]
"""Where an assessment came from, its rubric and itself."""


def read_files(
    files: Sequence[Path], rubric: Rubric, find: FindRubric, place: Place | None
) -> tuple[list[Given], list[Finding]]:
    """What the files hold that is in order, and the faults of the rest; how spreadsheets were read is printed.

    `rubric` and `place` are what a spreadsheet is about that names none.
    """
    from placecheck.exchange import preview

    given: list[Given] = []
    faults: list[Finding] = []
    for path in files:
        try:
            seen = preview(path, rubric, find=find, place=place)
        except InputError as error:
            faults += error.findings
            continue
        for line in told(seen):
            print(line)
        for remark in bounded(one for one in seen.findings if one.severity == "remark"):
            print(remark, file=sys.stderr)
        given += [(str(path), *one) for one in seen.read]
        faults += bounded(seen.faults)
    return given, faults


def read_codes(codes: Sequence[str], rubric: Rubric, place: Place | None) -> Iterator[Given]:
    """One assessment of `place` for the codes of each round, a voice a code. Raises PlacecheckError."""
    from placecheck.assessment import Assessment
    from placecheck.forms.code import decode, round_of

    if codes and place is None:
        raise PlacecheckError(say(words.CODE_NEEDS_PLACE))
    voices = [(round_of(code), decode(code, rubric, f"v{number}")) for number, code in enumerate(codes, start=1)]
    for asked in dict.fromkeys(round_ for round_, _ in voices):
        whole = {
            "rubric": {"id": rubric.id, "edition": rubric.edition},
            "place": place,
            "round": asked,
            "voices": [voice for round_, voice in voices if round_ == asked],
        }
        yield "--code", rubric, Assessment.model_validate(whole)


def told(seen: Preview) -> Iterator[str]:
    """How the columns of a spreadsheet were understood, and how many of its rows are ready."""
    for sheet in seen.sheets:
        named = f"{seen.file}, {sheet.sheet}" if sheet.sheet else seen.file
        yield say(words.SHEET, file=named, row=sheet.header)
        for column in sheet.columns:
            heading = " ".join(column.heading.split()) or "-"
            yield say(
                words.COLUMN, letter=column.letter, heading=heading, meaning=meaning(column), reason=column.reason
            )
    if seen.sheets:
        yield say_n(words.READY, len(seen.ready), file=seen.file)


def meaning(column: Column) -> str:
    """What the column is taken for, in a word or two."""
    if column.meaning is None:
        return say(words.NOT_TAKEN)
    if column.meaning.indicator is None:
        return column.meaning.field
    return say(words.ABOUT, field=column.meaning.field, indicator=column.meaning.indicator)
