"""Comparisons of places, or of assessments of one place, as a PDF and as one HTML file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from placecheck.notes import Catalogue
from placecheck.report.paper_size import Paper
from placecheck.report.typeset import compile_pdf, template_settings, to_printable_data
from placecheck.scoring.comparison import ComparedPlace
from placecheck.views.comparison.borrow import borrow_view
from placecheck.views.comparison.compared_stories import story_lists
from placecheck.views.comparison.comparison import ComparisonView, comparison_view
from placecheck.views.comparison.then_now import moved_lines
from placecheck.views.results.pictures import LadderView
from placecheck.words import comparing as w
from placecheck.words import say

STORIES = 2
"""How many stories of each place stand below a question on paper."""


def comparison_pdf(
    places: Sequence[ComparedPlace], *, over_time: LadderView | None = None, large: bool = False, paper: Paper = "a4"
) -> bytes:
    """Return the comparison of two `places` or more, rubrics and assessments, as an accessible PDF, in order.

    `over_time` is what moved over all assessments of one place; without it, it says what moved between two of them.
    The paper bears the date of the latest of them. The same input gives the same bytes.
    """
    view = comparison_view(places)
    day = max((assessment.date for _, assessment in places if assessment.date), default=None)
    data = {
        "view": to_printable_data(asdict(view)),
        "over_time": to_printable_data(asdict(over_time)) if over_time else None,
        "overview": {"title": say(w.OVERVIEW), "sentence": say(w.OVER_SAME_EACH)},
        "moved": [] if over_time else moved_lines(places, view),
        "moved_title": say(w.WHAT_MOVED_ALONE),
        "stories": to_printable_data(printed_stories(places, view)),
        "borrow": to_printable_data(printed_borrowing(places, view)),
        "borrow_words": {"title": say(w.BORROW_TITLE), "intro": say(w.BORROW_INTRO)},
        **template_settings(view.language, large=large, paper=paper, day=day),
    }
    return compile_pdf("comparison.typ", data, day)


def printed_stories(places: Sequence[ComparedPlace], view: ComparisonView) -> dict[str, Any]:
    """Return a few stories of each place about each question, by its id, in the order of the places."""
    return {
        row.id: [
            [{"story": story.story, "details": story.details} for story in story_list.stories]
            for story_list in story_lists(places, view, row, STORIES)
        ]
        for dimension in view.dimensions
        for row in dimension.rows
    }


def printed_borrowing(places: Sequence[ComparedPlace], view: ComparisonView) -> list[dict[str, Any]]:
    """Return what places could borrow from each other; one place has nothing to borrow from itself."""
    if len({assessment.place.name for _, assessment in places}) == 1:
        return []
    return [asdict(borrowed_view) for borrowed_view in borrow_view(places, view, Catalogue())]


def comparison_html(places: Sequence[ComparedPlace], *, large: bool = False) -> str:
    """Return the same as one accessible HTML document that runs no script and fetches nothing."""
    from placecheck.report.page import comparison_page

    view = comparison_view(places)
    return comparison_page(view, printed_stories(places, view), printed_borrowing(places, view), large=large)
