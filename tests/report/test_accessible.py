"""The PDF can be read by everyone: what two standards ask, asked by a checker and by looking ourselves."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import page
import pikepdf
import pytest

VARIANTS = [
    {},
    {"large": True},
    {"one_page": True},
    {"paper": "letter"},
    {"large": True, "one_page": True, "paper": "letter"},
]
variants = pytest.mark.parametrize("options", VARIANTS, ids=lambda options: "-".join(map(str, options)) or "plain")


@cache  # what is taken from a document lives only as long as the document
def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def elements(node: Any) -> Iterator[pikepdf.Dictionary]:
    """Every structure element below `node`, in reading order."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def tags(pdf: bytes) -> list[pikepdf.Dictionary]:
    return list(elements(opened(pdf).Root.StructTreeRoot))


def broken(pdf: bytes, profile: str) -> list[tuple[str, str]]:
    """The rules of `profile` that `pdf` breaks.

    The checker takes a stream that happens to end in a carriage return, before the line feed that ends its line, for
    one byte short. Where there is such a stream, all of them are measured here instead.
    """
    found = page.validate_pdf_bytes(pdf, profile=profile)
    assert found.rules.total > 100
    fits = lengths_fit(pdf)
    return [
        (failure.rule_id, failure.message)
        for failure in found.failures
        if not (failure.rule_id.endswith("STREAM-LENGTH-001") and fits)
    ]


def lengths_fit(pdf: bytes) -> bool:
    """Whether a stream ends in a carriage return, and after the length that it gives each one really ends."""
    ends = [
        match.end() + int(match[1])
        for match in re.finditer(rb"/Length (\d+)(?:(?!endobj).)*?>>\s*stream\n", pdf, re.DOTALL)
    ]
    assert ends
    assert all(pdf[end:].startswith(b"\nendstream") for end in ends)
    return any(pdf[end - 1 : end] == b"\r" for end in ends)


@variants
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_checker_finds_no_rule_broken(printed, options, profile) -> None:
    assert broken(printed("marsh-lane", **options), profile) == []


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_every_example_place_keeps_both_standards(printed, place, profile) -> None:
    assert broken(printed(place), profile) == []


def test_the_file_says_which_standards_it_keeps(printed) -> None:
    with opened(printed("marsh-lane")).open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_it_has_a_title_that_is_shown_a_language_and_tags(printed) -> None:
    pdf = opened(printed("llanfair-y-bont"))
    assert str(pdf.docinfo["/Title"]).startswith("Llanfair-y-bont: ")
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.MarkInfo.Marked


def test_every_picture_says_in_words_what_it_shows(printed, given) -> None:
    figures = [one for one in tags(printed("marsh-lane")) if one.S == "/Figure"]
    assert len(figures) > 80
    assert all(len(str(one.get("/Alt", ""))) > 5 for one in figures)
    of_the_place = str(figures[0].Alt)
    assert f"a fan of {len(list(given('marsh-lane').rubric.indicators()))} spokes" in of_the_place.lower()
    assert "Agency" in of_the_place


def test_headings_go_down_one_step_at_a_time_and_the_place_is_the_only_first_one(printed, place) -> None:
    levels = [int(str(one.S)[2:]) for one in tags(printed(place)) if str(one.S)[:2] == "/H"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_ladder_is_a_table_with_a_head_and_one_row_an_indicator(printed, given) -> None:
    found = tags(printed("marsh-lane"))
    ladder = next(one for one in found if one.S == "/Table")
    rows = [one for one in elements(ladder) if one.S == "/TR"]
    dimensions = given("marsh-lane").rubric.dimensions
    assert len(rows) == 1 + sum(1 + len(one.indicators) for one in dimensions)
    assert [one.S for one in elements(rows[0]) if one.S in ("/TH", "/TD")] == ["/TH", "/TH"]


def test_every_typeface_is_inside_the_file(printed) -> None:
    fonts = [one for one in opened(printed("marsh-lane")).objects if isinstance(one, pikepdf.Dictionary)]
    described = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
    assert described
    assert all("/FontFile2" in one or "/FontFile3" in one for one in described)
    assert {str(one.FontName)[8:] for one in described} >= {"AtkinsonHyperlegibleNext-Regular"}


def test_nothing_in_the_file_runs(printed) -> None:
    pdf = opened(printed("marsh-lane"))
    assert "/OpenAction" not in pdf.Root
    assert "/JavaScript" not in pdf.Root.get("/Names", {})
    actions = {str(link.A.S) for sheet in pdf.pages for link in sheet.get("/Annots", []) if "/A" in link}
    assert actions <= {"/URI"}


def test_the_parts_of_the_paper_are_bookmarks(printed, given) -> None:
    with opened(printed("marsh-lane")).open_outline() as outline:
        below = [part.title for part in outline.root[0].children]
    assert {one.name for one in given("marsh-lane").rubric.dimensions} <= set(below)
