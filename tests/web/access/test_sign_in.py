"""The pages to sign in and out on, with a passphrase and with an account, and what passes the sign_in_pages."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from placecheck import events
from placecheck.web.access import sign_in
from placecheck.web.access.account_allowlist import Allowlist
from placecheck.web.access.middleware import AccessMiddleware
from placecheck.web.access.oidc import OidcProvider
from placecheck.web.access.oidc_middleware import BACK_COOKIE
from placecheck.web.access.passphrase import COOKIE, Passphrase
from placecheck.web.access.sign_in_session import Credential

SITE = "https://places.example"
RHIAN = "rhian@harbour.example"
NAME = "_streamlit_user"
PASSPHRASE = "lamp-mill-bridge"  # noqa: S105 (it opens nothing but what is made here)


@pytest.fixture
def accounts(openid: OidcProvider) -> Allowlist:
    """Lets in one person by their account."""
    return Allowlist(frozenset({RHIAN}), openid)


@pytest.fixture
def sign_in_pages(monkeypatch: pytest.MonkeyPatch) -> Callable[..., TestClient]:
    """`sign_in_pages(*credentials)`: a browser at the pages to sign in and out by `credentials`."""
    monkeypatch.setattr(events, "_logged", {})
    monkeypatch.setattr(sign_in, "login_address", lambda: "/auth/login?provider=signed")

    def made(*credentials: Credential) -> TestClient:
        return TestClient(Starlette(routes=sign_in.sign_in_routes(credentials)), base_url=SITE, follow_redirects=False)

    return made


def test_the_page_leads_to_the_provider_by_name_and_remembers_where_somebody_was_going(
    sign_in_pages, accounts, cookie_of
):
    client = sign_in_pages(accounts)
    page = client.get("/sign-in", params={"to": "/results?round=a"})
    assert "Harbour Hall" in page.text
    assert 'type="password"' not in page.text
    (leads,) = re.findall(r'href="(/sign-in/account[^"]*)"', page.text)
    answer = client.get(leads)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{SITE}/auth/login?provider=signed")
    kept = {f"{BACK_COOKIE}=%2Fresults%3Fround%3Da", "Path=/oauth2callback", "Max-Age=600", "HttpOnly"}
    assert kept | {"SameSite=lax", "Secure"} <= cookie_of(answer, BACK_COOKIE)
    assert {"HttpOnly", "SameSite=lax", "Path=/sign-in", "Secure"} <= cookie_of(page, "placecheck_start")


def test_with_a_passphrase_alone_no_account_is_asked_for(sign_in_pages):
    client = sign_in_pages(Passphrase(PASSPHRASE))
    page = client.get("/sign-in")
    assert 'type="password"' in page.text
    assert "/sign-in/account" not in page.text
    for path in ("/sign-in/account", "/sign-in/out"):
        led = client.get(path)
        assert (led.status_code, led.headers["location"]) == (303, "/sign-in")


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/account", "/sign-in/out"])
def test_where_nothing_opens_the_server_the_pages_lead_to_the_front_page(sign_in_pages, path):
    answer = sign_in_pages().get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("said", ["out", "not-in", "no-answer", "no-token"])
def test_what_just_happened_is_said_and_nothing_that_an_address_makes_up(sign_in_pages, said, accounts):
    client = sign_in_pages(accounts)
    assert sign_in.HAPPENED[said] in client.get("/sign-in", params={"said": said}).text
    plain = client.get("/sign-in").text
    assert not [words for words in sign_in.HAPPENED.values() if words in plain]
    assert "<b>pay" not in client.get("/sign-in", params={"said": "<b>pay"}).text


def test_an_account_on_no_list_is_refused_and_its_address_is_not_logged(sign_in_pages, caplog, account, accounts):
    client = sign_in_pages(accounts)
    client.cookies.set(NAME, account("nobody@elsewhere.example"))
    page = client.get("/sign-in")
    assert page.status_code == 403
    assert "nobody@elsewhere.example" in page.text
    assert 'action="/sign-in/out"' in page.text
    assert [record.getMessage() for record in caplog.records if record.name == "placecheck.events"] == [
        "Sign-in refused: an account that is on no list"
    ]


@pytest.mark.parametrize("with_account", [True, False])
def test_signing_out_takes_the_passphrases_cookie_and_goes_on_to_the_provider_for_an_account(
    sign_in_pages, with_account, account, accounts, cookie_of
):
    client = sign_in_pages(Passphrase(PASSPHRASE), accounts)
    if with_account:
        client.cookies.set(NAME, account(RHIAN))
    else:
        client.cookies.set(COOKIE, Passphrase(PASSPHRASE).cookie())
    page = client.get("/sign-in")
    assert "You are signed in" in page.text
    answer = client.post(
        "/sign-in/out",
        data={"token": re.search(r'name="token" value="([\w-]+)"', page.text)[1]},
        headers={"Origin": SITE},
    )
    leads = (answer.status_code, answer.headers.get("location"), answer.headers.get("refresh"))
    assert leads == ((200, None, "0; url=/auth/logout") if with_account else (303, "/sign-in?said=out", None))
    assert {f'{COOKIE}=""', "Max-Age=0", "Path=/", "HttpOnly", "Secure"} <= cookie_of(answer, COOKIE)


def test_what_starts_and_ends_with_the_server_passes_the_door(accounts):
    came: list[str] = []

    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        came.append("began")
        yield
        came.append("ended")

    with TestClient(Starlette(lifespan=life, middleware=[Middleware(AccessMiddleware, credentials=[accounts])])):
        assert came == ["began"]
    assert came == ["began", "ended"]


def test_streamlit_is_told_the_one_address_that_the_provider_leads_back_to(openid):
    assert openid.settings()["auth"]["redirect_uri"] == f"{SITE}/oauth2callback"
