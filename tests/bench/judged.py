"""Measure how well a search answers questions whose answers were judged by hand (`search-questions*.yaml`).

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
FRESH = Path(__file__).with_name("search-questions-held-out.yaml")

SETS = ("tuned on", "held out", "written later, held out")
"""The sets of questions: two halves of one file, and those of another author."""


class Answer(NamedTuple):
    """The ids of passages that a search gives, best first, and whether it says that they are only near."""

    ids: Sequence[str]
    near: bool = False


Find = Callable[[str], Answer]


class Judged(NamedTuple):
    """The outcome over some questions: means (0 to 1) and counts.

    `refused`, `called_near`: answerable questions for which nothing came, or only near passages.
    `answered`: unanswerable questions that got an answer.
    """

    ndcg: float
    recall: float
    refused: int
    called_near: int
    answerable: int
    answered: int
    unanswerable: int


def questions(name: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the answerable questions of a set, with their judged answers, and the unanswerable ones."""
    if name == SETS[2]:
        fresh = yaml.safe_load(FRESH.read_text(encoding="utf-8"))["questions"]
        return [entry for entry in fresh if entry["answers"]], [
            entry["question"] for entry in fresh if not entry["answers"]
        ]
    held_out = name == SETS[1]
    file = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    answerable = [entry for entry in file["questions"] if entry.get("held_out", False) == held_out]
    unanswerable = [entry["question"] for entry in file["unanswerable"] if entry.get("held_out", False) == held_out]
    return answerable, unanswerable


def judged(find: Find, name: str) -> Judged:
    """Measure `find` on a set of questions."""
    answerable, unanswerable = questions(name)
    outcomes = [(find(entry["question"]), entry["answers"]) for entry in answerable]
    others = [find(question) for question in unanswerable]
    return Judged(
        ndcg=mean([ndcg(answer.ids, answers) for answer, answers in outcomes]),
        recall=mean([recall(answer.ids, answers) for answer, answers in outcomes]),
        refused=sum(not answer.ids for answer, _ in outcomes),
        called_near=sum(bool(answer.ids) and answer.near for answer, _ in outcomes),
        answerable=len(answerable),
        answered=sum(bool(answer.ids) and not answer.near for answer in others),
        unanswerable=len(unanswerable),
    )


def ndcg(ids: Sequence[str], answers: dict[str, int]) -> float:
    """Return nDCG@10 of `ids` for graded `answers`."""
    ideal = gain(sorted(answers.values(), reverse=True))
    return gain([answers.get(id_, 0) for id_ in ids]) / ideal


def recall(ids: Sequence[str], answers: dict[str, Any]) -> float:
    """Return the share of the answers, as far as five places can hold them, that is among the first five."""
    return len(set(ids[:5]) & set(answers)) / min(5, len(answers))


def gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades[:10]))


def mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures)
