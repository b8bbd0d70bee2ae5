"""Streamlit does not show through: its words, a sign beside headings, toasts gone before they are read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import placecheck.web

FOLDER = Path(placecheck.web.__file__).parent


def begins_empty(call: ast.Call, keywords: dict[str | None, ast.expr]) -> bool:
    index = keywords.get("index")
    alone = isinstance(index, ast.Constant) and index.value is None
    return isinstance(call.func, ast.Attribute) and (
        call.func.attr == "multiselect" or (call.func.attr == "selectbox" and alone)
    )


def calls() -> Iterator[tuple[str, ast.Call, dict[str | None, ast.expr]]]:
    """Yield every call in the dashboard: where it is, and what it names."""
    for path in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.name}:{node.lineno}", node, {keyword.arg: keyword.value for keyword in node.keywords}


def called(call: ast.Call, *names: str) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr in names


def constants(part: ast.expr | None) -> list[object]:
    return [node.value for node in ast.walk(part) if isinstance(node, ast.Constant)] if part else []


def test_every_choice_that_begins_empty_says_so_in_our_words():
    empty = [(where, keywords) for where, call, keywords in calls() if begins_empty(call, keywords)]
    assert empty
    assert [where for where, keywords in empty if "placeholder" not in keywords] == []


def test_no_choice_has_an_empty_name_in_whose_place_streamlit_shows_its_own_words():
    named = [(where, keywords) for where, call, keywords in calls() if called(call, "selectbox")]
    assert named
    empty = [where for where, keywords in named if "" in constants(keywords.get("format_func"))]
    assert empty == []


def test_no_heading_shows_the_sign_of_a_link_that_nobody_asked_for():
    headings = [(where, keywords) for where, call, keywords in calls() if called(call, "title", "header", "subheader")]
    assert headings
    assert [where for where, keywords in headings if "anchor" not in keywords] == []


def test_what_a_click_had_to_tell_stays_until_it_can_be_read_and_a_refusal_until_it_is_closed():
    toasts = [(where, keywords) for where, call, keywords in calls() if ast.unparse(call.func) == "st.toast"]
    assert {where.partition(":")[0] for where, _ in toasts} == {"session.py"}
    assert [ast.literal_eval(keywords["duration"]) for _, keywords in toasts] == ["long", "infinite"]
