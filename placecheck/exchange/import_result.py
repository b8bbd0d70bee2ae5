"""What comes of reading sheets, filled step by step."""

from __future__ import annotations

from dataclasses import dataclass, field

from placecheck.errors import Finding
from placecheck.exchange.import_plan import Read, TableUse
from placecheck.place import PlaceFile


@dataclass(slots=True)
class Interpretation:
    """What became of the rows, the assessments `read` from them, and what was found."""

    tables: list[TableUse] = field(default_factory=list)
    read: list[Read] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    places: list[PlaceFile] = field(default_factory=list)
