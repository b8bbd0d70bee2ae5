"""What the house asks of every file: sizes, floors, words, versions, and nothing that ties it to one machine."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import placecheck
from placecheck.scoring import METHOD

CHECKOUT = Path(__file__).resolve().parent.parent

FILE_LINES = 250
"""A file above this holds two things. The house aims for 200; what it learned from have tails of 95 to 150."""
FUNCTION_LINES = 50
"""A function above this cannot be seen at once. The house aims for 40."""
ROOF_LINES = 40
"""`app.py` only puts things together."""

REGISTRY_HOSTS = (
    ("pypi", "org"),
    ("pythonhosted", "org"),
    ("npmjs", "org"),
    ("npmjs", "com"),
    ("unpkg", "com"),
    ("jsdelivr", "net"),
    ("anaconda", "org"),
    ("crates", "io"),
    ("golang", "org"),
    ("debian", "org"),
)
"""Name and ending apart, so that this file does not hold what it looks for."""
REGISTRIES = re.compile("|".join(rf"\b{host}\.{ending}\b" for host, ending in REGISTRY_HOSTS))
MACHINE_PATH = re.compile(r"(?<![\w./:~-])(?:/(?:home|root|Users|work|opt|var|srv|mnt)/[\w.]|[A-Za-z]:\\\\?Users\\)")
LOCK_FILES = ("*.lock", "*-lock.json", "*-lock.yaml", "npm-shrinkwrap.json", "Pipfile.lock", "requirements*.txt")


def own_files() -> list[Path]:
    """Every file of the checkout but those that `.gitignore` leaves out; without git, which a bare machine may lack."""
    ignored = [".git", *(line.strip("/") for line in (CHECKOUT / ".gitignore").read_text().split())]

    def walk(folder: Path) -> Iterator[Path]:
        for path in sorted(folder.iterdir()):
            inside = path.relative_to(CHECKOUT).as_posix()
            if any(fnmatch(path.name, pattern) or inside == pattern for pattern in ignored):
                continue
            if path.is_dir():
                yield from walk(path)
            else:
                yield path

    return list(walk(CHECKOUT))


def name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


FILES = own_files()
PROGRAM = [path for path in FILES if path.suffix == ".py" and path.relative_to(CHECKOUT).parts[0] != "tests"]
MODULES = {name(path).removesuffix(".py").removesuffix("/__init__").replace("/", "."): path for path in PROGRAM}
NO_WORDS = {"__init__", "translation"}
WORDS = [path for path in PROGRAM if path.parent == CHECKOUT / "placecheck/words" and path.stem not in NO_WORDS]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name(path))


def texts() -> Iterator[tuple[str, int, str]]:
    """Every line of every file that is text: its file, its number, itself."""
    for path in FILES:
        try:
            content = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(content.splitlines(), start=1):
            yield name(path), number, line


def test_there_are_files_to_look_at() -> None:
    assert {"app.py", "placecheck/errors.py", "placecheck/scoring/engine.py"} <= {name(path) for path in PROGRAM}
    assert WORDS


def test_no_file_of_the_program_is_too_long_to_hold_one_thing() -> None:
    sizes = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PROGRAM}
    long = {path: size for path, size in sizes.items() if size > FILE_LINES}
    assert long == {}, f"more than {FILE_LINES} lines usually hold two things: give each a module of its own"
    assert sizes["app.py"] <= ROOF_LINES


def test_no_function_is_too_long_to_be_seen_at_once() -> None:
    long = {
        f"{name(path)}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path in PROGRAM
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno >= FUNCTION_LINES
    }
    assert long == {}, f"more than {FUNCTION_LINES} lines do several things: give each a function of its own"


def test_only_the_dashboard_imports_streamlit() -> None:
    importers = {name(path) for path in PROGRAM if "streamlit" in imported(tree(path))}
    assert {path for path in importers if path != "app.py" and not path.startswith("placecheck/web/")} == set()


def test_no_module_imports_another_that_imports_it() -> None:
    """import-linter asks this of rooms; this asks it of modules, imports inside functions too."""
    left = {module: set(imports(path)) - {module} for module, path in MODULES.items() if path.name != "__init__.py"}
    assert "placecheck.scoring.result" in left["placecheck.views.results.results"], "a name that a package passes on"
    while outermost := {module for module, needed in left.items() if not needed & set(left)}:
        left = {module: needed for module, needed in left.items() if module not in outermost}
    assert left == {}


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it; of a name that a package passes on, the module that has it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (module_of(node.module, alias.name) for alias in node.names)


@cache
def module_of(package: str, imported_name: str) -> str:
    """The module that `from package import imported_name` leads to."""
    if f"{package}.{imported_name}" in MODULES:
        return f"{package}.{imported_name}"
    path = MODULES.get(package)
    if path is None or path.name != "__init__.py":
        return package
    passed_on = (node for node in tree(path).body if isinstance(node, ast.ImportFrom) and node.module)
    return next(
        (
            module_of(node.module or "", imported_name)
            for node in passed_on
            if imported_name in {a.name for a in node.names}
        ),
        package,
    )


PRIVATE_MODULE = "placecheck/web/streamlit_private.py"
PRIVATE_IMPORT = re.compile(r"^ *(?:(?:from|import) streamlit\.(?!testing\b)|from streamlit import)", re.MULTILINE)
PRIVATE_NAME = re.compile(r"_stcore\b|/auth/log(?:in|out)\b|\bst\.\w+\._|\bst\.__")
PRIVATE_IN_TESTS = {
    "tests/web/test_streamlit_private.py": "its canaries",
    "tests/conftest.py": "speaks to a page as a browser does",
    "tests/web/conftest.py": "looks for components once, not at each run of a page",
    "tests/bench/visitor.py": "speaks to a page as a browser does, for minutes",
    "tests/bench/serve.py": "times pages with a setting that the program does not use",
    "tests/attack/test_left_behind.py": "counts what Streamlit holds of visitors who are gone",
    "tests/web/server/test_app.py": "asks how Streamlit reads our settings",
    "tests/web/state/test_reruns.py": "interrupts a click as Streamlit does",
}


def test_streamlits_private_parts_are_named_in_one_module_and_in_tests_that_say_why() -> None:
    texts = {name(path): path.read_text(encoding="utf-8") for path in FILES if path.suffix == ".py"}
    importers = {path for path, text in texts.items() if PRIVATE_IMPORT.search(text)}
    assert importers == {PRIVATE_MODULE} | set(PRIVATE_IN_TESTS)
    named = {name(path) for path in PROGRAM if PRIVATE_NAME.search(texts[name(path)])}
    assert named <= {PRIVATE_MODULE}


def test_nothing_is_shown_as_raw_html_in_the_dashboard() -> None:
    assert [name(path) for path in PROGRAM if "unsafe_allow_html" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("path", WORDS, ids=name)
def test_every_word_of_the_interface_is_marked_for_translation(path: Path) -> None:
    module = tree(path)
    marked = {
        id(message)
        for call in ast.walk(module)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("N_", "NN_")
        for message in call.args
    }
    values = [node.value for node in module.body if isinstance(node, ast.Assign | ast.AnnAssign) and node.value]
    bare = [
        f"{name(path)}:{text.lineno} {text.value!r}"
        for value in values
        for text in shown(value)
        if id(text) not in marked
    ]
    assert bare == [], 'mark each: N_("..."), or NN_("...", "...") where it counts'


def shown(value: ast.expr) -> Iterator[ast.Constant]:
    """The strings in `value` that may be shown: all but the keys of dictionaries."""
    keys = {id(key) for node in ast.walk(value) if isinstance(node, ast.Dict) for key in node.keys if key}
    for node in ast.walk(value):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in keys:
            yield node


def test_nothing_is_said_that_is_not_kept_with_the_words() -> None:
    said = [
        f"{name(path)}:{call.lineno}"
        for path in PROGRAM
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"say", "say_n"}
        and any(isinstance(argument, ast.Constant | ast.JoinedStr) for argument in call.args[:1])
    ]
    assert said == [], "keep the words in placecheck/words and say them from there"


def test_people_are_counted_in_one_place_so_that_a_voice_that_said_nothing_is_in_no_number() -> None:
    """`counted_voices` says who counts; `len(assessment.voices)` would count those who only joined as well."""
    everyone = re.compile(r"\blen\([\w.]*\bassessment\.voices\)")
    assert [
        f"{name(path)}: {match[0]}" for path in PROGRAM for match in everyone.finditer(path.read_text("utf-8"))
    ] == []


def test_no_file_names_a_registry() -> None:
    assert [f"{file}:{number}: {line.strip()}" for file, number, line in texts() if REGISTRIES.search(line)] == []


def test_no_file_names_a_path_of_one_machine() -> None:
    assert [f"{file}:{number}: {line.strip()}" for file, number, line in texts() if MACHINE_PATH.search(line)] == []


def test_there_is_no_lock_file() -> None:
    assert [name(path) for path in FILES if any(fnmatch(path.name, pattern) for pattern in LOCK_FILES)] == []


def test_the_pins_are_names_and_exact_versions_and_nothing_else() -> None:
    lines = [line for line in (CHECKOUT / "constraints.txt").read_text().splitlines() if not line.startswith("#")]
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.!+-]+", line)] == []
    assert lines


@cache
def needed() -> dict[str, set[str]]:
    """What pyproject.toml says is needed: by the program itself (under "") and by each extra."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    lists = {"": project["dependencies"], **project["optional-dependencies"]}
    return {extra: {canonical(re.match(r"[\w.-]+", one)[0]) for one in ones} for extra, ones in lists.items()}


