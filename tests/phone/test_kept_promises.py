"""What phones promise, held where no other test holds it; `tests/words/promises.yaml` lists every sentence."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from placecheck.assessment import Answer
from placecheck.scoring import score
from placecheck.storage import NotHereError, Standpoint
from placecheck.words import joining as w
from placecheck.words import say

ASKED_OF_PEOPLE = {"perspective", "story", "level", "sure", "not_for", "promised", "seen", "no_answer", "had"}
"""What the forms of phones take from a person, beside what one tells and the codes that they were given."""


class Fields(HTMLParser):
    """The names of the fields of a page that a person fills in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag in {"input", "select", "textarea", "button"} and named.get("name"):
            self.names.add(named["name"] or "")


def test_no_page_has_a_field_for_a_name_an_address_or_an_account(opened, asked, phone):
    one = phone()
    pages = ["/join", f"/join/{opened.code}", "/join/here", f"/join/ask/{asked[0]}", "/join/tell", "/join/code"]
    names = set()
    for number, path in enumerate(pages):
        if number == 2:
            one.join(opened.code)
        assert one.look(path) == 200
        names |= Fields(one.page).names
    own_codes = {"code", "personal", "token", "sure", "here", "agenda", "take_back"}
    assert names - own_codes <= ASKED_OF_PEOPLE
    assert names >= {"perspective", "story", "level"}


def test_two_on_one_phone_are_two_people_and_the_first_comes_back_with_the_code_they_wrote_down(
    store, opened, asked, phone
):
    store.set_phone_sharing(opened.id, is_shared=True)
    shared = phone().join(opened.code)
    shared.look(f"/join/ask/{asked[0]}")
    shared.send(f"/join/ask/{asked[0]}", level="1", story="the first one's own")
    shared.look("/join/code")
    written_down = re.search(r'<output class="code"[^>]*>([\w-]+)<', shared.page)[1]
    shared.look(f"/join/{opened.code}")
    assert say(w.SHARED_PHONE) in shared.page, "it says so before the second joins"
    assert shared.send(f"/join/{opened.code}") == 200
    for path in ("/join/here", f"/join/ask/{asked[0]}", "/join/my-answers.txt"):
        shared.look(path)
        assert "the first one" not in shared.page
    shared.look(f"/join/ask/{asked[0]}")
    shared.send(f"/join/ask/{asked[0]}", level="4")
    shared.look("/join/code")
    shared.send("/join/forget")
    shared.look("/join")
    assert shared.send("/join/again", personal=written_down) == 200
    shared.look(f"/join/ask/{asked[0]}")
    assert "the first one" in shared.page
    shared.send(f"/join/ask/{asked[0]}", level="2", story="changed")
    people = store.assessment(store.workshop_summary(opened.id).assessment_id).voices
    assert {person.answers[asked[0]].level for person in people} == {2, 4}


def test_a_phone_that_forgot_somebody_shows_nothing_of_theirs_and_what_they_said_is_kept(store, opened, asked, phone):
    one = phone().join(opened.code)
    code = one.code
    one.look(f"/join/ask/{asked[0]}")
    one.send(f"/join/ask/{asked[0]}", level="1", story="mine")
    one.look("/join/code")
    assert one.send("/join/forget") == 200
    assert say(w.FORGOTTEN) in one.page
    assert one.look(f"/join/ask/{asked[0]}") == 401
    assert store.own_answers(code).answers == {asked[0]: Answer(level=1, story="mine")}


@pytest.mark.parametrize("state", ["open", "closed", "shown", "ended"])
def test_a_person_deletes_what_they_said_at_any_time_and_nothing_brings_it_back(*, store, opened, asked, phone, state):
    one = phone().join(opened.code)
    code, round_ = one.code, store.workshop_summary(opened.id).assessment_id
    one.look(f"/join/ask/{asked[0]}")
    one.send(f"/join/ask/{asked[0]}", level="1", story="mine alone")
    moves = {
        "open": lambda: None,
        "closed": lambda: store.close_vote(opened.id),
        "shown": lambda: store.reveal(opened.id, 1),
        "ended": lambda: store.end_workshop(opened.id),
    }
    for name, move in moves.items():
        move()
        if name == state:
            break
    one.look("/join/code")
    assert say(w.ERASE_WHAT) in one.page
    assert one.send("/join/erase", sure="yes") == 200
    with pytest.raises(NotHereError):
        store.own_answers(code)
    assert store.assessment(round_).voices == ()
    assert not [change for change in store.history(round_) if change.kind == "answer"]


def test_paper_and_phone_count_the_same_in_every_reading(store, opened, asked):
    """Two people say the same of everything, one on a phone and one on paper: whoever is alone reads the same."""
    round_ = store.workshop_summary(opened.id).assessment_id
    answers = {id_: Answer(level=number, story="seen") for number, id_ in enumerate(asked)}
    sheet = store.save_sheet(round_, None, Standpoint(paper=True), answers, "keyed in")
    joined = store.join(opened.code)
    for id_, answer in answers.items():
        store.save_own_answer(joined.code, id_, answer)
    both, rubric = store.assessment(round_), store.asked_rubric(round_)
    assert len(both.voices) == 2
    alone = {voice.id: score(rubric, both.model_copy(update={"voices": (voice,)})) for voice in both.voices}
    assert alone.pop(sheet) == alone.popitem()[1]
    assert store.progress(opened.id).answered == dict.fromkeys(asked, 2)
