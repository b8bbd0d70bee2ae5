"""The working behind one number, in plain sentences: from the counts to the reading, every step to be followed."""

from __future__ import annotations

from placecheck.assessment import Assessment
from placecheck.errors import PlacecheckError
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.source.wording import near_or_all
from placecheck.views.results.explain_dimension import explain_one_dimension
from placecheck.views.results.explain_indicator import explain_one_indicator
from placecheck.views.results.ladder_words import Ladder
from placecheck.words import explaining as w
from placecheck.words import say


class UnknownIdError(PlacecheckError):
    """The id is neither an indicator nor a dimension of the rubric."""


def explain_id(rubric: Rubric, assessment: Assessment, id_: str) -> tuple[str, ...]:
    """Return how the dimension or indicator `id_` came about, a sentence or two a line.

    A dimension goes before an indicator of the same id.

    Raises:
        UnknownIdError: The rubric has neither.
    """
    result = score(rubric, assessment)
    ladder = Ladder.of(rubric, result.voices)
    for dimension, scored in zip(rubric.dimensions, result.dimensions, strict=True):
        if dimension.id == id_:
            return tuple(explain_one_dimension(rubric, dimension, scored, ladder))
    for indicator in result.indicators():
        if indicator.id == id_:
            return (rubric.by_id[id_].name, *explain_one_indicator(indicator, ladder))
    if id_ in rubric.by_id:
        return (rubric.by_id[id_].name, say(w.NOT_ASKED))
    known = [*(dimension.id for dimension in rubric.dimensions), *rubric.by_id]
    raise UnknownIdError(f"{say(w.UNKNOWN_ID, id=id_)} {near_or_all(id_, known, say(w.SEE_ALL_IDS))}")