def canonical(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def test_everything_needed_is_pinned() -> None:
    pinned = {canonical(line.split("==")[0]) for line in (CHECKOUT / "constraints.txt").read_text().splitlines()}
    assert set().union(*needed().values()) - pinned == set()


def test_everything_imported_is_named_as_needed() -> None:
    packages = packages_distributions()
    own = {"placecheck", "app", "conftest"}
    undeclared = {
        f"{name(path)}: {module}"
        for path in FILES
        if path.suffix == ".py" and path.name != "hatch_build.py" and not {"bench", "fuzz"} & set(path.parts)
        for module in imported(tree(path)) - sys.stdlib_module_names - own - beside(path)
        if not {canonical(one) for one in packages.get(module, [module])} & may_import(path)
    }
    assert undeclared == set()


def may_import(path: Path) -> set[str]:
    """The packages that a file may import. `make test` installs none of `mutants`, named as their modules are."""
    extras = ["", "postgres", "accounts", "cluster"]
    extras += ["test"] if path not in PROGRAM else []
    extras += ["mutants"] if name(path).startswith("tests/mutants/") else []
    return set().union(*(needed()[extra] for extra in extras))


def beside(path: Path) -> set[str]:
    """The modules of a program among the tests, which imports them from its own folder."""
    return {other.stem for other in path.parent.glob("*.py")} if name(path).startswith("tests/mutants/") else set()


def imported(module: ast.Module) -> set[str]:
    """The top names of all modules that `module` imports, wherever in it."""
    nodes = list(ast.walk(module))
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    parts = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level}
    return {one.partition(".")[0] for one in plain | parts}


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if path.suffix == ".yaml" and name(path).startswith(("rubrics/", "examples/"))],
    ids=name,
)
def test_the_first_line_of_a_data_file_tells_editors_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert schema, f"{name(path)} begins with {first!r}"
    assert (path.parent / schema[1]).is_file(), f"{name(path)} names {schema[1]}, which is not there"


