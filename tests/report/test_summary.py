"""What the printed summary holds, and that it is the same whenever it is made."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from placecheck import report
from placecheck.assessment.own import adapted
from placecheck.scoring import METHOD

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


def test_the_first_two_pages_read_as_they_are_kept(printed, texts, place) -> None:
    kept = (FIRST_PAGES / f"{place}.txt").read_text(encoding="utf-8")
    assert texts(printed(place), 1, 2).split() == kept.split(), "tests/report/write_first_pages.py writes them anew"


def test_the_notice_board_takes_two_pages_and_the_ladder_begins_the_third(printed, texts, place) -> None:
    pdf = printed(place)
    assert "What we will try next" in texts(pdf, 2, 2)
    assert texts(pdf, 3, 3).startswith("Where each thing stands")


def test_every_indicator_statement_story_and_source_is_in_the_whole(printed, texts, given) -> None:
    rubric, catalogue, assessment = given("marsh-lane")
    text = texts(printed("marsh-lane")).replace(" ", "")
    told = [answer.story for voice in assessment.voices for answer in voice.answers.values() if answer.story]
    gists = [catalogue.passage[id_].gist for one in rubric.indicators() for id_ in (*one.supports, *one.cautions)]
    statements = [one.statement for one in rubric.indicators()]
    assert len(told) > 100
    missing = [words for words in (*statements, *told) if words.replace(" ", "").replace("\n", "") not in text]
    assert missing == []
    begun = [gist[:40] for gist in gists if gist[:40].replace(" ", "") not in text]
    assert begun == []


def test_it_says_what_it_was_made_from_and_what_it_is_not(printed, texts, given) -> None:
    rubric, _, _ = given("marsh-lane")
    text = texts(printed("marsh-lane"))
    assert f"{rubric.title}, edition {rubric.edition}" in text
    assert rubric.fingerprint in text
    assert f"version {METHOD}" in text
    assert rubric.licence in text
    assert " ".join(rubric.cite_as.split()) in text
    assert "not a league table, a target or an inspection" in texts(printed("marsh-lane"), 1, 1)


def test_minority_views_and_disagreement_are_printed(printed, texts, given) -> None:
    agreed = given("marsh-lane").assessment.agreed
    text = texts(printed("marsh-lane")).replace(" ", "")
    minorities = [one.minority for one in agreed.values() if one.minority]
    reasons = [one.not_agreed for one in agreed.values() if one.not_agreed]
    assert minorities
    assert reasons
    assert [words for words in (*minorities, *reasons) if "".join(words.split()) not in text] == []


@pytest.mark.parametrize("place", ["marsh-lane", "kingfisher-meadows", "llanfair-y-bont"])
def test_one_page_is_one_page(printed, texts, place) -> None:
    pdf = printed(place, one_page=True)
    assert pages(pdf) == 1
    assert "What we will try next" in texts(pdf)
    assert "Who took part" in texts(pdf)


def test_one_page_in_large_print_takes_both_sides_of_a_sheet(printed) -> None:
    assert pages(printed("marsh-lane", one_page=True, large=True)) <= 2


def test_large_print_is_18_points_and_the_rest_12(printed) -> None:
    for options, points in (({}, b" 12 Tf"), ({"large": True}, b" 18 Tf")):
        assert points in last_page(printed("marsh-lane", **options))


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
    text = texts(report.pdf(*nobody))
    assert "Nobody yet." in text
    assert "Nothing has been chosen yet." in text
    assert report.pdf(*nobody) == report.pdf(*nobody)


def test_a_round_of_a_hundred_voices_has_columns_with_numbers_in_place_of_dots(small, texts) -> None:
    first = next(iter(small().assessment.voices[0].answers))
    voices = [{"id": f"v{n}", "answers": {first: n % 2}} for n in range(100)]
    text = texts(report.pdf(*small(voices=voices)))
    assert text.count(" 50 50 Not yet") == 1


def test_a_long_name_and_a_long_context_leave_the_notice_board_whole(small, texts) -> None:
    place = {"name": "The lanes between the canal and the railway " * 5, "context": "It is a long story. " * 200}
    pdf = report.pdf(*small(place=place))
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
    asked = adapted(rubric, assessment.own_words)
    text = texts(report.pdf(asked, catalogue, assessment))
    assert "There is somewhere to sit. Asked in our own words. Nobody here says meet." in text
    assert "Mixing: We are twelve people." in text
    assert "Asked in our own words." in report.html(asked, catalogue, assessment)
