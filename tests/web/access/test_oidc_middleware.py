"""The whole way to sign in with an account, by a provider of the tests' own; and every way around it."""

from __future__ import annotations

import itertools
import json
import re
import secrets
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from itsdangerous import URLSafeTimedSerializer

from placecheck.assessment import Place
from placecheck.storage import open_store
from placecheck.web.access.oidc import OidcProvider
from placecheck.web.access.oidc_middleware import BACK_COOKIE
from placecheck.web.access.passphrase import COOKIE, Passphrase
from placecheck.web.access.sign_in_session import SESSION_SECONDS

HARBOUR, ORE = "rhian@harbour.example", "sam@ore.example"
PASSPHRASE = "lamp-mill-bridge"  # noqa: S105 (it opens nothing but what is made here)
NAME, STATE = "_streamlit_user", "_streamlit_session"
GROUPS = f"""groups:
  rhian: {{people: [{HARBOUR}]}}
  sam: {{people: [{ORE}], passphrase: {PASSPHRASE}}}
"""
PAGE = {"Accept": "text/html"}
NEIGHBOURS = itertools.count(1)
WAYS = ("/auth/login", "/auth/logout", "/oauth2callback")


class Site(NamedTuple):
    """A server with two groups of one person each, its data folder, its log, and the provider of its accounts."""

    address: str
    data: Path
    log: Path
    provider: Any


