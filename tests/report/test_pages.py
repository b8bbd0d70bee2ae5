"""How many pages a paper takes, that none is nearly empty, and that no heading is parted from its text."""

from __future__ import annotations

import io
import shutil
import subprocess
from itertools import pairwise
from typing import NamedTuple
from xml.etree import ElementTree as Xml

import pikepdf
import pytest

from placecheck.publishing import find_texts as publishable
from placecheck.publishing import published
from placecheck.report.comparison import comparison_pdf
from placecheck.report.published import published_pdf
from placecheck.report.summary import summary_pdf

if shutil.which("pdftotext") is None:
    pytest.skip("pdftotext is not installed (Debian: poppler-utils)", allow_module_level=True)

SHORT, FULL = "kingfisher-meadows", "marsh-lane"
"""An example of 15 questions, and one of 39 with 14 people."""
XHTML = "{http://www.w3.org/1999/xhtml}"
FOOT = 17 / 297
"""The share of a page that its foot takes."""
A_THIRD = 1 / 3
NOTES = "Your notes"
LINES_IN_A_COLUMN = 30
"""That many lines to write on fill an empty column of A4."""
NOTES_BELOW = 0.4
"""Where a paper fills less than this share of its last page, lines to write on follow."""


class Line(NamedTuple):
    text: str
    left: float
    bottom: float
    """Both as a share of the page."""


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    """`lines(pdf)` is a list of the lines of each page, without its foot."""
    file = tmp_path_factory.mktemp("lines") / "paper.pdf"

    def read(pdf: bytes) -> list[list[Line]]:
        file.write_bytes(pdf)
        command = ["pdftotext", "-bbox-layout", str(file), "-"]
        found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return [lines_of(page) for page in Xml.fromstring(found).iter(f"{XHTML}page")]  # noqa: S314 (our own paper)

    return read


@pytest.fixture(scope="module")
def rules(tmp_path_factory):
    """`rules(pdf)` is how many lines to write on its last page has in its left half, and how many in its right."""
    file = tmp_path_factory.mktemp("rules") / "paper.pdf"

    def count(pdf: bytes) -> tuple[int, int]:
        file.write_bytes(pdf)
        command = ["pdftoppm", "-gray", "-r", "72", "-f", str(pages(pdf)), str(file)]
        _, size, _, pixels = subprocess.run(command, check=True, capture_output=True).stdout.split(b"\n", 3)
        wide, high = map(int, size.split())
        rows = [pixels[y * wide : (y + 1) * wide] for y in range(high)]
        return ruled(rows, 0.15, 0.45), ruled(rows, 0.55, 0.85)

    return count


def ruled(rows: list[bytes], left: float, right: float) -> int:
    """How many lines run through all of `rows` from `left` to `right`, both as a share of the width."""
    across = [max(row[int(left * len(row)) : int(right * len(row))]) < 245 for row in rows]
    return sum(is_line and not before for before, is_line in pairwise([False, *across]))


def lines_of(page: Xml.Element) -> list[Line]:
    wide, high = float(page.attrib["width"]), float(page.attrib["height"])
    each = [
        Line(
            " ".join(word.text or "" for word in line.iter(f"{XHTML}word")),
            float(line.attrib["xMin"]) / wide,
            float(line.attrib["yMax"]) / high,
        )
        for line in page.iter(f"{XHTML}line")
    ]
    return [line for line in each if line.bottom < 1 - FOOT]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_one_page_is_one_page_for_every_example(printed, texts, place, paper) -> None:
    pdf = printed(place, one_page=True, paper=paper)
    assert pages(pdf) == 1
    for words in ("What is strong here", "Where views differ", "What we will try next", "Who took part", "Who did not"):
        assert words in texts(pdf)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_one_page_in_large_print_is_the_two_sides_of_a_sheet(printed, place, paper) -> None:
    assert pages(printed(place, one_page=True, large=True, paper=paper)) == 2


def test_one_page_is_one_page_however_much_people_wrote(small) -> None:
    much = "It is a long story that goes on and on. " * 90
    indicators = [f"{one.id}" for one in small().rubric.indicators() if one.starter]
    steps = [{"what": much, "who": much[:290], "power": much[:290], "when": "2027"} for _ in range(9)]
    place = {"name": "The lanes between the canal and the railway", "boundary": much, "context": much}
    voices = [
        {"id": f"v{n}", "answers": {id_: {"level": 4 * (n % 2), "story": much} for id_ in indicators}} for n in range(5)
    ]
    given = small(place=place, missing_voices=much, actions=steps, voices=voices)
    assert pages(summary_pdf(*given, one_page=True)) == 1
    assert pages(summary_pdf(*given, one_page=True, large=True)) == 2


def test_the_summary_of_the_short_set_takes_four_to_six_pages(printed) -> None:
    assert 4 <= pages(printed(SHORT)) <= 6


