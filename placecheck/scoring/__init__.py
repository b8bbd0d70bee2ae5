"""What it adds up to. Pure: no files, no clock, no chance. The rules and their numbers are those of the method."""

from placecheck.scoring.result import METHOD, DimensionResult, IndicatorResult, NoAnswerCounts, Result
from placecheck.scoring.score import score

__all__ = ["METHOD", "DimensionResult", "IndicatorResult", "NoAnswerCounts", "Result", "score"]
