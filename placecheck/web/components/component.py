"""Components of our own: what the browser does by itself, each in a style sheet, a page and a script of one name."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from placecheck.web.streamlit_private import ComponentRenderer

ASSET_TYPES = ("html", "css", "js")


def define_component(name: str, *, isolate_styles: bool = True) -> ComponentRenderer:
    """Define the component in `name.html`, `name.css` and `name.js` next to this file.

    Its styles are isolated from those of the page if `isolate_styles`.
    """
    html, css, js = (Path(__file__).with_name(f"{name}.{kind}").read_text(encoding="utf-8") for kind in ASSET_TYPES)
    return st.components.v2.component(f"placecheck.{name}", html=html, css=css, js=js, isolate_styles=isolate_styles)
