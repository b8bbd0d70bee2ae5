"""The file of one assessment that a command works on; what is worth knowing of it goes to standard error."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from placecheck.assessment import Assessment
    from placecheck.assessment.file import FindRubric
    from placecheck.errors import Finding
    from placecheck.rubric import Rubric


def read_with_remarks(file: Path, find: FindRubric | None = None) -> tuple[Rubric, Assessment]:
    """Read an assessment, and print what was left out of it and why.

    Raises:
        InputError: Something in the file is wrong; each fault is a finding.
    """
    from placecheck.assessment import read_assessment
    from placecheck.rubric import find_rubric

    remarks: list[Finding] = []
    rubric, assessment = read_assessment(file, find or find_rubric, remarks)
    for remark in remarks:
        print(remark, file=sys.stderr)
    return rubric, assessment
