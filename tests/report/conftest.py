"""Places to print, and what is made of them, made once."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from placecheck.assessment import Assessment, read_assessment
from placecheck.notes import Catalogue, load_catalogue
from placecheck.report.summary import summary_pdf
from placecheck.resources import resource_folder
from placecheck.rubric import Rubric

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PLACES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


class Given(NamedTuple):
    """What a summary is made from."""

    rubric: Rubric
    catalogue: Catalogue
    assessment: Assessment


Printed = Callable[..., bytes]
"""`printed(place, **options)` is the PDF of an example place."""


@cache
def read(place: str) -> Given:
    rubric, assessment = read_assessment(EXAMPLES / f"{place}.yaml")
    return Given(rubric, load_catalogue(resource_folder("rubrics") / rubric.id), assessment)


@cache
def made(place: str, **options: Any) -> bytes:
    return summary_pdf(*read(place), **options)


@pytest.fixture(scope="session")
def printed() -> Printed:
    return made


@pytest.fixture(scope="session")
def given() -> Callable[[str], Given]:
    return read


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> str:
    """Each example place in turn."""
    return str(request.param)


Texts = Callable[..., str]
"""`texts(pdf, first, last)` is what these pages say, in reading order, with one space between words."""


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Texts:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    file = tmp_path_factory.mktemp("texts") / "summary.pdf"

    def extracted(pdf: bytes, first: int = 1, last: int = 9999) -> str:
        file.write_bytes(pdf)
        command = ["pdftotext", "-raw", "-nopgbrk", "-f", str(first), "-l", str(last), str(file), "-"]
        return " ".join(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split())

    return extracted


@pytest.fixture(scope="session")
def flow(texts: Texts) -> Callable[[bytes], str]:
    """`flow(pdf)` is all that a paper about Marsh Lane says, without spaces and without the feet of its pages."""

    def extracted(pdf: bytes) -> str:
        return re.sub(r"Marsh Lane · [^·]{4,20} · [^·]{4,20} · [^·]{4,20}? page \d+ of \d+", "", texts(pdf)).replace(
            " ", ""
        )

    return extracted


@pytest.fixture
def small(given: Callable[[str], Given]) -> Callable[..., Given]:
    """A place of one voice; `small(story, **more)` tells `story` of the first indicator."""

    def build(story: str = "The hall, most evenings.", **more: Any) -> Given:
        rubric, catalogue, _ = given("marsh-lane")
        first = next(rubric.indicators()).id
        data = {
            "rubric": {"id": rubric.id, "edition": rubric.edition},
            "place": {"name": "Ore Valley"},
            "round": "starter",
            "voices": [{"id": "v1", "answers": {first: {"level": 3, "story": story}}}],
        }
        return Given(rubric, catalogue, Assessment.model_validate(data | more))

    return build
