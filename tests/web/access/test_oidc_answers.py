"""Signing in and out with an account, one answer at a time: a stand-in answers as Streamlit does."""

from __future__ import annotations

import html
from collections.abc import Callable
from contextlib import contextmanager

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from placecheck import events
from placecheck.phone.token_bucket import Rate
from placecheck.web.access import oidc_middleware
from placecheck.web.access.oidc import OidcProvider
from placecheck.web.access.oidc_middleware import BACK_COOKIE, OidcMiddleware
from placecheck.web.access.sign_in_session import SESSION_SECONDS
from placecheck.words import joining

SITE = "https://places.example"
RHIAN = "rhian@harbour.example"
NAME = "_streamlit_user"
CALLBACK = "/oauth2callback?state=x&code=y"


@pytest.fixture
def answering(openid: OidcProvider) -> Callable[..., TestClient]:
    """`answering(status, *headers, site=)`: a browser at a server whose Streamlit always answers so."""

    def made(status: int, *headers: tuple[str, str], site: str = SITE) -> TestClient:
        async def answer(_request: Request) -> Response:
            response = Response("from Streamlit", status)
            for name, value in headers:
                response.headers.append(name, value)
            return response

        ours = [Middleware(OidcMiddleware, openid=openid)]
        app = Starlette(routes=[Route("/{path:path}", answer)], middleware=ours)
        return TestClient(app, base_url=site, client=("203.0.113.1", 1), follow_redirects=False)

    return made


# What Streamlit's answers become


def test_the_provider_is_not_asked_to_have_an_account_chosen(answering):
    leads = "https://accounts.example/authorise?client_id=a&prompt=select_account&state="
    answer = answering(302, ("location", leads)).get("/auth/login")
    assert (answer.status_code, answer.headers["location"]) == (302, leads.replace("&prompt=select_account", ""))
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("status", [400, 404, 500])
def test_a_way_in_that_does_not_begin_ends_on_a_page_that_says_so(answering, status):
    answer = answering(status).get("/auth/login")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?said=no-answer")


def test_a_way_out_ends_on_a_page_that_says_so_unless_the_provider_has_one_of_its_own(answering):
    answer = answering(302, ("location", "/")).get("/auth/logout")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?said=out")
    leave = "https://accounts.example/leave"
    assert answering(302, ("location", leave)).get("/auth/logout").headers["location"] == leave


@pytest.mark.parametrize(("back", "to"), [("%2Fresults%3Fround%3Da", "/results?round=a"), ("%2F%2Fevil.example", "/")])
def test_who_signed_in_goes_where_they_were_going_here_and_to_no_other_site(answering, account, cookie_of, back, to):
    client = answering(302, ("location", "/"), ("set-cookie", f"{NAME}={account(RHIAN)}; Path=/"))
    client.cookies.set(BACK_COOKIE, back)
    answer = client.get(CALLBACK, headers={"Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, answer.headers["location"]) == (303, to)
    assert {f"{BACK_COOKIE}=", "Max-Age=0", "Path=/oauth2callback"} <= cookie_of(answer, BACK_COOKIE)


def test_who_signed_in_without_going_anywhere_comes_to_the_front_page(answering, account):
    answer = answering(302, ("location", "/x"), ("set-cookie", f"{NAME}={account(RHIAN)}; Path=/")).get(CALLBACK)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("cookie", ["", "_streamlit_user=made-up; Path=/", "other={account}; Path=/"])
def test_who_comes_back_with_no_account_of_ours_is_told_that_they_are_not_signed_in(answering, account, cookie):
    kept = [("set-cookie", cookie.format(account=account(RHIAN)))] if cookie else []
    answer = answering(302, ("location", "/"), *kept).get(CALLBACK)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?said=not-in")


class TimedOutError(Exception):
    """As the library that asks the provider raises it."""

    __module__ = "httpx._exceptions"


def refusal(error: str) -> Exception:
    """As Authlib raises what a provider says."""
    refused = Exception(error)
    refused.error = error
    return refused


@pytest.mark.parametrize(
    ("error", "fails"),
    [
        (refusal("invalid_client"), True),
        (refusal("access_denied"), False),
        (TimedOutError(), True),
        (ConnectionError(), True),
        (ValueError(), False),
    ],
    ids=repr,
)
def test_what_the_server_or_the_provider_did_wrong_is_told_apart_from_what_a_person_did(error, fails):
    assert oidc_middleware.is_token_exchange_failure(error) == fails


def test_a_provider_that_refuses_this_server_is_told_apart_and_logged(answering, monkeypatch, caplog):
    @contextmanager
    def refused():
        yield [ConnectionError()]

    monkeypatch.setattr(events, "_logged", {})
    monkeypatch.setattr(oidc_middleware, "sign_in_errors", refused)
    answer = answering(200).get(CALLBACK)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?said=no-token")
    assert "Check the client id and the secret" in caplog.text
    assert answering(302, ("location", "/")).get("/auth/logout").headers["location"] == "/sign-in?said=out"


@pytest.mark.parametrize(("site", "secure"), [(SITE, True), ("http://places.example", False)])
def test_streamlits_cookies_are_kept_as_long_as_a_sign_in_and_go_over_tls_alone_where_there_is_tls(
    answering, account, cookie_of, site, secure
):
    kept = ("set-cookie", f"{NAME}={account(RHIAN)}; Max-Age=2592000; Path=/; HttpOnly; SameSite=lax")
    ended = ("set-cookie", "_streamlit_session=; Max-Age=0; Path=/; Secure")
    answer = answering(302, ("location", "/"), kept, ended, site=site).get(CALLBACK)
    parts = cookie_of(answer, NAME)
    assert {f"Max-Age={SESSION_SECONDS}", "HttpOnly", "SameSite=lax"} <= parts
    assert ("Secure" in parts) == secure
    assert cookie_of(answer, "_streamlit_session") == {"_streamlit_session=", "Max-Age=0", "Path=/", "Secure"}
    assert sum(cookie.count("Secure") for cookie in answer.headers.get_list("set-cookie")) == 1 + secure


def test_streamlits_other_addresses_are_left_as_they_are(answering):
    answer = answering(302, ("location", "/"), ("set-cookie", f"{NAME}=x; Max-Age=9999")).get("/elsewhere")
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    assert answer.headers["set-cookie"] == f"{NAME}=x; Max-Age=9999"
    assert "cache-control" not in answer.headers


# What is answered before Streamlit is asked


def test_who_comes_back_from_signing_out_at_the_provider_is_told_so(answering):
    answer = answering(500).get("/oauth2callback")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in?said=out")
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(("sent_from", "status"), [("cross-site", 403), ("same-site", 403), ("none", 303)])
def test_no_other_site_signs_anybody_out(answering, sent_from, status):
    answer = answering(302, ("location", "/")).get("/auth/logout", headers={"Sec-Fetch-Site": sent_from})
    assert answer.status_code == status
    assert (joining.FROM_ELSEWHERE in html.unescape(answer.text)) == (status == 403)


def test_who_asks_too_often_waits_and_nobody_else_does(answering, monkeypatch):
    monkeypatch.setattr(oidc_middleware, "EACH", Rate(2, 3600))
    client = answering(302, ("location", "/"))
    assert [client.get("/auth/logout").status_code for _ in range(2)] == [303, 303]
    refused = client.get("/auth/logout")
    assert refused.status_code == 429
    assert joining.TOO_MANY in html.unescape(refused.text)
    neighbour = TestClient(client.app, base_url=SITE, client=("198.51.100.1", 1), follow_redirects=False)
    assert neighbour.get("/auth/logout").status_code == 303
