"""`placecheck run`."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from placecheck.errors import PlacecheckError
from placecheck.words import door as w
from placecheck.words import say

THIS_COMPUTER = "127.0.0.1"


class CannotListenError(PlacecheckError):
    """The address asked for cannot be had."""


def run(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = 8501,
    data: Annotated[Path | None, typer.Option(help="The folder that holds your places.", file_okay=False)] = None,
    lan: Annotated[bool, typer.Option("--lan", help="Let phones in the same network join; asks a passphrase.")] = False,
) -> None:
    """Open the app in a browser on this computer, or with --lan for a hall."""
    if data is not None:
        os.environ["PLACECHECK_DATA"] = str(data.resolve())
        os.environ.pop("PLACECHECK_DATABASE_URL", None)  # a folder named here and now counts for more
    if lan and host is not None:
        raise CannotListenError(say(w.NOT_BOTH))
    if lan and os.environ.get("PLACECHECK_OPENID"):
        raise CannotListenError(say(w.NO_ACCOUNTS_IN_A_HALL))
    listening = listen("0.0.0.0" if lan else host or THIS_COMPUTER, port)  # noqa: S104 (it is what --lan is for)
    if lan:
        open_to_the_hall(listening.getsockname()[1])
    serve(listening)


def open_to_the_hall(port: int) -> None:
    """Set a passphrase where none is set, and print it with the address for phones, as a QR code too."""
    import segno

    from placecheck.workshop import codes

    address = f"http://{own_address()}:{port}"
    os.environ["PLACECHECK_ADDRESS"] = address
    if os.environ.get("PLACECHECK_GROUPS"):
        asks = say(w.BY_GROUP)
    else:
        passphrase = os.environ.setdefault("PLACECHECK_PASSPHRASE", codes.new_passphrase())
        asks = say(w.PASSPHRASE_IS, passphrase=passphrase)
    print(say(w.PHONES, address=f"{address}/join"))
    segno.make(f"{address}/join", error="m").terminal(compact=True)
    print(asks, flush=True)


def own_address() -> str:
    """The number under which others in the network reach this machine. Nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("10.255.255.255", 1))
        except OSError:
            raise CannotListenError(say(w.NO_NETWORK)) from None
        found: str = asking.getsockname()[0]
    return found


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

    if groups := os.environ.get("PLACECHECK_GROUPS"):
        os.environ["PLACECHECK_GROUPS"] = str(Path(groups).resolve())  # named from where we were started
    # Streamlit reads .streamlit/ from the working folder under plain uvicorn.
    os.chdir(folder("app.py").parent)
    from placecheck.web.patient import Patient
    from placecheck.web.server import build

    host, port = listening.getsockname()[:2]
    shown = THIS_COMPUTER if host == "0.0.0.0" else host  # noqa: S104
    print(say(w.OPEN_AT, address=f"http://{shown}:{port}"), flush=True)
    config = uvicorn.Config(
        build(),
        http=Patient,
        log_config=None,  # Streamlit sets the logs up; twice is once too often
        access_log=False,
        server_header=False,
        ws_per_message_deflate=False,  # on the same table, compressing every message only makes clicks slower
    )
    uvicorn.Server(config).run(sockets=[listening])
