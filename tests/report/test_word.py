"""The Word documents: what they hold, what their pictures and tables say of themselves, and who opens them."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from docx import Document

from placecheck.report.case_page import case_docx
from placecheck.report.word import summary_docx
from placecheck.scoring import score
from placecheck.views.printed.case_page import case_view

OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def whole(given):
    return Document(io.BytesIO(summary_docx(*given("marsh-lane"))))


@pytest.fixture(scope="module")
def one_page(given):
    return Document(io.BytesIO(summary_docx(*given("marsh-lane"), one_page=True)))


def headings(document, level):
    return [one.text for one in document.paragraphs if one.style.name == f"Heading {level}"]


def test_headings_are_headings_and_each_question_has_one(whole, given) -> None:
    rubric = given("marsh-lane").rubric
    assert headings(whole, 1) == ["Marsh Lane"]
    assert [one.name for one in rubric.indicators()] == headings(whole, 3)
    assert {one.name for one in rubric.dimensions} <= set(headings(whole, 2))


@pytest.mark.parametrize("which", ["whole", "one_page"])
def test_the_picture_says_in_words_what_it_shows(request, which) -> None:
    (picture,) = request.getfixturevalue(which).inline_shapes
    words = picture._inline.docPr.get("descr")
    assert "has most room to grow" in words
    assert "Agency" in words


def test_the_table_names_its_columns_on_every_page(whole, given) -> None:
    (table,) = whole.tables
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert len(table.rows) == 1 + len(list(given("marsh-lane").rubric.indicators()))


def test_every_story_is_in_the_whole_and_the_page_has_what_is_pinned_up(whole, one_page, given) -> None:
    assessment = given("marsh-lane").assessment
    said = "\n".join(one.text for one in whole.paragraphs)
    told = [answer.story for voice in assessment.voices for answer in voice.answers.values() if answer.story]
    assert [story for story in told if story not in said] == []
    assert "What is strong here" in headings(one_page, 2)
    assert "Who did not" in headings(one_page, 2)
    assert not one_page.tables


def test_the_same_place_gives_the_same_bytes(given) -> None:
    assert summary_docx(*given("kingfisher-meadows")) == summary_docx(*given("kingfisher-meadows"))


def test_what_people_wrote_is_text_whatever_it_holds(small) -> None:
    given = small("<w:p>&amp; \u202e emoji \U0001f600")
    said = "\n".join(one.text for one in Document(io.BytesIO(summary_docx(*given))).paragraphs)
    assert "<w:p>&amp;" in said


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (Debian: libreoffice-writer)")
@pytest.mark.parametrize("options", [{}, {"one_page": True}], ids=str)
def test_libreoffice_opens_it(given, tmp_path, options) -> None:
    pages = pages_of(summary_docx(*given("kingfisher-meadows"), **options), tmp_path)
    assert pages == 1 if options else pages <= 8


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed (Debian: libreoffice-writer)")
def test_the_page_to_make_a_case_is_one_page(given, tmp_path) -> None:
    rubric, catalogue, assessment = given("marsh-lane")
    case = case_view(rubric, catalogue, assessment, score(rubric, assessment), "mixing")
    assert pages_of(case_docx(case), tmp_path) == 1


def pages_of(document: bytes, folder: Path) -> int:
    """How many pages LibreOffice makes of a Word document."""
    file = folder / "paper.docx"
    file.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"  # unescaped, LibreOffice hangs
    command = [str(OFFICE), "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"HOME": str(folder)})
    with pikepdf.open(folder / "paper.pdf") as opened:
        return len(opened.pages)
