"""How well a search answers questions whose answers were judged by hand (`search-questions.yaml`).

nDCG@10 with gains of 2^grade - 1 and a discount of log2(rank + 1): K. Järvelin, J. Kekäläinen, "Cumulated gain-based
evaluation of IR techniques", ACM Transactions on Information Systems 20(4), 2002.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log2
from pathlib import Path
from typing import Any, NamedTuple

import yaml

QUESTIONS = Path(__file__).with_name("search-questions.yaml")

Find = Callable[[str], Sequence[str]]
"""Gives the ids of passages for a question, best first; none where it says that nothing speaks of it."""


class Judged(NamedTuple):
    """What came out over some questions; all but counts are means, 0 to 1."""

    ndcg: float
    recall: float
    refused: int
    answerable: int
    answered: int
    unanswerable: int


def judged(find: Find, *, held_out: bool) -> Judged:
    """How `find` does on the questions it was tuned on, or on those held out."""
    questions = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    asked = [one for one in questions["questions"] if one.get("held_out", False) == held_out]
    nowhere = [one for one in questions["unanswerable"] if one.get("held_out", False) == held_out]
    found = [(find(one["question"]), one["answers"]) for one in asked]
    return Judged(
        ndcg=mean([ndcg(ids, answers) for ids, answers in found]),
        recall=mean([recall(ids, answers) for ids, answers in found]),
        refused=sum(not ids for ids, _ in found),
        answerable=len(asked),
        answered=sum(bool(find(one["question"])) for one in nowhere),
        unanswerable=len(nowhere),
    )


def ndcg(ids: Sequence[str], answers: dict[str, int]) -> float:
    """nDCG@10 of `ids` for graded `answers`."""
    ideal = gain(sorted(answers.values(), reverse=True))
    return gain([answers.get(id_, 0) for id_ in ids]) / ideal


def recall(ids: Sequence[str], answers: dict[str, Any]) -> float:
    """Which share of the answers that five places can hold stands among the first five."""
    return len(set(ids[:5]) & set(answers)) / min(5, len(answers))


def gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades[:10]))


def mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures)