@pytest.fixture(scope="module")
def site(with_accounts, provider, tmp_path_factory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("accounts")
    file = folder / "groups.yaml"
    file.write_text(GROUPS, encoding="utf-8")
    for group in ("rhian", "sam"):
        store = open_store(folder / "data" / "groups" / group)
        store.add_place(Place(name=f"Secret of {group}"))
        store.close()
    with with_accounts(data=folder / "data", PLACECHECK_GROUPS=str(file)) as server:
        yield Site(server.address, folder / "data", server.log, provider)


@pytest.fixture
def browser(site: Site) -> Iterator[Callable[..., httpx2.Client]]:
    """Makes browsers that go nowhere by themselves. The provider takes whoever comes for `email`."""
    opened = []

    def new(email: str = HARBOUR, **said: Any) -> httpx2.Client:
        site.provider.person = {"email": email, **said}
        here = {"X-Forwarded-For": f"2001:db8:{next(NEIGHBOURS):x}::1"}  # a hall of its own for each
        client = httpx2.Client(base_url=site.address, trust_env=False, timeout=60, headers=PAGE | here)
        opened.append(client)
        return client

    yield new
    site.provider.answers = site.provider.gives_tokens = True
    for client in opened:
        client.close()


def way_in(client: httpx2.Client, to: str = "") -> httpx2.Response:
    """Go from the sign-in page to the provider, who leads back: the answer to that last step is given, not followed."""
    page = client.get("/sign-in", params={"to": to} if to else {})
    answer = client.get(re.search(r'class="button main" href="([^"]+)"', page.text)[1].replace("&amp;", "&"))
    while "/oauth2callback" not in answer.headers["location"]:
        answer = client.get(answer.headers["location"])
    return client.get(answer.headers["location"])


def signed_in(client: httpx2.Client, to: str = "") -> str:
    """Sign in; where that led."""
    answer = way_in(client, to)
    assert answer.status_code == 303
    return answer.headers["location"]


def is_in(client: httpx2.Client) -> bool:
    return client.get("/_stcore/host-config").status_code == 200


def signed(site: Site, secret: str | None = None, **claims: object) -> str:
    """The cookie of an account, as this server would sign it, or with another secret."""
    ours = OidcProvider(site.provider.address, site.provider.CLIENT, site.provider.SECRET, site.address)
    right = {"iss": ours.issuer, "aud": ours.client, "email": HARBOUR, "email_verified": True}
    whole = right | {"origin": site.address, "is_logged_in": True} | claims
    return URLSafeTimedSerializer(secret or ours.cookie_secret, salt=NAME).dumps(json.dumps(whole))


# The way in


def test_a_person_on_the_list_comes_in_and_back_to_where_they_were_going(browser):
    client = browser()
    led = client.get("/workshop?round=a").headers["location"]
    assert signed_in(client, parse_qs(urlsplit(led).query)["to"][0]) == "/workshop?round=a"
    assert is_in(client)


def test_each_persons_live_connection_tells_of_their_own_groups_places_alone(site, browser, heard_from):
    for email, own, other in ((HARBOUR, "rhian", "sam"), (ORE, "sam", "rhian")):
        client = browser(email)
        signed_in(client)
        heard = heard_from(site.address, dict(client.cookies), "")
        assert f"Secret of {own}".encode() in heard
        assert f"Secret of {other}".encode() not in heard


def test_a_passphrase_opens_the_same_group_as_the_account_does(site, browser, heard_from):
    client = browser()
    token = re.search(r'name="token" value="(\w+)"', client.get("/sign-in").text)[1]
    given = {"token": token, "passphrase": PASSPHRASE}
    assert client.post("/sign-in", data=given, headers={"Origin": site.address}).status_code == 303
    assert b"Secret of sam" in heard_from(site.address, dict(client.cookies), "")


def test_the_cookies_of_a_sign_in_are_kept_no_longer_than_it_holds_and_from_scripts_and_other_sites(browser):
    cookies = way_in(browser()).headers.get_list("set-cookie")
    kept = [cookie for cookie in cookies if cookie.startswith(NAME)]
    assert len(kept) == 2
    for cookie in kept:
        assert {f"Max-Age={SESSION_SECONDS}", "HttpOnly", "SameSite=lax"} <= set(cookie.split("; "))


def test_over_tls_the_cookies_go_over_tls_alone(site):
    forwarded = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7"}
    client = httpx2.Client(base_url=site.address, trust_env=False, timeout=60, headers=PAGE | forwarded)
    for cookie in client.get(client.get("/sign-in/account").headers["location"]).headers.get_list("set-cookie"):
        assert "secure" in cookie.lower()
    assert "secure" in client.get("/sign-in/account").headers["set-cookie"].lower()


def test_no_address_of_a_person_is_written_down(site, browser):
    signed_in(browser())
    signed_in(browser("nobody@elsewhere.example"))
    kept = [path for path in site.data.rglob("*") if path.is_file()]
    assert kept
    for path in (*kept, site.log):
        content = path.read_bytes()
        assert [one for one in (HARBOUR, "nobody@elsewhere") if one.encode() in content] == []


# The way out


def test_signing_out_ends_it_here_and_at_the_provider(site, browser):
    client = browser()
    signed_in(client)
    page = client.get("/sign-in")
    assert "You are signed in" in page.text
    token = re.search(r'name="token" value="(\w+)"', page.text)[1]
    left = client.post("/sign-in/out", data={"token": token}, headers={"Origin": site.address})
    assert left.headers["refresh"] == "0; url=/auth/logout"
    away = client.get("/auth/logout").headers["location"]
    assert away.startswith(f"{site.provider.address}/leave?")
    back = client.get(away).headers["location"]
    assert client.get(back).headers["location"] == "/sign-in?said=out"
    assert NAME not in client.cookies
    assert not is_in(client)


def test_another_sites_page_signs_nobody_out(browser):
    client = browser()
    signed_in(client)
    for site_ in ("cross-site", "same-site"):
        assert client.get("/auth/logout", headers={"Sec-Fetch-Site": site_}).status_code == 403
    assert client.post("/sign-in/out", data={"token": "made up"}).status_code == 403
    assert client.post("/sign-in/out", headers={"Origin": "http://elsewhere.example"}).status_code == 403
    assert client.get("/sign-in/out").headers["location"] == "/sign-in"
    assert is_in(client)


# Who is not let in


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"email": "nobody@elsewhere.example"}, "nobody@elsewhere.example"),
        ({"email": "<b>x</b>@elsewhere.example"}, "no verified e-mail address"),
        ({"email": HARBOUR, "email_verified": False}, "no verified e-mail address"),
        ({"email": "", "email_verified": True}, "no verified e-mail address"),
    ],
)
def test_an_account_on_no_list_is_told_whom_to_ask_and_can_sign_out(browser, said, told):
    client = browser(**said)
    assert signed_in(client) == "/"
    led = client.get("/").headers["location"]
    page = client.get(led)
    assert page.status_code == 403
    assert told in page.text
    assert "<b>" not in page.text
    assert "Ask whoever looks after this server" in page.text
    assert 'action="/sign-in/out"' in page.text
    assert not is_in(client)


@pytest.mark.parametrize(
    "said",
    [
        {"iss": "https://evil.example"},
        {"aud": "another-client"},
        {"aud": "another-client", "azp": "placecheck-tests"},
        {"nonce": "another"},
        {"exp": 1_000_000_000},
        {"name": secrets.token_hex(3000)},
    ],
    ids=" ".join,
)
def test_what_a_provider_says_to_others_or_said_before_signs_nobody_in(browser, said):
    client = browser(**said)
    assert signed_in(client) == "/sign-in?said=not-in"
    assert "You were not signed in" in client.get("/sign-in?said=not-in").text
    assert not is_in(client)


