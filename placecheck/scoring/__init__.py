"""What it adds up to. Pure: no files, no clock, no chance. The rules and their numbers are those of the method."""

from placecheck.assessment.method import METHOD
from placecheck.scoring.engine import score
from placecheck.scoring.result import DimensionResult, IndicatorResult, NoAnswerCounts, Result

__all__ = ["METHOD", "DimensionResult", "IndicatorResult", "NoAnswerCounts", "Result", "score"]
