from __future__ import annotations

from types import SimpleNamespace

import pytest

from placecheck.errors import Finding, InputError
from placecheck.exchange.record_group import NAMES, OFFERED, RecordGroup, perspectives_of


def facts(**cells: str) -> RecordGroup:
    """A group whose first row says this of the assessment as a whole."""
    row = SimpleNamespace(finding=lambda name, what, hint: Finding("answers.csv", 2, name, what, hint))
    return RecordGroup([row], {name: (cell, row) for name, cell in cells.items()})


@pytest.mark.parametrize("cell", ["[]", "{", '"resident"', "[" * 100_000])
def test_names_of_perspectives_that_are_no_names_are_refused_at_their_cell(rubric, cell):
    with pytest.raises(InputError) as refused:
        perspectives_of(facts(**{NAMES: cell}), rubric)
    (finding,) = refused.value.findings
    assert (finding.key, finding.what) == (NAMES, "These are no names in JSON.")


def test_names_and_what_was_offered_are_read_from_their_cells(rubric):
    cells = {OFFERED: "resident, newcomer", NAMES: '{"resident": "Lives here"}'}
    assert perspectives_of(facts(**cells), rubric) == {
        OFFERED: ["resident", "newcomer"],
        NAMES: {"resident": "Lives here"},
    }