def test_the_changelog_tells_the_version_and_the_method_that_the_code_has() -> None:
    latest = re.search(r"^## (\S+)\n\nMethod version: (\S+)$", (CHECKOUT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert latest
    how = "the newest heading of CHANGELOG.md, __version__ and METHOD of assessment/method.py go together"
    assert latest.groups() == (placecheck.__version__, METHOD), how


UNTELLING = {
    "anew", "found", "given", "going", "here", "kept", "mend", "one", "ones", "round", "said", "shut", "there", "thing",
    "things", "told",
}  # fmt: skip
"""Words that say nothing of what a value is for: a name says its role instead, as `indicator` or `assessment` do."""
UNTELLING_KEPT = {
    ("placecheck/guides/model.py", "said"): "a key of files",
    ("placecheck/place/decision.py", "said"): "a key of files",
    ("placecheck/storage/values.py", "said"): "kept in stores under this name",
    ("placecheck/notes/model.py", "one"): "a key of files: one side, and the other",
    ("placecheck/workshop/events.py", "shut"): "kept in stores under this name",
}


def test_names_say_what_they_are_for() -> None:
    untelling = {(name(path), word) for path in PROGRAM for word in named(tree(path)) & UNTELLING}
    assert untelling == set(UNTELLING_KEPT), "name each by its role: what is it, an answer, a place, a row?"


def named(module: ast.Module) -> set[str]:
    """The names that `module` gives: to functions, classes, parameters, variables and attributes."""
    words = set()
    for node in ast.walk(module):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                words.add(node.name)
            case ast.arg():
                words.add(node.arg)
            case ast.Name(ctx=ast.Store()):
                words.add(node.id)
            case ast.Attribute(ctx=ast.Store()):
                words.add(node.attr)
    return {word.strip("_") for word in words}


MAY_REPEAT = {
    "main": "what a process of its own begins with",
    "render": "each page has one, which the registry calls",
    "upgrade": "each migration has one, which the ladder of editions calls",
}
"""Names that several modules may define, and why."""
COMMANDS = "placecheck.cli."
"""A command is a function that is called as people type it, whatever else has that name."""


def test_a_public_name_is_defined_once() -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    homes: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        for node in tree(path).body:
            if isinstance(node, kinds) and not node.name.startswith("_") and not module.startswith(COMMANDS):
                homes.setdefault(node.name, []).append(module)
    twice = {defined: modules for defined, modules in homes.items() if len(modules) > 1}
    assert {defined: modules for defined, modules in twice.items() if defined not in MAY_REPEAT} == {}
    assert set(MAY_REPEAT) <= set(twice), "these need no exception"
