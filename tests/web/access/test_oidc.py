"""Who an account is of, and who of them may come in: what is set, and every way around it that we could think of."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import TimestampSigner, URLSafeTimedSerializer

from placecheck.web.access import tenants
from placecheck.web.access.account_allowlist import Allowlist, domain_of
from placecheck.web.access.oidc import OidcProvider, SettingError, ascii_lower, oidc_from_environment
from placecheck.web.access.passphrase import COOKIE, Passphrase
from placecheck.web.access.sign_in_session import SESSION_SECONDS, latest_sign_in
from placecheck.web.access.tenants import (
    ConflictingSettingsError,
    credentials_from_environment,
    current_tenant,
    tenant_of_request,
)

NAME = "_streamlit_user"
OPENID = OidcProvider("https://accounts.example", "placecheck", "a-secret-of-the-tests-alone", "https://places.example")
RHIAN = "rhian@harbour.example"
RIGHT = {
    "iss": "https://accounts.example",
    "aud": "placecheck",
    "email": RHIAN,
    "email_verified": True,
    "origin": "https://places.example",
    "is_logged_in": True,
}
SET = {
    "PLACECHECK_OPENID": "https://accounts.example",
    "PLACECHECK_OPENID_CLIENT": "placecheck",
    "PLACECHECK_OPENID_SECRET": "a-secret-of-the-tests-alone",
    "PLACECHECK_ADDRESS": "https://places.example",
}


def cookie(
    *, secret: str = OPENID.cookie_secret, name: str = NAME, since: float | None = None, **changed: object
) -> dict[str, str]:
    """The cookie of an account, as Streamlit signs it, with what is `changed` of a right one; None takes it out."""

    class At(TimestampSigner):
        def get_timestamp(self) -> int:
            return int(time.time() if since is None else since)

    claims = {key: value for key, value in (RIGHT | changed).items() if value is not None}
    signed = URLSafeTimedSerializer(secret, salt=name, signer=At).dumps(json.dumps(claims))
    return {NAME: signed if isinstance(signed, str) else signed.decode()}


def let_in(cookies: dict[str, str], *people: str, openid: OidcProvider = OPENID) -> bool:
    """Whether the middleware lets in whoever sends `cookies`, where `people` are listed."""
    sign_in = latest_sign_in([Allowlist(frozenset(people), openid)], cookies)
    return sign_in is not None and sign_in.is_valid()


# What an account's cookie must say


def test_a_person_on_the_list_is_let_in_by_address_and_by_domain():
    assert let_in(cookie(), RHIAN)
    assert let_in(cookie(), "@harbour.example")
    assert let_in(cookie(email="Rhian@Harbour.Example"), RHIAN)
    assert let_in(cookie(aud=["another-client", "placecheck"], iss="https://accounts.example/"), RHIAN)
    assert not let_in(cookie())
    assert not let_in({}, RHIAN)


@pytest.mark.parametrize(
    "changed",
    [
        {"email": "sam@harbour.example"},
        {"email": "rhian@harbour.example.evil.example"},
        {"email": "rhian@sub.harbour.example"},
        {"email": "x@evil.example, rhian@harbour.example"},
        {"email": "@harbour.example"},
        {"email": '"x@harbour.example"@evil.example'},
        {"email": "rhian@harbour.example\n"},
        {"email": [RHIAN]},
        {"email": None},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email_verified": None},
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "another-client"},
        {"aud": ["another-client"]},
        {"aud": None},
        {"origin": "https://other-places.example"},
        {"origin": None},
        {"is_logged_in": False},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_an_account_that_says_anything_else_is_not_let_in(changed):
    assert not let_in(cookie(**changed), RHIAN, *(["@harbour.example"] if "sam" not in str(changed) else []))


@pytest.mark.parametrize(
    "forged",
    [
        {NAME: json.dumps(RIGHT)},
        {NAME: cookie()[NAME][:-1]},
        {NAME: "." + cookie()[NAME]},
        {NAME: "é"},
        cookie(secret="another-secret"),  # noqa: S106
        cookie(secret=""),
        cookie(secret=OPENID.secret),
        cookie(secret=OPENID.client),
        cookie(name="_streamlit_user_tokens"),
        cookie(name="_streamlit_user_1"),
    ],
)
def test_no_account_is_made_up_or_altered_or_signed_by_another(forged):
    assert not let_in(forged, RHIAN)


@pytest.mark.parametrize(
    ("changed", "has_claim"), [({}, True), ({"email_verified": False}, True), ({"email": None}, False)]
)
def test_it_is_known_whether_a_provider_says_any_address(changed, has_claim):
    identity = OPENID.identity(cookie(**changed))
    assert identity is not None
    assert identity.has_claim == has_claim


def test_an_account_is_let_in_for_twelve_hours_and_no_longer():
    assert let_in(cookie(since=time.time() - SESSION_SECONDS + 60), RHIAN)
    assert not let_in(cookie(since=time.time() - SESSION_SECONDS - 1), RHIAN)


def test_an_address_with_two_signs_is_of_the_domain_at_its_end():
    assert domain_of('"rhian@harbour.example"@evil.example') == "@evil.example"


def test_two_halves_of_different_sign_ins_are_not_put_together():
    whole = json.dumps(RIGHT)
    signed = {"": "chunks-2", "_1": whole[:40], "_2": whole[40:]}
    parts = {
        NAME + end: URLSafeTimedSerializer(OPENID.cookie_secret, salt=NAME + end).dumps(text)
        for end, text in signed.items()
    }
    assert not let_in(parts, RHIAN)


def test_a_provider_that_never_says_verified_is_trusted_only_where_that_is_set():
    trusting = OidcProvider(OPENID.issuer, OPENID.client, OPENID.secret, OPENID.address, trusts_email=True)
    assert let_in(cookie(email_verified=None), RHIAN, openid=trusting)
    assert not let_in(cookie(email_verified=False), RHIAN, openid=trusting)


@given(st.text(max_size=4))
def test_no_other_letter_becomes_a_plain_one(text):
    assert {one for one in ascii_lower(text) if one.isascii()} == {one.lower() for one in text if one.isascii()}


def test_the_key_that_signs_is_not_the_secret_and_is_the_same_in_every_process():
    assert OPENID.secret not in OPENID.cookie_secret
    assert len(OPENID.cookie_secret) == 128
    assert OPENID.secret not in repr(OPENID)


# What is set


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Sets what is given and takes out the rest."""

    def to(**values: str) -> None:
        everything = (*SET, "PLACECHECK_PEOPLE", "PLACECHECK_PASSPHRASE", "PLACECHECK_GROUPS")
        for name in (*everything, "PLACECHECK_OPENID_NAME", "PLACECHECK_OPENID_TRUST_EMAIL"):
            monkeypatch.delenv(name, raising=False)
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        tenants._locks_in.cache_clear()

    yield to
    tenants._locks_in.cache_clear()


