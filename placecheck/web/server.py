"""The application as one ASGI process: the dashboard by Streamlit, and our own routes beside it."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from placecheck import fonts
from placecheck.web.quiet import collecting_at_quiet_moments

logger = logging.getLogger("placecheck.web")

SCRIPT = Path(__file__).with_name("script.py")


def build() -> st.App:
    """The application that `placecheck run`, `uvicorn app:app` and `streamlit run app.py` all serve."""
    return st.App(SCRIPT, routes=routes(), lifespan=_lifespan, on_script_error=_logged)


def routes() -> list[Route | Mount]:
    """What is served beside the dashboard."""
    return [
        Route("/health", _health),
        Mount("/fonts", StaticFiles(directory=fonts.FOLDER)),
    ]


def _logged(error: Exception) -> None:
    """Keep what went wrong for whoever runs the app; the visitor sees a plain sentence."""
    logger.error("A page could not be shown", exc_info=error)


async def _health(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("ok\n")


@asynccontextmanager
async def _lifespan(_app: st.App) -> AsyncIterator[dict[str, Any]]:
    async with collecting_at_quiet_moments():
        yield {}
