from __future__ import annotations

import re

import pytest

from placecheck import words
from placecheck.web.components.footer import show_footer


@pytest.fixture
def switch(monkeypatch: pytest.MonkeyPatch) -> str:
    shown: list[str] = []
    monkeypatch.setattr("streamlit.html", shown.append)
    show_footer()
    return shown[0]


def test_every_language_is_named_in_itself_and_leads_to_its_choice(switch: str) -> None:
    assert re.findall(r'href="/language/(\w+)"', switch) == [name for name in words.languages() if name != "en"]
    assert "Cymraeg" in switch


def test_the_language_that_is_spoken_is_no_link(switch: str) -> None:
    assert '<strong lang="en">English</strong>' in switch


def test_a_translation_that_waits_for_a_reader_says_that_it_is_a_draft(switch: str) -> None:
    assert "Cymraeg (draft)" in switch
    assert "English (draft)" not in switch


@pytest.mark.parametrize(("passphrase", "shown"), [("", False), ("bench-hall-ferry", True)])
def test_the_way_out_is_there_where_people_sign_in(
    monkeypatch: pytest.MonkeyPatch, passphrase: str, shown: bool
) -> None:
    monkeypatch.setenv("PLACECHECK_PASSPHRASE", passphrase)
    lines: list[str] = []
    monkeypatch.setattr("streamlit.html", lines.append)
    show_footer()
    assert ('href="/sign-in"' in lines[0]) is shown
