"""One canary for each private part of Streamlit that placecheck uses: when one falls silent, Streamlit has changed."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit import auth_util, config, runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.scriptrunner import RerunData
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette import starlette_auth_routes

from placecheck.web import streamlit_private
from placecheck.web.server.disconnected_sessions import DisconnectedSessions
from placecheck.web.streamlit_private import (
    AUTH_ADDRESSES,
    CALLBACK,
    INDEX,
    LOGIN,
    LOGOUT,
    STATIC,
    USER_COOKIE_NAME,
    ComponentRenderer,
    SessionInfo,
    SessionStorage,
    Slot,
    current_session_id,
    disconnected_session_seconds,
    is_answered,
    is_authlib_installed,
    login_address,
    set_cookie_secret,
    sign_in_errors,
    uninterruptible,
    use_session_storage,
)

WEB = Path(__file__).resolve().parents[2] / "placecheck/web"
ELEMENTS = {
    "InputInstructions",
    "stButtonGroup",
    "stColumn",
    "stDialog",
    "stExpandSidebarButton",
    "stFileUploaderDropzone",
    "stFileUploaderDropzoneInstructions",
    "stHeading",
    "stHorizontalBlock",
    "stLayoutWrapper",
    "stMain",
    "stMainBlockContainer",
    "stMarkdownContainer",
    "stNumberInputContainer",
    "stPageLink-NavLink",
    "stSelectbox",
    "stSidebar",
    "stSidebarCollapseButton",
}
"""What our styles and scripts know Streamlit's elements by."""


@pytest.fixture
def secret():
    """Streamlit's cookie secret, set by us for one test."""
    before = config.get_option("server.cookieSecret")
    set_cookie_secret("a secret of the test")
    yield "a secret of the test"
    config.set_option("server.cookieSecret", before)


def test_every_part_has_a_canary():
    text = Path(__file__).read_text(encoding="utf-8")
    assert [part for part in streamlit_private.__all__ if not re.search(rf"\b{part}\b", text)] == []


def test_streamlit_answers_at_the_addresses_for_signing_in():
    paths = [f"/{route.path.strip('/')}" for route in starlette_auth_routes.create_auth_routes("")]
    assert paths == list(AUTH_ADDRESSES) == [LOGIN, LOGOUT, CALLBACK]


def test_streamlit_keeps_who_signed_in_under_the_name_of_the_cookie_that_we_read():
    assert starlette_auth_routes.USER_COOKIE_NAME == USER_COOKIE_NAME == "_streamlit_user"


def test_streamlit_reads_the_cookie_secret_that_was_set(secret):
    assert config.get_option("server.cookieSecret") == secret


def test_streamlit_makes_the_address_that_leads_to_the_provider(secret, monkeypatch):
    monkeypatch.setattr(auth_util, "get_signing_secret", lambda: secret)
    assert is_authlib_installed()
    address, token = login_address().split("?provider=")
    assert address == LOGIN
    assert auth_util.decode_provider_token(token)["provider"] == "default"


def test_the_first_page_names_a_script_in_the_folder_that_is_served_compressed():
    (script,) = re.findall(r'<script type="module"[^>]*src="\./static/(js/[^"]+)"', INDEX.read_text(encoding="utf-8"))
    assert (STATIC / script).is_file()


def test_streamlits_scripts_name_the_elements_that_our_styles_and_scripts_look_for():
    ours = [path for kind in ("css", "js") for path in WEB.rglob(f"*.{kind}")]
    used = {
        name for path in ours for name in re.findall(r"data-testid='?\"?([\w-]+)", path.read_text(encoding="utf-8"))
    }
    scripts = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("js/*.js"))
    assert used == ELEMENTS
    assert {name for name in ELEMENTS if name not in scripts} == set()


