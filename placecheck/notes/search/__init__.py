"""Search the notes in a person's own words: answers, or the nearest paragraphs, or nothing."""

from placecheck.notes.search.corpus import ParagraphText
from placecheck.notes.search.engine import Search, SearchHit

__all__ = ["ParagraphText", "Search", "SearchHit"]
