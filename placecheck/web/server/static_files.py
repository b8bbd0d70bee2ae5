"""Streamlit's own files, sent compressed: each is compressed once, when it is first asked for, and kept in memory.

Streamlit sends them as they are and leaves the rest to a proxy, which a laptop in a hall does not have. Their names
carry a hash of what they hold, so a browser may keep them for good.
"""

from __future__ import annotations

import gzip
import mimetypes
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path

import brotli
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

WORTH_IT = frozenset({".css", ".js", ".json", ".svg"})
"""Pictures and fonts are compressed as they are made."""

KEEP = "public, max-age=31536000, immutable"
KEEP_A_WEEK = "public, max-age=604800"

CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda content: brotli.compress(content, quality=5),  # 9 takes five times as long to save 3 % more
    "gzip": lambda content: gzip.compress(content, compresslevel=6, mtime=0),  # all that browsers ask for without TLS
}
"""Best first."""


class StaticFilesCompressed:
    """ASGI middleware that answers for the files below `folder`, at `address`, with their compressed selves.

    All else goes by untouched: websockets, other files, parts of files, browsers that take neither brotli nor gzip.
    """

    def __init__(self, app: ASGIApp, *, folder: Path, address: str) -> None:
        self._app = app
        self._files = {
            f"{address}/{path.relative_to(folder).as_posix()}": path
            for path in folder.rglob("*")
            if path.suffix in WORTH_IT
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = self._files.get(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        headers = Headers(scope=scope) if file else Headers()
        coding = best_coding(headers.get("accept-encoding", ""))
        if file is None or coding is None or "range" in headers:
            await self._app(scope, receive, send)
            return
        body = await to_thread.run_sync(compressed_file, file, coding)
        response = Response(body, media_type=mimetypes.guess_type(file.name)[0], headers=coding_headers(coding, KEEP))
        await response(scope, receive, send)


class CachedStaticFiles(StaticFiles):
    """Files whose names carry no hash: a browser keeps them for a week, then asks whether they changed."""

    def file_response(
        self, full_path: str | os.PathLike[str], stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = KEEP_A_WEEK
        return response


@cache
def compressed_file(path: Path, coding: str) -> bytes:
    """Return what `path` holds, in `coding`; computed once."""
    return CODINGS[coding](path.read_bytes())


def best_coding(accepted: str) -> str | None:
    """Return the best supported coding that an Accept-Encoding header accepts, or None (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        name, _, rest = part.partition(";")
        weights[name.strip()] = _weight(rest)
    return next((coding for coding in CODINGS if weights.get(coding, weights.get("*", 0.0)) > 0), None)


def _weight(parameters: str) -> float:
    name, _, value = parameters.partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0


def coding_headers(coding: str, keep: str) -> dict[str, str]:
    """Return the headers of a response in `coding` that caches may hold as `keep` says."""
    return {"Content-Encoding": coding, "Vary": "Accept-Encoding", "Cache-Control": keep}
