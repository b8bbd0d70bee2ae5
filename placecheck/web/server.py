"""The application as one ASGI process: the dashboard by Streamlit, and our own routes beside it."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Mount, Route

from placecheck import fonts
from placecheck.forms import phone
from placecheck.storage import Store
from placecheck.web import door, language, screen, sign_in
from placecheck.web.compressed import KEEP_A_WEEK, Compressed, KeptFiles
from placecheck.web.door import Door, Lock
from placecheck.web.due import deleting_what_is_due
from placecheck.web.guard import Guard
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
    moments, lock = Moments(), the_lock()
    return {
        "routes": routes(lock),
        "middleware": middleware(moments, lock),
        "lifespan": partial(_lifespan, moments=moments),
        "on_script_error": _logged,
    }


def the_lock() -> Lock | None:
    """The lock that the environment asks for; None where only this computer can come in. ShortPassphraseError."""
    passphrase = os.environ.get(door.PASSPHRASE)
    return Lock(passphrase) if passphrase else None


def middleware(moments: Moments, lock: Lock | None = None) -> list[Middleware]:
    """What every request passes on its way in and every answer on its way out, the outermost first."""
    return [
        Middleware(Guard),
        Middleware(Door, lock=lock, hosts=os.environ.get(door.HOSTS, "").split(",")),
        Middleware(Listening, moments=moments),
        Middleware(Compressed, folder=STREAMLITS / "static", address="/static"),
        Middleware(Shell, index=STREAMLITS / "index.html"),
    ]


def routes(lock: Lock | None = None) -> list[Route | Mount]:
    """What is served beside the dashboard."""
    return [
        Route("/health", _health),
        Route("/favicon.png", _icon),
        Route("/language/{name}", language.choose),
        Route(screen.ADDRESS, screen.show),
        sign_in.route(lock),
        *phone.routes(_store),
        Mount("/fonts", KeptFiles(directory=fonts.FOLDER)),
    ]


def _store() -> Store:
    """The store of this process, opened when it is first asked for."""
    from placecheck.web import desk

    return desk.store()


def _logged(error: Exception) -> None:
    """Keep what went wrong for whoever runs the app; the visitor sees a plain sentence."""
    logger.error("A page could not be shown", exc_info=error)


async def _health(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok\n")


async def _icon(_request: Request) -> FileResponse:
    return FileResponse(ICON, headers={"Cache-Control": KEEP_A_WEEK})


@asynccontextmanager
async def _lifespan(_app: st.App, moments: Moments) -> AsyncIterator[dict[str, Any]]:
    async with collecting_at_quiet_moments(moments, first=_load), deleting_what_is_due(_store):
        yield {}


def _load() -> None:
    """Load what the first visitor would otherwise wait for: the pages, what they import, the examples, the search."""
    import placecheck.web.main  # noqa: F401
    from placecheck.web import desk

    for rubric in {one.rubric.id: one.rubric for one in desk.examples()}.values():
        desk.library_of(rubric).search("")
