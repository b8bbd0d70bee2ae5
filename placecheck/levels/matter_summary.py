"""What a group says of matters: where each would move, what is asked of whom, and how far people differ. No score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from placecheck.levels.model import LevelQuestion
from placecheck.place import Matter

Move = Literal["nearer", "further", "stays", "differ", "open"]
"""Where a matter would move: nearer, further, or nowhere; `differ` where people differ, `open` where nobody said."""


def matter_move(matter: Matter, order: Sequence[str]) -> Move:
    """Return where `matter` would move on the levels of `order`, from near to far. "We differ" is an answer."""
    if matter.now in order and matter.best in order:
        before, after = order.index(matter.now), order.index(matter.best)
        return "stays" if before == after else "nearer" if after < before else "further"
    return "differ" if matter.differ is not None else "open"


def unanswered_questions(matter: Matter, questions: Iterable[LevelQuestion]) -> tuple[LevelQuestion, ...]:
    """Return the questions that must be answered before it may be said where `matter` is best decided."""
    return tuple(
        question for question in questions if question.must and not matter.reasons.get(question.id, "").strip()
    )


def matters_missing_answer(matters: Iterable[Matter], question: LevelQuestion) -> tuple[Matter, ...]:
    """Return the matters that have a best level or a difference although the required `question` is not answered."""
    return tuple(
        matter for matter in matters if (matter.best or matter.differ) and unanswered_questions(matter, (question,))
    )


@dataclass(frozen=True, slots=True)
class LevelAsk:
    """What is asked of one level so that a matter can be decided well."""

    matter: str
    ask: str


def asks_by_level(matters: Iterable[Matter], order: Sequence[str]) -> dict[str, tuple[LevelAsk, ...]]:
    """Return what is asked of each level, from near to far; levels of which nothing is asked are left out."""
    by_level: dict[str, list[LevelAsk]] = {level: [] for level in order}
    for matter in matters:
        for level, ask in matter.asks.items():
            if ask.strip():
                by_level.setdefault(level, []).append(LevelAsk(matter.words, ask.strip()))
    return {level: tuple(asks) for level, asks in by_level.items() if asks}


def first_ask(matters: Iterable[Matter], order: Sequence[str], indicator: str) -> tuple[LevelAsk, str] | None:
    """Return what is asked first in matters that touch `indicator`, and the level it is asked of, nearest first."""
    by_level = asks_by_level((matter for matter in matters if indicator in matter.indicators), order)
    return next(((asks[0], level) for level, asks in by_level.items()), None)


@dataclass(frozen=True, slots=True)
class LevelSpread:
    """How many people put a matter at each level, from near to far, and how many did not say."""

    counts: Mapping[str, int]
    unsaid: int

    @property
    def is_split(self) -> bool:
        """Return whether two people or more put it at different levels."""
        return sum(count > 0 for count in self.counts.values()) > 1


def level_spread(choices: Iterable[str | None], order: Sequence[str]) -> LevelSpread:
    """Count people's `choices` of a level for one matter; None is a person who did not say."""
    counted = Counter(choices)
    return LevelSpread(
        {level: counted[level] for level in order}, counted.total() - sum(counted[level_id] for level_id in order)
    )
