from __future__ import annotations

import datetime
import io

import pypdf
import pytest
from docx import Document
from PIL import Image

from placecheck.assessment import Place, read_assessment
from placecheck.levels import load_levels
from placecheck.place import Asset, Photo, Slip, read_place_file
from placecheck.place.photo import prepared_photo
from placecheck.report.place_docx import profile_docx
from placecheck.report.place_profile import profile_html, profile_pdf, walking_sheet, whole_profile
from placecheck.views.place.profile import agenda_sections, document

DAY = datetime.date(2026, 11, 28)
EXAMPLES = {"saltby": ("saltby-2025", "saltby-2026"), "marsh-lane": ("marsh-lane",)}


@pytest.fixture(scope="module", params=EXAMPLES)
def profile(request, checkout):
    return profile_of(checkout, request.param, {})


def profile_of(checkout, name, photos):
    """Return the profile of an example with every next step of its assessments, and `photos` on its first cards."""
    cards = read_place_file(checkout / f"examples/places/{name}.yaml").cards
    pictures = iter(photos)
    cards = [
        card.model_copy(update={"photos": (Photo(file=file, alt="The door of it, seen from the square"),)})
        if isinstance(card, Asset) and (file := next(pictures, None))
        else card
        for card in cards
    ]
    looks = [read_assessment(checkout / f"examples/{look}.yaml") for look in EXAMPLES[name]]
    actions = [(action, assessment.date) for _, assessment in looks for action in assessment.actions]
    levels = load_levels(checkout / "rubrics/better-way-place")
    return whole_profile(looks[-1][1].place, cards, actions, DAY, looks[-1], levels=levels)


def pages(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_the_profile_of_an_example_has_four_to_eight_pages_with_strengths_before_what_is_missing(profile):
    printed = pages(profile_pdf(profile, DAY))
    assert 4 <= len(printed) <= 8
    whole = " ".join("\n".join(printed).split())
    order = [
        whole.index(title) for title in ("What is here", "How it stands", "Strong here", "Agenda", "What became of it")
    ]
    assert order == sorted(order)
    assert order[-1] < whole.index("What the cards say")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_profile_of_an_example_with_photos_has_four_to_eight_pages_too(checkout, name):
    photos = {}
    for size in ((1600, 1200), (1200, 1600), (1600, 900), (900, 1600)):
        raw = io.BytesIO()
        Image.new("RGB", size, "teal").save(raw, "JPEG")
        photos |= dict([prepared_photo(raw.getvalue(), "photo.jpg")])
    printed = pages(profile_pdf(profile_of(checkout, name, photos), DAY, photos=photos))
    assert 4 <= len(printed) <= 8
    captions = [" ".join(page.split()).count("The door of it, seen from the square") for page in printed]
    assert sum(captions) == len(photos)


def test_the_same_profile_gives_the_same_bytes(profile):
    assert profile_pdf(profile, DAY) == profile_pdf(profile, DAY)
    assert profile_docx(profile, DAY) == profile_docx(profile, DAY)


def test_the_profile_says_the_same_on_paper_as_a_page_and_in_word(profile):
    html = profile_html(profile)
    word = Document(io.BytesIO(profile_docx(profile, DAY)))
    texts = "\n".join(paragraph.text for paragraph in word.paragraphs)
    paper = " ".join("\n".join(pages(profile_pdf(profile, DAY))).split())
    for section in profile.sections:
        assert section.title in texts
        assert section.title in paper
        assert section.title in html
        for entry in section.entries:
            assert entry.name in texts


def test_the_page_runs_no_script_and_fetches_nothing_and_escapes_what_people_wrote():
    slip = Slip(id="s", words="<script>alert(1)</script> & more")
    html = profile_html(document(Place(name="<b>Ore</b>"), "Ore", agenda_sections([slip]), DAY))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "<b>Ore" not in html
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


def test_a_place_without_cards_and_assessment_has_a_profile_of_one_page():
    view = whole_profile(Place(name="Ore", boundary="the lane"), [], [], DAY)
    assert len(pages(profile_pdf(view, DAY))) == 1


@pytest.mark.parametrize("large", [False, True])
def test_a_profile_is_printed_in_large_print_and_on_letter_too(profile, large):
    assert pages(profile_pdf(profile, DAY, large=large, paper="letter"))


def test_the_sheet_for_walking_round_is_one_page_with_room_for_six():
    printed = pages(walking_sheet("Saltby", DAY))
    assert len(printed) == 1
    assert printed[0].count("What is it?") == 6


def test_a_photo_stands_on_its_card_in_every_form_with_its_words():
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, "JPEG")
    name, content = prepared_photo(out.getvalue(), "door.jpg")
    card = Asset(id="a", layer="built", words="The hall", photos=(Photo(file=name, alt="A red door"),))
    view, photos = whole_profile(Place(name="Ore"), [card], [], DAY), {name: content}
    pdf = pypdf.PdfReader(io.BytesIO(profile_pdf(view, DAY, photos=photos)))
    assert [image for page in pdf.pages for image in page.images]
    assert 'alt="A red door"' in profile_html(view, photos=photos)
    assert Document(io.BytesIO(profile_docx(view, DAY, photos))).inline_shapes
    assert "data:image" not in profile_html(view)