@pytest.mark.parametrize(
    "make",
    [
        lambda site: {NAME: signed(site, "another-secret")},
        lambda site: {NAME: signed(site, site.provider.SECRET)},
        lambda site: {NAME: signed(site)[:-1]},
        lambda site: {NAME: signed(site, email="nobody@elsewhere.example")},
        lambda site: {NAME: signed(site, iss="https://evil.example")},
        lambda site: {NAME: signed(site, origin="https://other-places.example")},
        lambda _site: {NAME: json.dumps({"email": HARBOUR, "is_logged_in": True})},
        lambda _site: {"placecheck_voice": "A" * 26},
        lambda _site: {COOKIE: Passphrase("another-passphrase", "sam").cookie()},
        lambda _site: {COOKIE: Passphrase(PASSPHRASE, "sam").cookie(now=time.time() - SESSION_SECONDS - 9)},
    ],
)
def test_nothing_but_a_sign_in_of_our_own_opens_any_address_of_the_dashboard(site, make, upgrade):
    client = httpx2.Client(base_url=site.address, trust_env=False, timeout=60, cookies=make(site))
    for path in ("/", "/_stcore/host-config", "/_stcore/upload_file/a/b", "/media/x.png", "/static/js/index.js"):
        assert client.get(path).status_code == 401
    assert client.put("/_stcore/upload_file/a/b").status_code == 401
    assert b"403" in upgrade(site.address, "/_stcore/stream", dict(client.cookies))


def test_a_right_cookie_is_what_those_tests_would_let_in(site, upgrade):
    assert is_in(httpx2.Client(base_url=site.address, trust_env=False, timeout=60, cookies={NAME: signed(site)}))
    assert b"101" in upgrade(site.address, "/_stcore/stream", {NAME: signed(site)})


# Around the way in


def test_nobody_is_signed_in_by_a_way_that_another_began(browser):
    """Somebody lures a browser to the end of a sign-in of their own, so that it works in their name."""
    lurer, lured = browser(ORE), browser(ORE)
    began = lurer.get(lurer.get("/sign-in/account").headers["location"]).headers["location"]
    end = lurer.get(began).headers["location"]
    assert lured.get(end).headers["location"] == "/sign-in?said=not-in"
    assert NAME not in lured.cookies
    lured.get(lured.get("/sign-in/account").headers["location"])
    assert lured.get(end).headers["location"] == "/sign-in?said=not-in"
    assert NAME not in lured.cookies
    assert signed_in(lurer) == "/"


def test_the_end_of_a_sign_in_is_of_no_use_a_second_time(browser):
    client, thief = browser(), browser()
    began = client.get(client.get("/sign-in/account").headers["location"]).headers["location"]
    end = client.get(began).headers["location"]
    thief.cookies.set(STATE, client.cookies[STATE])
    assert client.get(end).headers["location"] == "/"
    assert thief.get(end).headers["location"] == "/sign-in?said=not-in"
    assert not is_in(thief)


def test_a_cookie_fixed_beforehand_is_not_the_one_that_a_sign_in_makes(site, browser):
    client = browser()
    fixed = signed(site, email=ORE)
    client.cookies.set(NAME, fixed, domain="127.0.0.1", path="/")
    began = client.get(client.get("/sign-in/account").headers["location"]).headers["location"]
    assert client.get(client.get(began).headers["location"]).headers["location"] == "/"
    assert fixed not in [cookie.value for cookie in client.cookies.jar if cookie.name == NAME]


def test_a_page_whose_address_has_other_letters_is_come_back_to(browser):
    assert signed_in(browser(), "/discussion?search=d\u0175r 'a'&x=1%25") == "/discussion?search=d%C5%B5r%20'a'&x=1%25"


@pytest.mark.parametrize(
    "to",
    ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "x", "/\n/", "/%0d%0aX: y", "\t//e"],
)
def test_a_sign_in_leads_to_no_other_site(browser, to):
    where = signed_in(browser(), to)
    assert where.startswith("/")
    assert not where.startswith(("//", "/\\"))
    assert urlsplit(where).netloc == ""


def test_a_cookie_that_was_tampered_with_leads_to_no_other_site_either(browser):
    client = browser()
    client.cookies.set(BACK_COOKIE, "%2F%2Felsewhere.example", domain="127.0.0.1", path="/oauth2callback")
    began = client.get(client.get("/auth/login", params=token_of(client)).headers["location"]).headers["location"]
    assert client.get(began).headers["location"] == "/"


