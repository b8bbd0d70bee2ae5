"""What a rubric asks, as a person looks at it before they choose it."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment.asked import meant_for_names
from placecheck.rubric import Dimension, Indicator, Rubric
from placecheck.words import rubric_page as w
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class PreviewQuestion:
    """One question: its name, its statement, and each level with its words."""

    name: str
    statement: str
    levels: tuple[str, ...]
    asked_of: str | None


@dataclass(frozen=True, slots=True)
class PreviewDimension:
    """One dimension and its questions."""

    name: str
    about: str
    questions: tuple[PreviewQuestion, ...]


@dataclass(frozen=True, slots=True)
class RubricPreview:
    """A whole rubric, ready to show."""

    title: str
    about: str
    source: str
    counts: str
    ladder: str
    dimensions: tuple[PreviewDimension, ...]


def rubric_preview_view(rubric: Rubric) -> RubricPreview:
    """Return what `rubric` is and asks."""
    counts = (
        say_n(w.DIMENSIONS, len(rubric.dimensions)),
        say_n(w.QUESTIONS, len(rubric.by_id)),
        say_n(w.SHORT, sum(indicator.starter for indicator in rubric.indicators())),
        say_n(w.LEVELS, rubric.steps),
    )
    return RubricPreview(
        title=rubric.title,
        about=rubric.about,
        source=say(w.BY, edition=rubric.edition, authors=rubric.authors, licence=rubric.licence),
        counts=" · ".join(counts),
        ladder=say(w.LADDER, names=", ".join(level.name for level in rubric.levels)),
        dimensions=tuple(_dimension(rubric, dimension) for dimension in rubric.dimensions),
    )


def _dimension(rubric: Rubric, dimension: Dimension) -> PreviewDimension:
    questions = tuple(_question(rubric, indicator) for indicator in dimension.indicators)
    return PreviewDimension(dimension.name, dimension.about, questions)


def _question(rubric: Rubric, indicator: Indicator) -> PreviewQuestion:
    asked_of = meant_for_names(rubric, indicator)
    return PreviewQuestion(
        name=indicator.name,
        statement=indicator.statement,
        levels=tuple(f"{level.name}: {text}" for level, text in zip(rubric.levels, indicator.levels, strict=True)),
        asked_of=say(w.ASKED_OF, names=asked_of) if asked_of else None,
    )
