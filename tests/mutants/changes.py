"""The changes that are tried: mutmut says what can be changed, and each is made in a program that runs."""

from __future__ import annotations

import ast
import difflib
import functools
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.file_mutation import Mutation, MutationVisitor
from mutmut.mutation.mutators import mutation_operators, operator_string
from mutmut.mutation.pragma_handling import IgnoredCode

OPERATORS = [(kind, operator) for kind, operator in mutation_operators if operator is not operator_string]
"""Without those that write a text otherwise: nearly all are words of a message, or a name that Python refuses."""
WORDS_ALONE = {"say", "cast", "debug", "info", "warning", "exception"}
"""Functions whose arguments are the words of a message, or say nothing to the program that runs."""
UNSEEN_KEYWORDS = {"copy", "strict", "encoding", "stacklevel", "maxsize"}
"""Arguments that a test cannot tell apart, or only on another system."""

_Place = tuple[str, str, int]


@dataclass(frozen=True)
class Change:
    """One change of one function of a file, with the line where it begins and all lines of its statement."""

    path: Path
    line: int
    statement: frozenset[int]
    module: cst.Module
    mutation: Mutation

    def source(self) -> str:
        """Return the file as changed."""
        changed = self.module.deep_replace(self.mutation.original_node, self.mutation.mutated_node)
        assert isinstance(changed, cst.Module)
        return changed.code

    def __str__(self) -> str:
        lines = difflib.unified_diff(self.module.code.splitlines(), self.source().splitlines(), lineterm="", n=2)
        return f"# {self.path}:{self.line}\n" + "\n".join(list(lines)[2:])


def changes_of(path: Path) -> list[Change]:
    """Return every change of the functions in `path`, without those that nobody could see."""
    wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")))
    visitor = _InsideFunctions(OPERATORS, IgnoredCode(set(), set(), set()))
    module = wrapper.visit(visitor)
    positions = wrapper.resolve(PositionProvider)
    statements = statements_by_line(module.code)
    return [
        Change(path, line, statements[line], module, mutation)
        for mutation in visitor.mutations
        if isinstance(mutation.contained_by_top_level_function, cst.FunctionDef) and mutation.original_node in positions
        for line in (positions[mutation.original_node].start.line,)
    ]


def statements_by_line(code: str) -> dict[int, frozenset[int]]:
    """Return for each line the lines of its innermost statement, without those of statements inside that."""
    inside: dict[int, ast.AST] = {}
    for node in ast.walk(ast.parse(code)):  # what is outside comes first
        if isinstance(node, ast.stmt | ast.ExceptHandler):
            inside |= dict.fromkeys(range(node.lineno, (node.end_lineno or node.lineno) + 1), node)
    lines: dict[ast.AST, set[int]] = {}
    for line, node in inside.items():
        lines.setdefault(node, set()).add(line)
    return {line: frozenset(lines[node]) for line, node in inside.items()}


class _InsideFunctions(MutationVisitor):
    """Goes into decorated functions too, since a function is changed where it is, with nothing around it made anew."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.FunctionDef):
            return False
        if isinstance(node, cst.Param | cst.Decorator | cst.Annotation):
            return True
        if isinstance(node, cst.Arg) and node.keyword and node.keyword.value in UNSEEN_KEYWORDS:
            return True
        if isinstance(node, cst.Call):
            called = node.func.attr if isinstance(node.func, cst.Attribute) else node.func
            if isinstance(called, cst.Name) and called.value in WORDS_ALONE:
                return True
        return bool(super()._skip_node_and_children(node))

    def _create_mutations(self, node: cst.CSTNode) -> None:
        before = len(self.mutations)
        super()._create_mutations(node)
        if isinstance(node, cst.Call):
            self.mutations[before:] = [new for new in self.mutations[before:] if not _hides(node, new.mutated_node)]


def _hides(call: cst.Call, changed: cst.CSTNode) -> bool:
    """Return whether a change of a call's arguments is of one that nobody sees."""
    if not isinstance(changed, cst.Call):
        return False
    unchanged = [arg for arg in call.args if arg in changed.args]
    other = [arg for arg in call.args if arg not in unchanged]
    return any(arg.keyword and arg.keyword.value in UNSEEN_KEYWORDS for arg in other)


class Running:
    """The functions of `files` in this process, whose code can be replaced."""

    def __init__(self, files: list[Path]) -> None:
        here = {str(path.resolve()) for path in files}
        self._functions: dict[_Place, list[FunctionType]] = {}
        self._caches = []
        gc.unfreeze()  # a command that a test ran may have hidden from it what was there before
        for item in gc.get_objects():
            if type(item) is FunctionType and item.__code__.co_filename in here:  # isinstance would wake what is lazy
                self._functions.setdefault(_place(item.__code__), []).append(item)
            elif type(item) is functools._lru_cache_wrapper and item.__module__.startswith("placecheck."):
                self._caches.append(item)

    def make(self, change: Change) -> bool:
        """Make `change`, and forget what was computed before; return whether there was a function to change."""
        path = str(change.path.resolve())
        before = dict(_codes(compile(change.module.code, path, "exec")))
        made = False
        for place, code in _codes(compile(change.source(), path, "exec")):
            for function in self._functions.get(place, ()):
                fits = code.co_freevars == function.__code__.co_freevars  # else Python refuses it
                if fits and place in before and code != before[place]:
                    function.__code__ = code
                    made = True
        packages = {
            function.__module__.rpartition(".")[0] for functions in self._functions.values() for function in functions
        }
        for cache in self._caches:
            if cache.__module__.rpartition(".")[0] in packages:
                cache.cache_clear()
        return made


def _codes(code: CodeType) -> Iterator[tuple[_Place, CodeType]]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield _place(constant), constant
            yield from _codes(constant)


def _place(code: CodeType) -> _Place:
    return code.co_filename, code.co_qualname, code.co_firstlineno
