"""Read files of notes as lines of text: text, HTML, Markdown, DOCX and PDF, within limits whatever a file holds."""

from placecheck.notes.reading.bounds import MAX_BYTES
from placecheck.notes.reading.files import read_lines
from placecheck.notes.reading.lines import DocumentLine, paragraphs

__all__ = ["MAX_BYTES", "DocumentLine", "paragraphs", "read_lines"]
