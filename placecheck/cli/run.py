"""`placecheck run`."""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from placecheck.errors import PlacecheckError
from placecheck.logs import Level, set_up_logs
from placecheck.paths import data_folder
from placecheck.words import say
from placecheck.words import sign_in as w

THIS_COMPUTER = "127.0.0.1"

PASSPHRASE_FILE = "passphrase"  # noqa: S105 (the name of the file)
"""Holds the passphrase for the hall; nobody but the owner of the data folder may read it."""


class CannotListenError(PlacecheckError):
    """The app cannot listen: the address is not available, or the options contradict each other."""


def run(
    *,
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = 8501,
    data: Annotated[Path | None, typer.Option(help="The folder that holds your places.", file_okay=False)] = None,
    lan: Annotated[bool, typer.Option("--lan", help="Let phones in the same network join; asks a passphrase.")] = False,
    new_passphrase: Annotated[
        bool, typer.Option("--new-passphrase", help="With --lan: make another passphrase.")
    ] = False,
    log_level: Annotated[Level, typer.Option(help="The least that is written into the log.")] = "info",
    log_json: Annotated[bool, typer.Option("--log-json", help="Write each line of the log as JSON.")] = False,
    stop_after: Annotated[
        float, typer.Option(min=0, help="Seconds from being told to stop until it does; /ready says so meanwhile.")
    ] = 0,
) -> None:
    """Open the app in a browser on this computer, or with --lan for a hall."""
    if data is not None:
        os.environ["PLACECHECK_DATA"] = str(data.resolve())
        os.environ.pop("PLACECHECK_DATABASE_URL", None)  # a folder named here and now counts for more
    if lan and host is not None:
        raise CannotListenError(say(w.NOT_BOTH))
    if lan and os.environ.get("PLACECHECK_OPENID"):
        raise CannotListenError(say(w.NO_ACCOUNTS_ON_LAN))
    set_up_logs(log_level, as_json=log_json)
    listening = listen("0.0.0.0" if lan else host or THIS_COMPUTER, port)  # noqa: S104 (it is what --lan is for)
    if lan:
        announce_lan_address(listening.getsockname()[1], new_passphrase=new_passphrase)
    serve(listening, stop_after=stop_after)


def announce_lan_address(port: int, *, new_passphrase: bool = False) -> None:
    """Set the passphrase, the same as last time, and print it with the address for phones, as a QR code too."""
    import segno

    address = f"http://{lan_address()}:{port}"
    os.environ["PLACECHECK_ADDRESS"] = address
    if os.environ.get("PLACECHECK_GROUPS"):
        asks = say(w.BY_GROUP)
    else:
        passphrase = os.environ.get("PLACECHECK_PASSPHRASE") or load_or_create_passphrase(
            data_folder(), renew=new_passphrase
        )
        os.environ["PLACECHECK_PASSPHRASE"] = passphrase
        asks = f"{say(w.PASSPHRASE_IS, passphrase=passphrase)}\n{say(w.PASSPHRASE_STAYS)}"
    print(say(w.PHONES, address=f"{address}/join"))
    segno.make(f"{address}/join", error="m").terminal(compact=True)
    print(asks, flush=True)


def load_or_create_passphrase(folder: Path, *, renew: bool = False) -> str:
    """Return the passphrase of this data folder, made and kept in a file if there is none.

    So people stay signed in when the program is stopped and started again.
    """
    from placecheck.workshop import codes

    path = folder / PASSPHRASE_FILE
    with suppress(OSError, UnicodeDecodeError):
        if not renew and (stored := path.read_text(encoding="utf-8").strip()):
            return stored
    passphrase = codes.new_passphrase()
    folder.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f"{passphrase}\n")
    return passphrase


def lan_address() -> str:
    """Return the address at which other machines on the network reach this one, without sending anything.

    Raises:
        CannotListenError: There is no network.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("10.255.255.255", 1))
        except OSError:
            raise CannotListenError(say(w.NO_NETWORK)) from None
        address: str = asking.getsockname()[0]
    return address


def listen(host: str, port: int) -> socket.socket:
    """Return a listening socket with TCP_NODELAY: without it, a click waits 40 ms longer.

    Raises:
        CannotListenError: The address is not available.
    """
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


def serve(listening: socket.socket, *, stop_after: float = 0) -> None:
    """Serve the app on `listening` until stopped.

    Raises:
        PlacecheckError: A setting is wrong.
    """
    from placecheck.process_limits import raise_open_files
    from placecheck.resources import resource_folder

    raise_open_files()
    if groups := os.environ.get("PLACECHECK_GROUPS"):
        os.environ["PLACECHECK_GROUPS"] = str(Path(groups).resolve())  # named from where we were started
    # Streamlit reads .streamlit/ from the working folder under plain uvicorn.
    os.chdir(resource_folder("app.py").parent)
    from placecheck.web.server.serving import serve_app

    host, port = listening.getsockname()[:2]
    shown = THIS_COMPUTER if host == "0.0.0.0" else host  # noqa: S104
    serve_app(listening, say(w.OPEN_AT, address=f"http://{shown}:{port}"), stop_after=stop_after)
