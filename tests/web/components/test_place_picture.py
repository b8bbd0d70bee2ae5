"""The picture of a place on a page: drawn once for each change of what it shows."""

from __future__ import annotations

from placecheck.assessment import read_assessment
from placecheck.charts.place_picture.shape import SMALL, WIDE
from placecheck.charts.theme import DARK, LIGHT
from placecheck.scoring import score
from placecheck.views.results.place_picture import picture_view
from placecheck.web.components.place_picture import cached_drawing


def test_a_page_that_runs_again_takes_the_drawing_that_was_made(checkout):
    rubric, assessment = read_assessment(checkout / "examples/saltby-2026.yaml")
    first, again = (picture_view(rubric, assessment, score(rubric, assessment)) for _ in range(2))
    drawn = cached_drawing(first, LIGHT, SMALL)
    assert cached_drawing(again, LIGHT, SMALL) is drawn
    others = {cached_drawing(again, DARK, SMALL), cached_drawing(again, LIGHT, WIDE)}
    assert len(others - {drawn}) == 2
