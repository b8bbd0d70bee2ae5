"""The page that a room read together before it left, as a PDF of one side of paper."""

from __future__ import annotations

import datetime

from placecheck.report.paper_size import Paper
from placecheck.report.typeset import compile_pdf, template_settings, to_printable_data
from placecheck.views.printed_labels import paper_labels
from placecheck.views.workshop.read_back import ReadBackView
from placecheck.words import language, say
from placecheck.words import workshop_page as w


def read_back_pdf(
    place: str, view: ReadBackView, day: datetime.date | None = None, *, large: bool = False, paper: Paper = "a4"
) -> bytes:
    """Return the page as an accessible PDF, dated `day`; the same input gives the same bytes.

    A page that holds very much goes on to the next side, in type that can be read.
    """
    spoken = language.get()
    page = {
        "title": place,
        "place": place,
        "about": (),
        "language": spoken,
        "sections": view.sections,
        "words": {"kicker": say(w.READ_BACK_PAGE), **paper_labels()},
    }
    return compile_pdf(
        "read-back.typ",
        {"view": to_printable_data(page), **template_settings(spoken, large=large, paper=paper, day=day)},
        day,
    )