def test_the_summary_of_the_full_set_takes_at_most_twelve_pages(printed, place) -> None:
    assert pages(printed(place)) <= 12


def text_fill(page: list[Line]) -> float:
    """How far down the text of a page reaches, as a share; the lines to write on below it are not text."""
    return max((line.bottom for line in page if line.text != NOTES), default=0)


def is_filled(page: list[Line]) -> bool:
    return text_fill(page) >= A_THIRD or NOTES in {line.text for line in page}


@pytest.mark.parametrize("options", [{}, {"annex": True}, {"large": True}, {"paper": "letter"}], ids=str)
def test_no_page_is_less_than_a_third_full(printed, lines, place, options) -> None:
    assert [page for page in lines(printed(place, **options)) if not is_filled(page)] == []


def test_no_page_of_what_anyone_may_see_is_less_than_a_third_full(given, lines, place) -> None:
    rubric, _, assessment = given(place)
    summary = published(rubric, assessment, {text.tick for text in publishable(assessment)})
    assert [page for page in lines(published_pdf(summary)) if not is_filled(page)] == []


def noted(paper: list[list[Line]]) -> list[int]:
    """The pages with lines to write on, from 0."""
    return [n for n, page in enumerate(paper) if NOTES in {line.text for line in page}]


@pytest.mark.parametrize("options", [{}, {"large": True}, {"large": True, "annex": True}], ids=str)
def test_lines_to_write_on_end_a_paper_and_never_have_a_page_of_their_own(printed, lines, place, options) -> None:
    paper = lines(printed(place, **options))
    last = len(paper) - 1
    assert noted(paper) in ([], [last])
    assert text_fill(paper[last]) > 0


def test_lines_to_write_on_fill_both_columns_below_a_short_end(small, lines, rules) -> None:
    """Steps are added one by one, so that the paper ends everywhere on its page."""
    seen = set()
    for n in range(20):
        steps = [{"what": "We mend the bench by the pond and sit on it. " * 30, "when": "2027"}] * n
        pdf = summary_pdf(*small(actions=steps))
        paper = lines(pdf)
        in_left_column = all(line.left < 0.5 for line in paper[-1])
        assert bool(noted(paper)) is (in_left_column and text_fill(paper[-1]) < 2 * NOTES_BELOW)
        left, right = rules(pdf)
        assert (left > 0 and right == LINES_IN_A_COLUMN) is bool(noted(paper))
        seen.add(bool(noted(paper)))
    assert seen == {True, False}


@pytest.mark.parametrize("options", [{}, {"large": True}], ids=str)
def test_no_heading_is_the_last_line_of_its_column(printed, given, lines, place, options) -> None:
    rubric = given(place).rubric
    headings = {one.name for one in rubric.indicators()} | {one.name for one in rubric.dimensions}
    parted = []
    before = 5 if options else 2  # the picture and the ladder, which name them too
    for page in lines(printed(place, **options))[before:]:
        for column in (False, True):
            here = [line for line in page if (line.left > 0.5) is column]
            if here and max(here, key=lambda line: line.bottom).text in headings:
                parted.append(max(here, key=lambda line: line.bottom))
    assert parted == []


def test_no_level_is_named_twice_in_a_row(printed, texts, place, given) -> None:
    text = texts(printed(place))
    for level in given(place).rubric.levels:
        assert f"{level.name}. {level.name}" not in text
        assert f"{level.name}: {level.name}" not in text


@pytest.mark.parametrize(
    "names", [("marsh-lane", "llanfair-y-bont", "saltby-2026"), ("saltby-2025", "saltby-2026")], ids=str
)
@pytest.mark.parametrize("large", [False, True])
def test_a_printed_comparison_has_no_page_that_is_nearly_empty_and_tells_stories(
    given, lines, texts, names, large
) -> None:
    sides = [(given(name).rubric, given(name).assessment) for name in names]
    pdf = comparison_pdf(sides, large=large)
    fills = [max(line.bottom for line in page) for page in lines(pdf)]
    assert min(fills[:-1]) > 0.5
    assert fills[-1] > A_THIRD
    said = texts(pdf)
    assert said.count("“") > 100
    assert ("What could we borrow?" in said) is (len(names) > 2)


def test_then_and_now_on_paper_begins_with_all_at_a_glance_and_what_moved(given, texts) -> None:
    sides = [(given(name).rubric, given(name).assessment) for name in ("saltby-2025", "saltby-2026")]
    said = texts(comparison_pdf(sides))
    moved = "Someone who links people: Not yet → Here and there or Usually"
    order = ["At a glance", "What moved – Places to meet", moved, "Social infrastructure Not yet First signs"]
    assert sorted(order, key=said.index) == order
    assert "They are alike" in said[said.index(order[-1]) :]
    assert "Streets where people meet: Usually →" not in said
