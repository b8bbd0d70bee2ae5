"""What a function raises is said in a `Raises:` section of its docstring, and said only of what it can raise.

A class may say in a sentence what each of its methods raises. That docstrings are in the imperative is held by ruff.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import placecheck

PACKAGE = Path(placecheck.__file__).parent
Function = ast.FunctionDef | ast.AsyncFunctionDef
NODES = [
    (path.relative_to(PACKAGE).as_posix(), node)
    for path in sorted(PACKAGE.rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text("utf-8")))
    if isinstance(node, Function | ast.ClassDef)
]

HIDDEN = re.compile(r"\b[Rr]aises? (?:as\b|what|[A-Z]\w*(?:Error|Exception)\b)")
"""A sentence on what is raised, as it may not stand outside a section."""

ENTRY = re.compile(r"^    ([A-Za-z_][\w.]*): (.+(?:\n        .+)*)", re.MULTILINE)


def functions() -> Iterator[tuple[str, Function, str]]:
    """Yield each function that has a docstring, with its place and the docstring."""
    for path, node in NODES:
        if isinstance(node, Function) and (text := ast.get_docstring(node)):
            yield f"{path}:{node.name}", node, text


def section(text: str) -> str:
    """Return what a docstring says under `Raises:`, indented, with what follows it; empty where it has no such part."""
    return text.partition("Raises:\n")[2]


def entries() -> Iterator[tuple[str, Function, str, str]]:
    """Yield each error of each section: the place and the function, the error's name, and when it is raised."""
    for place, node, text in functions():
        for match in ENTRY.finditer(section(text)):
            yield place, node, match[1], " ".join(match[2].split())


def test_there_are_sections_to_look_at() -> None:
    assert sum(1 for _ in entries()) > 250


@pytest.mark.parametrize(
    ("text", "is_hidden"),
    [
        ("Read it. Raises InputError.", True),
        ("Raise InputError where it is none.", True),
        ("Read it. Raises as `read` does.", True),
        ("Read it.\n\nRaises:\n    InputError: It is none.", False),
        ("Raise the number by one.", False),
    ],
)
def test_a_sentence_on_what_is_raised_is_recognised(text: str, is_hidden: bool) -> None:
    assert bool(HIDDEN.search(text)) == is_hidden


def test_no_docstring_hides_in_its_prose_what_a_function_raises() -> None:
    future = "storage/engine/group_commit.py:put"  # not the function raises it, but the future that it returns
    assert [place for place, _, text in functions() if HIDDEN.search(text) and place != future] == []


def test_each_entry_says_in_a_sentence_when_it_is_raised() -> None:
    wrong = [(place, error, when) for place, _, error, when in entries() if not re.match(r"[A-Z`].*\.$", when)]
    broken = [
        place
        for place, _, text in functions()
        if (listed := section(text)) and ENTRY.sub("", listed).strip() and "\n\n" not in listed
    ]
    assert (wrong, broken) == ([], [])


def names_in(node: ast.AST) -> set[str]:
    names = {child.id for child in ast.walk(node) if isinstance(child, ast.Name)}
    return names | {child.attr for child in ast.walk(node) if isinstance(child, ast.Attribute)}


def raised_in(node: ast.AST) -> set[str]:
    statements = (child.exc for child in ast.walk(node) if isinstance(child, ast.Raise) and child.exc)
    return {name for statement in statements for name in names_in(statement)}


PARENTS = {
    node.name: {name for base in node.bases for name in names_in(base)}
    for _, node in NODES
    if isinstance(node, ast.ClassDef)
}


def kinds_of(error: str) -> set[str]:
    """Return the names of the package's errors that are of the kind `error`, itself among them."""
    kinds = {error}
    while more := {name for name, parents in PARENTS.items() if parents & kinds} - kinds:
        kinds |= more
    return kinds


def names_that_reach(error: str, mentioned: dict[str, set[str]], raised: dict[str, set[str]]) -> set[str]:
    """Return the names of functions and classes that raise `error`, or mention what does, over any number of steps."""
    wanted = kinds_of(error)
    reaching = {name for name, errors in raised.items() if errors & wanted}
    while more := {name for name, names in mentioned.items() if names & reaching} - reaching:
        reaching |= more
    return reaching


RAISED_BY_LIBRARIES = {*dir(builtins), "etree.XMLSyntaxError", "struct.error", "ValidationError"}


def test_a_section_names_what_the_function_can_raise() -> None:
    mentioned: dict[str, set[str]] = defaultdict(set)
    raised: dict[str, set[str]] = defaultdict(set)
    for _, node in NODES:
        mentioned[node.name] |= names_in(node)
        raised[node.name] |= raised_in(node)
    listed = [
        (place, node.name, error.rpartition(".")[2])
        for place, node, error, _ in entries()
        if error not in RAISED_BY_LIBRARIES
    ]
    reaching = {error: names_that_reach(error, mentioned, raised) for error in {error for _, _, error in listed}}
    assert len(reaching) > 10
    assert [(place, error) for place, name, error in listed if name not in reaching[error]] == []
