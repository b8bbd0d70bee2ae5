"""What is printed, given out and published of another rubric says nothing of ours, whatever its ladder."""

from __future__ import annotations

import datetime
import io
import re
import zipfile

import pytest

from placecheck.assessment import read_assessment
from placecheck.exchange.blank_sheet import blank_workbook
from placecheck.forms.offline import offline_form
from placecheck.notes import Catalogue
from placecheck.publishing import find_texts, published
from placecheck.report.case_page import case_docx
from placecheck.report.comparison import comparison_html, comparison_pdf
from placecheck.report.paper_form import form_pdf
from placecheck.report.place_profile import profile_html, whole_profile
from placecheck.report.published import published_html, published_pdf, published_yaml
from placecheck.report.summary import summary_html, summary_pdf
from placecheck.report.word import summary_docx
from placecheck.rubric import find_rubric, load_rubric
from placecheck.scoring import score
from placecheck.views.printed.case_page import case_view

NAMES = {"la-place-du-marche": "ecluse.yaml", "cerdded-yn-ein-pentref": "llandre.yaml"}
DAY = datetime.date(2026, 10, 3)
CLAIMS = ("better[ -]way", "five", "invited people", "2017", "2019", "notes of", "our summary")
OURS = re.compile(
    "|".join(rf"\b{words}\b" for words in (*CLAIMS, *(dimension.name for dimension in find_rubric().dimensions))),
    re.IGNORECASE,
)


@pytest.fixture(params=NAMES)
def own(request, checkout):
    """A rubric of the tests, and a place that was looked at with it."""
    folder = checkout / "tests" / "data" / "rubrics"
    rubric = load_rubric(folder / request.param)
    return read_assessment(folder / NAMES[request.param], lambda *_: rubric)


def unzipped(file: bytes) -> str:
    """Return the text of a Word or spreadsheet file's parts, without their marks."""
    with zipfile.ZipFile(io.BytesIO(file)) as parts:
        text = " ".join(parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels")))
    return re.sub(r"<[^>]+>", " ", text)


def without_pictures(html: str) -> str:
    """Return the page without the typefaces in it."""
    return re.sub(r"url\(data:[^)]*\)", "", html)


def test_papers_and_files_to_keep(own, texts):
    rubric, assessment = own
    ready = published(rubric, assessment, {text.tick for text in find_texts(assessment)})
    made = {
        "summary": texts(summary_pdf(rubric, Catalogue(), assessment, annex=True)),
        "comparison": texts(comparison_pdf([own, own])),
        "published": texts(published_pdf(ready)),
        "data": published_yaml(ready),
        "word": unzipped(summary_docx(rubric, Catalogue(), assessment)),
    }
    assert {name: found for name, text in made.items() if (found := OURS.findall(text))} == {}


def test_pages_to_send(own):
    rubric, assessment = own
    ready = published(rubric, assessment, {text.tick for text in find_texts(assessment)})
    made = {
        "summary": summary_html(rubric, Catalogue(), assessment),
        "comparison": comparison_html([own, own]),
        "published": published_html(ready),
        "profile": profile_html(whole_profile(assessment.place, (), (), DAY, (rubric, assessment))),
        "offline": offline_form(rubric, "full"),
    }
    assert {name: found for name, text in made.items() if (found := OURS.findall(without_pictures(text)))} == {}


def test_papers_to_fill_in_and_a_case_to_make(own, texts):
    rubric, assessment = own
    indicator = next(rubric.indicators()).id
    case = case_view(rubric, Catalogue(), assessment, score(rubric, assessment), indicator)
    made = {
        "paper": texts(form_pdf(rubric, "full", code="ABCD", day=DAY)),
        "spreadsheet": unzipped(blank_workbook(rubric, "full")),
        "spreadsheet of several": unzipped(blank_workbook(rubric, "full", several=True)),
        "case": unzipped(case_docx(case)),
    }
    assert {name: found for name, text in made.items() if (found := OURS.findall(text))} == {}


def test_what_is_so_of_ours_alone_is_found_in_what_is_made_of_ours(given):
    assert OURS.findall(without_pictures(summary_html(*given("marsh-lane"))))
