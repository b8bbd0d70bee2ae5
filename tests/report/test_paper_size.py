from __future__ import annotations

from typing import get_args

from placecheck.cli import form
from placecheck.report.paper_size import TYPST_PAPER, Paper
from placecheck.words import on_paper


def test_every_size_of_paper_is_offered_by_the_pages_and_by_the_commands() -> None:
    sizes = set(get_args(Paper))
    assert set(TYPST_PAPER) == sizes, "say in TYPST_PAPER of report/paper_size.py what Typst calls each size"
    assert set(on_paper.SIZES) == sizes, "name each size in SIZES of words/on_paper.py"
    assert {size.value for size in form.PaperChoice} == sizes, "offer each size in Paper of cli/form.py"
