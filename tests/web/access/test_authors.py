"""Whose account a change came from: known where people sign in by account, shown in history, and nowhere else."""

from __future__ import annotations

import json
import time
from typing import get_args

import pytest
from itsdangerous import URLSafeTimedSerializer

from placecheck.assessment import Agreed, Answer, Place
from placecheck.place import Asset
from placecheck.storage.values import CORRECTION, account_of, as_correction, is_correction
from placecheck.views.history.changes import change_view, without_people
from placecheck.views.history.facilitators import facilitator_lines
from placecheck.web.access.tenants import current_account, tenant_of_request
from placecheck.web.data.assessments import current_author, current_store
from placecheck.web.routes.answers_api import SentAnswer, write_answer
from placecheck.words import deciding as w
from placecheck.workshop.events import Event

RHIAN = "rhian@harbour.example"
ACCOUNT = f"account:{RHIAN}"
SET = {
    "PLACECHECK_OPENID": "https://accounts.example",
    "PLACECHECK_OPENID_CLIENT": "placecheck",
    "PLACECHECK_OPENID_SECRET": "a-secret-of-the-tests-alone",
    "PLACECHECK_ADDRESS": "https://places.example",
    "PLACECHECK_PEOPLE": RHIAN,
    "PLACECHECK_PASSPHRASE": "three words of ours",
}


@pytest.fixture
def signed_in(monkeypatch):
    """What a browser sends that signed in by account, and what one sends that knows the passphrase."""
    from placecheck.web.access.tenants import credentials_from_environment

    for name, value in SET.items():
        monkeypatch.setenv(name, value)
    by_passphrase, by_account = credentials_from_environment()
    claims = {
        "iss": SET["PLACECHECK_OPENID"],
        "aud": "placecheck",
        "email": RHIAN,
        "email_verified": True,
        "origin": SET["PLACECHECK_ADDRESS"],
        "is_logged_in": True,
    }
    secret = by_account.openid.cookie_secret
    cookie = URLSafeTimedSerializer(secret, salt="_streamlit_user").dumps(json.dumps(claims))
    later = by_passphrase.cookie(time.time() + 60)
    return {"_streamlit_user": cookie}, {"placecheck_key": later}


def test_a_change_is_by_the_account_and_without_one_by_the_dashboard(signed_in):
    by_account, by_passphrase = signed_in
    with tenant_of_request(by_account):
        assert (current_account(), current_author()) == (RHIAN, ACCOUNT)
    with tenant_of_request({}):
        assert (current_account(), current_author()) == ("", "dashboard")
        assert current_author("paper") == "paper"
    with tenant_of_request(by_passphrase):
        assert current_author() == "dashboard"


def test_an_answer_from_the_page_is_by_the_account(*, signed_in, store, blank, rubric):
    indicator = next(iter(rubric.by_id))
    with tenant_of_request(signed_in[0]):
        write_answer(SentAnswer(assessment=blank, voice="v1", indicator=indicator, parts={"choice": "1"}))
    assert store.history(blank)[0].by == ACCOUNT


def test_history_says_which_account_did_what(store, blank, rubric):
    store.save_agreed(blank, next(iter(rubric.by_id)), Agreed(level=1), ACCOUNT)
    store.set_date(blank, None, "dashboard")
    lines = [change_view(rubric, change).line for change in store.history(blank)]
    assert f"the group (account {RHIAN})" in lines[0]
    assert not any("account" in line for line in lines[1:])


def test_a_correction_is_one_whoever_wrote_it_down(store, blank, rubric):
    indicator = next(iter(rubric.by_id))
    store.save_answer(blank, "v1", indicator, Answer(level=1), as_correction(ACCOUNT))
    (change,) = without_people(store.history(blank))[:1]
    assert RHIAN in change_view(rubric, change).line
    assert "person 1" not in change_view(rubric, change).line
    assert (as_correction("dashboard"), is_correction(ACCOUNT)) == (CORRECTION, False)