def token_of(client: httpx2.Client) -> dict[str, str]:
    """What a way to the provider begins with."""
    return {"provider": parse_qs(urlsplit(client.get("/sign-in/account").headers["location"]).query)["provider"][0]}


def test_a_way_to_the_provider_begins_with_a_token_of_ours(site, browser):
    client = browser()
    for token in ("", "x", "default", "a.b.c"):
        assert client.get("/auth/login", params={"provider": token}).headers["location"] == "/"
    assert client.get("/auth/login", params=token_of(client)).headers["location"].startswith(site.provider.address)


def test_a_provider_that_does_not_answer_is_told_of(site, browser):
    client = browser()
    site.provider.answers = False
    led = client.get(client.get("/sign-in/account").headers["location"]).headers["location"]
    assert led == "/sign-in?said=no-answer"
    assert "is not responding" in client.get(led).text


def test_a_provider_that_gives_no_token_is_told_apart_from_a_person_who_is_not_let_in(site, browser):
    client = browser()
    site.provider.gives_tokens = False
    assert signed_in(client) == "/sign-in?said=no-token"
    assert "not your fault" in client.get("/sign-in?said=no-token").text
    assert not is_in(client)
    assert "Check the client id and the secret" in site.log.read_text()


def test_a_provider_that_keeps_the_address_out_of_the_token_is_named_as_the_cause(browser):
    client = browser(email=None)
    assert signed_in(client) == "/"
    page = client.get("/sign-in")
    assert (page.status_code, "into the ID token" in page.text) == (403, True)


def test_nobody_is_asked_to_choose_an_account(site, browser):
    client = browser()
    page = client.get("/sign-in")
    answer = client.get(re.search(r'class="button main" href="([^"]+)"', page.text)[1].replace("&amp;", "&"))
    while not answer.headers["location"].startswith(site.provider.address):
        answer = client.get(answer.headers["location"])
    assert "prompt" not in answer.headers["location"]
    assert "code_challenge" in answer.headers["location"]


def test_the_provider_is_told_one_name_whatever_the_request_says(site, browser):
    client = browser()
    token = token_of(client)
    for header in ("Host", "X-Forwarded-Host"):
        asked = client.get("/auth/login", params=token, headers={header: "localhost"}).headers["location"]
        assert parse_qs(urlsplit(asked).query)["redirect_uri"] == [f"{site.address}/oauth2callback"]
    for path in WAYS:
        assert client.get(path, headers={"Host": "elsewhere.example"}).status_code == 421


@pytest.mark.parametrize("path", WAYS)
def test_the_ways_of_an_account_are_open_to_a_look_alone_and_to_the_letter(browser, path):
    client = browser()
    client.headers["accept"] = "*/*"
    assert client.get(path).status_code in (302, 303)
    for method in ("POST", "PUT", "DELETE", "HEAD", "OPTIONS"):
        assert client.request(method, path).status_code == 401
    for around in (f"{path}/", f"{path}/x", f"{path}x", f"/{path}", path.upper(), f"/x{path}"):
        assert client.get(around).status_code == 401


def test_too_many_ways_from_one_address_are_refused(site):
    client = httpx2.Client(
        base_url=site.address, trust_env=False, timeout=60, headers={"X-Forwarded-For": "203.0.113.9"}
    )
    assert {client.get("/auth/login").status_code for _ in range(40)} == {302, 429}


def test_where_no_accounts_are_set_their_addresses_are_closed(serving, tmp_path, monkeypatch):
    monkeypatch.setenv("PLACECHECK_PASSPHRASE", PASSPHRASE)
    with serving("placecheck", "run", "--port", "0", data=tmp_path) as server:
        client = httpx2.Client(base_url=server.address, trust_env=False, timeout=60)
        for path in WAYS:
            assert client.get(path).status_code == 401
        assert client.get("/sign-in/account").headers["location"] == "/sign-in"
        assert "Sign in with" not in client.get("/sign-in").text


# Several processes


def test_a_sign_in_begun_at_one_process_ends_at_another_and_holds_at_both(site, browser, with_accounts, tmp_path):
    with with_accounts(data=tmp_path, PLACECHECK_ADDRESS=site.address, PLACECHECK_PEOPLE=HARBOUR) as other:
        client = browser()
        began = client.get(client.get("/sign-in/account").headers["location"]).headers["location"]
        end = client.get(began).headers["location"].replace(site.address, other.address)
        assert client.get(end).headers["location"] == "/"
        assert is_in(client)
        assert client.get(f"{other.address}/_stcore/host-config").status_code == 200
