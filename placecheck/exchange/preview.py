"""What a file that comes in would give, and nothing kept before a yes.

`preview` reads any file of ours, or a spreadsheet that people filled in by hand; `take` is the yes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from placecheck.assessment import Assessment, Place
from placecheck.assessment.file import FindRubric, understood
from placecheck.errors import Finding, InputError, bounded, refuse
from placecheck.exchange.archive import ARCHIVE
from placecheck.exchange.asked import Asked
from placecheck.exchange.csv_file import read_csv
from placecheck.exchange.matching import Chosen
from placecheck.exchange.package import read_package
from placecheck.exchange.records import Record
from placecheck.exchange.understand import Matched, Wanted, understood_sheets
from placecheck.exchange.xlsx_read import read_xlsx
from placecheck.rubric import Rubric, find_rubric
from placecheck.source import parsed
from placecheck.source.text import decoded, read_bytes
from placecheck.words import exchanging as words
from placecheck.words import say

Read = tuple[Rubric, Assessment]

ENDINGS = (".yaml", ".yml", ".json", ".csv", ".tsv", ".xlsx", ".zip")
"""What comes in; a file is read as its ending says."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would give.

    `sheets` says how columns were matched (empty where the file is YAML, JSON or an archive), `ready` holds the rows
    that are whole, `read` the assessments that they make, each with its rubric, and `findings` what stands in the way
    (faults) or is worth knowing (remarks).
    """

    file: str
    read: tuple[Read, ...]
    findings: tuple[Finding, ...] = ()
    sheets: tuple[Matched, ...] = ()
    ready: tuple[Record, ...] = ()

    @property
    def faults(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.severity == "fault")


def preview(
    file: Path | tuple[str, bytes],
    rubric: Rubric | None = None,
    *,
    find: FindRubric = find_rubric,
    place: Place | None = None,
    chosen: Mapping[str, Chosen] | None = None,
) -> Preview:
    """What `file`, a path or a name with its bytes, would give; nothing is kept.

    `rubric` and `place` are what a spreadsheet is about that names none. `chosen` holds, by sheet ("" in CSV) and then
    by the column's letter, what a person says that a column means. Raises InputError where the file as a whole cannot
    be read; what is wrong with a row is among the findings.
    """
    name = str(file) if isinstance(file, Path) else file[0]
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        what = say(words.UNKNOWN_ENDING, ending=ending) if ending else say(words.NO_ENDING)
        raise refuse(name, 0, "", what, say(words.USE_ONE_OF, known=", ".join(ENDINGS)))
    largest = ARCHIVE.packed  # of what any reader takes
    raw = read_bytes(file, largest) if isinstance(file, Path) else file[1]
    if ending in (".yaml", ".yml", ".json"):
        return Preview(name, (understood(parsed(decoded(raw, name), name, is_json=ending == ".json"), find),))
    if ending == ".zip":
        read, findings = read_package(raw, name, find)
        return Preview(name, tuple(read), tuple(findings))
    sheets = read_xlsx(raw, name) if ending == ".xlsx" else [read_csv(raw, name)]
    found = understood_sheets(sheets, Wanted(Asked.of(rubric or find_rubric()), find, place, chosen or {}))
    return Preview(name, tuple(found.read), tuple(sorted(found.findings)), tuple(found.matched), tuple(found.ready))


def take(seen: Preview, *, the_rest: bool = False) -> tuple[Read, ...]:
    """The assessments of a preview, each with its rubric. Raises InputError where it has faults.

    With `the_rest`, what is ready is taken and what is at fault is left; refused where nothing is ready.
    """
    if seen.faults and not (the_rest and seen.read):
        raise InputError(bounded(seen.faults))
    if not seen.read:
        raise refuse(seen.file, 0, "", "The file holds no row to take.", "Fill in a row below the headings.")
    return seen.read
