from __future__ import annotations

import io

import pytest
from docx import Document
from typer.testing import CliRunner

from placecheck.cli.commands import app


@pytest.fixture
def case(checkout, tmp_path):
    """Make the page with the command, and return what it is, what was printed and what is on it."""

    def command(indicator: str, *more: str, file: str = "saltby-2026", cards: str | None = "saltby"):
        out = tmp_path / "case.docx"
        given = ("--cards", str(checkout / f"examples/places/{cards}.yaml")) if cards else ()
        done = CliRunner().invoke(
            app, ["case", str(checkout / f"examples/{file}.yaml"), indicator, "-o", str(out), *given, *more]
        )
        written = Document(io.BytesIO(out.read_bytes())).paragraphs if out.exists() else ()
        return done, "\n".join(paragraph.text for paragraph in written)

    return command


def test_what_a_matter_asks_is_taken_from_the_cards_with_what_it_is_about_and_of_whom(case):
    done, page = case("room-to-play")
    assert done.exit_code == 0
    assert "One page and a set of cones. (Closing a street for play)" in page
    assert "District, borough or unitary council" in page


def test_without_cards_the_page_leaves_room_for_what_is_asked(case):
    _, page = case("room-to-play", cards=None)
    assert "Write here what you ask for." in page


def test_words_of_ones_own_go_before_the_cards(case):
    _, page = case("room-to-play", "--ask", "Shut Mill Road on Sundays.")
    assert "Shut Mill Road on Sundays." in page
    assert "cones" not in page


def test_a_next_step_goes_first_and_it_is_said_that_nothing_came_from_the_cards(case):
    done, page = case("decided-close-enough")
    assert "Nothing is taken from the cards" in done.output
    assert "(The 14 bus)" not in page


def test_cards_of_another_place_are_refused(case):
    done, page = case("room-to-play", file="marsh-lane")
    assert "The cards are of Saltby, and the assessment is of Marsh Lane" in str(done.exception)
    assert page == ""
