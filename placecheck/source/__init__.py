"""Files that people write: read safely and within bounds, every value with the line it stands on."""

from placecheck.source.tree import Source, parsed, read_source, read_text
from placecheck.source.validate import validated

__all__ = ["Source", "parsed", "read_source", "read_text", "validated"]
