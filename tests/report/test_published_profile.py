from __future__ import annotations

import datetime
import io

import pypdf
import pytest
from docx import Document

from placecheck.assessment import read_assessment
from placecheck.place import read_place_file
from placecheck.publishing import find_texts, published
from placecheck.publishing.place_cards import find_card_texts
from placecheck.report.place_docx import profile_docx
from placecheck.report.place_profile import profile_html, profile_pdf
from placecheck.report.published_profile import profile_to_publish

DAY = datetime.date(2026, 11, 28)
EXAMPLES = {"saltby": "saltby-2026", "marsh-lane": "marsh-lane"}


@pytest.fixture(scope="module", params=EXAMPLES)
def example(request, checkout):
    file = read_place_file(checkout / f"examples/places/{request.param}.yaml")
    return (*read_assessment(checkout / f"examples/{EXAMPLES[request.param]}.yaml"), file)


def made(example, ticks):
    rubric, assessment, file = example
    actions = [(action, assessment.date) for action in assessment.actions]
    summary = published(rubric, assessment, ticks)
    return profile_to_publish(summary, file.place, file.cards, actions, ticks=ticks, today=DAY)


def test_without_ticks_no_word_that_somebody_wrote_is_in_the_profile(example):
    _, assessment, file = example
    html = profile_html(made(example, set()))
    texts = (*find_texts(assessment), *find_card_texts(file.place, file.cards, assessment.actions))
    written = {words for text in texts for _, words in text.parts if len(words) > 40}
    assert not [words for words in written if words in html]


def test_what_is_ticked_stands_in_every_form_and_no_keeper_or_teller_does(example):
    _, assessment, file = example
    texts = [text for text in find_card_texts(file.place, file.cards, assessment.actions) if text.key.count(".") == 1]
    view = made(example, {text.tick for text in texts})
    paper = pypdf.PdfReader(io.BytesIO(profile_pdf(view, DAY)))
    assert 3 <= len(paper.pages) <= 8
    word = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(profile_docx(view, DAY))).paragraphs)
    html = profile_html(view)
    for section in view.sections:
        assert section.title in word
        assert all(entry.name in word for entry in section.entries)
    labels = {label for section in view.sections for entry in section.entries for label, _ in entry.details}
    assert not labels & {"Who keeps it going", "Said by", "It rests on"}
    assert "What the cards say" not in html
