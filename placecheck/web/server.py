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
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Mount, Route
from streamlit import config

from placecheck import fonts
from placecheck.forms import language, phone
from placecheck.storage import Store
from placecheck.web import door, saving, screen, sign_in
from placecheck.web.accounts import Accounts
from placecheck.web.ahead import Ahead
from placecheck.web.compressed import KEEP_A_WEEK, Compressed, KeptFiles
from placecheck.web.door import Door
from placecheck.web.due import deleting_what_is_due
from placecheck.web.groups import folder_of, groups, store_of, the_locks
from placecheck.web.guard import Guard
from placecheck.web.hall import going
from placecheck.web.lock import Opener
from placecheck.web.openid import OpenId
from placecheck.web.quiet import Listening, Moments, collecting_at_quiet_moments
from placecheck.web.shell import Shell

logger = logging.getLogger("placecheck.web")

SCRIPT = Path(__file__).with_name("script.py")
ICON = Path(__file__).with_name("icon.png")
STREAMLITS = Path(st.__file__).with_name("static")


def build() -> st.App:
    """The application that `placecheck run` serves; `app.py` makes the same for `uvicorn` and `streamlit run`."""
    return st.App(SCRIPT, **parts())


def parts() -> dict[str, Any]:
    """What the application is made of beside the script: arguments of `st.App` by name."""
    moments, locks = Moments(), the_locks()
    openid = sign_in.openid_of(locks)
    return {
        "secrets": secrets_for(openid) if openid else None,
        "routes": routes(locks),
        "middleware": middleware(moments, locks),
        "lifespan": partial(_lifespan, moments=moments),
        "on_script_error": _logged,
    }


def secrets_for(openid: OpenId) -> dict[str, Any]:
    """What Streamlit signs people in with. Raises SettingError.

    Streamlit reads its secrets when it starts, but keeps who is on the way to the provider in a cookie that it signs
    from the moment that it is made. So that one is told now, or another process would not take the cookie.
    """
    config.set_option("server.cookieSecret", openid.cookie_secret)
    return openid.settings()


def middleware(moments: Moments, locks: Sequence[Opener] = ()) -> list[Middleware]:
    """What every request passes on its way in and every answer on its way out, the outermost first."""
    openid = sign_in.openid_of(locks)
    hosts = os.environ.get(door.HOSTS, "").split(",")
    return [
        Middleware(Guard),
        Middleware(Door, locks=locks, hosts=hosts, accounts=openid is not None),
        *([Middleware(Accounts, openid=openid)] if openid else []),
        Middleware(Listening, moments=moments),
        Middleware(Ahead, routes=phone.routes(_stores), prefix=phone.PREFIX),
        Middleware(Compressed, folder=STREAMLITS / "static", address="/static"),
        Middleware(Shell, index=STREAMLITS / "index.html"),
    ]


def routes(locks: Sequence[Opener] = ()) -> list[Route | Mount]:
    """What is served beside the dashboard."""
    return [
        Route("/health", _health),
        Route("/favicon.png", _icon),
        Route("/language/{name}", language.choose),
        Route(saving.ADDRESS, saving.save, methods=["POST"]),
        Route(going.ADDRESS, going.answer),
        Route(screen.ADDRESS, screen.show),
        *sign_in.routes(locks),
        Mount("/fonts", KeptFiles(directory=fonts.FOLDER)),
    ]


def _stores() -> list[Store]:
    """The stores of this process, opened when they are first asked for."""
    return [store_of(group) for group in groups()]


def _logged(error: Exception) -> None:
    """Keep what went wrong for whoever runs the app; the visitor sees a plain sentence."""
    logger.error("A page could not be shown", exc_info=error)


async def _health(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok\n")


async def _icon(_request: Request) -> FileResponse:
    return FileResponse(ICON, headers={"Cache-Control": KEEP_A_WEEK})


@asynccontextmanager
async def _lifespan(_app: st.App, moments: Moments) -> AsyncIterator[dict[str, Any]]:
    async with AsyncExitStack() as beside:
        await beside.enter_async_context(collecting_at_quiet_moments(moments, first=_load))
        for group in groups():
            await beside.enter_async_context(deleting_what_is_due(partial(store_of, group)))
        yield {}


def _load() -> None:
    """Load what the first visitor would otherwise wait for: the pages, what they import, the examples, the search."""
    import placecheck.web.main  # noqa: F401
    from placecheck.web import desk

    for rubric in {one.rubric.id: one.rubric for one in desk.examples()}.values():
        desk.library_in(folder_of(groups()[0]), rubric).search("")
