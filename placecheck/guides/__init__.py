"""Guides for hard moments: each is data, and one engine walks through all of them."""

from placecheck.guides.load import guides_of, load_guides
from placecheck.guides.model import Guide
from placecheck.guides.replies import Replies

__all__ = ["Guide", "Replies", "guides_of", "load_guides"]
