from __future__ import annotations

import page
import pytest

from placecheck.publishing import find_texts, published
from placecheck.report.published import published_html, published_pdf


@pytest.fixture(scope="module")
def open_to_all(given):
    one = given("marsh-lane")
    return published(one.rubric, one.assessment, {text.tick for text in find_texts(one.assessment)})


def test_it_keeps_the_standards_and_is_the_same_each_time(open_to_all) -> None:
    made = published_pdf(open_to_all)
    assert page.validate_pdf_bytes(made, profile="ua1").failures == []
    assert published_pdf(open_to_all) == made


def test_the_page_escapes_what_people_wrote_and_loads_nothing(open_to_all) -> None:
    html = published_html(open_to_all)
    assert "default-src 'none'" in html
    assert "<script" not in html
    assert "as the group agreed" in html
