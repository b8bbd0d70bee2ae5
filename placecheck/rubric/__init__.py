"""What is asked."""

from placecheck.rubric.library import (
    DEFAULT,
    UnknownRubricError,
    carried_rubrics,
    find_rubric,
    own_folder,
    rubric_folders,
)
from placecheck.rubric.load import load_rubric
from placecheck.rubric.model import Dimension, Indicator, Rubric

__all__ = [
    "DEFAULT",
    "Dimension",
    "Indicator",
    "Rubric",
    "UnknownRubricError",
    "carried_rubrics",
    "find_rubric",
    "load_rubric",
    "own_folder",
    "rubric_folders",
]
