"""A provider of accounts: how it is set, and what it says of a person.

The sign-in itself is Streamlit's (`st.login`): it asks the provider, checks the answer, and keeps what it says in a
cookie signed with a secret of ours. That cookie says who somebody is. Whether they are let in is said in `people`.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from itsdangerous import BadData, URLSafeTimedSerializer
from streamlit.auth_util import is_authlib_installed
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from placecheck.errors import PlacecheckError
from placecheck.web.door import ADDRESS, CALLBACK, on_this_computer
from placecheck.web.lock import LASTS, slow_key
from placecheck.words import door as w
from placecheck.words import say

ISSUER, CLIENT, SECRET = "PLACECHECK_OPENID", "PLACECHECK_OPENID_CLIENT", "PLACECHECK_OPENID_SECRET"
"""The variables that hold the provider's address, and the name and secret that it knows this server by."""

NAME, TRUST = "PLACECHECK_OPENID_NAME", "PLACECHECK_OPENID_TRUST_EMAIL"
"""What people call the provider; and `yes` where it gives out every address itself and so does not say "verified"."""

LEAST = 16
"""Characters of the provider's secret: strangers see what is signed with a key from it."""

_WELL_KNOWN = "/.well-known/openid-configuration"
_PERSON = re.compile(r"[^@\s,<>\"]*@[^@\s,<>\"]+")


class SettingError(PlacecheckError):
    """What was set for accounts is not whole, or does not go together."""


class Identity(NamedTuple):
    """Who an account is of, by e-mail, and when their sign-in ends.

    The address is empty where the provider gives none, or does not say that it is that person's.
    """

    email: str
    until: float


@dataclass(frozen=True)
class OpenId:
    """A provider of accounts, and `address`, the one that this server is reached at: scheme and name, no more."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    address: str
    name: str = ""
    trusts_email: bool = False

    @property
    def called(self) -> str:
        """What people call the provider."""
        return self.name or urlsplit(self.issuer).hostname or self.issuer

    @property
    def cookie_secret(self) -> str:
        """What Streamlit signs its cookies with; the same in every process that is set the same."""
        return slow_key(self.secret, b"placecheck accounts").hex()

    def settings(self) -> dict[str, Any]:
        """What Streamlit looks for among its secrets. Raises SettingError where what signs people in is not there."""
        if not is_authlib_installed():
            raise SettingError(say(w.NO_AUTHLIB))
        auth = {
            "redirect_uri": self.address + CALLBACK,
            "cookie_secret": self.cookie_secret,
            "client_id": self.client,
            "client_secret": self.secret,
            "server_metadata_url": self.issuer + _WELL_KNOWN,
            "client_kwargs": {"scope": "openid email"},  # who somebody is called is not asked for
        }
        return {"auth": auth}

    def identity(self, cookies: Mapping[str, str]) -> Identity | None:
        """Who signed in with an account of this provider, for this server; None where nobody did."""
        cookie = cookies.get(USER_COOKIE_NAME)
        return _identity(self, cookie) if cookie else None


@lru_cache(maxsize=1024)
def _identity(openid: OpenId, cookie: str) -> Identity | None:
    """Only what is whole in one cookie counts: parts that are signed one by one could be put together anew."""
    try:
        text, since = URLSafeTimedSerializer(openid.cookie_secret, salt=USER_COOKIE_NAME).loads(
            cookie, return_timestamp=True
        )
        claims = json.loads(text)
    except (BadData, ValueError, TypeError):
        return None
    if not isinstance(claims, dict) or not _meant_for(openid, claims):
        return None
    return Identity(_email(openid, claims), since.timestamp() + LASTS)


def _email(openid: OpenId, claims: Mapping[str, Any]) -> str:
    """The address that the provider vouches for; empty where it does for none."""
    email = claims.get("email")
    if claims.get("email_verified", openid.trusts_email) is not True or not isinstance(email, str):
        return ""
    return lower(email) if is_person(email) and not email.startswith("@") else ""


def _meant_for(openid: OpenId, claims: Mapping[str, Any]) -> bool:
    """Whether the provider said it, to us, for this server: Streamlit's library checks less of it."""
    heard = claims.get("aud")
    return (
        claims.get("is_logged_in") is True
        and claims.get("origin") == openid.address
        and str(claims.get("iss")).rstrip("/") == openid.issuer
        and openid.client in (heard if isinstance(heard, list) else [heard])
    )


def openid_set() -> OpenId | None:
    """The provider that the environment names; None where it names none. Raises SettingError."""
    given = {name: os.environ.get(name, "").strip() for name in (ISSUER, CLIENT, SECRET, ADDRESS)}
    if not any(given[name] for name in (ISSUER, CLIENT, SECRET)):
        return None
    missing = [name for name, value in given.items() if not value]
    if missing:
        raise SettingError(say(w.ACCOUNTS_NEED, names=", ".join(missing)))
    if len(given[SECRET]) < LEAST:
        raise SettingError(say(w.SHORT_SECRET, name=SECRET, n=len(given[SECRET]), least=LEAST))
    trust = os.environ.get(TRUST, "").strip().lower()
    if trust not in ("", "yes", "no"):
        raise SettingError(say(w.YES_OR_NO, name=TRUST))
    address = _safe(ADDRESS, given[ADDRESS])
    if urlsplit(address).path:
        raise SettingError(say(w.NO_PATH, name=ADDRESS))
    return OpenId(
        issuer=_safe(ISSUER, given[ISSUER].removesuffix(_WELL_KNOWN)),
        client=given[CLIENT],
        secret=given[SECRET],
        address=address,
        name=os.environ.get(NAME, "").strip(),
        trusts_email=trust == "yes",
    )


def _safe(name: str, value: str) -> str:
    """The address that `name` holds, without a slash at its end. Raises SettingError where others could listen in."""
    parts = urlsplit(value)
    here = parts.hostname == "localhost" or (parts.hostname is not None and _is_own_number(parts.hostname))
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and here)):
        raise SettingError(say(w.NOT_HTTPS, name=name))
    return value.rstrip("/")


def _is_own_number(host: str) -> bool:
    return host.replace(".", "").isdecimal() and on_this_computer(host)


def is_person(text: str) -> bool:
    """Whether `text` can be an e-mail address or, with nothing before the @, a domain."""
    return _PERSON.fullmatch(text) is not None and text.isprintable()


def lower(text: str) -> str:
    """`text` in small letters, where they are plain ones: no other letter becomes a plain one by it."""
    return text.encode().lower().decode()