def test_accounts_are_set_by_four_variables_and_a_list(environment):
    environment(**SET, PLACECHECK_PEOPLE=" Rhian@harbour.example , @ore.example ")
    assert credentials_from_environment() == (Allowlist(frozenset({RHIAN, "@ore.example"}), OPENID),)
    environment(**dict.fromkeys(SET, ""))
    assert credentials_from_environment() == ()


@pytest.mark.parametrize("without", SET)
def test_what_is_missing_is_named(environment, without):
    environment(**{**SET, without: ""}, PLACECHECK_PEOPLE=RHIAN)
    with pytest.raises(SettingError, match=rf"{without}\b"):
        credentials_from_environment()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"PLACECHECK_ADDRESS": "http://places.example"}, "PLACECHECK_ADDRESS.*https"),
        ({"PLACECHECK_ADDRESS": "places.example"}, "PLACECHECK_ADDRESS.*https"),
        ({"PLACECHECK_ADDRESS": "https://places.example/here"}, "PLACECHECK_ADDRESS must end"),
        ({"PLACECHECK_OPENID": "http://accounts.example"}, "PLACECHECK_OPENID .*https"),
        ({"PLACECHECK_OPENID": "http://203.0.113.9"}, "PLACECHECK_OPENID .*https"),
        ({"PLACECHECK_OPENID_SECRET": "short"}, "5 characters"),
        ({"PLACECHECK_OPENID_TRUST_EMAIL": "maybe"}, "yes or no"),
        ({"PLACECHECK_PEOPLE": "rhian"}, "rhian"),
        ({"PLACECHECK_PEOPLE": ""}, "nobody is on a list"),
    ],
)
def test_what_does_not_fit_is_told_at_the_start(environment, changed, says):
    environment(**{**SET, "PLACECHECK_PEOPLE": RHIAN} | changed)
    with pytest.raises(SettingError, match=says):
        credentials_from_environment()


