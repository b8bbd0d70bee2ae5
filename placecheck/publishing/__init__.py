"""What may leave the room: a smaller model of an assessment, made so that it cannot hold what the screen hides."""

from placecheck.publishing.model import Published
from placecheck.publishing.publisher import published
from placecheck.publishing.texts import Text, find_texts

__all__ = ["Published", "Text", "find_texts", "published"]
