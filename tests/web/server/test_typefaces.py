"""Streamlit's typefaces are answered for by lighter ones that hold all that is drawn of them."""

from __future__ import annotations

import re
from pathlib import Path
from runpy import run_path

import pytest
from fontTools.ttLib import TTFont
from starlette.applications import Starlette
from starlette.testclient import TestClient

from placecheck import fonts
from placecheck.web.server.typefaces import ICONS, LighterTypefaces
from placecheck.web.streamlit_private import STATIC

WRITER = run_path(str(Path(__file__).with_name("write_icons.py")))
all_icons, glyphs_by_name, named_icons = (WRITER[name] for name in ("all_icons", "glyphs_by_name", "named_icons"))


@pytest.fixture
def client() -> TestClient:
    return TestClient(LighterTypefaces(Starlette(), folder=STATIC), follow_redirects=False)


def test_every_icon_that_streamlits_scripts_name_is_drawn():
    every, ours = (glyphs_by_name(TTFont(file)) for file in (all_icons(), ICONS))
    assert len(every) > len(ours) > 50
    assert named_icons(set(every)) <= set(ours), "run tests/web/server/write_icons.py"


def test_every_icon_that_we_name_is_drawn(checkout):
    ours = glyphs_by_name(TTFont(ICONS))
    texts = [path.read_text(encoding="utf-8") for path in (checkout / "placecheck").rglob("*.py")]
    named = {name for text in texts for name in re.findall(r":material/([a-z0-9_]+):", text)}
    assert named
    assert named <= set(ours)


def test_the_icons_are_sent_in_place_of_all_of_them(client):
    assert client.get(f"/static/media/{all_icons().name}").content == ICONS.read_bytes()
    assert ICONS.stat().st_size < all_icons().stat().st_size / 5


@pytest.mark.parametrize(("asked", "cut"), [("Upright", "Regular"), ("Italic", "Italic")])
def test_our_typeface_is_sent_in_place_of_streamlits(client, asked, cut):
    (file,) = STATIC.glob(f"media/SourceSansVF-{asked}.*.woff2")
    assert client.get(f"/static/media/{file.name}").headers["location"] == f"/fonts/{fonts.web_font(cut)}"


def test_other_files_go_by(client):
    assert client.get("/static/media/KaTeX_Main-Regular.woff2").status_code == 404
