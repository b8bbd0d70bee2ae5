"""The offline form as a file: everything inside, nothing fetched, every question once."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest

from placecheck.forms.offline import offline_form
from placecheck.views.questionnaire.questionnaire import questionnaire_order
from placecheck.words import say
from placecheck.words.answering import LEVEL

MAX_BYTES = 250_000
ROUNDS = ("starter", "full")


def text_of(page: str) -> str:
    """The words between the tags of the page's body, blanks folded."""
    body = page.partition("</head>")[2].partition('<script type="application/json"')[0]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@pytest.mark.parametrize("round_", ROUNDS)
def test_the_form_is_small_enough_for_a_mail(rubric, round_) -> None:
    assert len(offline_form(rubric, round_).encode()) <= MAX_BYTES


@pytest.mark.parametrize("round_", ROUNDS)
def test_every_statement_and_level_of_the_round_stands_in_it_once(rubric, round_) -> None:
    text = text_of(offline_form(rubric, round_))
    order = questionnaire_order(rubric, round_)
    assert len(order) == (15 if round_ == "starter" else len(rubric.by_id))
    for _, one in order:
        assert [text.count(words) for words in (one.statement, one.look_for, *one.levels)] == [1] * 7
    assert text.count(say(LEVEL)) == len(order)


def test_a_starter_round_asks_nothing_else(rubric) -> None:
    text = text_of(offline_form(rubric, "starter"))
    assert [one.id for one in rubric.indicators() if not one.starter and one.statement in text] == []


@pytest.mark.parametrize("round_", ROUNDS)
def test_the_questions_are_numbered_as_on_paper(rubric, round_) -> None:
    numbers = re.findall(r'<span class="number">(\d+)</span>', offline_form(rubric, round_))
    assert list(map(int, numbers)) == [number for number, _ in questionnaire_order(rubric, round_)]


def test_the_page_refers_to_nothing_outside_itself(rubric) -> None:
    page = offline_form(rubric, "full")
    referred = re.findall(r"""(?:src|href|action|srcset)\s*=\s*["']([^"']+)""", page) + re.findall(
        r"url\(([^)]{,40})", page
    )
    assert [one for one in referred if not one.strip("\"'").startswith(("#", "data:"))] == []
    assert "@import" not in page


def test_the_policy_lets_only_the_page_s_own_script_and_style_work(rubric) -> None:
    page = offline_form(rubric, "starter")
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1])
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{directive} 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert re.findall(r"<script>|\son\w+=|\sstyle=", page) == ["<script>"]


def test_the_place_is_filled_in_as_typed(rubric) -> None:
    page = offline_form(rubric, "starter", '"><script>alert(1)</script>', "</textarea>from the station")
    assert "<script>alert" not in page
    assert html.unescape(re.search(r'name="place"[^>]*value="([^"]*)"', page)[1]) == '"><script>alert(1)</script>'
    assert "&lt;/textarea&gt;from the station" in page


def test_the_same_rubric_gives_the_same_bytes(rubric) -> None:
    assert offline_form(rubric, "full") == offline_form(rubric, "full")


def test_the_licence_of_the_library_travels_with_it(rubric) -> None:
    assert "Permission is hereby granted" in offline_form(rubric, "starter")
