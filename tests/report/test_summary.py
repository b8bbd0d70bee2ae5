"""What the printed summary holds, and that it is the same whenever it is made."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pikepdf

from placecheck.assessment import read_assessment
from placecheck.assessment.customisation import customised
from placecheck.charts.place_picture.drawing import draw_picture
from placecheck.charts.theme import LIGHT, PRINT
from placecheck.report.summary import LARGE, UPRIGHT, summary_html, summary_pdf
from placecheck.scoring import METHOD, score
from placecheck.views.results.place_picture import picture_view

FIRST_PAGES = Path(__file__).with_name("first_pages")


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def size(pdf: bytes) -> tuple[float, float]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        left, bottom, right, top = map(float, opened.pages[0].mediabox)
    return round(right - left), round(top - bottom)


def last_page(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return opened.pages[-1].Contents.read_bytes()


def test_the_first_pages_read_as_they_are_kept(printed, texts, place) -> None:
    kept = (FIRST_PAGES / f"{place}.txt").read_text(encoding="utf-8")
    assert texts(printed(place), 1, 2).split() == kept.split(), "tests/report/write_first_pages.py writes them anew"


def test_the_page_to_pin_up_is_the_first_and_the_ladder_begins_the_second(printed, texts, place) -> None:
    pdf = printed(place)
    assert "What we will try next" in texts(pdf, 1, 1)
    assert texts(pdf, 2, 2).startswith("Where each question stands")


def test_every_statement_and_story_is_in_the_whole(printed, flow, given) -> None:
    rubric, _, assessment = given("marsh-lane")
    text = flow(printed("marsh-lane"))
    told = [answer.story for voice in assessment.voices for answer in voice.answers.values() if answer.story]
    statements = [one.statement for one in rubric.indicators()]
    assert len(told) > 100
    assert [words for words in (*statements, *told) if "".join(words.split()) not in text] == []


def test_the_discussion_is_an_annex_that_one_chooses(printed, flow, given) -> None:
    rubric, catalogue, _ = given("marsh-lane")
    gists = [
        catalogue.passages_by_id[id_].gist
        for one in rubric.indicators()
        for id_ in (*one.support_ids, *one.caution_ids)
    ]
    plain, annexed = (flow(printed("marsh-lane", annex=annex)) for annex in (False, True))
    begun = ["".join(gist[:40].split()) for gist in gists]
    assert [gist for gist in begun if gist not in annexed] == []
    assert not any(gist in plain for gist in begun)
    assert "Itrestson" not in annexed


def test_it_says_what_it_was_made_from_and_what_it_is_not(printed, texts, given) -> None:
    rubric, _, _ = given("marsh-lane")
    text = texts(printed("marsh-lane"))
    assert f"{rubric.title}, edition {rubric.edition}" in text
    assert rubric.fingerprint in text
    assert f"version {METHOD}" in text
    assert rubric.licence in text
    assert " ".join(rubric.cite_as.split()) in text
    assert "not a league table, a target or an inspection" in texts(printed("marsh-lane"), 1, 1)


def test_minority_views_and_disagreement_are_printed(printed, flow, given) -> None:
    agreed = given("marsh-lane").assessment.agreed
    text = flow(printed("marsh-lane"))
    minorities = [one.minority for one in agreed.values() if one.minority]
    reasons = [one.not_agreed for one in agreed.values() if one.not_agreed]
    assert minorities
    assert reasons
    assert [words for words in (*minorities, *reasons) if "".join(words.split()) not in text] == []


def test_large_print_is_18_points_and_the_rest_at_least_10(printed) -> None:
    for options, points in (({}, b" 10 Tf"), ({"large": True}, b" 18 Tf")):
        with pikepdf.open(io.BytesIO(printed("marsh-lane", **options))) as opened:
            assert points in opened.pages[7].Contents.read_bytes()


def test_paper_is_a4_unless_letter_is_asked_for(printed) -> None:
    assert size(printed("marsh-lane")) == (595, 842)
    assert size(printed("marsh-lane", paper="letter")) == (612, 792)


def test_the_same_place_gives_the_same_bytes_in_another_process(printed, tmp_path, checkout) -> None:
    out = tmp_path / "again.pdf"
    command = ["-m", "placecheck", "report", str(checkout / "examples/kingfisher-meadows.yaml"), "-o", str(out)]
    subprocess.run([sys.executable, *command], check=True, cwd=tmp_path, capture_output=True)
    assert out.read_bytes() == printed("kingfisher-meadows")


def test_a_round_without_a_date_without_voices_and_without_steps_prints(small, texts) -> None:
    nobody = small(voices=[])
    text = texts(summary_pdf(*nobody))
    assert "Nobody yet." in text
    assert "Nothing has been chosen yet." in text
    assert summary_pdf(*nobody) == summary_pdf(*nobody)


def test_a_round_of_a_hundred_voices_has_columns_with_numbers_in_place_of_dots(small, texts) -> None:
    first = next(iter(small().assessment.voices[0].answers))
    voices = [{"id": f"v{n}", "answers": {first: n % 2}} for n in range(100)]
    text = texts(summary_pdf(*small(voices=voices)))
    assert text.count(" 50 50 Not yet") == 1


def test_a_long_name_and_a_long_context_leave_the_notice_board_whole(small, texts) -> None:
    place = {"name": "The lanes between the canal and the railway " * 5, "context": "It is a long story. " * 200}
    pdf = summary_pdf(*small(place=place))
    assert "Who did not" in texts(pdf, 1, 1)
    assert texts(pdf).count(" story.") == 200


def test_what_the_group_asks_in_its_own_words_is_marked_and_what_it_left_out_is_named(small, texts, given) -> None:
    indicator = next(given("marsh-lane").rubric.indicators())
    words = indicator.model_copy(update={"name": "Where we sit", "statement": "There is somewhere to sit."})
    own = {
        indicator.id: {"change": "reworded", "because": "Nobody here says meet.", "words": words.model_dump()},
        "mixing": {"change": "dropped", "because": "We are twelve people."},
    }
    rubric, catalogue, assessment = small(own_words=own)
    asked = customised(rubric, assessment.own_words)
    text = texts(summary_pdf(asked, catalogue, assessment))
    assert "There is somewhere to sit. Asked in our own words. Nobody here says meet." in text
    assert "Mixing: We are twelve people." in text
    assert "Asked in our own words." in summary_html(asked, catalogue, assessment)


def test_pictures_on_white_paper_have_white_behind_their_words_and_large_rings_in_large_print(checkout) -> None:
    rubric, assessment = read_assessment(checkout / "examples/marsh-lane.yaml")
    view = picture_view(rubric, assessment, score(rubric, assessment))
    for shape in (*UPRIGHT, LARGE):
        assert LIGHT.paper not in draw_picture(view, PRINT, shape)
    sizes = re.findall(r'font-size="([^"]+)"[^>]*>(?:Not yet|Usually)<', draw_picture(view, PRINT, LARGE))
    assert min(map(float, sizes)) >= 0.03 * LARGE.width