def test_people_without_a_provider_are_told_of(environment):
    environment(PLACECHECK_PEOPLE=RHIAN)
    with pytest.raises(SettingError, match="PLACECHECK_OPENID"):
        credentials_from_environment()


@pytest.mark.parametrize(
    "issuer", ["https://accounts.example/", "https://accounts.example/.well-known/openid-configuration"]
)
def test_the_address_of_a_provider_is_taken_as_people_copy_it(environment, issuer):
    environment(**SET | {"PLACECHECK_OPENID": issuer})
    assert oidc_from_environment() == OPENID
    assert oidc_from_environment().called == "accounts.example"


# Groups of people


@pytest.fixture
def grouped(environment: Callable[..., None], tmp_path: Path) -> Callable[[str], None]:
    def write(content: str) -> None:
        file = tmp_path / "groups.yaml"
        file.write_text(content, encoding="utf-8")
        environment(**SET, PLACECHECK_GROUPS=str(file))

    return write


def group_of(cookies: dict[str, str]) -> str:
    with tenant_of_request(cookies):
        return current_tenant()


BY_ONE = f"""groups:
  rhian: {{people: [{RHIAN}]}}
  sam: {{people: [sam@ore.example], passphrase: lamp-mill-bridge}}
  town: {{people: ["@town.example"]}}
"""


def test_one_line_for_each_facilitator_gives_each_a_group_of_their_own(grouped):
    grouped(BY_ONE)
    for email, group in ((RHIAN, "rhian"), ("sam@ore.example", "sam"), ("anyone@town.example", "town")):
        assert group_of(cookie(email=email)) == group
    assert tenants.tenant_names() == ("rhian", "sam", "town")
    assert latest_sign_in(credentials_from_environment(), cookie(email="nobody@ore.example")) is None


def test_the_newest_sign_in_says_the_group_and_one_that_ended_counts_no_more(grouped):
    grouped(BY_ONE)
    now = time.time()
    typed, ended = (
        Passphrase("lamp-mill-bridge", "sam").cookie(now),
        Passphrase("lamp-mill-bridge", "sam").cookie(now - SESSION_SECONDS - 9),
    )
    assert group_of(cookie(since=now - 60) | {COOKIE: typed}) == "sam"
    assert group_of(cookie(since=now - 60) | {COOKIE: ended}) == "rhian"


def test_people_for_the_whole_server_and_a_file_of_groups_do_not_go_together(grouped, monkeypatch):
    grouped(BY_ONE)
    monkeypatch.setenv("PLACECHECK_PEOPLE", RHIAN)
    with pytest.raises(ConflictingSettingsError, match="PLACECHECK_PEOPLE"):
        credentials_from_environment()


def test_people_in_the_file_need_a_provider(grouped, monkeypatch):
    grouped(BY_ONE)
    for name in SET:
        monkeypatch.delenv(name)
    with pytest.raises(SettingError, match="PLACECHECK_OPENID"):
        credentials_from_environment()


@pytest.mark.parametrize(("said", "trusted"), [("yes", True), (" YES ", True), ("no", False), ("", False)])
def test_an_address_that_is_not_verified_is_trusted_only_where_it_says_yes(monkeypatch, said, trusted):
    for name, value in (SET | {"PLACECHECK_OPENID_TRUST_EMAIL": said, "PLACECHECK_OPENID_NAME": " The hall "}).items():
        monkeypatch.setenv(name, value)
    provider = oidc_from_environment()
    assert (provider.trusts_email, provider.name) == (trusted, "The hall")


@pytest.mark.parametrize("address", ["http://localhost:9000", "http://127.0.0.1:9000"])
def test_a_provider_on_this_computer_needs_no_https(monkeypatch, address):
    for name, value in (SET | {"PLACECHECK_OPENID": address}).items():
        monkeypatch.setenv(name, value)
    assert oidc_from_environment().issuer == address
