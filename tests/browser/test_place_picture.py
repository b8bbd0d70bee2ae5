"""The picture of a place in a real browser: its words as Chromium sets them, and on the page of results."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import expect

from placecheck import fonts
from placecheck.assessment import read_assessment
from placecheck.charts.place_picture import shape
from placecheck.charts.place_picture.drawing import draw_picture
from placecheck.charts.theme import LIGHT
from placecheck.scoring import score
from placecheck.views.results.place_picture import picture_view

SHAPES = {"wide": shape.WIDE, "hall": shape.BIG_SCREEN, "page": shape.PAGE, "small": shape.SMALL}
BOXES = """() => {
    const svg = document.querySelector('svg'), [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
    return {width, height, boxes: [...svg.querySelectorAll('text')].map(text => {
        const box = text.getBBox(), lean = box.height * 0.16;
        return [text.textContent, box.x, box.y + lean, box.x + box.width, box.y + box.height - lean];
    })};
}"""
"""The box of each text, less the room above capitals and below the feet of letters that a typeface keeps."""

SMALLEST = 10
"""Pixels."""

FACES = "Promise.all([...document.fonts].map(face => face.load().then(() => true)))"


def page_of(svg: str) -> str:
    faces = "".join(
        f'@font-face{{font-family:"{fonts.FAMILY}";font-weight:{weight};'
        f"src:url(data:font/woff2;base64,{fonts.in_base64(cut)}) format('woff2')}}"
        for cut, weight in (("Regular", 400), ("Bold", 700))
    )
    return f"<style>{faces}</style>{svg}"


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("place", ["marsh-lane", "kingfisher-meadows", "glenarran"])
def test_no_words_overlap_or_are_cut_as_the_browser_sets_them(chromium, checkout, place, name) -> None:
    rubric, assessment = read_assessment(checkout / f"examples/{place}.yaml")
    page = chromium.new_page()
    page.set_content(
        page_of(draw_picture(picture_view(rubric, assessment, score(rubric, assessment)), LIGHT, SHAPES[name]))
    )
    assert page.evaluate(FACES) == [True, True]
    found = page.evaluate(BOXES)
    page.close()
    over = [box[0] for box in found["boxes"] if box[1] < 0 or box[3] > found["width"] or box[4] > found["height"]]
    touching = [
        (one[0], other[0])
        for one, other in combinations(found["boxes"], 2)
        if one[1] < other[3] - 1 and other[1] < one[3] - 1 and one[2] < other[4] - 1 and other[2] < one[4] - 1
    ]
    assert (over, touching) == ([], [])


def test_the_results_show_the_picture_with_its_words(open_at, address, settled) -> None:
    page = settled(open_at(f"{address}/results?round=example-marsh-lane"))
    picture = page.locator("svg[role=img][aria-label^='Marsh Lane.']").filter(visible=True)
    expect(picture).to_have_count(1)
    assert "has most room to grow" in (picture.get_attribute("aria-label") or "")
    assert picture.bounding_box()["width"] > 700


LETTERS = """texts => texts.map(text => {
    const svg = text.ownerSVGElement, scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return parseFloat(getComputedStyle(text).fontSize) * scale;
})"""
"""The size of each text's letters on the screen, in pixels; 0 where its drawing is not shown."""


def test_letters_in_the_picture_can_be_read_in_a_window_of_any_width(open_at, address, settled, eventually) -> None:
    page = settled(open_at(f"{address}/results?round=example-marsh-lane"))
    texts = page.locator("svg[role=img][aria-label^='Marsh Lane.'] text")
    for width in (1920, 1440, 1024, 768, 600, 390):
        page.set_viewport_size({"width": width, "height": 844})
        eventually(lambda: min(size for size in texts.evaluate_all(LETTERS) if size) >= SMALLEST, True)
