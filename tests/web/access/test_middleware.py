"""Who is let in where, and every way around it that we could think of."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from placecheck.web.access import middleware, sign_in
from placecheck.web.access.middleware import AccessMiddleware, host_name, is_allowed_host, is_this_computer, own_names
from placecheck.web.access.passphrase import COOKIE, PASSPHRASE, Passphrase, ShortPassphraseError
from placecheck.web.access.sign_in_session import latest_sign_in
from placecheck.words import say
from placecheck.words import sign_in as w

SITE = "http://localhost"
RIGHT = "bench-hall-ferry"
LOCK = Passphrase(RIGHT)


async def everything(_request: object) -> PlainTextResponse:
    return PlainTextResponse("inside")


async def live(connection: WebSocket) -> None:
    await connection.accept()
    await connection.send_text("inside")
    await connection.close()


def is_valid(cookie: str, lock: Passphrase = LOCK) -> bool:
    sign_in = latest_sign_in([lock], {COOKIE: cookie})
    return sign_in is not None and sign_in.is_valid()


def app(lock: Passphrase | None = LOCK, hosts: tuple[str, ...] = ()) -> Starlette:
    credentials = [lock] if lock else []
    routes = [
        *sign_in.sign_in_routes(credentials),
        WebSocketRoute("/{path:path}", live),
        Route("/{path:path}", everything, methods=["GET", "POST", "PUT", "DELETE"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(AccessMiddleware, credentials=credentials, hosts=hosts)])


@pytest.fixture
def stranger() -> TestClient:
    return TestClient(app(), base_url=SITE, follow_redirects=False)


def signed_in(client: TestClient, passphrase: str = RIGHT, **fields: str) -> int:
    token = re.search(r'name="token" value="(\w+)"', client.get("/sign-in").text)[1]
    fields = {"token": token, "passphrase": passphrase} | fields
    return client.post("/sign-in", data=fields, headers={"Origin": SITE}).status_code


DASHBOARD = [
    "/",
    "/results",
    "/answers",
    "/drafts",
    "/going",
    "/_stcore/health",
    "/_stcore/stream",
    "/_stcore/upload_file/a/b",
    "/_stcore/host-config",
    "/media/abc.png",
    "/static/js/index.js",
    "/component/x/index.html",
    "/fonts/x.woff2",
    "/language/cy",
    "/joining",
    "/join.txt",
    "/JOIN",
    "/health2",
    "/sign-in2",
    "/sign-in/x",
    "/sign-in/_stcore/health",
    "/health/x",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
]


@pytest.mark.parametrize("path", DASHBOARD)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_a_stranger_reaches_nothing_but_the_phones_pages(stranger, path, method):
    answer = stranger.request(method, path)
    assert answer.status_code == 401
    assert "inside" not in answer.text


@pytest.mark.parametrize("path", ["/_stcore/stream", "/results/_stcore/stream", "/join/_stcore/stream", "/health"])
def test_a_stranger_opens_no_live_connection_by_any_path(stranger, path):
    with pytest.raises(WebSocketDisconnect), stranger.websocket_connect(f"ws://localhost{path}") as connection:
        connection.receive_text()


def test_a_browser_is_led_to_the_sign_in_page_and_back_to_where_it_was(stranger):
    led = stranger.get("/results?round=a", headers={"Accept": "text/html"})
    assert led.headers["location"] == "/sign-in?to=%2Fresults%3Fround%3Da"
    assert 'value="/results?round=a"' in stranger.get(led.headers["location"]).text
    assert stranger.get("/results", headers={"Accept": "text/html"}).headers["location"] == "/sign-in?to=%2Fresults"
    assert signed_in(stranger, to="/results?round=a") == 303
    assert stranger.get("/results").text == "inside"
    with stranger.websocket_connect("ws://localhost/_stcore/stream") as connection:
        assert connection.receive_text() == "inside"


@pytest.mark.parametrize(
    "to", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "x", "/\n/"]
)
def test_a_sign_in_leads_to_no_other_site(stranger, to):
    token = re.search(r'name="token" value="(\w+)"', stranger.get("/sign-in").text)[1]
    given = {"token": token, "passphrase": RIGHT, "to": to}
    assert stranger.post("/sign-in", data=given, headers={"Origin": SITE}).headers["location"] == "/"


def test_a_wrong_passphrase_lets_nobody_in_and_is_soon_not_taken_any_more(stranger):
    assert {signed_in(stranger, f"wrong {n}") for n in range(10)} == {403}
    assert signed_in(stranger, RIGHT) == 429
    assert stranger.get("/").status_code == 401


def test_a_sign_in_from_another_sites_page_is_refused(stranger):
    token = re.search(r'name="token" value="(\w+)"', stranger.get("/sign-in").text)[1]
    given = {"token": token, "passphrase": RIGHT}
    for headers in ({"Origin": "http://elsewhere.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert stranger.post("/sign-in", data=given, headers=headers).status_code == 403
    assert stranger.post("/sign-in", data={"passphrase": RIGHT}).status_code == 403


def test_no_sign_in_is_made_up_altered_kept_too_long_or_fixed_beforehand(stranger):
    real = LOCK.cookie()
    until, nonce, mark = real.split(".")
    later = f"{int(until) + 9999}.{nonce}.{mark}"
    for wrong in (
        "",
        "x",
        "..",
        real[:-1],
        later,
        f"{until}.{nonce}.",
        Passphrase("another-passphrase").cookie(),
        "\u00e9",
    ):
        assert not is_valid(wrong)
    assert is_valid(real)
    assert not is_valid(LOCK.cookie(now=0))
    stranger.cookies.set(COOKIE, "chosen-by-another")
    assert signed_in(stranger) == 303
    assert LOCK.cookie() != LOCK.cookie()
    assert "chosen-by-another" not in [cookie.value for cookie in stranger.cookies.jar if cookie.path == "/"][-1]


def test_the_cookie_of_a_sign_in_is_out_of_reach_of_scripts_and_other_sites(stranger):
    token = re.search(r'name="token" value="(\w+)"', stranger.get("/sign-in").text)[1]
    answer = stranger.post("/sign-in", data={"token": token, "passphrase": RIGHT}, headers={"Origin": SITE})
    assert {"HttpOnly", "SameSite=lax"} <= set(answer.headers["set-cookie"].split("; "))


@pytest.mark.parametrize(("site", "secure"), [("https://hall.example", True), ("http://hall.example", False)])
def test_the_cookies_of_a_sign_in_over_https_are_sent_over_https_only(site, secure):
    client = TestClient(app(hosts=("hall.example",)), base_url=site, follow_redirects=False)
    page = client.get("/sign-in")
    token = re.search(r'name="token" value="(\w+)"', page.text)[1]
    answer = client.post("/sign-in", data={"token": token, "passphrase": RIGHT}, headers={"Origin": site})
    assert answer.status_code == 303
    for response in (page, answer):
        assert ("Secure" in response.headers["set-cookie"].split("; ")) == secure


def test_a_short_passphrase_is_refused_at_the_start():
    with pytest.raises(ShortPassphraseError, match="at least 8"):
        Passphrase("seven77")
    assert Passphrase("eight888").verify("eight888")


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost.elsewhere.example", "127.0.0.1.nip.example", "", "[x"]
)
def test_another_sites_name_is_not_answered_to_even_on_the_phones_pages(host):
    client = TestClient(app(), base_url=SITE)
    for path in ("/", "/join", "/health"):
        assert client.get(path, headers={"Host": host}).status_code == 421
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("ws://localhost/x", headers={"Host": host}):
        pass


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:8501", "192.168.1.7:8501", "[::1]:8501", "[fe80::1]", "hall.example."]
)
def test_this_machine_and_the_names_it_was_given_are_answered_to(host):
    assert is_allowed_host(host, own_names() | {"hall.example"})


def test_who_is_refused_is_told_why(stranger):
    alone = TestClient(app(None), base_url=SITE, client=("203.0.113.9", 50_000))
    refusals = [
        (stranger.get("/results"), w.NOT_HERE),
        (alone.get("/results"), w.ONLY_HERE),
        (alone.post("/join", content=b"", headers={"Content-Length": "x"}), w.TOO_LARGE),
        (alone.get("/join", headers={"Host": "Evil.Example:1"}), say(w.OTHER_NAME, host="evil.example")),
    ]
    for refusal, words in refusals:
        assert refusal.text.strip() == words


def test_without_a_passphrase_only_this_computer_is_let_in():
    for address, status in (("127.0.0.1", 200), ("::1", 200), ("192.168.1.20", 403), ("203.0.113.9", 403)):
        client = TestClient(app(None), base_url=SITE, client=(address, 50_000))
        assert client.get("/results").status_code == status
        assert client.get("/join").status_code == 200
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("ws://localhost/_stcore/stream"):
        pass


def test_what_says_that_it_is_too_large_is_refused_before_it_is_read():
    client = TestClient(app(None), base_url=SITE)
    for length in (str(middleware.MAX_BYTES + 1), "-1", "9" * 40, "x"):
        assert client.post("/x", content=b"", headers={"Content-Length": length}).status_code == 413


def straight(path: str, body: Sequence[bytes] = (b"",)) -> tuple[int, bytes]:
    """Ask for `path` as written, which a client might put in order first; the status, and what of `body` came in."""
    chunks, sent, read = list(body), [], bytearray()

    async def receive() -> Message:
        return {"type": "http.request", "body": chunks.pop(0), "more_body": bool(chunks)}

    async def send(message: Message) -> None:
        sent.append(message)

    async def inside(_scope: Scope, receive: Receive, send: Send) -> None:
        while (message := await receive())["type"] == "http.request":
            read.extend(message["body"])
            if not message["more_body"]:
                break
        await PlainTextResponse("inside")(_scope, receive, send)

    scope = {"type": "http", "method": "POST", "path": path, "query_string": b"", "headers": [(b"host", b"localhost")]}
    asyncio.run(AccessMiddleware(inside, credentials=[LOCK])(scope, receive, send))
    return sent[0]["status"], bytes(read)


@pytest.mark.parametrize("path", ["/join/../results", "/join/./results", "/join//results", "/join/.hidden", "//join/x"])
def test_no_path_that_leads_out_of_the_phones_pages_is_one_of_theirs(path):
    assert straight("/join/x")[0] == 200
    assert straight(path)[0] == 401


def test_what_turns_out_too_large_while_it_comes_is_not_read_on(monkeypatch):
    monkeypatch.setattr(middleware, "MAX_BYTES", 10)
    assert straight("/join/x", [b"12345", b"67890"])[1] == b"1234567890"
    assert straight("/join/x", [b"12345", b"67890", b"1"])[1] == b"1234567890"


@pytest.mark.parametrize("accepted", ["text/html", "*/*"])
def test_no_browser_or_proxy_keeps_a_refusal(stranger, accepted):
    assert stranger.get("/results", headers={"Accept": accepted}).headers["cache-control"] == "no-store"


# The real thing: Streamlit behind the access middleware


@pytest.fixture(scope="module")
def hall(serving: Callable, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the whole app, started with a passphrase."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PASSPHRASE, RIGHT)
        with serving("placecheck", "run", "--port", "0", data=tmp_path_factory.mktemp("data")) as running:
            yield running.address


def test_the_dashboards_live_connection_takes_a_sign_in_and_our_own_page(hall, upgrade):
    key = {COOKIE: LOCK.cookie()}
    assert b"101" in upgrade(hall, "/_stcore/stream", key)
    assert b"403" in upgrade(hall, "/_stcore/stream", {})
    assert b"403" in upgrade(hall, "/results/_stcore/stream", {})
    assert b"403" in upgrade(hall, "/join/_stcore/stream", {})
    assert b"403" in upgrade(hall, "/_stcore/stream", {COOKIE: Passphrase("another-passphrase").cookie()})
    assert b"403" in upgrade(hall, "/_stcore/stream", key, origin="http://elsewhere.example")


ROUNDABOUT = ["/join/../_stcore/health", "/join/%2e%2e/_stcore/health", "/join//../", "//join", "/./join", "/join/."]


@pytest.mark.parametrize(
    "path", ["/", "/_stcore/health", "/_stcore/upload_file/a/b", "/media/x", "/static/js/x.js", *ROUNDABOUT]
)
def test_the_real_app_shows_a_stranger_nothing_of_the_dashboard(hall, path):
    where = urlsplit(hall)
    with socket.create_connection((where.hostname, where.port), timeout=60) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {where.netloc}\r\nConnection: close\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    assert answer.split()[1] == b"401"
    assert b"streamlit" not in answer.lower()


@pytest.mark.parametrize("address", ["unknown", "", "_hidden", "127.0.0.1, 8.8.8.8", "localhost"])
def test_an_address_that_cannot_be_read_is_not_this_computer(address):
    assert not is_this_computer(address)


def test_a_host_is_known_however_its_name_is_written():
    client = TestClient(app(lock=None, hosts=(" Hall.Example ",)), base_url="https://hall.example")
    assert client.get("/join").status_code == 200
    assert client.get("/join", headers={"Host": "other.example"}).status_code == 421


@pytest.mark.parametrize(
    ("host", "named"),
    [("[FE80::9]:1", "fe80::9"), ("[::1]x]:1", "::1"), ("Hall.Example.:8501", "hall.example"), ("", "")],
)
def test_the_name_in_a_host_header_is_read_without_port_and_brackets(host, named):
    assert host_name(host) == named


def test_this_machine_goes_by_its_own_name_too():
    name = socket.gethostname().lower()
    assert own_names() == {"localhost", name, f"{name}.local"}
