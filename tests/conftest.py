"""What every test may ask for."""

from __future__ import annotations

import atexit
import base64
import hashlib
import itertools
import logging
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pytest
import sqlalchemy
import uvicorn
from hypothesis import settings
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse
from starlette.routing import Route
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from placecheck.assessment import Answer, Place
from placecheck.rubric import Rubric, find_rubric
from placecheck.storage import NewWorkshop, Store, open_store

# No deadline: a busy machine is no fault of the code under test.
settings.register_profile("each time", deadline=None, max_examples=50)
settings.register_profile("thorough", deadline=None, max_examples=500)  # `make attack`
settings.load_profile("each time")

CHECKOUT = Path(__file__).resolve().parent.parent
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
PATIENCE = 120.0
"""Seconds that a server may take to answer; a loaded machine takes its time."""


NO_SERVER = "PostgreSQL cannot run here: pgserver has no wheel for this Python, or psycopg is missing"


NO_ACCOUNTS = "accounts are not installed here: placecheck[accounts]"


def pytest_make_parametrize_id(val: object) -> str | None:
    """Write a bracket in a test's name as a round one: pytest takes a square one for the end of the name."""
    if not isinstance(val, str) or not {"[", "]"} & set(val):
        return None
    return val.encode("unicode_escape").decode("ascii").replace("[", "(").replace("]", ")")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say where the pictures are that tests kept."""
    folder = pictures_of(config)
    if folder.is_dir():
        taken = sum(1 for _ in folder.rglob("*.png"))
        terminalreporter.write_line(f"{taken} pictures of the workshop's journey are in {folder}")


def pictures_of(config: pytest.Config) -> Path:
    """The folder in which tests keep pictures of what they saw: `PLACECHECK_PICTURES`, else `.pictures`."""
    return Path(os.environ.get("PLACECHECK_PICTURES") or config.rootpath / ".pictures")


@pytest.fixture
def pictures(request: pytest.FixtureRequest) -> Path:
    return pictures_of(request.config)


class Served(NamedTuple):
    """A server that runs: where it answers, the file with what it says, and the number of its process."""

    address: str
    log: Path
    pid: int


Serving = Callable[..., AbstractContextManager[Served]]
"""`with serving(*command, data=folder) as server`; {port} in the command is any free port."""


@pytest.fixture(scope="session")
def checkout() -> Path:
    return CHECKOUT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the checkout that holds the notes as received; tests that need it are skipped without it."""
    folder = CHECKOUT.parent / "shared"
    if not (folder / "notes").is_dir():
        pytest.skip("the notes are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def rubric() -> Rubric:
    """The Better Way rubric."""
    return find_rubric()


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], Path]:
    """`empty_store(folder)` makes a store in `folder` that holds nothing, without the time that migrations take."""
    made = tmp_path_factory.mktemp("empty") / "store"
    open_store(made).close()

    def put(folder: Path) -> Path:
        shutil.copytree(made, folder, dirs_exist_ok=True)
        return folder

    return put


@pytest.fixture
def asked(rubric: Rubric) -> list[str]:
    """Three indicators of the starter round."""
    return [one.id for one in rubric.indicators() if one.starter][:3]


@pytest.fixture
def made(store: Store, rubric: Rubric, asked: list[str]) -> NewWorkshop:
    """A workshop with three things open, in the `store` of the tests beside."""
    place = store.add_place(Place(name="Ore Valley"))
    made = store.create_workshop(
        store.begin_assessment(place, rubric, question_set="starter", date=None, together=False)
    )
    store.open_vote(made.id, asked)
    return made


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Makes a new, empty database on a PostgreSQL server of the tests' own, and gives its address."""
    plain = "/tmp" if os.name == "posix" else None  # noqa: S108 (its own scripts break at an apostrophe in a path)
    folder = Path(tempfile.mkdtemp(prefix="placecheck-pg-", dir=plain))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    pgserver = pytest.importorskip("pgserver", reason=NO_SERVER)
    pytest.importorskip("psycopg", reason=NO_SERVER)
    server = pgserver.get_server(folder / "data", cleanup_mode="stop")
    url = sqlalchemy.make_url(server.get_uri())
    made = itertools.count()

    def new() -> str:
        name = f"test_{next(made)}"
        server.psql(f"CREATE DATABASE {name}")
        return url.set(database=name).render_as_string(hide_password=False)

    for setting in ("fsync", "full_page_writes"):
        server.psql(f"ALTER SYSTEM SET {setting} = off")
    server.psql("SELECT pg_reload_conf()")
    yield new
    os.kill(server.get_pid(), signal.SIGQUIT)  # a tidy end writes everything out first, and all of it is thrown away
    logging.getLogger("pgserver").disabled = True  # it reports that there is nothing left to stop
    server.cleanup()
    atexit.unregister(server._cleanup)  # which would make its folder anew
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Serving:
    """Runs the app as a process of its own for the length of a `with`."""
    return lambda *command, data: served(command, data, tmp_path_factory.mktemp("server") / "log")


