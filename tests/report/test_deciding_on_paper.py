"""Guides and matters on paper: blank ones hold every question, and what comes out holds what was replied."""

from __future__ import annotations

import datetime
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from placecheck.assessment import Place
from placecheck.guides import Replies, load_guides
from placecheck.guides.write import build_outputs
from placecheck.levels import load_levels
from placecheck.place import Matter, Worksheet, cards_of, read_place_file
from placecheck.report.place_docx import profile_docx
from placecheck.report.place_profile import deciding_sections, profile_html, profile_pdf
from placecheck.resources import resource_folder
from placecheck.views.guides.printed import blank_sections, guide_document, output_section
from placecheck.views.levels.printed import blank_matter_sections
from placecheck.views.place.profile import document

FOLDER = resource_folder("rubrics") / "better-way-place"
GUIDES = load_guides(FOLDER)
LEVELS = load_levels(FOLDER)
SALTBY = read_place_file(resource_folder("examples") / "places" / "saltby.yaml")
DAY = datetime.date(2026, 11, 28)


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
def test_a_blank_guide_holds_every_question_whatever_it_hangs_on(guide):
    view = guide_document(Place(name=guide.name), guide.name, blank_sections(guide), DAY)
    asked = [entry.name for section in view.sections for entry in section.entries]
    assert [question.ask for question in guide.questions() if question.ask not in asked] == []


def test_a_blank_guide_is_printed():
    guide = GUIDES["how-to-involve"]
    printed = text(profile_pdf(guide_document(Place(name="x"), guide.name, blank_sections(guide), DAY), DAY))
    assert "What can still change because of what people say?" in printed
    assert "Fill this in only if this is the reply to" in printed


@pytest.mark.parametrize("guide", GUIDES.values(), ids=GUIDES)
def test_every_choice_on_a_blank_guide_has_a_box_to_tick(guide):
    entries = {entry.name: entry for section in blank_sections(guide) for entry in section.entries}
    for question in guide.questions():
        names = [choice.name for choice in question.choices]
        names += ["Yes", "It does not say"] if question.kind == "stance" else []
        boxes = [box for _, line in entries[question.ask].details for box in line.split(" \N{EM SPACE} ")]
        assert [name for name in names if f"☐ {name}" not in boxes] == []


def test_a_step_that_waits_for_one_of_two_says_so_on_paper():
    intros = {section.title: section.intro for section in blank_sections(GUIDES["what-do-we-want"])}
    assert intros["Now the money"].endswith("to one of these: What we want together, Where we differ.")


def test_a_step_that_hangs_on_one_reply_says_on_paper_on_which():
    intros = {section.title: section.intro for section in blank_sections(GUIDES["what-would-this-do"])}
    assert intros["A quick look"].endswith(
        "Fill this in only if this is the reply to “How much time we have”: Ten minutes."
    )
    assert intros["Having a say"].endswith(": Two hours.")


def test_what_comes_out_of_a_guide_is_printed_and_can_be_changed_in_word():
    sheet = next(cards_of(SALTBY.cards, Worksheet))
    outputs = build_outputs(GUIDES[sheet.guide], Replies.from_worksheet(sheet))
    view = guide_document(SALTBY.place, "x", tuple(map(output_section, outputs)), DAY)
    assert "To The wind farm's community money" in text(profile_pdf(view, DAY)).replace("’", "'")
    assert profile_docx(view, DAY).startswith(b"PK")


LETTER = {
    "fund-name": "The wind fund",
    "for-what": "Soup",
    "would-do": "It keeps us going.",
    "thanks": "You ring back.",
}
SUM = {"bidders": "4", "bid-hours": "30", "bid-hourly": "20", "buyer-hours": "80", "buyer-hourly": "30"}


def output_of(guide, number, texts, tables=None):
    made = build_outputs(GUIDES[guide], Replies(texts, tables or {}))[number]
    return guide_document(Place(name="Ore"), made.output.name, (output_section(made),), DAY)


def test_a_letter_begins_with_who_writes_and_to_whom_and_not_with_the_guide_it_came_from():
    view = output_of("is-this-money-good", 1, LETTER)
    assert text(profile_pdf(view, DAY)).startswith("Ore To The wind fund")
    assert "<h2" not in profile_html(view)
    assert [line.text for line in Document(BytesIO(profile_docx(view, DAY))).paragraphs][2] == "To The wind fund"


def test_what_bidding_costs_is_a_table_on_paper_on_the_page_and_in_word():
    numbers = {f"{name}-{end}": number for name, number in SUM.items() for end in ("low", "high")}
    view = output_of("how-to-buy", 1, numbers)
    assert "What is spent Low High By all who bid £2,400 £2,400" in text(profile_pdf(view, DAY))
    assert '<th scope="col">Low</th>' in profile_html(view)
    assert Document(BytesIO(profile_docx(view, DAY))).tables[0].rows[1].cells[1].text == "£2,400"


def test_an_ask_of_nobody_in_particular_is_kept_in_what_comes_out():
    asks = {"asks": ({"ask": "Plant the hedge first", "of-whom": ""}, {"ask": "Keep the path open", "of-whom": "Acme"})}
    view = output_of("what-would-this-do", 0, {"plan": "New homes"}, asks)
    listed = [quote for entry in view.sections[0].entries for quote in entry.quotes]
    assert listed == ["Plant the hedge first", "Of Acme: Keep the path open."]


def test_who_decides_what_is_printed_with_its_picture_its_reasons_and_its_asks():
    matters = list(cards_of(SALTBY.cards, Matter))
    sections = deciding_sections(SALTBY.place, matters, LEVELS)
    assert "<svg" in sections[0].drawing
    assert sections[0].alt
    printed = text(profile_pdf(document(SALTBY.place, "x", sections, DAY), DAY))
    assert "Better further off: Parliament and government." in printed
    assert "One page and a set of cones." in printed


def test_a_sheet_for_a_workshop_holds_every_matter_and_the_levels_of_the_nation():
    sections = blank_matter_sections(LEVELS, LEVELS.names("Scotland"))
    names = [entry.name for entry in sections[0].entries]
    assert [matter.name for matter in LEVELS.matters if matter.name not in names] == []
    levels = sections[0].entries[0].details[0][1].replace("\N{NO-BREAK SPACE}", " ")
    assert levels.split(" \N{EM SPACE} ") == [f"☐ {name}" for name in LEVELS.names("Scotland").values()]
    assert "☐ The Scottish Parliament and Government" in levels
    assert "This one cannot be left out." in text(profile_pdf(document(Place(name="Ore"), "x", sections, DAY), DAY))


def test_no_page_of_who_decides_what_ends_with_a_quarter_of_it_empty_but_the_last():
    matters = list(cards_of(SALTBY.cards, Matter))
    sections = deciding_sections(SALTBY.place, matters, LEVELS, drawing_width=96)
    pages = PdfReader(BytesIO(profile_pdf(document(SALTBY.place, "x", sections, DAY), DAY))).pages
    assert len(pages) > 1
    for page in pages[:-1]:
        rows: list[int] = []

        def note(words: str, outer: list[float], inner: list[float], *_font: object, to: list[int] = rows) -> None:
            if words.strip():
                to.append(round(outer[5] + inner[5] * outer[3]))

        page.extract_text(visitor_text=note)
        foot, lowest, *_ = sorted(set(rows))
        assert lowest - foot < page.mediabox.height / 5
