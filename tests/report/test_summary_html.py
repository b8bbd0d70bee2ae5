"""The summary as one HTML file: the same words, no script, nothing fetched, and what people wrote stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from placecheck.assessment import Answer
from placecheck.assessment.model import SecondVote, WrittenNote
from placecheck.report.summary import summary_html

FETCHING = {"script", "link", "img", "iframe", "object", "embed", "video", "audio", "source", "base", "form", "input"}
VOID = {"meta", "br", "link", "img", "input", "hr"}


class Read(HTMLParser):
    """The elements of a page in order, its ids, its text, and whether every element that opens closes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data) -> None:
        if self.open and self.open[-1] != "style":
            self.text.append(data)

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in tags]

    def said(self) -> str:
        return " ".join("".join(self.text).split())


@pytest.fixture(scope="module")
def page(given) -> str:
    return summary_html(*given("marsh-lane"))


@pytest.fixture(scope="module")
def read(page) -> Read:
    return Read(page)


def test_every_element_that_opens_closes(read) -> None:
    assert read.open == []


def test_it_names_its_language_and_its_title(page, read) -> None:
    assert page.lstrip().startswith("<!DOCTYPE html>")
    assert read.all("html")[0]["lang"] == "en"
    assert "<title>Marsh Lane: how we see our place, 20 June 2026</title>" in page


def test_it_holds_no_script_and_fetches_nothing(page, read) -> None:
    assert FETCHING & {tag for tag, _ in read.elements} == set()
    assert [name for _, attributes in read.elements for name in attributes if name.startswith("on")] == []
    assert {address.partition(":")[0] for address in re.findall(r"url\(([^)]*)", page)} == {"data"}
    assert "@import" not in page
    policy = next(one["content"] for one in read.all("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


def test_links_lead_to_the_notes_or_to_a_part_of_the_page(read) -> None:
    ids = {attributes["id"] for _, attributes in read.elements if "id" in attributes}
    links = [one["href"] or "" for one in read.all("a")]
    inside = {link[1:] for link in links if link.startswith("#")}
    assert inside <= ids
    assert all(link.startswith(("#", "https://", "http://")) for link in links)


def test_no_id_stands_twice(read) -> None:
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids)) > 40


def test_headings_go_down_one_step_at_a_time_from_one_first(read) -> None:
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_picture_says_what_it_shows_or_is_not_read_out(page, read) -> None:
    outer = [one for one in read.all("svg") if "role" in one or one.get("aria-hidden") == "true"]
    assert len(outer) > 80
    for one in (one for one in outer if "role" in one):
        assert one.get("aria-label") or one.get("aria-labelledby")
        for id_ in (one.get("aria-labelledby") or "").split():
            assert re.search(rf'<(title|desc) id="{id_}">[^<]{{5,}}', page)


def test_the_ladder_is_a_table_with_words_beside_every_picture(read, given) -> None:
    rubric = given("marsh-lane").rubric
    heads = [one for one in read.all("th") if one.get("scope") == "row"]
    assert len(heads) == len(list(rubric.indicators()))


def test_it_says_what_the_paper_says(read, given) -> None:
    rubric, _, assessment = given("marsh-lane")
    said = read.said()
    told = [answer.story for voice in assessment.voices for answer in voice.answers.values() if answer.story]
    assert [story for story in told if " ".join(story.split()) not in said] == []
    assert rubric.fingerprint in said
    assert "not a league table, a target or an inspection" in said


def test_what_people_wrote_stays_text(small) -> None:
    mean = "<script>alert(1)</script> </style> {{ view }} {% raw %} &amp; \" ' 中文 😀"
    page = summary_html(
        *small(
            mean,
            place={"name": mean, "boundary": mean, "context": mean},
            missing_voices=mean,
            actions=[{"what": mean, "who": mean, "first_step": mean, "power": mean}],
        )
    )
    read = Read(page)
    assert "script" not in {tag for tag, _ in read.elements}
    assert read.said().count("</style> {{ view }} {% raw %} &amp; \" ' 中文 😀") >= 8


def test_large_print_has_larger_letters(given) -> None:
    assert "font-size: 150%" in summary_html(*given("kingfisher-meadows"), large=True)
    assert "font-size: 112.5%" in summary_html(*given("kingfisher-meadows"))


def test_every_example_place_makes_a_page(given, place) -> None:
    assert given(place).assessment.place.name in Read(summary_html(*given(place))).said()


def test_what_the_scribe_noted_and_second_votes_beside_the_first_are_printed(given) -> None:
    rubric, catalogue, assessment = given("marsh-lane")
    item = next(iter(rubric.by_id.values()))
    vote = SecondVote(indicator=item.id, answers={"v1": Answer(level=1), "v2": Answer(no_answer="dont_know")})
    notes = (WrittenNote(indicator=item.id, text="the <b>pump</b>"), WrittenNote(text="short of time"))
    noted = assessment.model_copy(update={"notes": notes, "second_votes": (vote,)})
    words = Read(summary_html(rubric, catalogue, noted)).said()
    assert f"What was noted {item.name}: the <b>pump</b> short of time" in words
    voted = f"In a second vote 2 of {len(assessment.voices)} voted: {rubric.levels[1].name} 1, don't know 1."
    assert voted in words.replace("Don't", "don't")
    assert "What was noted" not in Read(summary_html(rubric, catalogue, assessment)).said()
