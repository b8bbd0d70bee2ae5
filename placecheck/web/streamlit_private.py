"""Every part of Streamlit that its documentation does not promise; no other module of placecheck names one.

A new version of Streamlit may move or drop any of them without notice. `tests/web/test_streamlit_private.py` has one
canary for each: run it first when the bound in `pyproject.toml` is raised.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import streamlit as st
from streamlit import config, runtime
from streamlit.auth_util import is_authlib_installed
from streamlit.components.v2.types import ComponentRenderer
from streamlit.delta_generator import DeltaGenerator as Slot
from streamlit.navigation.page import StreamlitPage
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.session_manager import SessionInfo, SessionStorage
from streamlit.runtime.uploaded_file_manager import UploadedFile
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.starlette import starlette_auth_routes
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

__all__ = [
    "AUTH_ADDRESSES",
    "CALLBACK",
    "INDEX",
    "LOGIN",
    "LOGOUT",
    "STATIC",
    "USER_COOKIE_NAME",
    "ComponentRenderer",
    "SessionInfo",
    "SessionStorage",
    "Slot",
    "StreamlitPage",
    "UploadedFile",
    "current_session_id",
    "disconnected_session_seconds",
    "is_answered",
    "is_authlib_installed",
    "login_address",
    "offered_files",
    "set_cookie_secret",
    "sign_in_errors",
    "uninterruptible",
    "use_session_storage",
    "went_back",
]

LOGIN, LOGOUT, CALLBACK = AUTH_ADDRESSES = "/auth/login", "/auth/logout", "/oauth2callback"
"""The addresses at which Streamlit signs people in and out with an account."""

STATIC = Path(st.__file__).with_name("static") / "static"
"""The folder of the scripts and styles that Streamlit serves at `/static`."""

INDEX = STATIC.with_name("index.html")
"""The page that Streamlit sends first, for every address."""

_PROVIDER = "default"
"""What Streamlit calls the provider of accounts where only one is set."""


def login_address() -> str:
    """Return the address, signed by Streamlit, that leads to the provider of accounts."""
    return generate_login_redirect_url(_PROVIDER)


def set_cookie_secret(secret: str) -> None:
    """Have Streamlit sign its cookies with `secret`; `st.set_option` does not take this option."""
    config.set_option("server.cookieSecret", secret)


def went_back() -> bool:
    """Return whether the page is drawn because its reader went back or forward in the browser."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


@contextmanager
def uninterruptible() -> Iterator[None]:
    """Let the block come to its end: what is clicked meanwhile waits, as does the end of a session that was left."""
    context = get_script_run_ctx()
    requests = context.script_requests if context else None
    if requests is None or "on_scriptrunner_yield" in vars(requests):
        yield
        return
    requests.on_scriptrunner_yield = lambda: None  # type: ignore[method-assign]
    try:
        yield
    finally:
        del requests.on_scriptrunner_yield


def current_session_id() -> str:
    """Return the id of the session that a page is being drawn for; empty where none is."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def is_answered(session_id: str) -> bool:
    """Return whether every run that the session asked for has ended. Any thread may ask."""
    info = runtime.get_instance()._session_mgr.get_session_info(session_id)
    return info is None or info.session._scriptrunner is None


def offered_files(session_id: str) -> tuple[Callable[[], object], ...]:
    """Return what makes each file that the session's page offers to make on request. Any thread may ask."""
    manager = runtime.get_instance().media_file_mgr
    with manager._lock:
        ids = [*manager._files_by_session_and_coord.get(session_id, {}).values()]
        return tuple(manager._deferred_callables[id_]["callable"] for id_ in ids if id_ in manager._deferred_callables)


def disconnected_session_seconds() -> float:
    """Return how long a session is kept whose visitor is gone and may come back."""
    return float(config.get_option("server.disconnectedSessionTTL"))


def use_session_storage(storage: SessionStorage) -> None:
    """Have the running Streamlit keep the sessions of visitors who are gone in `storage`; no setting does that."""
    runtime.get_instance()._session_mgr._session_storage = storage  # type: ignore[attr-defined]


_errors: ContextVar[list[BaseException] | None] = ContextVar("sign_in_errors", default=None)


class _ErrorCollector(logging.Handler):
    """Gathers what went wrong as Streamlit asked the provider for a token; it tells that in its log alone."""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the error of `record` for the request that is being answered."""
        collected = _errors.get()
        if collected is not None and record.exc_info and record.exc_info[1] is not None:
            collected.append(record.exc_info[1])


starlette_auth_routes._LOGGER.addHandler(_ErrorCollector(logging.WARNING))


@contextmanager
def sign_in_errors() -> Iterator[list[BaseException]]:
    """Provide the list of the errors that come up within the block as somebody comes back from the provider."""
    collected: list[BaseException] = []
    token = _errors.set(collected)
    try:
        yield collected
    finally:
        _errors.reset(token)
