"""What is asked."""

from placecheck.rubric.cache import own_folder
from placecheck.rubric.library import (
    DEFAULT,
    UnknownRubricError,
    editions_of,
    find_rubric,
    newest_rubrics,
    own_rubrics,
    rubric_folders,
    shipped_rubrics,
)
from placecheck.rubric.load import load_rubric
from placecheck.rubric.model import Dimension, Indicator, Rubric

__all__ = [
    "DEFAULT",
    "Dimension",
    "Indicator",
    "Rubric",
    "UnknownRubricError",
    "editions_of",
    "find_rubric",
    "load_rubric",
    "newest_rubrics",
    "own_folder",
    "own_rubrics",
    "rubric_folders",
    "shipped_rubrics",
]
