"""The names of levels and of perspectives stay as the rubric writes them, wherever in a sentence they come."""

from __future__ import annotations

import re

import pytest

from placecheck.assessment import read_assessment
from placecheck.assessment.model import Voice
from placecheck.notes import Catalogue
from placecheck.publishing import find_texts, published
from placecheck.report.comparison import comparison_html, comparison_pdf
from placecheck.report.published import published_html, published_pdf
from placecheck.report.summary import summary_html, summary_pdf
from placecheck.rubric import find_rubric
from placecheck.rubric.model import Level, Perspective
from placecheck.views.questionnaire.progress import voice_name
from placecheck.views.results.ladder_words import Ladder

NAMES = ("Ddim Eto", "Yn Gryf", "Sehr Gut", "Llawn", "iawn, NHS-ready")
"""None of them is anywhere in the words of the interface, of our rubric or of the example."""

RECASED = re.compile("|".join(rf"\b(?!{name})(?i:{name})\b" for name in NAMES))


@pytest.fixture(scope="module")
def own(checkout):
    """Our rubric with other levels and perspectives, and an example place that was looked at with it."""
    rubric, assessment = read_assessment(checkout / "examples" / "marsh-lane.yaml")
    return rubric.model_copy(update={"levels": tuple(Level(name=name) for name in NAMES)}), assessment


@pytest.fixture(scope="module")
def open_to_all(own):
    return published(*own, {text.tick for text in find_texts(own[1])})


def names_in(text: str) -> set[str]:
    return {name for name in NAMES if name in text}


@pytest.mark.parametrize(
    "make", [summary_html, lambda rubric, _, assessment: comparison_html([(rubric, assessment)] * 2)]
)
def test_a_page_on_paper_writes_every_level_as_the_rubric_does(own, make):
    text = make(own[0], Catalogue(), own[1])
    assert names_in(text) == set(NAMES)
    assert RECASED.findall(text) == []


def test_what_is_published_writes_every_level_as_the_rubric_does(open_to_all):
    text = published_html(open_to_all)
    assert names_in(text) >= {"Yn Gryf", "Sehr Gut", "Llawn"}
    assert RECASED.findall(text) == []


def test_pdfs_write_every_level_as_the_rubric_does(own, open_to_all, texts):
    rubric, assessment = own
    made = (summary_pdf(rubric, Catalogue(), assessment), comparison_pdf([own, own]), published_pdf(open_to_all))
    for text in map(texts, made):
        assert names_in(text) >= {"Yn Gryf", "Sehr Gut", "Llawn"}
        assert RECASED.findall(text) == []


def test_a_reading_between_two_levels_and_its_range_write_both_as_the_rubric_does():
    ladder = Ladder(NAMES, 3)
    assert ladder.with_uncertainty(ladder.name(2.5), 2.5, 1, 4) == (
        "Sehr Gut or Llawn; it could be anything from Yn Gryf to iawn, NHS-ready"
    )


def test_a_voice_keeps_the_capitals_of_its_perspective():
    perspectives = (Perspective(id="nhs", name="NHS staff"), Perspective(id="rhiant", name="Rhiant â phram"))
    rubric = find_rubric().model_copy(update={"perspectives": perspectives})
    assert voice_name(rubric, Voice(id="v1", perspective="nhs"), 0) == "Person 1: NHS staff"
    assert voice_name(rubric, Voice(id="v1", perspective="rhiant"), 1) == "Person 2: Rhiant â phram"
