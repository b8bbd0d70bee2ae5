"""What comes of reading a file, filled step by step."""

from __future__ import annotations

from dataclasses import dataclass, field

from placecheck.errors import Finding
from placecheck.exchange.import_plan import AssessmentWithRubric, TableUse
from placecheck.place import PlaceFile


@dataclass(slots=True)
class ImportResult:
    """What became of the rows, the assessments that they make, and what was found."""

    tables: list[TableUse] = field(default_factory=list)
    assessments: list[AssessmentWithRubric] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    places: list[PlaceFile] = field(default_factory=list)
