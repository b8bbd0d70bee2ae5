"""Scoring: one assessment, the whole command, and ten thousand assessments at once.

Needs the `bench` extra (OpenFisca). Run from anywhere: `python tests/bench/bench_scoring.py`.
"""

from __future__ import annotations

import datetime
import os
import random
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any, Literal

import numpy as np
from forty import DIMENSIONS, INDICATORS, LEVELS, rubric_data
from openfisca_core.simulations import SimulationBuilder
from openfisca_places import PARTS, calculated, tax_benefit_system
from pydantic import BaseModel
from table import fact, head, pairs, row

from placecheck.assessment import Assessment
from placecheck.assessment.file import misfits
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.scoring.arrays import DONT_KNOW, NOT_HERE, SKIPPED, Batch
from placecheck.scoring.batch import score_batch
from placecheck.source import Source

CHECKOUT = Path(__file__).resolve().parents[2]
MANY, ROUNDS = 10_000, 60

ONE_MODEL = """
import gc, os
gc.set_threshold(100_000)
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
import pydantic, typer, typer.core, typer.main, yaml
class Model(pydantic.BaseModel):
    field: int
"""
"""What no command can do without, as `placecheck.cli` starts it: most of pydantic loads at the first model."""

IMPORTED = """
import atexit, sys
atexit.register(lambda: print(*{name.partition(".")[0] for name in sys.modules}))
from placecheck.cli import main
sys.argv = ["placecheck", "score", sys.argv[1], "--json"]
main()
"""


def assessment_data(ids: list[str], voices: int) -> dict[str, Any]:
    """An assessment with an answer of every voice to every indicator, one in eight a no-answer, some with a story."""
    rng = random.Random(voices)  # noqa: S311 (figures, not secrets)

    def answer() -> dict[str, Any]:
        if rng.random() < 1 / 8:
            return {"no_answer": rng.choice(["dont_know", "not_here", "rather_not_say"])}
        level = {"level": rng.randrange(LEVELS)}
        return level | {"story": "The hall, every evening.", "sure": "fairly"} if rng.random() < 1 / 4 else level

    return {
        "placecheck": 1,
        "rubric": {"id": "forty", "edition": "1"},
        "place": {"name": "Ore Valley"},
        "voices": [{"id": f"v{v}", "answers": {id_: answer() for id_ in ids}} for v in range(voices)],
    }


class PlainAnswer(BaseModel):
    level: int | None = None
    no_answer: Literal["dont_know", "not_here", "rather_not_say"] | None = None
    story: str | None = None
    sure: Literal["not_very", "fairly", "very"] | None = None
    not_for: str | None = None


class PlainVoice(BaseModel):
    id: str
    perspective: str | None = None
    paper: bool = False
    answers: dict[str, PlainAnswer]


class PlainAgreed(BaseModel):
    level: int | None = None
    no_answer: Literal["not_here"] | None = None
    not_agreed: str | None = None


class PlainAssessment(BaseModel):
    """The same shape in plain pydantic, with no rule of ours."""

    placecheck: Literal[1]
    rubric: dict[str, str]
    place: dict[str, str]
    date: datetime.date | None = None
    round: Literal["starter", "full"] = "full"
    voices: list[PlainVoice]
    agreed: dict[str, PlainAgreed] = {}


def one_assessment(rubric: Rubric) -> None:
    """Validating against the file's rules, holding it to the rubric, and scoring."""
    ids = [one.id for one in rubric.indicators()]
    head("One assessment of forty indicators, validated and scored")
    for voices in (1, 14):
        data = assessment_data(ids, voices)

        def validate(data: Any = data) -> Assessment:
            return Assessment.model_validate(data)

        def ours(data: Any = data) -> object:
            assessment = validate(data)
            assert not list(misfits(Source("bench", data, {}), rubric, assessment))
            return score(rubric, assessment)

        def plain(data: Any = data) -> object:
            return PlainAssessment.model_validate(data)

        count = "1 voice" if voices == 1 else f"{voices} voices"
        row(f"{count}; pydantic validating our models alone", ours, validate, allowed=4)
        row(f"{count}; pydantic validating the same shape without a rule of ours", ours, plain, allowed=10)


def whole_process() -> None:
    """`placecheck score` from start to end, with bytecode as an installed program has it."""
    example = str(sorted((CHECKOUT / "examples").glob("*.yaml"))[0])
    head("A whole process")
    with tempfile.TemporaryDirectory() as cache:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = cache

        def run(*arguments: str) -> str:
            command = [sys.executable, *arguments]
            return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

        def reference() -> str:
            return run("-c", "import pydantic, yaml")

        for what, arguments, allowed in (
            ("`import placecheck`", ["-c", "import placecheck"], 1),
            ("Typer and one model of pydantic, which every command needs", ["-c", ONE_MODEL], 2.2),
            ("`placecheck score FILE --json`", ["-m", "placecheck", "score", example, "--json"], 2.2),
            ("`placecheck score FILE`", ["-m", "placecheck", "score", example], 2.2),
        ):
            name = f'{what}; `python -c "import pydantic, yaml"`'
            row(name, partial(run, *arguments), reference, allowed=allowed, rounds=25)
        modules = run("-c", IMPORTED, example).splitlines()[-1].split()
        for heavy in ("streamlit", "plotly", "sqlalchemy", "numpy"):
            fact(f"`placecheck score` leaves {heavy} alone", holds=heavy not in modules)


def many_assessments(rubric: Rubric) -> None:
    """Ten thousand assessments of one voice each, no-answers among them, as arrays on both sides."""
    rng = np.random.default_rng(2026)
    indicators = DIMENSIONS * INDICATORS
    levels = rng.integers(0, LEVELS, (1, indicators, MANY), np.int8)
    missing = rng.choice(np.array([DONT_KNOW, NOT_HERE, SKIPPED], np.int8), levels.shape)
    batch = Batch(np.where(rng.random(levels.shape) < 1 / 4, missing, levels))
    given = batch.answers[0].astype(np.int32)
    head(f"{MANY:,} assessments of forty indicators, of one voice each, as a batch; OpenFisca's core")
    for what, parts in (("reading", PARTS[:1]), (", ".join(PARTS), PARTS)):
        system = tax_benefit_system(parts, DIMENSIONS, INDICATORS)
        taken: list[list[float]] = [[], []]
        for turn in range(ROUNDS):
            simulation = SimulationBuilder().build_default_simulation(system, count=MANY)
            calls = [partial(score_batch, rubric, batch), partial(calculated, simulation, given, parts, DIMENSIONS)]
            results: list[Any] = [None, None]
            for which in (0, 1) if turn % 2 else (1, 0):
                begun = time.perf_counter()
                results[which] = calls[which]()
                taken[which].append(time.perf_counter() - begun)
        (_, ours), theirs = results
        for part in parts:
            np.testing.assert_allclose(getattr(ours, part), theirs[part], rtol=1e-6)
        pairs(f"all that we work out; {what} of five dimensions", *taken, allowed=1)


if __name__ == "__main__":
    forty = Rubric.model_validate(rubric_data())
    one_assessment(forty)
    whole_process()
    many_assessments(forty)
