"""Who should decide what: matters, the levels at which they are decided, and questions that help to think."""

from placecheck.levels.load import Levels, levels_for_matters, load_levels, newest_levels
from placecheck.levels.model import DecisionLevel, LevelQuestion, ListedMatter

__all__ = [
    "DecisionLevel",
    "LevelQuestion",
    "Levels",
    "ListedMatter",
    "levels_for_matters",
    "load_levels",
    "newest_levels",
]
