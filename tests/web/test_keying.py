"""What the keying-in grid sends, as the app keeps it; the grid itself is in tests/browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from placecheck.assessment import Answer
from placecheck.web.parts import keying
from placecheck.web.session import Session


@dataclass
class Sent:
    keyed: dict[str, Any]


class Here(Session):
    """A session of one visitor, outside a page."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = Sent({})
        self.kept: dict[str, Any] = {}

    def given(self, key: str) -> Any:  # noqa: ARG002
        return self.sent

    def keyed_in(self, round_id: str) -> dict[str, Any]:  # noqa: ARG002
        return self.kept

    def remember_keyed_in(self, round_id: str, kept: dict[str, Any]) -> None:  # noqa: ARG002
        self.kept = kept


def row(typed: str, story: str = "", not_for: str = "") -> dict[str, str]:
    return {"typed": typed, "story": story, "not_for": not_for}


@pytest.fixture
def sends(blank):
    """Sends sheets by their marks to the round `blank`, and gives what is said to be kept of them."""
    here = Here()

    def send(**sheets: dict[str, Any]) -> dict[str, Any]:
        here.sent = Sent(
            {mark: {"voice": None, "perspective": "", "rows": {}, **sheet} for mark, sheet in sheets.items()}
        )
        keying.keep_all(here, blank, "key")
        return here.kept

    return send


def test_a_sheet_makes_one_voice_marked_as_paper(sends, store, blank):
    sends(a={"perspective": "resident", "rows": {"mixing": row("3")}})
    sends(a={"perspective": "resident", "rows": {"mixing": row("32"), "local-connector": row("d")}})
    *_, voice = store.assessment(blank).voices
    assert len(store.assessment(blank).voices) == 2
    assert (voice.paper, voice.perspective) == (True, "resident")
    assert voice.answers == {"mixing": Answer(level=3, sure="fairly"), "local-connector": Answer(no_answer="dont_know")}


def test_two_sheets_that_come_at_once_are_two_voices(sends, store, blank):
    kept = sends(a={"rows": {"mixing": row("1")}}, b={"rows": {"mixing": row("2")}})
    assert {kept["a"]["voice"], kept["b"]["voice"]} == {"v2", "v3"}
    assert [voice.answers["mixing"].level for voice in store.assessment(blank).voices[1:]] == [1, 2]


def test_what_cannot_be_understood_is_not_said_to_be_kept(sends, store, blank):
    kept = sends(a={"rows": {"mixing": row("9"), "no-such-thing": row("1"), "local-connector": row("4", "the hall")}})
    assert kept["a"]["rows"] == {"local-connector": row("4", "the hall")}
    assert store.assessment(blank).voices[1].answers == {"local-connector": Answer(level=4, story="the hall")}


def test_an_emptied_row_takes_its_answer_back(sends, store, blank):
    voice = sends(a={"rows": {"mixing": row("1")}})["a"]["voice"]
    sends(a={"voice": voice, "rows": {"mixing": row("")}})
    assert store.assessment(blank).voices[1].answers == {}
