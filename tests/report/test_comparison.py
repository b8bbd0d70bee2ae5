"""Places side by side and two rounds of one, on paper."""

from __future__ import annotations

import html
import re

import page
import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.report.comparison import comparison_html, comparison_pdf
from placecheck.views.comparison.comparison import comparison_view

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
    refused = CliRunner().invoke(app, ["report", *files, "-o", str(out), "--one-page"])
    assert refused.exit_code == 2


def test_the_page_says_all_that_the_view_says_and_runs_nothing(sides) -> None:
    written, view = comparison_html(sides), comparison_view(sides)
    said = html.unescape(written)
    rows = [row for one in view.dimensions for row in (*([one.whole] if one.whole else []), *one.rows)]
    assert len(rows) >= 20
    assert [row.id for row in rows if row.alt not in said or f"<h3>{row.name}</h3>" not in said] == []
    assert [
        words
        for row in rows
        for cell in row.cells
        for words in (cell.words, cell.because)
        if words and words not in said
    ] == []
    assert [line for line in view.not_comparable if line not in said] == []
    assert not re.search(r"<(script|link|img|iframe|form)|(src|href)=.(?!#)", written)
    assert not re.search(r"https?:|url\((?!data:)", written)


def test_the_ending_says_what_is_written(tmp_path, checkout) -> None:
    files = [str(checkout / f"examples/{name}.yaml") for name in PAIRS["two rounds"]]
    out = tmp_path / "side-by-side.html"
    assert CliRunner().invoke(app, ["report", *files, "-o", str(out)]).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_no_paper_is_written_under_the_name_of_a_file_to_edit(tmp_path, checkout) -> None:
    files = [str(checkout / f"examples/{name}.yaml") for name in PAIRS["two rounds"]]
    out = tmp_path / "side-by-side.docx"
    refused = CliRunner().invoke(app, ["report", *files, "-o", str(out)])
    assert refused.exit_code == 2
    assert not out.exists()


def test_what_was_promised_and_what_was_seen_stand_with_the_stories(small, texts) -> None:
    rubric = small().rubric
    answer = {"level": 2, "story": "We wrote twice.", "promised": "a reply in May", "seen": "nothing yet"}
    voices = [{"id": "v1", "answers": {"speaking-up-counts": answer}}]
    places = [(rubric, small(place={"name": name}, voices=voices).assessment) for name in ("Ore Valley", "Saltby")]
    told = ("“We wrote twice.”", "What was promised: a reply in May", "What was seen of it: nothing yet")
    on_paper, on_a_page = texts(comparison_pdf(places)), html.unescape(comparison_html(places))
    assert [(on_paper.count(text), on_a_page.count(text)) for text in told] == [(2, 2)] * 3
