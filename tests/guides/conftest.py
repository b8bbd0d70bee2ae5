"""The guides that travel with the rubric, and replies made up for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from placecheck.guides import Guide, load_guides
from placecheck.guides.model import GuideQuestion
from placecheck.guides.replies import HIGH, LOW, Replies, reply_part_id
from placecheck.resources import resource_folder


@pytest.fixture(scope="session")
def guides() -> dict[str, Guide]:
    return load_guides(resource_folder("rubrics") / "better-way-place")


@pytest.fixture(scope="session")
def filled() -> Callable[..., Replies]:
    """Reply to every question of a guide, with its first choice unless another is given."""

    def fill(guide: Guide, **picked: str) -> Replies:
        texts: dict[str, str] = {}
        tables = {}
        for question in guide.questions():
            if question.kind == "cost":
                texts |= {reply_part_id(question.id, LOW): "2", reply_part_id(question.id, HIGH): "3"}
            elif question.kind == "table":
                tables[question.id] = ({column.id: f"cell {column.id}" for column in question.columns},)
            else:
                texts[question.id] = first(question)
        return Replies(texts | {id_.replace("_", "-"): reply for id_, reply in picked.items()}, tables)

    return fill


def first(question: GuideQuestion) -> str:
    return question.values[0] if question.values else f"words on {question.id}"
