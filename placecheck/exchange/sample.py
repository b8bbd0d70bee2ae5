"""Made-up places in any number, the same for the same seed: to try the app with a network's worth of them.

Each place has a level it tends to, each indicator is easier or harder, and each voice sees things its own way, so that
readings spread and voices differ as they do in a room. Nothing about real places follows from it.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from placecheck.assessment import Action, Agreed, Answer, Assessment, Place, Voice
from placecheck.assessment.model import QuestionSet, RubricName
from placecheck.rubric import Rubric

FIRST_DAY, DAYS = datetime.date(2023, 1, 9), 600
"""From which day on, and within how many days, an assessment is made; a later one a year after. All are past."""

NO_ANSWERS = {"dont_know": 0.07, "not_here": 0.02, "rather_not_say": 0.01, None: 0.04}
"""How often each kind of no-answer is given; None is no row at all."""

STRIDE = 1_009
"""A prime, by which one walks through all names: neighbours in number are not neighbours in name."""

STORY_SHARE, AGREED_SHARE = 0.12, 0.5
VOICES, MAX_VOICES = 7, 40


@lru_cache(maxsize=1)
def _sample_data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("sample.yaml").read_text(encoding="utf-8"))
    return data


def made_up_assessments(
    rubric: Rubric, n: int, seed: int = 1, *, voices: int | None = None, question_set: QuestionSet | None = None
) -> Iterator[Assessment]:
    """Yield `n` assessments of made-up places, one after the other; each depends on the seed and its number alone.

    `voices` and `question_set` hold for all where they are given; else they differ from place to place.
    """
    for number in range(n):
        again = number % 5 == 4 and number > 0  # every fifth is the second assessment of the place before it
        whose = number - 1 if again else number
        rng = random.Random(f"{seed}.{number}")  # noqa: S311 (made-up places, not secrets)
        place, place_level = _place(random.Random(f"{seed}.place.{whose}"), whose)  # noqa: S311
        yield _Group(rubric, rng, place_level + (rng.gauss(0.2, 0.3) if again else 0)).assessment(
            place, later=again, voices=voices, question_set=question_set
        )


def _place(rng: random.Random, number: int) -> tuple[Place, float]:
    """Return the place of this number, and the level that it tends to. No two have the same name."""
    parts = _sample_data()
    firsts, begins, ends = parts["firsts"], parts["begins"], parts["ends"]
    names = len(firsts) * len(begins) * len(ends)
    rest, at = number // names, number * STRIDE % names
    at, end = divmod(at, len(ends))
    first, begin = divmod(at, len(begins))
    name = parts["name"].format(name=f"{firsts[first]} {begins[begin]}{ends[end]} {rest + 1 if rest else ''}".strip())
    context, kind, nation = parts["context"], _one_of(rng, "kinds"), _one_of(rng, "nations")
    return Place(name=" ".join(name.split()), kind=kind, nation=nation, context=context), rng.gauss(1.8, 0.6)


def sample_shares(what: str) -> dict[Any, float]:
    """Return the kinds, or the nations, that places are made up with, each with its share."""
    shares: dict[Any, float] = _sample_data()[what]
    return shares


def _one_of(rng: random.Random, what: str) -> Any:
    return rng.choices(list(sample_shares(what)), list(sample_shares(what).values()))[0]


class _Group:
    """The group of a place whose readings tend to `place_level` (0 to the top)."""

    def __init__(self, rubric: Rubric, rng: random.Random, place_level: float) -> None:
        self._rubric, self._rng, self._place_level = rubric, rng, place_level
        self._indicator_offset = {indicator_id: rng.gauss(0, 0.6) for indicator_id in rubric.by_id}

    def assessment(
        self, place: Place, *, later: bool, voices: int | None, question_set: QuestionSet | None
    ) -> Assessment:
        """Return what the group answered at one time."""
        rng = self._rng
        question_set = question_set or rng.choices(("starter", "full"), (6, 4))[0]
        asked_ids = [
            indicator.id for indicator in self._rubric.indicators() if question_set == "full" or indicator.starter
        ]
        count = voices or min(MAX_VOICES, 1 + int(rng.expovariate(1 / VOICES)))
        steps = rng.sample(_sample_data()["steps"], rng.randrange(3))
        return Assessment(
            rubric=RubricName(id=self._rubric.id, edition=self._rubric.edition),
            place=place,
            date=FIRST_DAY + datetime.timedelta(days=rng.randrange(DAYS) + (365 if later else 0)),
            question_set=question_set,
            voices=tuple(self._voice(f"v{number}", asked_ids) for number in range(1, count + 1)),
            agreed=dict(self._agreed(asked_ids)) if rng.random() < AGREED_SHARE else {},
            missing_voices=rng.choice(_sample_data()["missing"]),
            own_words={},
            perspective_names={},
            causes={},
            actions=tuple(Action(what=what, indicator=rng.choice(asked_ids)) for what in steps),
        )

    def _voice(self, id_: str, asked_ids: list[str]) -> Voice:
        perspectives = [None, *(perspective.id for perspective in self._rubric.perspectives)]
        shares = [1, *[_sample_data()["perspectives"]] * (len(perspectives) - 1)]
        voice_offset = self._rng.gauss(0, 0.5)
        answers = {
            indicator: answer
            for indicator in asked_ids
            if (answer := self._answer(indicator, voice_offset)) is not None
        }
        return Voice(id=id_, perspective=self._rng.choices(perspectives, shares)[0], answers=answers)

    def _answer(self, indicator: str, voice_offset: float) -> Answer | None:
        rng = self._rng
        story = rng.choice(_sample_data()["stories"]) if rng.random() < STORY_SHARE else None
        chance = rng.random()
        for kind, share in NO_ANSWERS.items():
            chance -= share
            if chance < 0:
                return Answer(no_answer=kind, story=story) if kind else None
        return Answer(level=self._level(indicator, voice_offset + rng.gauss(0, 0.6)), story=story)

    def _level(self, indicator: str, voice_offset: float) -> int:
        return min(
            self._rubric.steps - 1, max(0, round(self._place_level + self._indicator_offset[indicator] + voice_offset))
        )

    def _agreed(self, asked_ids: list[str]) -> Iterator[tuple[str, Agreed]]:
        for indicator_id in asked_ids:
            if self._rng.random() < AGREED_SHARE:
                yield indicator_id, Agreed(level=self._level(indicator_id, 0))
