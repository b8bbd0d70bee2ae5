"""Small rubrics and assessments, made by hand or at random."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import pytest
from hypothesis import strategies as st

from placecheck.assessment import Assessment
from placecheck.assessment.model import NoAnswer
from placecheck.rubric import Rubric

PERSPECTIVES = ("resident", "council")
NO_ANSWERS = get_args(NoAnswer)

MakeRubric = Callable[..., Rubric]
MakeAssessment = Callable[..., Assessment]


@dataclass(frozen=True)
class Case:
    """A rubric and an assessment that fits it."""

    rubric: Rubric
    assessment: Assessment


def indicator_data(id_: str, steps: int, given: Mapping[str, Any]) -> dict[str, Any]:
    texts = [f"{id_} step {step}" for step in range(steps)]
    return {"id": id_, "name": id_, "statement": f"{id_} holds.", "look_for": "Look.", "levels": texts} | dict(given)


def small_rubric(
    dimensions: Mapping[str, Sequence[str]],
    *,
    steps: int = 5,
    indicators: Mapping[str, Mapping[str, Any]] | None = None,
    dimension_weights: Mapping[str, float] | None = None,
    edition: str = "1",
    **scoring: Any,
) -> Rubric:
    """A rubric with these dimensions and indicator ids; `indicators` holds further keys of some, by id."""
    further = indicators or {}
    return Rubric.model_validate(
        {
            "id": "small",
            "edition": edition,
            "title": "A small rubric",
            "about": "For tests.",
            "wording": "For tests.",
            "authors": "the tests",
            "licence": "CC BY 4.0",
            "cite_as": "The tests.",
            "levels": [{"name": f"Step {step}"} for step in range(steps)],
            "perspectives": [{"id": id_, "name": id_} for id_ in PERSPECTIVES],
            "scoring": scoring,
            "dimensions": [
                {
                    "id": id_,
                    "name": id_,
                    "about": "For tests.",
                    "weight": (dimension_weights or {}).get(id_, 1),
                    "indicators": [indicator_data(one, steps, further.get(one, {})) for one in ids],
                }
                for id_, ids in dimensions.items()
            ],
        }
    )


def small_assessment(
    *voices: Mapping[str, Any],
    agreed: Mapping[str, Any] | None = None,
    question_set: str = "full",
    name: str = "Here",
    asked: Sequence[str] = (),
    perspectives: Sequence[str | None] = (),
) -> Assessment:
    """An assessment of these voices, each what one voice answered, in the file's own forms.

    `perspectives` are the voices', in order; those beyond speak from nowhere.
    """
    spoken = [*perspectives, *[None] * (len(voices) - len(perspectives))]
    return Assessment.model_validate(
        {
            "rubric": {"id": "small", "edition": "1"},
            "place": {"name": name},
            "round": question_set,
            "asked": asked,
            "voices": [
                {"id": f"v{n}", "answers": answers, "perspective": perspective}
                for n, (answers, perspective) in enumerate(zip(voices, spoken, strict=True))
            ],
            "agreed": agreed or {},
        }
    )


def answer_data(steps: int) -> st.SearchStrategy[Any]:
    """One answer as a file holds it: a level more often than not, else a no-answer or a story alone."""
    level = st.integers(0, steps - 1)
    return st.one_of(level, level, st.sampled_from(NO_ANSWERS), st.just({"story": "We talked of it."}))


def agreed_data(steps: int) -> st.SearchStrategy[Any]:
    return st.one_of(st.integers(0, steps - 1), st.just("not_here"), st.just({"not_agreed": "Too few were there."}))


ASKED_OF = st.sampled_from([[], [], [], ["resident"], ["council"], ["resident", "council"]])
"""From where a voice must speak to be asked: mostly from anywhere."""

WEIGHTS = st.sampled_from([1, 1, 1, 2, 3, 0.5, 1.25, 0.001, 12])


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """Rubrics of one to three dimensions with one to five indicators each, three to seven levels, any choices."""
    steps = draw(st.integers(3, 7))
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=3))
    dimensions = {f"d{d}": [f"d{d}-i{i}" for i in range(size)] for d, size in enumerate(sizes)}
    indicators = {
        id_: {"weight": draw(WEIGHTS), "starter": draw(st.booleans()), "perspectives": draw(ASKED_OF)}
        for ids in dimensions.values()
        for id_ in ids
    }
    return small_rubric(
        dimensions,
        steps=steps,
        indicators=indicators,
        dimension_weights={id_: draw(WEIGHTS) for id_ in dimensions},
        min_coverage=draw(st.sampled_from([0, 0.25, 0.5, 0.6, 0.667, 1])),
        overall=draw(st.sampled_from(["none", "arithmetic", "geometric"])),
    )


@st.composite
def assessments(draw: st.DrawFn, rubric: Rubric) -> Assessment:
    """Assessments that fit `rubric`: up to seven voices, answers left out, agreed outcomes, any list of questions."""
    every = [one.id for one in rubric.indicators()]
    ids = st.sampled_from(every)
    voices = draw(st.lists(st.dictionaries(ids, answer_data(rubric.steps)), max_size=7))
    return small_assessment(
        *voices,
        agreed=draw(st.dictionaries(ids, agreed_data(rubric.steps), max_size=3)),
        question_set=draw(st.sampled_from(["full", "starter"])),
        asked=draw(st.one_of(st.just([]), st.lists(ids, unique=True).map(lambda some: sorted(some, key=every.index)))),
        perspectives=[draw(st.sampled_from([None, *PERSPECTIVES])) for _ in voices],
    )


@st.composite
def cases_of(draw: st.DrawFn) -> Case:
    rubric = draw(rubrics())
    return Case(rubric, draw(assessments(rubric)))


@pytest.fixture(scope="session")
def make_rubric() -> MakeRubric:
    return small_rubric


@pytest.fixture(scope="session")
def make_assessment() -> MakeAssessment:
    return small_assessment


@pytest.fixture(scope="session")
def cases() -> st.SearchStrategy[Case]:
    """Random rubrics, each with an assessment that fits it."""
    return cases_of()


@pytest.fixture(scope="session")
def assessments_of() -> Callable[[Rubric], st.SearchStrategy[Assessment]]:
    """Random assessments that fit a given rubric."""
    return assessments


@pytest.fixture(scope="session")
def some_rubrics() -> st.SearchStrategy[Rubric]:
    return rubrics()
