"""Who should decide what: matters, the levels at which they are decided, and questions that help to think."""

from placecheck.levels.load import Levels, levels_of, levels_of_matters, load_levels
from placecheck.levels.model import DecisionLevel, LevelQuestion, ListedMatter

__all__ = ["DecisionLevel", "LevelQuestion", "Levels", "ListedMatter", "levels_of", "levels_of_matters", "load_levels"]
