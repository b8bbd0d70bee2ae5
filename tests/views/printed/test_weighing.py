"""What must stand beside readings whose weights differ, or that are added up: wherever a person reads them."""

from __future__ import annotations

import pytest

from placecheck.assessment import Assessment, read_assessment
from placecheck.cli.ladder_text import LadderCharacters, ladder_text_lines
from placecheck.notes import Catalogue
from placecheck.report.summary import summary_html
from placecheck.resources import resource_folder
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.views.results.results import results_view

WEIGHTS = "Places to meet counts 2.5; Streets where people meet counts 1;"
CARE = "Take care: a strong dimension can hide another."


@pytest.fixture
def given() -> tuple[Rubric, Assessment]:
    """An example place, asked with one indicator that counts more and a total."""
    rubric, assessment = read_assessment(resource_folder("examples") / "marsh-lane.yaml")
    whole = rubric.model_dump()
    whole["scoring"]["overall"] = "arithmetic"
    whole["dimensions"][0]["indicators"][0]["weight"] = 2.5
    return Rubric.model_validate(whole), assessment


def test_nothing_is_said_where_all_count_the_same_and_nothing_is_added_up():
    rubric, assessment = read_assessment(resource_folder("examples") / "marsh-lane.yaml")
    assert results_view(rubric, assessment, score(rubric, assessment)).weighing == ()


def test_weights_and_a_total_are_told_in_the_terminal(given):
    rubric, assessment = given
    view = results_view(rubric, assessment, score(rubric, assessment))
    told = " ".join(" ".join(ladder_text_lines(view, LadderCharacters.for_encoding("utf-8"))).split())
    assert WEIGHTS in told
    assert CARE in told


def test_weights_and_a_total_are_told_beside_the_printed_ladder(given):
    rubric, assessment = given
    page = summary_html(rubric, Catalogue(), assessment)
    assert WEIGHTS in page.split('<section id="ladder">')[1].split("<table>")[0]
    assert CARE in page