@contextmanager
def served(command: tuple[str, ...], data: Path, log: Path) -> Iterator[Served]:
    """Run `command`, a program beside this Python and what it is given, until the end of the `with`."""
    port = free_port()
    program, *given = (part.format(port=port) for part in command)
    environment = {**os.environ, "PLACECHECK_DATA": str(data), "PYTHONUNBUFFERED": "1"}
    with log.open("wb") as out:
        whole = [str(Path(sys.executable).with_name(program)), *given]
        process = subprocess.Popen(whole, cwd=CHECKOUT, env=environment, stdout=out, stderr=subprocess.STDOUT)
        try:
            address = answering(process, log, f"http://127.0.0.1:{port}" if f"{port}" in given else None)
            yield Served(address, log, process.pid)
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def answering(process: subprocess.Popen[bytes], log: Path, address: str | None) -> str:
    """The address at which `process` answers: the one given, else the one that it prints."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        printed = re.search(r"http://127\.0\.0\.1:\d+", log.read_text())
        address = address or (printed and printed[0])
        try:
            if address and fetch(f"{address}/health") == "ok\n":
                return address
        except urllib.error.URLError:
            pass
        time.sleep(0.05)
    raise AssertionError(f"nothing answers: {log.read_text()}")


def fetch(address: str) -> str:
    """What `address` answers, past any proxy."""
    with DIRECT.open(address, timeout=PATIENCE) as response:
        return response.read().decode()


def free_port() -> int:
    """A port where nothing listens, below those that a system hands out by itself: nobody is given it meanwhile."""
    with closing(socket.socket()) as taken:
        for port in random.sample(range(20_000, 32_000), 100):
            with suppress(OSError):
                taken.bind(("127.0.0.1", port))
                return port
    raise AssertionError("no port is free")


@pytest.fixture(scope="session")
def eventually() -> Callable[[Callable[[], object], object], None]:
    """`eventually(look, expected)` waits until `look()` is `expected`: what a click does is done some time after it."""

    def eventually_(look: Callable[[], object], expected: object) -> None:
        until = time.monotonic() + PATIENCE
        while (found := look()) != expected and time.monotonic() < until:
            time.sleep(0.05)
        assert found == expected

    return eventually_


@pytest.fixture(scope="session")
def a_port() -> Callable[[], int]:
    """`a_port()` is a port of this machine where nothing listens."""
    return free_port


class Provider:
    """A small OpenID Connect provider: whoever comes is signed in at once, as the one whom `person` describes."""

    CLIENT, SECRET = "placecheck-tests", "a-secret-of-the-tests-alone"

    def __init__(self) -> None:
        self._listening = socket.socket()
        self._listening.bind(("127.0.0.1", 0))
        self._listening.listen()  # whoever asks before it answers waits, and is not refused
        self.address = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self.person: dict[str, Any] = {}
        """What is said of whoever comes, over what a right answer would say."""
        self.answers = True
        self.gives_tokens = True
        self._jose = pytest.importorskip("joserfc.jwt", reason=NO_ACCOUNTS)
        self._key = pytest.importorskip("joserfc.jwk").RSAKey.generate_key(2048, {"kid": "tests"})
        self._asked: dict[str, dict[str, str]] = {}
        self._codes = map("code-{}".format, itertools.count())

    @contextmanager
    def listening(self) -> Iterator[Provider]:
        """Answer until the end of the `with`."""
        ways = {"/.well-known/openid-configuration": self._about, "/authorize": self._ask, "/keys": self._keys}
        routes = [Route(path, answer) for path, answer in {**ways, "/leave": self._leave}.items()]
        app = Starlette(routes=[*routes, Route("/token", self._token, methods=["POST"])])
        server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [self._listening]})
        thread.start()
        try:
            yield self
        finally:
            server.should_exit = True
            thread.join()
            self._listening.close()

    def _about(self, _request: Request) -> JSONResponse:
        at = {
            "authorization_endpoint": "/authorize",
            "token_endpoint": "/token",
            "jwks_uri": "/keys",
            "end_session_endpoint": "/leave",
        }
        about = {"issuer": self.address, **{name: self.address + path for name, path in at.items()}}
        can = {"code_challenge_methods_supported": ["S256"], "id_token_signing_alg_values_supported": ["RS256"]}
        return JSONResponse(about | can, 200 if self.answers else 503)

    def _ask(self, request: Request) -> RedirectResponse:
        code = next(self._codes)
        self._asked[code] = dict(request.query_params)
        told = urlencode({"code": code, "state": request.query_params["state"]})
        return RedirectResponse(f"{request.query_params['redirect_uri']}?{told}", 303)

    def _keys(self, _request: Request) -> JSONResponse:
        return JSONResponse({"keys": [self._key.as_dict(private=False)]})

    async def _token(self, request: Request) -> JSONResponse:
        given = dict(await request.form())
        if not self.gives_tokens:
            return JSONResponse({"error": "invalid_client"}, 401)
        asked = self._asked.pop(given["code"], {})
        who = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(given["code_verifier"].encode()).digest()).decode()
        if who != f"{self.CLIENT}:{self.SECRET}" or challenge.rstrip("=") != asked.get("code_challenge"):
            return JSONResponse({"error": "invalid_grant"}, 400)
        now = int(time.time())
        right = {"iss": self.address, "aud": self.CLIENT, "sub": "1", "iat": now, "exp": now + 600}
        claims = right | {"nonce": asked["nonce"], "email_verified": True} | self.person
        claims = {name: value for name, value in claims.items() if value is not None}
        token = self._jose.encode({"alg": "RS256", "kid": "tests"}, claims, self._key)
        return JSONResponse({"id_token": token, "access_token": "opens-nothing", "token_type": "Bearer"})

    def _leave(self, request: Request) -> RedirectResponse:
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], 303)


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """A provider of accounts that runs beside the tests."""
    with Provider().listening() as running:
        yield running


@pytest.fixture(scope="module")
def with_accounts(provider: Provider, serving: Serving) -> Serving:
    """`with with_accounts(data=folder, **environment) as server`: the app, which takes accounts of the provider."""

    @contextmanager
    def running(*, data: Path, **environment: str) -> Iterator[Served]:
        port = free_port()
        with ExitStack() as stack:
            with pytest.MonkeyPatch.context() as patch:
                for name, value in (accounts_of(provider, f"http://127.0.0.1:{port}") | environment).items():
                    patch.setenv(name, value)
                server = stack.enter_context(serving("placecheck", "run", "--port", str(port), data=data))
            yield server

    return running


def accounts_of(provider: Provider, address: str) -> dict[str, str]:
    """The environment in which a server at `address` takes accounts of `provider`."""
    return {
        "PLACECHECK_OPENID": provider.address,
        "PLACECHECK_OPENID_CLIENT": provider.CLIENT,
        "PLACECHECK_OPENID_SECRET": provider.SECRET,
        "PLACECHECK_ADDRESS": address,
        "NO_PROXY": "127.0.0.1",
    }


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """A file stays on one worker, and all browser tests on one: two browsers on two cores only wait for each other.

    They begin first, since nothing else takes so long: one worker looks at pages while the others do all the rest.
    `--dist loadgroup` would group them too, but forgets its groups under pytest 9.2 (pytest-xdist issue 1386).
    """
    from xdist.scheduler import LoadFileScheduling

    browser = "tests/browser/"

    class BrowserFirst(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return browser if nodeid.startswith(browser) else super()._split_scope(nodeid)

        def _assign_work_unit(self, node: object) -> None:
            if browser in self.workqueue:
                self.workqueue.move_to_end(browser, last=False)
            super()._assign_work_unit(node)

    return BrowserFirst(config, log)


@pytest.fixture(scope="session")
def live_page() -> Callable[..., AbstractContextManager[tuple[ClientConnection, list[ForwardMsg]]]]:
    """`live_page(address, cookies, query, page=)`: a page as a browser opens it, and what it is sent."""

    @contextmanager
    def opened(
        address: str, cookies: str, query: str, page: str = ""
    ) -> Iterator[tuple[ClientConnection, list[ForwardMsg]]]:
        request = BackMsg()
        request.rerun_script.query_string, request.rerun_script.page_name = query, page
        with connect(
            address.replace("http", "ws", 1) + "/_stcore/stream",
            additional_headers={"Cookie": cookies},
            origin=address,
            subprotocols=["streamlit"],
            max_size=None,
            proxy=None,
        ) as connection:
            connection.send(request.SerializeToString())
            messages = [ForwardMsg.FromString(connection.recv(timeout=PATIENCE))]
            while messages[-1].WhichOneof("type") != "script_finished":
                messages.append(ForwardMsg.FromString(connection.recv(timeout=PATIENCE)))
            yield connection, messages

    return opened


@pytest.fixture(scope="session")
def levels() -> Callable[..., tuple[Answer | None, ...]]:
    """`levels(0, -1, None)` is what three people said: a level, that they do not know (below 0), and nothing."""

    def levels_(*given: int | None) -> tuple[Answer | None, ...]:
        no_answer = Answer(no_answer="dont_know")
        return tuple(None if level is None else no_answer if level < 0 else Answer(level=level) for level in given)

    return levels_


@pytest.fixture
def three(rubric: Rubric) -> list[str]:
    """The ids of the first three indicators."""
    return list(rubric.by_id)[:3]
