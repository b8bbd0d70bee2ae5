"""`placecheck run`."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from placecheck.errors import PlacecheckError


class CannotListenError(PlacecheckError):
    """The address asked for cannot be had."""


def run(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = 8501,
    data: Annotated[Path | None, typer.Option(help="The folder that holds your places.", file_okay=False)] = None,
) -> None:
    """Open the app in a browser on this computer."""
    if data is not None:
        os.environ["PLACECHECK_DATA"] = str(data.resolve())
        os.environ.pop("PLACECHECK_DATABASE_URL", None)  # a folder named here and now counts for more
    listening = listen(host, port)
    serve(listening)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket whose connections send at once: a click waits 40 ms longer without TCP_NODELAY."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        what = f"placecheck cannot listen on {host}:{port} ({error.strerror})."
        raise CannotListenError(f"{what} Name another with --port, or stop what listens there.") from None
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def serve(listening: socket.socket) -> None:
    """Serve the app on `listening` until stopped."""
    import uvicorn

    from placecheck.carried import folder

    # Streamlit reads .streamlit/ from the working folder under plain uvicorn.
    os.chdir(folder("app.py").parent)
    from placecheck.web.server import build

    host, port = listening.getsockname()[:2]
    print(f"placecheck is open at http://{host}:{port}  (stop it with Ctrl+C)", flush=True)
    config = uvicorn.Config(
        build(),
        log_config=None,  # Streamlit sets the logs up; twice is once too often
        access_log=False,
        server_header=False,
        ws_per_message_deflate=False,  # on the same table, compressing every message only makes clicks slower
    )
    uvicorn.Server(config).run(sockets=[listening])
