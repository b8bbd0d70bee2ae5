from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from placecheck import words
from placecheck.forms.language import COOKIE
from placecheck.web.server.index_page import IndexPage, first_page, policy

INDEX = Path(streamlit.__file__).with_name("static") / "index.html"
OWN = "<html lang='cy'><title>Streamlit</title></html>"


async def own_page(_request: Request) -> HTMLResponse:
    return HTMLResponse(OWN)


async def any_address(_request: Request) -> FileResponse:
    return FileResponse(INDEX)


@pytest.fixture
def client() -> TestClient:
    """Streamlit's way of serving: the page at the root, the same page for every address it does not know."""
    routes = [
        Route("/own", own_page),
        *(Route(address, any_address) for address in ("/results", "/resutls", "/places/nowhere")),
        Mount("/", StaticFiles(directory=INDEX.parent, html=True)),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(IndexPage, index=INDEX)]))


@pytest.mark.parametrize("address", ["/", "/results"])
def test_every_address_begins_under_our_name(client: TestClient, address: str) -> None:
    page = client.get(address).text
    assert "<title>placecheck</title>" in page
    assert '<html lang="en">' in page
    assert "Streamlit</title>" not in page


@pytest.mark.parametrize("address", ["/resutls", "/places/nowhere"])
def test_an_address_that_is_none_of_ours_leads_to_a_page_that_says_so(client: TestClient, address: str) -> None:
    answer = client.get(address, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/no-such-page")


def test_the_page_declares_the_language_that_was_chosen(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("placecheck.forms.language.languages", lambda: ("en", "cy"))
    welsh = client.get("/", headers={"Cookie": f"{COOKIE}=cy"})
    assert '<html lang="cy">' in welsh.text
    assert "Cookie" in welsh.headers["vary"]
    assert words.language.get() == words.ENGLISH


def test_our_typeface_is_loaded_first_and_streamlits_is_not(client: TestClient) -> None:
    page = client.get("/").text
    assert "SourceSans" not in page
    fonts = re.findall(r'href="/fonts/([^"]+)"', page)
    assert fonts
    for name in fonts:
        assert (Path(words.__file__).parents[1] / "fonts" / name).is_file()


def test_who_has_no_scripts_reads_a_sentence_of_ours(client: TestClient) -> None:
    assert "<noscript><p>This screen needs JavaScript." in client.get("/").text


def test_all_of_streamlits_scripts_and_styles_stay(client: TestClient) -> None:
    page, theirs = client.get("/").text, INDEX.read_text()
    pattern = r'(?:src|href)="\./static/(?:js|css)/[^"]+"'
    assert re.findall(pattern, theirs)
    assert re.findall(pattern, page) == re.findall(pattern, theirs)
    assert '<div id="root"></div>' in page


def test_a_page_of_our_own_is_never_touched(client: TestClient) -> None:
    assert client.get("/own").text == OWN


def test_a_browser_that_kept_streamlits_page_gets_ours(client: TestClient) -> None:
    etag = FileResponse(INDEX, stat_result=INDEX.stat()).headers["etag"]
    response = client.get("/", headers={"If-None-Match": etag})
    assert response.status_code == 200
    assert "<title>placecheck</title>" in response.text
    assert "etag" not in response.headers


def test_other_files_pass(client: TestClient) -> None:
    assert client.get("/manifest.json").content == (INDEX.parent / "manifest.json").read_bytes()


def test_the_policy_lets_only_the_scripts_run_that_came_with_the_page() -> None:
    page = first_page(INDEX, "en")
    assert len(re.findall(r"<script>", page)) == len(re.findall(r"sha256-", policy(page)))
    assert "unsafe-inline" not in policy(page).partition("script-src")[2].partition(";")[0]
    assert "http:" not in policy(page)


def test_a_page_without_streamlits_marks_is_left_as_it_is(tmp_path: Path) -> None:
    index = tmp_path / "index.html"
    index.write_text("<p>another day, another page \\1</p>")
    assert first_page(index, "en") == "<p>another day, another page \\1</p>"


def test_each_word_that_the_styles_write_is_in_the_page_and_is_ours() -> None:
    page = first_page(INDEX, words.ENGLISH)
    written = set(re.findall(r"content: var\(--([\w-]+)\)", page))
    assert written == {"menu", "choose-file", "drop-file"}
    assert {name for name in written if not re.search(rf'--{name}: "[^"]+";', page)} == set()


@pytest.mark.parametrize(
    "part", ['[data-testid="stFileUploaderDropzone"] > div', '[data-testid="stNumberInputContainer"] button']
)
def test_no_english_of_streamlits_shows_where_a_file_is_dragged_or_a_number_typed(part: str) -> None:
    rule = first_page(INDEX, words.ENGLISH).partition(part)[2].partition("}")[0]
    assert re.search(r"font-size: 0;|display: none", rule), rule
