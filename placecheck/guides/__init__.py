"""Guides for hard moments: each is data, and one engine walks through all of them."""

from placecheck.guides.load import load_guides, newest_guides
from placecheck.guides.model import Guide
from placecheck.guides.replies import Replies

__all__ = ["Guide", "Replies", "load_guides", "newest_guides"]
