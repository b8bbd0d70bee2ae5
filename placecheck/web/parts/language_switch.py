"""The way to the other languages, at the foot of every page.

A link of Streamlit's own opens another tab, and a widget cannot keep a cookie: so this is a line of HTML, the only one.
"""

from __future__ import annotations

from html import escape

import streamlit as st
from babel import Locale

from placecheck.words import ENGLISH, language, languages, say
from placecheck.words import web as w


def language_switch() -> None:
    """Show every language at hand by its own name, each but the one that is spoken a link that chooses it."""
    if len(languages()) > 1:
        named = " · ".join(_one(name) for name in languages())
        st.html(f'<nav aria-label="{escape(say(w.LANGUAGE))}">{named}</nav>')


def _one(name: str) -> str:
    shown = (Locale.parse(name).get_display_name(name) or name).capitalize()
    label = escape(shown if name == ENGLISH else say(w.DRAFT, language=shown))
    if name == language.get():
        return f'<strong lang="{name}">{label}</strong>'
    return f'<a href="/language/{name}" lang="{name}" hreflang="{name}">{label}</a>'
