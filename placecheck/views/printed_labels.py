"""The words that every paper has, whatever is on it."""

from __future__ import annotations

from placecheck.words import report as w
from placecheck.words import say


def paper_labels() -> dict[str, str]:
    """Return what the foot of a page says, its numbers left open, and the heading above the lines that end a paper."""
    return {"page_of": say(w.PAGE_OF, page="{page}", pages="{pages}"), "your_notes": say(w.YOUR_NOTES)}
