"""The least that could keep an answer: a Starlette route that writes one row to SQLite and commits it to the disk.

Beside it a page of any size, `/page/18000`, that needs nothing else.

`python post.py FILE` prints where it answers. It uses the app's own socket and server settings, and the same pragmas.
"""

from __future__ import annotations

import sqlite3
import sys
import threading

import uvicorn
from anyio import to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route

from placecheck.cli.run import listen


def main(file: str) -> None:
    """Serve the route."""
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, body TEXT)")
    one_writer = threading.Lock()

    def keep(body: str) -> None:
        with one_writer:
            connection.execute("INSERT INTO answer (body) VALUES (?)", (body,))

    async def post(request: Request) -> JSONResponse:
        await to_thread.run_sync(keep, (await request.body()).decode())
        return JSONResponse({"saved": True})

    async def page(request: Request) -> HTMLResponse:
        text = "<!doctype html><html lang=en><title>A page</title><h1>A page</h1><p>"
        return HTMLResponse(text + "words " * ((request.path_params["size"] - len(text)) // len("words ")))

    listening = listen("127.0.0.1", 0)
    print(f"http://127.0.0.1:{listening.getsockname()[1]}", flush=True)
    app = Starlette(routes=[Route("/page/{size:int}", page), Route("/{path:path}", post, methods=["POST"])])
    uvicorn.Server(uvicorn.Config(app, log_config=None, access_log=False)).run(sockets=[listening])


if __name__ == "__main__":
    main(sys.argv[1])
