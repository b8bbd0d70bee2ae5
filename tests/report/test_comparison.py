"""Places side by side and two rounds of one, on paper."""

from __future__ import annotations

import page
import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.report import comparison_pdf

PAIRS = {
    "two rounds": ["saltby-2025", "saltby-2026"],
    "four places": ["marsh-lane", "llanfair-y-bont", "glenarran", "kingfisher-meadows"],
}


@pytest.fixture(params=PAIRS, scope="module")
def names(request):
    return PAIRS[request.param]


@pytest.fixture(scope="module")
def sides(names, given):
    return [(one.rubric, one.assessment) for one in map(given, names)]


@pytest.fixture(scope="module")
def compared(sides) -> bytes:
    return comparison_pdf(sides)


def test_it_keeps_both_standards_and_is_the_same_each_time(compared, sides) -> None:
    assert page.validate_pdf_bytes(compared, profile="ua1").failures == []
    assert {one.rule_id for one in page.validate_pdf_bytes(compared, profile="2a").failures} <= {
        "PDFA2A-STREAM-LENGTH-001"  # test_accessible.py says why
    }
    assert comparison_pdf(sides) == compared


def test_it_names_every_side_in_the_order_given_with_its_context(compared, sides, texts) -> None:
    text = texts(compared, 1, 1)
    contexts = [" ".join(assessment.place.context.split())[:40] for _, assessment in sides]
    assert sorted(contexts, key=text.index) == contexts
    assert "not a league table" in texts(compared)


def test_it_takes_one_dimension_at_a_time(compared, sides, texts) -> None:
    text = texts(compared)
    names = [one.name for one in sides[0][0].dimensions]
    assert [name for name in names if f"{name} Not yet First signs" not in text] == []


def test_large_print_and_letter_paper_come_out(sides) -> None:
    assert comparison_pdf(sides[:2], large=True, paper="letter") != comparison_pdf(sides[:2])


def test_the_command_takes_several_files(names, compared, checkout, tmp_path) -> None:
    files = [str(checkout / f"examples/{name}.yaml") for name in names]
    out = tmp_path / "compared.pdf"
    result = CliRunner().invoke(app, ["report", *files, "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert out.read_bytes() == compared
    refused = CliRunner().invoke(app, ["report", *files, "--html", str(tmp_path / "x.html")])
    assert refused.exit_code == 2
