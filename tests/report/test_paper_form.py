"""The paper form: every question once, room to write, few pages, and readable without eyes."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import page
import pikepdf
import pytest

from placecheck.assessment.asked import question_set
from placecheck.report.paper_form import form_pdf, questionnaire_order
from placecheck.rubric import load_rubric
from placecheck.views.questionnaire.questionnaire import questionnaire_view
from placecheck.words import forms, results, say

PAGES = {("starter", False): 12, ("full", False): 25, ("starter", True): 22, ("full", True): 49}
"""As printed: a sheet for the cover, then a sheet (two pages) or two a dimension; large print a page a question."""


def text_of(made: bytes, folder: Path) -> list[str]:
    """The words of each page, blanks folded, in reading order."""
    (folder / "form.pdf").write_bytes(made)
    told = subprocess.run(["pdftotext", "-raw", folder / "form.pdf", "-"], capture_output=True, check=True).stdout
    return [" ".join(one.split()) for one in told.decode().split("\f")[:-1]]


def fold(text: str) -> str:
    """`text` without blanks and hyphens: where a line ends at a hyphen, the reader of PDFs drops it."""
    return re.sub(r"[\s-]", "", text)


def elements(made: bytes) -> list[str]:
    """The kinds of the structure tree's elements, in order."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        found: list[str] = []
        waiting = [pdf.Root.StructTreeRoot.K]
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, pikepdf.Array):
                waiting[:0] = list(one)
            elif isinstance(one, pikepdf.Dictionary):
                found += [str(one.S)] if "/S" in one else []
                waiting[:0] = [one.K] if "/K" in one else []
        return found


@pytest.mark.parametrize(("round_", "large"), PAGES)
def test_every_statement_and_level_stands_on_paper_once_on_the_expected_pages(rubric, tmp_path, round_, large) -> None:
    pages = text_of(form_pdf(rubric, round_, large=large), tmp_path)
    whole = fold("".join(pages))
    assert len(pages) == PAGES[round_, large]
    for _, one in questionnaire_order(rubric, round_):
        assert [whole.count(fold(words)) for words in (one.statement, one.look_for, *one.levels)] == [1] * 7, one.id


@pytest.mark.parametrize("round_", ["starter", "full"])
def test_letter_paper_takes_as_many_pages(rubric, tmp_path, round_) -> None:
    assert len(text_of(form_pdf(rubric, round_, paper="letter"), tmp_path)) == PAGES[round_, False]


@pytest.mark.parametrize("large", [False, True])
def test_a_question_never_runs_over_to_another_page(rubric, tmp_path, large) -> None:
    pages = text_of(form_pdf(rubric, "full", large=large), tmp_path)
    for _, one in questionnaire_order(rubric, "full"):
        (here,) = [one_page for one_page in pages if one.statement in one_page]
        assert all(fold(words) in fold(here) for words in (one.look_for, *one.levels))
    asked = [one.count(say(forms.FOR_WHOM)) for one in pages]
    assert asked == [one.count(say(forms.NEAREST)) for one in pages]
    assert sum(asked) == len(rubric.by_id)


def test_the_story_comes_before_the_boxes(rubric, tmp_path) -> None:
    pages = text_of(form_pdf(rubric, "starter", large=True), tmp_path)
    for one in pages[3:]:
        if say(forms.NEAREST) in one:
            parts = [say(forms.STORY), say(forms.NEAREST), say(results.DONT_KNOW), say(forms.FOR_WHOM)]
            assert [one.index(part) for part in parts] == sorted(one.index(part) for part in parts)


def test_the_questions_are_numbered_in_the_order_of_the_keying_grid(rubric, tmp_path) -> None:
    whole = " ".join(text_of(form_pdf(rubric, "full"), tmp_path))
    places = [whole.index(f"{number} {one.statement}") for number, one in questionnaire_order(rubric, "full")]
    assert places == sorted(places)


