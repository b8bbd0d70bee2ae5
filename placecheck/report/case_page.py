"""A page to make the case for one thing, as a PDF and as a Word document."""

from __future__ import annotations

import datetime
from dataclasses import asdict

from docx.shared import Pt

from placecheck.report.paper_size import Paper
from placecheck.report.typeset import compile_pdf, template_settings, to_printable_data
from placecheck.report.word import blank_document, reproducible_docx
from placecheck.report.word_parts import BULLET
from placecheck.views.notes.passage_card import PassageView
from placecheck.views.printed.case_page import CaseView

SIZE = Pt(10)
"""One page holds it at this size, with room for a typeface that runs wider than ours."""


def case_pdf(view: CaseView, day: datetime.date | None = None, *, large: bool = False, paper: Paper = "a4") -> bytes:
    """Return the page as an accessible PDF, dated `day`; the same input gives the same bytes."""
    data = {
        "view": to_printable_data(asdict(view)),
        **template_settings(view.language, large=large, paper=paper, day=day),
    }
    return compile_pdf("case-page.typ", data, day)


def case_docx(view: CaseView, day: datetime.date | None = None) -> bytes:
    """Return the page as a DOCX file, to edit; the same input gives the same bytes."""
    document = blank_document(view.title, view.place, view.language, day, SIZE)
    words = view.words
    document.add_heading(view.title, 1)
    document.add_paragraph(" · ".join(view.about))
    for title, lines in (
        (words["claim"], [view.claim]),
        (words["ask"], [view.ask, f"{words['whom']}: {view.whom}"]),
        (words["ours"], list(view.ours)),
        (words["story"], [f"“{view.story}”" if view.story else words["no_story"]]),
    ):
        document.add_heading(title, 2)
        for line in lines:
            document.add_paragraph(line)
    for title, passages, remark in (
        (words["grounds"], view.grounds, ""),
        (words["against"], view.against, words["against_how"] if view.against else words["no_caution"]),
    ):
        document.add_heading(title, 2)
        if remark:
            document.add_paragraph(remark)
        for passage in passages:
            document.add_paragraph(passage_with_source(passage), style=BULLET)
    return reproducible_docx(document)


def passage_with_source(passage: PassageView) -> str:
    """Return a passage with its source."""
    return " ".join(filter(None, (passage.gist, *passage.remarks, f"({passage.source.rstrip('.')})")))
