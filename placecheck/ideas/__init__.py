"""The treasury: ideas that people can borrow, change to fit their place, and pass on."""

from placecheck.ideas.load import ideas_of, load_ideas
from placecheck.ideas.model import Idea, Needs

__all__ = ["Idea", "Needs", "ideas_of", "load_ideas"]
