"""Streamlit does not show through: no choice says "Choose an option" in English to every reader."""

from __future__ import annotations

import ast
from pathlib import Path

import placecheck.web

FOLDER = Path(placecheck.web.__file__).parent


def begins_empty(call: ast.Call, keywords: dict[str | None, ast.expr]) -> bool:
    index = keywords.get("index")
    alone = isinstance(index, ast.Constant) and index.value is None
    return isinstance(call.func, ast.Attribute) and (
        call.func.attr == "multiselect" or (call.func.attr == "selectbox" and alone)
    )


def test_every_choice_that_begins_empty_says_so_in_our_words():
    seen, stock = 0, []
    for path in sorted(FOLDER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                keywords = {keyword.arg: keyword.value for keyword in node.keywords}
                if begins_empty(node, keywords):
                    seen += 1
                    stock += [f"{path.name}:{node.lineno}"] if "placeholder" not in keywords else []
    assert seen
    assert stock == []
