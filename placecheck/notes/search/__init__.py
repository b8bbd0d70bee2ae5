"""Search the notes in a person's own words: answers, or the nearest paragraphs, or nothing."""

from placecheck.notes.search.corpus import Written
from placecheck.notes.search.engine import Found, Search

__all__ = ["Found", "Search", "Written"]
