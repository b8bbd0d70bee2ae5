"""What is asked."""

from placecheck.rubric.library import DEFAULT, UnknownRubricError, find_rubric, rubric_folders
from placecheck.rubric.load import load_rubric
from placecheck.rubric.model import Dimension, Indicator, Rubric

__all__ = [
    "DEFAULT",
    "Dimension",
    "Indicator",
    "Rubric",
    "UnknownRubricError",
    "find_rubric",
    "load_rubric",
    "rubric_folders",
]
