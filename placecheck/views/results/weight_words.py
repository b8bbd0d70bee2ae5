"""The weights and the total that must be shown with the readings, in words."""

from __future__ import annotations

from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.views.results.ladder_words import Ladder
from placecheck.words import report as w
from placecheck.words import say


def total(rubric: Rubric, result: Result) -> str:
    """Return what is said of all dimensions together, which most rubrics do not add up."""
    if result.overall is None:
        return say(w.MADE_TOTAL_NONE)
    if result.overall.reading is None:
        return say(w.MADE_TOTAL_UNKNOWN)
    total = say(w.MADE_TOTAL, reading=Ladder.of(rubric, result.voices).numbered(result.overall.reading))
    is_multiplied_away = result.overall.kind == "geometric" and result.overall.reading == 0
    return f"{total} {say(w.MADE_TOTAL_NOUGHT)}" if is_multiplied_away else total


def weights_in_words(rubric: Rubric, result: Result) -> str:
    """Return the weights that a result was made with, in words."""
    if not result.weights:
        return say(w.MADE_EQUAL)
    names = {entry.id: entry.name for entry in rubric.dimensions} | {
        entry.id: entry.name for entry in rubric.indicators()
    }
    used = (*result.weights.dimensions, *result.weights.indicators)
    listed = "; ".join(say(w.WEIGHT, name=names[id_], weight=weight) for id_, weight in used)
    return f"{say(w.MADE_UNEQUAL)} {listed}."


def weighing(rubric: Rubric, result: Result) -> tuple[str, ...]:
    """Return what must be shown with the readings: unequal weights, and a total where the rubric asks for one."""
    sentences = [weights_in_words(rubric, result)] if result.weights else []
    if result.overall is not None:
        sentences.append(total(rubric, result))
    return tuple(sentences)
