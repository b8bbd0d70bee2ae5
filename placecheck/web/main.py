"""The dashboard's frame: its name, its pages, and the one that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import streamlit as st

from placecheck import words
from placecheck.web.language import chosen
from placecheck.web.page import about, answer, closer, history, home, next_steps, own_words, results, start
from placecheck.web.session import Session
from placecheck.words import deciding, say
from placecheck.words import web as w

Render = Callable[[Session], None]

PAGES: tuple[tuple[str, str, Render, bool], ...] = (
    ("places", w.HOME, home.render, True),
    ("start", w.START, start.render, False),
    ("answer", w.ANSWER, answer.render, True),
    ("results", w.RESULTS, results.render, True),
    ("next-steps", deciding.NEXT_STEPS, next_steps.render, True),
    ("own-words", deciding.OWN_WORDS, own_words.render, True),
    ("history", deciding.HISTORY, history.render, True),
    ("about", w.ABOUT, about.render, True),
    ("closer", w.CLOSER, closer.render, False),
)
"""Address, name, function, and whether the menu shows it. The first is the front page."""


ICON = Path(__file__).with_name("icon.png")


def main() -> None:
    """Show the page that was asked for, in the language that the reader chose."""
    words.language.set(chosen(st.context.cookies))
    st.set_page_config(page_title=say(w.NAME), page_icon=str(ICON), layout="wide")
    session = Session()
    session.pages = {
        address: st.Page(
            partial(render, session),
            title=say(name),
            url_path=address,
            default=index == 0,
            visibility="visible" if shown else "hidden",
        )
        for index, (address, name, render, shown) in enumerate(PAGES)
    }
    session.say_what_was_told()
    st.navigation(list(session.pages.values()), position="top").run()
