"""Servers to measure, each a process of its own: the app as people start it, and bare Streamlit pages beside it.

As a script it serves one bare page, `python serve.py PAGE`, with the app's own settings and socket. `--gc` collects
garbage after every run, as Streamlit does by default; `--delay` opens the socket as uvicorn does; `--asyncio` goes
without uvloop.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
PATIENCE = 60.0


class Server(NamedTuple):
    """Where a server answers, and its process."""

    address: str
    pid: int

    def memory(self) -> float:
        """Resident memory in megabytes (Linux only)."""
        return self._megabytes("VmRSS")

    def most_memory(self) -> float:
        """The most that it had resident at any moment, in megabytes (Linux only)."""
        return self._megabytes("VmHWM")

    def _megabytes(self, which: str) -> float:
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(rf"{which}:\s+(\d+) kB", status)[1]) / 1024


@contextmanager
def ours(data: Path, address: str = "") -> Iterator[Server]:
    """The app, keeping `data`; what is said in the PostgreSQL database at `address`, where one is given."""
    keeping = {"PLACECHECK_DATA": str(data), "PLACECHECK_DATABASE_URL": address}
    with _running([sys.executable, "-m", "placecheck", "run", "--port", "0"], keeping) as server:
        yield server


@contextmanager
def bare(page: str, *more: str) -> Iterator[Server]:
    """The script `bare/<page>.py` as an app of its own."""
    with _running([sys.executable, str(HERE / "serve.py"), page, *more]) as server:
        yield server


@contextmanager
def _running(command: list[str], more: Mapping[str, str] = MappingProxyType({})) -> Iterator[Server]:
    with tempfile.TemporaryFile("w+") as printed:
        environment = {**os.environ, "PYTHONUNBUFFERED": "1", **more}
        process = subprocess.Popen(command, cwd=CHECKOUT, env=environment, stdout=printed, stderr=subprocess.STDOUT)
        try:
            yield Server(_address(process, printed.fileno()), process.pid)
        finally:
            process.terminate()
            process.wait()


def _address(process: subprocess.Popen[bytes], printed: int) -> str:
    until = time.monotonic() + PATIENCE
    said = ""
    while time.monotonic() < until and process.poll() is None:
        said = os.pread(printed, 10_000, 0).decode()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", said)
        if found and not _closed(int(found[1])):
            return found[0]
        time.sleep(0.05)
    raise SystemExit(f"{process.args} does not answer:\n{said}")


def _closed(port: int) -> bool:
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1", port)) != 0


def main(page: str, *changes: str) -> None:
    """Serve one bare page."""
    import streamlit as st
    import uvicorn
    from streamlit import config

    from placecheck.cli.run import listen

    config.set_option("runner.postScriptGC", "--gc" in changes)
    listening = socket.create_server(("127.0.0.1", 0)) if "--delay" in changes else listen("127.0.0.1", 0)
    how = {"log_config": None, "access_log": False, "ws_per_message_deflate": False}
    how["loop"] = "asyncio" if "--asyncio" in changes else "auto"
    print(f"http://127.0.0.1:{listening.getsockname()[1]}")
    uvicorn.Server(uvicorn.Config(st.App(HERE / "bare" / f"{page}.py"), **how)).run(sockets=[listening])


if __name__ == "__main__":
    main(*sys.argv[1:])
