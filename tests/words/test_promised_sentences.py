"""Whatever the interface promises to people is held by a test that is named beside it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import yaml

TESTS = Path(__file__).resolve().parents[1]
LIST = yaml.safe_load((Path(__file__).parent / "promises.yaml").read_text("utf-8"))
ROOMS = (
    *("joining", "telling", "matter_votes", "forms", "keying", "on_paper", "workshop_page", "workshop", "big_screen"),
    *("perspectives", "answering", "deciding", "listening", "lot", "publishing", "comparison_screen", "sign_in"),
)
"""The modules of words in which people are told what becomes of what they say."""
PROMISES = re.compile(
    r"\b(nobody|no one|no name|never|any ?more|for good|kept|keeps|deleted?|deletes|the same|counts?|stays?|stay as|"
    r"safe|comes? back|brings? back|bring them back|yours alone|see it|sees|not see|shown|shut|saved|undone|is gone|"
    r"without|written over|at any time|can (?:still )?change)\b",
    re.IGNORECASE,
)
"""Words with which a sentence says what will or will not happen to what somebody said."""


def sentences(module: str) -> Iterator[tuple[str, str]]:
    """Yield each sentence of `module` with the name that the list knows it by; labels of one or two words are none."""
    for name, value in vars(import_module(f"placecheck.words.{module}")).items():
        if not name.isupper():
            continue
        parts = value.items() if isinstance(value, dict) else [("", value)]
        for part, message in parts:
            text = message[-1] if isinstance(message, tuple) else message
            if isinstance(text, str) and text.rstrip("”").endswith("."):
                yield f"{module}.{name}{f'.{part}' if part else ''}", text


@cache
def functions_of(file: str) -> frozenset[str]:
    path = TESTS / file
    if not path.is_file():
        return frozenset()
    nodes = ast.parse(path.read_text("utf-8")).body
    return frozenset(node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def named_tests() -> Iterator[tuple[str, str]]:
    for key, tests in LIST["promises"].items():
        for test in [tests] if isinstance(tests, str) else tests:
            yield key, test


def test_each_sentence_that_promises_something_has_a_test_that_holds_it():
    listed = {*LIST["promises"], *LIST["no_promise"]}
    reused = {text for key, text in every_sentence().items() if key in listed}
    missing = {
        key: text
        for key, text in every_sentence().items()
        if PROMISES.search(text) and key not in listed and text not in reused
    }
    assert missing == {}, "name the test that holds each in promises.yaml, or say under no_promise that it is none"


def test_what_the_list_of_promises_names_is_there():
    known = every_sentence(of_any_kind=True)
    assert [key for key in (*LIST["promises"], *LIST["no_promise"]) if key not in known] == []
    assert sorted(set(LIST["promises"]) & set(LIST["no_promise"])) == []
    at = [(key, *test.split("::")) for key, test in named_tests()]
    gone = [f"{key}: {file}::{name}" for key, file, name in at if name not in functions_of(file)]
    assert gone == [], "these tests are not there: name the one that holds the promise now, or write it"


def every_sentence(*, of_any_kind: bool = False) -> dict[str, str]:
    if of_any_kind:
        modules = {module: vars(import_module(f"placecheck.words.{module}")) for module in ROOMS}
        return {f"{module}.{name}": name for module, names in modules.items() for name in names} | every_sentence()
    return {key: text for module in ROOMS for key, text in sentences(module)}
