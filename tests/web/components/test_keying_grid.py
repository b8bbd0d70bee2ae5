"""What the keying-in grid sends, as the app keeps it; the grid itself is in tests/browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from placecheck.assessment import Answer
from placecheck.web.components import keying_grid
from placecheck.web.state.session import Session


@dataclass
class Sent:
    keyed: dict[str, Any]


class Here(Session):
    """A session of one visitor, outside a page."""

    def __init__(self) -> None:
        super().__init__()
        self.sent = Sent({})
        self.kept: dict[str, Any] = {}

    def widget_value(self, key: str) -> Any:  # noqa: ARG002
        return self.sent

    def keyed_in(self, assessment_id: str) -> dict[str, Any]:  # noqa: ARG002
        return self.kept

    def remember_keyed_in(self, assessment_id: str, kept: dict[str, Any]) -> None:  # noqa: ARG002
        self.kept = kept


def row(typed: str, story: str = "", not_for: str = "", promised: str = "", seen: str = "") -> dict[str, str]:
    return {"typed": typed, "story": story, "promised": promised, "seen": seen, "not_for": not_for}


@pytest.fixture
def sends(blank):
    """Sends sheets by their marks to the round `blank`, and gives what is said to be kept of them."""
    here = Here()

    def send(**sheets: dict[str, Any]) -> dict[str, Any]:
        here.sent = Sent(
            {mark: {"voice": None, "perspective": "", "rows": {}, **sheet} for mark, sheet in sheets.items()}
        )
        keying_grid.keep_all(here, blank, "key")
        return here.kept

    return send


def test_a_sheet_makes_one_voice_marked_as_paper(sends, store, blank):
    sends(a={"perspective": "resident", "rows": {"mixing": row("3")}})
    sends(a={"perspective": "resident", "rows": {"mixing": row("32"), "local-connector": row("d")}})
    *_, voice = store.assessment(blank).voices
    assert len(store.assessment(blank).voices) == 1
    assert (voice.paper, voice.perspective) == (True, "resident")
    assert {change.by for change in store.history(blank) if change.kind == "answer"} == {"paper"}
    assert voice.answers == {"mixing": Answer(level=3, sure="fairly"), "local-connector": Answer(no_answer="dont_know")}


def test_two_sheets_that_come_at_once_are_two_voices(sends, store, blank):
    kept = sends(a={"rows": {"mixing": row("1")}}, b={"rows": {"mixing": row("2")}})
    assert {kept["a"]["voice"], kept["b"]["voice"]} == {"v2", "v3"}
    assert [voice.answers["mixing"].level for voice in store.assessment(blank).voices] == [1, 2]


def test_what_cannot_be_understood_is_not_said_to_be_kept(sends, store, blank):
    kept = sends(a={"rows": {"mixing": row("9"), "no-such-thing": row("1"), "local-connector": row("4", "the hall")}})
    assert kept["a"]["rows"] == {"local-connector": row("4", "the hall")}
    assert store.assessment(blank).voices[0].answers == {"local-connector": Answer(level=4, story="the hall")}


def test_an_emptied_row_takes_its_answer_back(sends, store, blank):
    voice = sends(a={"rows": {"mixing": row("1")}})["a"]["voice"]
    sends(a={"voice": voice, "rows": {"mixing": row("")}})
    assert store.assessment(blank).voices == ()


def test_a_second_vote_is_keyed_with_its_sheet(store, blank, rubric):
    place = store.assessment_summary(blank).place_id
    several = store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    made = store.create_workshop(several)
    store.open_vote(made.id, ["mixing"])
    store.close_vote(made.id)
    store.reveal(made.id, 1)
    store.vote_again(made.id, "mixing")
    keyed = {"voice": None, "perspective": "", "rows": {"mixing": row("1"), "again:2": row("3"), "again:7": row("3")}}
    kept = keying_grid.keep_keyed_sheet(several, keyed, "test")
    assert kept["rows"] == {"mixing": row("1"), "again:2": row("3")}
    assert store.second_votes(several).ballots == {kept["voice"]: {2: Answer(level=3)}}
    assert store.assessment(several).voices[0].answers == {"mixing": Answer(level=1)}
