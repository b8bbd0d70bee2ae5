"""placecheck."""
