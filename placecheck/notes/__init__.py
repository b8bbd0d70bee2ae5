"""What was discussed."""

from placecheck.notes.catalogue import load_catalogue
from placecheck.notes.model import Catalogue, Note, Passage

__all__ = ["Catalogue", "Note", "Passage", "load_catalogue"]
