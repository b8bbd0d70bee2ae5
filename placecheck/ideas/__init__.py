"""The treasury: ideas that people can borrow, change to fit their place, and pass on."""

from placecheck.ideas.load import load_ideas, newest_ideas
from placecheck.ideas.model import Idea, Needs

__all__ = ["Idea", "Needs", "load_ideas", "newest_ideas"]
