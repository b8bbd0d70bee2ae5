"""The application as one ASGI process: the dashboard by Streamlit, and our own routes beside it."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Mount, Route

from placecheck import fonts, phone
from placecheck.events import Event, count
from placecheck.forms import language
from placecheck.paths import provide_home
from placecheck.secret_files import load_secret_files
from placecheck.storage import StoreTroubleError, visitor_message
from placecheck.web.access import middleware, sign_in
from placecheck.web.access.middleware import AccessMiddleware
from placecheck.web.access.oidc import OidcProvider
from placecheck.web.access.oidc_middleware import OidcMiddleware
from placecheck.web.access.sign_in_session import Credential
from placecheck.web.access.tenant_lookup import stores_that_may_hold, tenant_index
from placecheck.web.access.tenant_stores import tenant_store
from placecheck.web.access.tenants import credentials_from_environment, is_shared, tenant_folder, tenant_names
from placecheck.web.routes import answers_api, drafts_api, passage_screen
from placecheck.web.routes.metrics import metrics_routes
from placecheck.web.routes.readiness import CheckableStore, Readiness
from placecheck.web.server.disconnected_sessions import end_disconnected_sessions
from placecheck.web.server.idle_gc import ActivityClock, ActivityMiddleware, collect_when_idle
from placecheck.web.server.idle_stores import close_idle_stores
from placecheck.web.server.index_page import IndexPage
from placecheck.web.server.retention import delete_when_due
from placecheck.web.server.routes_first import RoutesFirst
from placecheck.web.server.security_headers import SecurityHeaders
from placecheck.web.server.static_files import KEEP_A_WEEK, CachedStaticFiles, StaticFilesCompressed
from placecheck.web.server.typefaces import LighterTypefaces
from placecheck.web.streamlit_private import INDEX, STATIC, set_cookie_secret
from placecheck.web.workshop import progress

logger = logging.getLogger("placecheck.web")

SCRIPT = Path(__file__).with_name("script.py")
ICON = Path(__file__).with_name("icon.png")


def build_app() -> st.App:
    """Build the application that `placecheck run` serves; `app.py` makes the same for `uvicorn` and `streamlit run`."""
    return st.App(SCRIPT, **app_arguments())


def app_arguments() -> dict[str, Any]:
    """Return what the application consists of besides the script: arguments of `st.App` by name."""
    provide_home()
    load_secret_files()
    moments, credentials = ActivityClock(), credentials_from_environment()
    openid = sign_in.openid_of(credentials)
    return {
        "secrets": secrets_for(openid) if openid else None,
        "routes": routes(credentials),
        "middleware": middleware_stack(moments, credentials),
        "lifespan": partial(_lifespan, moments=moments),
        "on_script_error": _logged,
    }


def secrets_for(openid: OidcProvider) -> dict[str, Any]:
    """Return Streamlit's secrets for signing people in.

    Streamlit reads its secrets when it starts, but keeps pending sign-ins in a cookie that it signs with a secret
    fixed at its creation. So that secret is set now, or another process would not accept the cookie.

    Raises:
        SettingError: A setting for signing in is wrong.
    """
    set_cookie_secret(openid.cookie_secret)
    return openid.settings()


def middleware_stack(moments: ActivityClock, credentials: Sequence[Credential] = ()) -> list[Middleware]:
    """Return what every request passes on its way in and every response on its way out, the outermost first."""
    openid = sign_in.openid_of(credentials)
    hosts = os.environ.get(middleware.HOSTS, "").split(",")
    return [
        Middleware(SecurityHeaders),
        Middleware(AccessMiddleware, credentials=credentials, hosts=hosts, accounts=openid is not None),
        *([Middleware(OidcMiddleware, openid=openid)] if openid else []),
        Middleware(ActivityMiddleware, moments=moments),
        Middleware(RoutesFirst, routes=phone.phone_routes(stores_that_may_hold), prefix=phone.PREFIX),
        Middleware(LighterTypefaces, folder=STATIC),
        Middleware(StaticFilesCompressed, folder=STATIC, address="/static"),
        Middleware(IndexPage, index=INDEX),
    ]


def routes(credentials: Sequence[Credential] = ()) -> list[Route | Mount]:
    """Return the routes served in addition to the dashboard."""
    return [
        *Readiness(_asked).routes(),
        *metrics_routes(),
        Route("/favicon.png", _icon),
        Route("/language/{name}", language.set_language_cookie),
        Route(answers_api.ADDRESS, answers_api.save_answer, methods=["POST"]),
        Route(drafts_api.ADDRESS, drafts_api.save_typed, methods=["POST"]),
        Route(progress.ADDRESS, progress.progress_response),
        Route(passage_screen.ADDRESS, passage_screen.passage_response),
        *sign_in.sign_in_routes(credentials),
        Mount("/fonts", CachedStaticFiles(directory=fonts.FOLDER)),
    ]


def _asked() -> list[CheckableStore]:
    """Return what is asked whether the database answers: the index of the groups, which opens none of their stores."""
    return [tenant_index() if is_shared() else tenant_store("")]


def _logged(error: Exception) -> None:
    """Log an error for the operator, a store's trouble as one line; the visitor sees a plain sentence."""
    if isinstance(error, StoreTroubleError):
        visitor_message(error)
        return
    count(Event.PAGE_FAILED)
    logger.error("A page could not be shown", exc_info=error)


async def _icon(_request: Request) -> FileResponse:
    return FileResponse(ICON, headers={"Cache-Control": KEEP_A_WEEK})


@asynccontextmanager
async def _lifespan(_app: st.App, moments: ActivityClock) -> AsyncIterator[dict[str, Any]]:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(collect_when_idle(moments, first=_load))
        await stack.enter_async_context(end_disconnected_sessions())
        await stack.enter_async_context(close_idle_stores())
        await stack.enter_async_context(delete_when_due())
        yield {}


def _load() -> None:
    """Load what the first visitor would otherwise wait for: the pages, what they import, the examples, the search."""
    import placecheck.web.navigation  # noqa: F401
    from placecheck.web.data import assessments

    for rubric in {example.rubric.id: example.rubric for example in assessments.examples()}.values():
        assessments.library_in(tenant_folder(tenant_names()[0]), rubric).search("")
