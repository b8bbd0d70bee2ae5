"""The page to make a case: one side of paper that says what speaks against it too."""

from __future__ import annotations

import io

import pikepdf
import pytest
from docx import Document

from placecheck.publishing import find_texts as every_text
from placecheck.report.case_page import case_docx, case_pdf
from placecheck.scoring import score
from placecheck.views.printed.case_page import case_view

ABOUT = "mixing"


@pytest.fixture(scope="module")
def case(given):
    """`case(**more)` is the view of what Marsh Lane could ask for."""
    rubric, catalogue, assessment = given("marsh-lane")
    result = score(rubric, assessment)

    def build(about: str = ABOUT, **more):
        return case_view(rubric, catalogue, assessment, result, about, **more)

    return build


def test_it_is_one_side_of_paper_for_every_question(case, given) -> None:
    for indicator in list(given("marsh-lane").rubric.indicators())[::4]:
        with pikepdf.open(io.BytesIO(case_pdf(case(indicator.id)))) as opened:
            assert len(opened.pages) == 1, indicator.id


def test_it_says_the_claim_what_is_seen_who_was_missing_and_what_speaks_against_it(case, texts, given) -> None:
    rubric, _, assessment = given("marsh-lane")
    said = texts(case_pdf(case()))
    assert rubric.by_id[ABOUT].statement in said
    assert "Who did not" in said
    assert "What speaks against it" in said
    view = case()
    assert view.grounds
    assert view.against
    step = next(one for one in assessment.actions if one.indicator == ABOUT)
    assert (view.ask, view.whom) == (step.what, step.power)


def test_a_story_leaves_only_where_it_was_ticked(case, given) -> None:
    assessment = given("marsh-lane").assessment
    assert case().story is None
    stories = [one for one in every_text(assessment) if one.indicator == ABOUT and "story" in dict(one.parts)]
    assert case(ticks={stories[0].tick}).story == dict(stories[0].parts)["story"]


def test_what_is_asked_and_of_whom_can_be_said_anew(case) -> None:
    view = case(ask="Open the cage on Sundays", whom="the parks team")
    assert (view.ask, view.whom) == ("Open the cage on Sundays", "the parks team")


def test_the_word_document_holds_the_same(case) -> None:
    view = case()
    document = Document(io.BytesIO(case_docx(view)))
    said = "\n".join(one.text for one in document.paragraphs)
    assert all(words in said for words in (view.claim, view.ask, view.whom, view.grounds[0].gist, view.against[0].gist))
    assert all(one.text for one in document.paragraphs)
    assert case_docx(view) == case_docx(view)
    assert document.styles["Normal"].font.size.pt <= 10, "larger, and it runs on to a second page"