def test_a_component_a_page_and_an_uploaded_file_are_of_the_types_that_our_signatures_name():
    def page() -> None:
        import streamlit as st

        from placecheck.web.streamlit_private import StreamlitPage, UploadedFile

        st.text(isinstance(st.Page(lambda: None, title="One", url_path="one"), StreamlitPage))
        uploaded = st.file_uploader("File")
        st.text(isinstance(uploaded, UploadedFile) and uploaded.getvalue().decode())

    test = AppTest.from_function(page).run()
    assert inspect.signature(st.components.v2.component).return_annotation == ComponentRenderer.__name__
    test.file_uploader[0].set_value(("one.txt", b"content", "text/plain")).run()
    assert [text.value for text in test.text] == ["True", "content"]


def test_a_click_waits_for_the_end_of_what_is_uninterruptible(monkeypatch):
    requests = ScriptRequests()
    monkeypatch.setattr(streamlit_private, "get_script_run_ctx", lambda: SimpleNamespace(script_requests=requests))
    assert requests.request_rerun(RerunData(query_string="clicked"))
    with uninterruptible():
        with uninterruptible():
            assert requests.on_scriptrunner_yield() is None
        assert requests.on_scriptrunner_yield() is None
    assert requests.on_scriptrunner_yield().rerun_data.query_string == "clicked"


def test_going_back_in_the_browser_is_known():
    def page() -> None:
        import streamlit as st
        from streamlit.runtime.scriptrunner import get_script_run_ctx

        from placecheck.web.streamlit_private import went_back

        before = went_back()
        get_script_run_ctx().is_history_navigation = True
        st.text((before, went_back()))

    assert AppTest.from_function(page).run().text[0].value == "(False, True)"


def test_sessions_of_visitors_who_left_are_kept_where_we_say(monkeypatch):
    """`tests/attack/test_left_behind.py` sees them kept, and ended, in a running server."""
    manager = SimpleNamespace(_session_storage=MemorySessionStorage())
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(_session_mgr=manager))
    assert next(iter(inspect.signature(WebsocketSessionManager).parameters)) == "session_storage"
    assert "self._session_storage.save(" in inspect.getsource(WebsocketSessionManager.disconnect_session)
    asked_of = {name for name in vars(SessionStorage) if not name.startswith("_")}
    assert asked_of == {"get", "save", "delete", "list"} <= set(dir(DisconnectedSessions))
    left = DisconnectedSessions(disconnected_session_seconds())
    use_session_storage(left)
    left.save(SessionInfo(None, SimpleNamespace(id="gone")))
    assert manager._session_storage.get("gone").session.id == "gone"


def test_a_session_is_answered_while_nothing_runs_for_it(monkeypatch):
    """`tests/browser/test_deciding.py` sees a file wait for it, in a running server."""
    session = SimpleNamespace(_scriptrunner=None)
    manager = SimpleNamespace(get_session_info={"here": SimpleNamespace(session=session)}.get)
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(_session_mgr=manager))
    for private in ("self._scriptrunner = None", "self._scriptrunner = ScriptRunner("):
        assert private in inspect.getsource(AppSession)
    assert is_answered("here")
    assert is_answered("gone")
    session._scriptrunner = object()
    assert not is_answered("here")


def test_the_files_that_a_page_offers_to_make_are_known():
    def page() -> None:
        import streamlit as st

        from placecheck.web import streamlit_private as private

        for name in ("one", "two"):
            st.download_button(name, lambda name=name: name, on_click="ignore")
        st.text([make() for make in private.offered_files(private.current_session_id())])
        st.text(private.offered_files("of nobody"))

    assert current_session_id() == ""
    assert [text.value for text in AppTest.from_function(page).run().text] == ["['one', 'two']", "()"]


def test_a_container_that_was_left_is_of_the_class_that_is_named():
    assert isinstance(st.container(), Slot)


def test_what_goes_wrong_when_a_token_is_asked_for_is_heard_of():
    logger = starlette_auth_routes._LOGGER
    assert "exc_info=True" in inspect.getsource(starlette_auth_routes._auth_callback)
    with sign_in_errors() as errors:
        try:
            raise ConnectionError("the provider is away")
        except ConnectionError:
            logger.warning("OAuth token exchange failed", exc_info=True)
    assert [str(error) for error in errors] == ["the provider is away"]
