"""Components of our own: what the browser does by itself, each in a style sheet, a page and a script of one name."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

KINDS = ("html", "css", "js")


def component(name: str, *, apart: bool = True) -> ComponentRenderer:
    """The component in `name.html`, `name.css` and `name.js` beside this file.

    Its styles and those of the page do not meet where it is `apart`.
    """
    html, css, js = (Path(__file__).with_name(f"{name}.{kind}").read_text(encoding="utf-8") for kind in KINDS)
    return st.components.v2.component(f"placecheck.{name}", html=html, css=css, js=js, isolate_styles=apart)
