"""The vocabulary of the house: names say what a thing is, in the field's term, and docstrings are in the imperative.

The rules and their reasons are in CONTRIBUTING.md; the product's own words are in docs/glossary.md.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import placecheck

PACKAGE = Path(placecheck.__file__).parent
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)

VAGUE = {"one", "found", "given", "said", "here", "thing", "things", "told", "kept", "mark", "side", "gone", "stands"}
"""Names that say nothing of a variable's role. `one_of`, `kept_cards` and the like do say it."""

QUAINT = ("anew", "to the letter", "of ours", "who comes late", "nothing where None")
"""Phrases that nobody who works in this field would write."""

NAMED_ALIKE = {
    "cli": "a command's module is named as the command, and so is its function",
    "words": "the words of the interface are constants",
}
"""Rooms whose functions may be named as their module, with the reason."""

SAME_SUBJECT = {
    "model": "the frozen models of each room",
    "check": "the linter of each kind of data",
    "load": "reads the data files of its room",
    "file": "reads one file of its room",
    "errors": "what can go wrong at all, and in the store",
}
"""Module stems that stand in rooms of different subjects, with the reason."""


def name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def local_names(function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    """Return the parameters and variables of a function; keyword-only parameters are part of what callers write."""
    arguments = function.args
    yield from (argument.arg for argument in (*arguments.posonlyargs, *arguments.args))
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def docstrings(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            text = ast.get_docstring(node)
            if text:
                yield getattr(node, "lineno", 1), text


def test_there_are_modules_to_look_at() -> None:
    assert {"scoring/engine.py", "storage/journal/writer.py", "web/navigation.py"} <= set(map(name, MODULES))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_variables_carry_their_role(path: Path) -> None:
    vague = {f"{function.name}: {local}" for function in functions(path) for local in local_names(function)}
    assert {entry for entry in vague if entry.rpartition(": ")[2] in VAGUE} == set()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_docstrings_are_plain_modern_english(path: Path) -> None:
    quaint = [
        (line, phrase) for line, text in docstrings(path) for phrase in QUAINT if re.search(rf"\b{phrase}\b", text)
    ]
    assert quaint == []


PROSE = (*MODULES, *(PACKAGE.parent / "docs").glob("*.md"), PACKAGE.parent / "README.md", PACKAGE.parent / "Makefile")


def test_comments_messages_and_documents_are_plain_modern_english() -> None:
    quaint = [
        (path.name, phrase)
        for path in PROSE
        for phrase in QUAINT
        if re.search(rf"\b{phrase}\b", path.read_text("utf-8"))
    ]
    assert quaint == []


def test_no_function_is_named_as_its_module() -> None:
    alike = {
        name(path)
        for path in MODULES
        if path.relative_to(PACKAGE).parts[0] not in NAMED_ALIKE
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == path.stem
    }
    assert alike == set()


def test_every_package_says_what_it_holds() -> None:
    silent = [
        name(path)
        for path in MODULES
        if path.name == "__init__.py" and not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert silent == []


def test_a_name_on_the_list_of_shared_stems_is_still_shared() -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for path in MODULES:
        if path.name != "__init__.py":
            rooms[path.stem].add(path.relative_to(PACKAGE).parts[0])
    for stem in SAME_SUBJECT:
        assert len(rooms[stem]) > 1, f"{stem} stands once now: take it off the list"


def test_the_glossary_gives_each_word_one_meaning() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \| [^|]+ \|$", (PACKAGE.parent / "docs/glossary.md").read_text("utf-8"), re.MULTILINE
    )
    words = [word.strip() for row in rows if row.strip() not in {"word", "---"} for word in row.split(",")]
    assert len(words) > 50
    assert sorted(words) == sorted(set(words))