@pytest.mark.parametrize("by", ["dashboard", "file", f"file {ACCOUNT}", "phone:0f", "correction", ""])
def test_what_is_by_no_account_names_none(by):
    assert account_of(by) == ""


def test_what_a_person_said_in_a_workshop_is_by_no_account_and_listed_for_nobody(store, rubric):
    round_ = store.begin_assessment(
        store.add_place(Place(name="Ore")), rubric, question_set="full", date=None, together=False
    )
    made = store.create_workshop(round_)
    store.open_vote(made.id, [next(iter(rubric.by_id))])
    store.save_own_answer(store.join(made.code).code, next(iter(rubric.by_id)), Answer(level=1))
    assert not any(account_of(change.by) for change in store.history(round_))
    assert not any(change.kind == "answer" for change in without_people(store.history(round_)))


def test_history_says_which_account_led_a_workshop(signed_in, store, rubric, show):
    by_account, by_passphrase = signed_in
    asked = next(iter(rubric.by_id))
    place = store.add_place(Place(name="Ore"))
    round_ = store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
    with tenant_of_request(by_account):
        made = store.create_workshop(round_)
        store.open_vote(made.id, [asked])
        store.close_vote(made.id)
        store.reveal(made.id, 1)
        store.add_note(made.id, "The hall was cold.")
        store.undo(round_, current_author())
    with tenant_of_request(by_passphrase):
        store.end_workshop(made.id)
    lines = facilitator_lines(store.workshop_log(round_))
    assert all(RHIAN in line for line in lines)
    done = ["wrote or took out", "showed the answers", "closed questions", "opened questions", "made the workshop"]
    assert len(lines) == len(done)
    assert all(what in line for what, line in zip(done, lines, strict=True))
    shown = show("history", round=round_).main.expander
    assert [fold.label for fold in shown] == ["Who led the workshop"]


def test_a_workshop_led_without_an_account_names_nobody(store, rubric, show):
    place = store.add_place(Place(name="Ore"))
    round_ = store.begin_assessment(place, rubric, question_set="full", date=None, together=False)
    store.open_vote(store.create_workshop(round_).id, [next(iter(rubric.by_id))])
    assert store.workshop_log(round_) == ()
    assert not show("history", round=round_).main.expander


def test_every_move_that_can_be_made_in_a_workshop_has_words_in_history():
    kinds = {kind for event in get_args(get_args(Event)[0]) for kind in get_args(event.model_fields["kind"].annotation)}
    folded = {"note_added", "note_struck", "note_taken", "story_chosen", "story_turned", "screen_turned"}
    folded |= {"matter_turned", "talk_ordered", "talk_turned"}
    assert kinds - folded == set(w.WORKSHOP_LOG) - {"note", "story", "screen", "vote_revealed", "matters_revealed"}


def test_an_account_is_in_no_file_that_leaves_and_gone_with_what_it_did(*, store, blank, rubric, tmp_path, show):
    from placecheck.cli.exportable import exportable_assessment
    from placecheck.exchange import export_file

    place = store.assessment_summary(blank).place_id
    store.save_agreed(blank, next(iter(rubric.by_id)), Agreed(level=1), ACCOUNT)
    store.keep_cards(place, [Asset(id="hall", words="A hall", layer="built")], ACCOUNT)
    assert RHIAN.encode() not in export_file([exportable_assessment(store, blank)], ".yaml", store.place_files([place]))
    shown = show("history", round=blank)
    assert any(RHIAN in text.value.replace("\\", "").replace("\N{WORD JOINER}", "") for text in shown.markdown)
    store.delete(store.preview_deletion(place))
    store.add_place(Place(name="Another"))
    files = [path.read_bytes() for path in tmp_path.rglob("placecheck.sqlite3*")]
    assert files
    assert not any(RHIAN.encode() in content for content in files)
    assert current_store() is store


def test_what_came_from_paper_or_a_file_is_by_the_account_where_one_is_signed_in(signed_in):
    with tenant_of_request(signed_in[0]):
        assert {current_author(source) for source in ("dashboard", "paper", "file")} == {ACCOUNT}
