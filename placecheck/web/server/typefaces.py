"""Answer for two of Streamlit's typefaces with lighter ones: half of what a first visit loads were letters nobody sees.

Its text typeface is asked for before our theme arrives, and never seen again: our own takes its place, which is loaded
anyway. Its icons are four thousand, of which it draws a few: the file holds those that its scripts name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from placecheck import fonts
from placecheck.web.server.static_files import KEEP_A_WEEK

HEADERS = {"Cache-Control": KEEP_A_WEEK}
ICONS = fonts.FOLDER / "MaterialSymbols-Rounded.woff2"


class LighterTypefaces:
    """ASGI middleware that answers for typefaces below `folder`, Streamlit's `/static`; all else goes by untouched."""

    def __init__(self, app: ASGIApp, *, folder: Path) -> None:
        self._app = app
        self._answers = {
            f"/static/media/{path.name}": answer
            for pattern, answer in in_place_of().items()
            for path in folder.glob(f"media/{pattern}")
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._answers.get(scope["path"]) if scope["type"] == "http" else None
        await (answer() if answer else self._app)(scope, receive, send)


def in_place_of() -> Mapping[str, Callable[[], Response]]:
    """Return what makes the answer in place of Streamlit's files, by the patterns of their names."""
    return {
        "MaterialSymbols-Rounded.*.woff2": partial(FileResponse, ICONS, headers=HEADERS),
        "SourceSansVF-Upright.*.woff2": partial(RedirectResponse, _address("Regular"), headers=HEADERS),
        "SourceSansVF-Italic.*.woff2": partial(RedirectResponse, _address("Italic"), headers=HEADERS),
    }


def _address(cut: str) -> str:
    return f"/fonts/{fonts.web_font(cut)}"
