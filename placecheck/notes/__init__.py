"""The notes of the discussion: what the rubric knows of them, their text where it was added, and search."""

from placecheck.notes.catalogue import load_catalogue
from placecheck.notes.model import Catalogue, Note, Passage

__all__ = ["Catalogue", "Note", "Passage", "load_catalogue"]