def test_every_side_begins_a_sheet_of_its_own(rubric, tmp_path) -> None:
    pages = text_of(form_pdf(rubric, "full"), tmp_path)
    for dimension in rubric.dimensions:
        (at,) = [at for at, one in enumerate(pages) if dimension.about in one]
        assert at % 2 == 0, f"{dimension.name} is on the back of a sheet"


def test_each_page_after_the_cover_has_room_for_the_voice_number(rubric, tmp_path) -> None:
    pages = text_of(form_pdf(rubric, "starter"), tmp_path)
    assert [one.count(say(forms.VOICE_NUMBER)) for one in pages[1:]] == [1] * (len(pages) - 1)


def test_the_place_stands_on_it_as_typed_where_it_is_known(rubric, tmp_path) -> None:
    place, boundary = '#read("x") *Ore* $Valley$ <b> \u65e5\u672c', "from the station\nto the ridge \U0001f333"
    cover = text_of(form_pdf(rubric, "starter", place=place, boundary=boundary), tmp_path)[1]
    assert '#read("x") *Ore* $Valley$ <b>' in cover
    assert "from the station to the ridge" in cover


def test_the_form_is_tagged_titled_and_says_its_language(rubric) -> None:
    made = form_pdf(rubric, "starter")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang).startswith("en")
        assert str(pdf.docinfo.Title)
        assert "pdfuaid:part" in pdf.Root.Metadata.read_bytes().decode()
    kinds = elements(made)
    assert (kinds.count("/H1"), kinds.count("/H3")) == (1, 15)
    assert kinds.count("/H2") == 3 + len(rubric.dimensions)
    assert kinds.count("/LI") >= 15 * rubric.steps


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
@pytest.mark.parametrize("large", [False, True])
def test_a_checker_of_accessible_pdfs_finds_nothing(rubric, profile, large) -> None:
    made = form_pdf(rubric, "starter", large=large)
    failures = page.validate_pdf_bytes(made, profile=profile).failures
    assert [one for one in failures if not (one.rule_id == "PDFA2A-STREAM-LENGTH-001" and ends_in_return(made))] == []


def ends_in_return(pdf: bytes) -> bool:
    """Tell whether data end in a carriage return, which the checker takes for a part of the line end after it."""
    return b"\r\nendstream" in pdf


def test_the_same_rubric_gives_the_same_bytes(rubric) -> None:
    assert form_pdf(rubric, "starter") == form_pdf(rubric, "starter")


@pytest.mark.parametrize("large", [False, True])
def test_a_workshops_sheet_carries_its_code_its_months_and_room_to_vote_again(rubric, tmp_path, large):
    only = question_set(rubric, "starter")[1:4]
    about = {"place": "Ore Valley", "boundary": "to the ridge", "months": "this summer", "code": "K4M-7QX"}
    pages = text_of(form_pdf(rubric, "starter", large=large, only=only, **about), tmp_path)
    for words in ("Join code K4M-7QX", "this summer", "If the room votes on a question again", "Typed in"):
        assert words in pages[1]
    whole = " ".join(pages)
    assert [rubric.by_id[id_].statement in whole for id_ in question_set(rubric, "starter")[:5]] == [
        False, True, True, True, False,
    ]  # fmt: skip
    assert "If the room votes" not in text_of(form_pdf(rubric, "starter", large=large), tmp_path)[1]


def test_questions_printed_alone_keep_the_numbers_that_the_keying_grid_has(rubric):
    ids = question_set(rubric, "starter")
    asks = questionnaire_view(rubric, "starter", ids[1:4])
    assert [(one.number, one.id) for one in asks.questions()] == list(enumerate(ids[1:4], start=2))
    assert asks.question_set == "chosen"


@pytest.mark.parametrize("large", [False, True])
def test_paper_says_whom_a_question_is_meant_for(checkout, tmp_path, large):
    walking = load_rubric(checkout / "tests" / "data" / "rubrics" / "cerdded-yn-ein-pentref")
    text = " ".join(text_of(form_pdf(walking, "full", large=large), tmp_path))
    assert fold("Meant for: Cerddwr, Rhiant â phram") in fold(text)
    assert text.count("Meant for:") == 2
