"""Clicks that follow one another quickly; in a browser: tests/browser/test_big_screen.py."""

from __future__ import annotations

import time

import pytest
from streamlit.testing.v1 import AppTest

from placecheck.web.state.reruns import PENDING_SECONDS

PAGE = """
import streamlit as st
from placecheck.web.state.session import Session

session = Session()
session.apply_pending_query()
for part in ("talk", "leave"):
    st.button(part, on_click=session.set_query, kwargs={"part": part})
st.button("screen", on_click=session.set_query, kwargs={"screen": "now"})
st.text(session.query_param("part"))
session.mark_finished()
"""


@pytest.fixture
def page() -> AppTest:
    """A page with two parts, and another thing to turn to."""
    test = AppTest.from_string(PAGE, default_timeout=120)
    test.query_params["part"] = "rounds"
    return test.run()


def click(page: AppTest, label: str, *, sent_from: str | None = None) -> str:
    """What part is shown after a click that the browser sent while it showed `sent_from`."""
    if sent_from is not None:
        page.query_params.clear()
        page.query_params["part"] = sent_from
    return next(one for one in page.button if one.label == label).click().run().text[0].value


def test_a_click_leads_on_from_where_the_browser_is(page):
    assert [click(page, "talk"), click(page, "leave"), click(page, "talk")] == ["talk", "leave", "talk"]


def test_a_click_that_the_browser_sent_from_before_the_last_one_does_not_take_it_back(page):
    assert click(page, "talk") == "talk"
    assert click(page, "screen", sent_from="rounds") == "talk"
    assert page.query_params["screen"] == "now"


def test_of_three_quick_clicks_the_last_counts(page):
    click(page, "talk")
    assert click(page, "leave", sent_from="rounds") == "leave"
    assert click(page, "screen", sent_from="talk") == "leave"


def test_what_one_turns_to_a_moment_later_is_meant(page, monkeypatch):
    click(page, "talk")
    later = time.monotonic() + PENDING_SECONDS
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert click(page, "screen", sent_from="rounds") == "rounds"


CALLBACK = """
import streamlit as st
from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx
from placecheck.web.state.reruns import uninterrupted

def act():
    st.session_state.begun = st.session_state.get("begun", 0) + 1
    for step in range(4):
        get_script_run_ctx().script_requests.request_rerun(RerunData(query_string=f"clicked={step}"))
        st.session_state[f"step {step}"] = True

st.button("act", on_click=uninterrupted(act))
st.text(sorted(name for name in st.session_state if name.startswith("step")))
st.text(st.session_state.get("begun"))
st.text(st.query_params.get("clicked"))
"""


def test_a_callback_runs_once_and_to_its_end_however_many_clicks_come_meanwhile_and_the_last_is_heard():
    page = AppTest.from_string(CALLBACK, default_timeout=120).run()
    page.button[0].click().run()
    assert page.text[0].value == str([f"step {step}" for step in range(4)])
    assert (page.text[1].value, page.text[2].value) == ("1", "3")
