"""In which order a room talks about what it answered: by how far answers lie apart, or by how many do not know."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from placecheck.assessment import Answer
from placecheck.rubric import Rubric
from placecheck.scoring.agreement_and_quantiles import agreement
from placecheck.scoring.indicator import tally
from placecheck.workshop import DiscussionOrder


def order_for_discussion(
    rubric: Rubric, answers: Mapping[str, Sequence[Answer | None]], by: DiscussionOrder
) -> tuple[str, ...]:
    """Return the indicators of `answers` by spread or by "don't know", most first.

    Ties go by the other of the two, then by the rubric's order. Levels never count: two indicators with the same spread
    around other levels are in the rubric's order.
    """
    at = {id_: index for index, id_ in enumerate(rubric.by_id)}
    keys = {}
    for id_, given_answers in answers.items():
        counts, none = tally(rubric.steps, given_answers)
        agreed = agreement(counts)
        spread = -1.0 if agreed is None else 1 - agreed
        unknown = none.dont_know / (sum(counts) + none.dont_know or 1)
        keys[id_] = (-spread, -unknown) if by == "spread" else (-unknown, -spread)
    return tuple(sorted((id_ for id_ in keys if id_ in at), key=lambda id_: (keys[id_], at[id_])))
