"""A provider of accounts that nobody asks, and what signs somebody in by it."""

from __future__ import annotations

import json
from collections.abc import Callable

import httpx2
import pytest
from itsdangerous import URLSafeTimedSerializer

from placecheck.web.access.oidc import OidcProvider


@pytest.fixture
def openid() -> OidcProvider:
    """A provider of accounts, for a server at https://places.example."""
    issuer, secret = "https://accounts.example", "a-secret-of-the-tests-alone"
    return OidcProvider(issuer, "placecheck", secret, "https://places.example", name="Harbour Hall")


@pytest.fixture
def account(openid: OidcProvider) -> Callable[[str], str]:
    """`account(email)`: the value of the cookie that Streamlit keeps of somebody who signed in with an account."""

    def signed(email: str) -> str:
        claims = {"iss": openid.issuer, "aud": openid.client, "email": email, "email_verified": True}
        whole = claims | {"origin": openid.address, "is_logged_in": True}
        return str(URLSafeTimedSerializer(openid.cookie_secret, salt="_streamlit_user").dumps(json.dumps(whole)))

    return signed


@pytest.fixture
def cookie_of() -> Callable[[httpx2.Response, str], set[str]]:
    """`cookie_of(response, name)`: the parts of the one cookie of that name that a response sets."""

    def parts(response: httpx2.Response, name: str) -> set[str]:
        cookies = [set(cookie.split("; ")) for cookie in response.headers.get_list("set-cookie")]
        (only,) = [cookie for cookie in cookies if any(part.startswith(f"{name}=") for part in cookie)]
        return only

    return parts
