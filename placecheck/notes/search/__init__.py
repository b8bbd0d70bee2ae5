"""Search: a person's own words find the right paragraphs, or are told that the notes do not speak of it."""

from placecheck.notes.search.engine import Found, Search, Written

__all__ = ["Found", "Search", "Written"]
