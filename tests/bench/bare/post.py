"""The least that could keep an answer: a Starlette route that writes one row to a database and commits it to the disk.

Beside it a page of any size, `/page/18000`, that needs nothing else.

`python post.py FILE` keeps them in SQLite, `python post.py postgresql://...` in PostgreSQL; it prints where it answers.
It uses the app's own socket and server settings, and the same pragmas.
"""

from __future__ import annotations

import sqlite3
import sys
import threading
from collections.abc import Callable

import uvicorn
from anyio import to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route

from placecheck.cli.run import listen


def in_sqlite(file: str) -> Callable[[str], None]:
    """What keeps a row in the new SQLite file `file`."""
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, body TEXT)")
    return one_at_a_time(lambda body: connection.execute("INSERT INTO answer (body) VALUES (?)", (body,)))


def in_postgres(address: str) -> Callable[[str], None]:
    """What keeps a row in a new table of the PostgreSQL database at `address`."""
    import psycopg

    connection = psycopg.connect(address, autocommit=True)
    connection.execute("CREATE TABLE bare_answer (id SERIAL PRIMARY KEY, body TEXT)")
    return one_at_a_time(lambda body: connection.execute("INSERT INTO bare_answer (body) VALUES (%s)", (body,)))


def one_at_a_time(keep: Callable[[str], object]) -> Callable[[str], None]:
    one_writer = threading.Lock()

    def kept(body: str) -> None:
        with one_writer:
            keep(body)

    return kept


def main(where: str) -> None:
    """Serve the route."""
    keep = in_postgres(where) if where.startswith("postgresql:") else in_sqlite(where)

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
