"""What stands at the foot of every page: the way to the other languages, and the way out for who signed in.

A link of Streamlit's own opens another tab, and a widget cannot keep a cookie: so these are HTML, as nothing else is.
"""

from __future__ import annotations

from html import escape

import streamlit as st

from placecheck.forms.language import own_name
from placecheck.web.access.middleware import SIGN_IN
from placecheck.web.access.tenants import credentials_from_environment
from placecheck.words import language, languages, say, sign_in
from placecheck.words import web as w


def show_footer() -> None:
    """Show every available language by its own name, each but the current one as a link; and a link to sign out.

    Where nobody signs in there is no such link; anyone who sees a page of a server with sign-in has signed in.
    """
    lines = []
    if len(languages()) > 1:
        named = " · ".join(_language_link(name) for name in languages())
        lines.append(f'<nav aria-label="{escape(say(w.LANGUAGE))}">{named}</nav>')
    if credentials_from_environment():
        lines.append(f'<p><a href="{SIGN_IN}">{escape(say(sign_in.SIGN_OUT))}</a></p>')
    if lines:
        st.html("".join(lines))


def _language_link(name: str) -> str:
    label = escape(own_name(name))
    if name == language.get():
        return f'<strong lang="{name}">{label}</strong>'
    return f'<a href="/language/{name}" lang="{name}" hreflang="{name}">{label}</a>'
