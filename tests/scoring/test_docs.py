"""`docs/how-scores-are-made.md` tells the truth: its example comes out as it says."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from placecheck.assessment.file import parse_assessment
from placecheck.scoring import score
from placecheck.source.tree import parsed
from placecheck.views.results.explain import explain_id

ROW = re.compile(r"^\| ([a-z-]+) \| ([0-9.]+|none) \| ([0-9.]+) \| ([0-9.]+) \| ([0-9.]*) ?\|$", re.MULTILINE)


@pytest.fixture(scope="module")
def page(checkout):
    return (checkout / "docs" / "how-scores-are-made.md").read_text(encoding="utf-8")


def block(page, language):
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    return found


@pytest.fixture(scope="module")
def example(page):
    return parse_assessment(parsed(block(page, "yaml"), "the example"))


def number(cell):
    return None if cell in ("", "none") else float(cell)


def test_every_row_of_the_table_comes_out_as_it_stands(page, example):
    data = score(*example).as_json()
    found = {one["id"]: one for one in data["dimensions"]}
    found |= {one["id"]: one for dimension in data["dimensions"] for one in dimension["indicators"]}

    rows = ROW.findall(page)

    assert len(rows) == 5
    for id_, *cells in rows:
        expected = [found[id_].get(key) for key in ("reading", "low", "high", "coverage")]
        assert [number(cell) for cell in cells] == expected, id_


def test_the_working_reads_as_it_stands(page, example):
    (id_,) = re.findall(r"--explain ([a-z-]+)", page)
    assert block(page, "text").splitlines() == list(explain_id(*example, id_))


def test_the_levels_and_the_least_coverage_are_those_of_the_rubric(page, rubric):
    ladder = page.partition("## The ladder")[2].partition("##")[0]
    named = [ladder.index(level.name) for level in rubric.levels]
    assert named == sorted(named)
    assert "less\n   than six tenths" in page
    assert rubric.scoring.min_coverage == Decimal("0.6")


def test_all_thirteen_rules_are_told_in_order(page):
    assert re.findall(r"^(\d+)\. ", page, re.MULTILINE) == [str(rule) for rule in range(1, 14)]
