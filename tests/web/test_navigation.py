"""Every address that a page links to is the address of a page."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import placecheck.web
from placecheck.views.page_names import PageName
from placecheck.web.navigation import PAGES, SECTIONS

WEB = Path(placecheck.web.__file__).parent
LINKS = {
    "link": 0,
    "page_address": 0,
    "switch_page": 0,
    "toast_at": 1,
    "show_place_links": 2,
    "show_comparison_links": 2,
}
"""What leads to a page, and which of its arguments names the page."""


def named_pages(path: Path) -> list[ast.expr]:
    """Return what a file gives as the page to everything that leads to one."""
    calls = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
    named = [(call, LINKS.get(getattr(call.func, "attr", getattr(call.func, "id", "")))) for call in calls]
    return [call.args[at] for call, at in named if at is not None and len(call.args) > at]


@pytest.mark.parametrize("path", sorted(WEB.rglob("*.py")), ids=lambda path: path.relative_to(WEB).as_posix())
def test_every_link_names_its_page_and_none_spells_an_address(path):
    assert [ast.unparse(page) for page in named_pages(path) if isinstance(page, ast.Constant | ast.JoinedStr)] == []


def test_links_are_found_at_all():
    named = {ast.unparse(page) for path in WEB.rglob("*.py") for page in named_pages(path)}
    assert named > {"PageName.RESULTS", "PageName.ANSWER", "PageName.COMPARISON", "PageName.HOME"}


def test_every_name_of_a_page_is_that_of_one_page_and_of_its_module():
    how = "PAGES of web/navigation.py and PageName of views/page_names.py hold the same pages in the same order"
    assert [page.address for page in PAGES] == list(PageName), how
    modules = [page.render.__module__.rpartition(".")[2].upper() for page in PAGES]
    assert modules == [name.name for name in PageName], "name each page as its module in web/pages"


def test_the_menu_has_few_headings_and_no_heading_has_more_than_nine_pages():
    by_section = {section: [page for page in PAGES if page.section == section] for section in SECTIONS}
    assert len(by_section) <= 5
    how = "leave a page out of the menu and link to it from the page that it belongs to"
    assert all(0 < len(pages) <= 9 for pages in by_section.values()), how
