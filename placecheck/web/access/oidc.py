"""A provider of accounts: how it is set, and what it says of a person.

The sign-in itself is Streamlit's (`st.login`): it asks the provider, checks the answer, and keeps what it says in a
cookie signed with a secret of the server. That cookie says who somebody is; `account_allowlist` says whether they are
let in.
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

from placecheck.errors import PlacecheckError
from placecheck.web.access.middleware import ADDRESS, is_this_computer
from placecheck.web.access.passphrase import derive_key
from placecheck.web.access.sign_in_session import SESSION_SECONDS
from placecheck.web.streamlit_private import CALLBACK, USER_COOKIE_NAME, is_authlib_installed
from placecheck.words import say
from placecheck.words import sign_in as w

ISSUER, CLIENT, SECRET = "PLACECHECK_OPENID", "PLACECHECK_OPENID_CLIENT", "PLACECHECK_OPENID_SECRET"
"""The variables that hold the provider's address, and the name and secret that it knows this server by."""

NAME, TRUST = "PLACECHECK_OPENID_NAME", "PLACECHECK_OPENID_TRUST_EMAIL"
"""What people call the provider; and `yes` where it gives out every address itself and so does not say "verified"."""

MIN_SECRET_LENGTH = 16
"""Characters of the provider's secret: strangers see what is signed with a key from it."""

TIMEOUT_SECONDS = 30.0
"""Seconds that the provider may take for an answer; somebody is waiting to sign in."""

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
    has_claim: bool = True
    """Whether the ID token says anything of an address; a provider may tell it at its userinfo address alone."""


@dataclass(frozen=True)
class OidcProvider:
    """A provider of accounts, and `address`, the one that this server is reached at: scheme and name, no more."""

    issuer: str
    client: str
    secret: str = field(repr=False)
    address: str
    name: str = ""
    trusts_email: bool = False

    @property
    def called(self) -> str:
        """Return the provider's name for people."""
        return self.name or urlsplit(self.issuer).hostname or self.issuer

    @property
    def cookie_secret(self) -> str:
        """Return the key that signs Streamlit's cookies; the same in every process with the same settings."""
        return derive_key(self.secret, b"placecheck accounts").hex()

    def settings(self) -> dict[str, Any]:
        """Return Streamlit's secrets.

        Raises:
            SettingError: The sign-in library is not installed.
        """
        if not is_authlib_installed():
            raise SettingError(say(w.NO_AUTHLIB))
        auth = {
            "redirect_uri": self.address + CALLBACK,
            "cookie_secret": self.cookie_secret,
            "client_id": self.client,
            "client_secret": self.secret,
            "server_metadata_url": self.issuer + _WELL_KNOWN,
            # Nobody's name is asked for.
            "client_kwargs": {"scope": "openid email", "timeout": TIMEOUT_SECONDS},
        }
        return {"auth": auth}

    def identity(self, cookies: Mapping[str, str]) -> Identity | None:
        """Return who signed in with an account of this provider, for this server; None where nobody did."""
        cookie = cookies.get(USER_COOKIE_NAME)
        return _identity(self, cookie) if cookie else None


@lru_cache(maxsize=1024)
def _identity(openid: OidcProvider, cookie: str) -> Identity | None:
    """Return the identity that one cookie holds whole: parts that are signed one by one could be recombined."""
    try:
        text, since = URLSafeTimedSerializer(openid.cookie_secret, salt=USER_COOKIE_NAME).loads(
            cookie, return_timestamp=True
        )
        claims = json.loads(text)
    except (BadData, ValueError, TypeError):
        return None
    if not isinstance(claims, dict) or not _meant_for(openid, claims):
        return None
    return Identity(_email(openid, claims), since.timestamp() + SESSION_SECONDS, "email" in claims)


def _email(openid: OidcProvider, claims: Mapping[str, Any]) -> str:
    """Return the address that the provider vouches for; empty where it vouches for none."""
    email = claims.get("email")
    if claims.get("email_verified", openid.trusts_email) is not True or not isinstance(email, str):
        return ""
    return ascii_lower(email) if is_allowlist_entry(email) and not email.startswith("@") else ""


def _meant_for(openid: OidcProvider, claims: Mapping[str, Any]) -> bool:
    """Return whether the provider issued it, to us, for this server: Streamlit's library checks less of it."""
    heard = claims.get("aud")
    return (
        claims.get("is_logged_in") is True
        and claims.get("origin") == openid.address
        and str(claims.get("iss")).rstrip("/") == openid.issuer
        and openid.client in (heard if isinstance(heard, list) else [heard])
    )


def oidc_from_environment() -> OidcProvider | None:
    """Return the provider that the environment names; None where it names none.

    Raises:
        SettingError: A setting is incomplete or contradicts another.
    """
    settings = {name: os.environ.get(name, "").strip() for name in (ISSUER, CLIENT, SECRET, ADDRESS)}
    if not any(settings[name] for name in (ISSUER, CLIENT, SECRET)):
        return None
    missing = [name for name, value in settings.items() if not value]
    if missing:
        raise SettingError(say(w.ACCOUNTS_NEED, names=", ".join(missing)))
    if len(settings[SECRET]) < MIN_SECRET_LENGTH:
        raise SettingError(say(w.SHORT_SECRET, name=SECRET, n=len(settings[SECRET]), least=MIN_SECRET_LENGTH))
    trust = os.environ.get(TRUST, "").strip().lower()
    if trust not in ("", "yes", "no"):
        raise SettingError(say(w.YES_OR_NO, name=TRUST))
    address = _safe(ADDRESS, settings[ADDRESS])
    if urlsplit(address).path:
        raise SettingError(say(w.NO_PATH, name=ADDRESS))
    return OidcProvider(
        issuer=_safe(ISSUER, settings[ISSUER].removesuffix(_WELL_KNOWN)),
        client=settings[CLIENT],
        secret=settings[SECRET],
        address=address,
        name=os.environ.get(NAME, "").strip(),
        trusts_email=trust == "yes",
    )


def _safe(name: str, value: str) -> str:
    """Return the address in `name`, without a trailing slash.

    Raises:
        SettingError: Others could listen in.
    """
    parts = urlsplit(value)
    is_local = parts.hostname == "localhost" or (parts.hostname is not None and _is_own_number(parts.hostname))
    if not parts.hostname or not (parts.scheme == "https" or (parts.scheme == "http" and is_local)):
        raise SettingError(say(w.NOT_HTTPS, name=name))
    return value.rstrip("/")


def _is_own_number(host: str) -> bool:
    return host.replace(".", "").isdecimal() and is_this_computer(host)


def is_allowlist_entry(text: str) -> bool:
    """Return whether `text` can be an e-mail address or, with nothing before the @, a domain."""
    return _PERSON.fullmatch(text) is not None and text.isprintable()


def ascii_lower(text: str) -> str:
    """Return `text` in lower case where its letters are ASCII: no other letter becomes an ASCII one by it."""
    return text.encode().lower().decode()
