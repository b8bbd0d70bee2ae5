"""The documents tell the truth: what they link to, name and ask people to type is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    path
    for pattern in (
        "*.md",
        "docs/**/*.md",
        "rubrics/**/*.md",
        "examples/**/*.md",
        "tests/**/*.md",
        "placecheck/**/*.md",
    )
    for path in CHECKOUT.glob(pattern)
)
LINK = re.compile(r"\]\(([^)\s#]+)[^)]*\)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]+)*/?")
TOP = {path.name for path in CHECKOUT.iterdir()}
SETTING = re.compile(r"PLACECHECK_[A-Z_]*[A-Z]")


def name(path: Path) -> str:
    return path.relative_to(CHECKOUT).as_posix()


def commands(program: str) -> set[str]:
    """The first word after `program` wherever the documents say `program word` in code."""
    return {
        found
        for document in DOCUMENTS
        for found in re.findall(rf"(?:`|^|\n){program} ([a-z][a-z-]*)", document.read_text(encoding="utf-8"))
    }


def test_there_are_documents_to_read() -> None:
    assert {"README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/decisions/README.md"} <= set(map(name, DOCUMENTS))


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_link_inside_the_project_leads_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    inside = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in inside if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_path_that_a_document_names_is_there(document: Path) -> None:
    named = [code for code in CODE.findall(document.read_text(encoding="utf-8")) if PATH.fullmatch(code)]
    paths = [code for code in named if "/" in code and code.split("/")[0] in TOP]
    assert [path for path in paths if not list(CHECKOUT.glob(path))] == []


def rows_to_add() -> dict[str, str]:
    """What CONTRIBUTING says to touch, by what is to be added."""
    text = (
        (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## To add a ...")[2].partition("\n## ")[0]
    )
    return dict(re.findall(r"^\| (?!to add|-)(.*?) \| (.*) \|$", text, re.MULTILINE))


@pytest.mark.parametrize(("added", "touch"), rows_to_add().items(), ids=rows_to_add())
def test_what_is_touched_to_add_something_is_there(added: str, touch: str) -> None:
    """A path begins at the checkout, the package or a folder named before it; a name is in one of the files."""
    folders, files = [CHECKOUT, CHECKOUT / "placecheck", CHECKOUT / "rubrics/better-way-place"], []
    for code in CODE.findall(touch):
        if PATH.fullmatch(code) and ("/" in code or code.endswith((".py", ".yaml", ".md"))):
            places = [found for folder in folders for found in folder.glob(code)]
            assert places, f"the row to add {added} names {code}, which is not there"
            files += [path for place in places for path in ([place] if place.is_file() else place.glob("*.py"))]
            folders.append(places[0].parent)
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    named = [code for code in CODE.findall(touch) if re.fullmatch(r"[A-Z]\w+|[a-z]+(_[a-z]+)+", code)]
    gone = [code for code in named if not re.search(rf"\b{code}\b", text)]
    assert gone == [], f"none of the files of the row to add {added} has these names"


def test_there_are_rows_to_hold() -> None:
    assert len(rows_to_add()) > 15


ROOMS = {path.stem for path in (CHECKOUT / "placecheck").iterdir()}
MODULE = re.compile(r"placecheck(?:\.\w+){2,}")
SOURCE = re.compile(r"[\w-]+/[\w./-]+\.(?:py|js|css|typ|html|j2)")


def has_module(dotted: str) -> bool:
    """Return whether a name with dots begins with a module of the package, and not only with a room."""
    path = CHECKOUT
    for part in dotted.split("."):
        path /= part
        if path.with_suffix(".py").exists():
            return True
    return False


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_module_that_a_document_names_is_there(document: Path) -> None:
    named = CODE.findall(document.read_text(encoding="utf-8"))
    short = [code for code in named if SOURCE.fullmatch(code) and code.split("/")[0] in ROOMS - TOP]
    assert [
        path for path in short if not any(list(CHECKOUT.glob(f"{room}/{path}")) for room in ("placecheck", "tests"))
    ] == []
    assert [code for code in named if MODULE.fullmatch(code) and not has_module(code)] == []


def test_every_setting_that_the_program_reads_is_in_a_document() -> None:
    read = {
        name for path in (CHECKOUT / "placecheck").rglob("*.py") for name in SETTING.findall(path.read_text("utf-8"))
    }
    told = {name for document in DOCUMENTS for name in SETTING.findall(document.read_text("utf-8"))}
    assert len(read) > 10
    of_typer = "PLACECHECK_COMPLETE"  # for completion in a shell
    assert read - told == {of_typer}, "give each setting a row in docs/hosting.md"


def test_every_make_target_that_a_document_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (CHECKOUT / "Makefile").read_text(), re.MULTILINE))
    assert {"run", "test"} <= commands("make") <= targets


def test_every_command_that_a_document_names_is_there() -> None:
    import typer.main

    from placecheck.cli.commands import app

    assert {"run", "score"} <= commands("placecheck") <= set(typer.main.get_command(app).commands)


def test_every_command_that_is_not_hidden_has_its_row_in_the_readme() -> None:
    from placecheck.cli.commands import COMMANDS, HIDDEN

    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    named = set()
    for row in re.findall(r"^\| `placecheck (.*?`) \|", readme, re.MULTILINE):
        first, *others = re.findall(r"(?:^|`)([a-z-]+)[^`]*`", row)
        named |= {first} if COMMANDS[first].endswith(":app") else {first, *others}
    missing = sorted(set(COMMANDS) - HIDDEN - named)
    assert missing == [], "give each command a row in README.md"


def test_every_decision_is_in_the_index_and_has_its_three_parts() -> None:
    folder = CHECKOUT / "docs/decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    records = sorted(folder.glob("[0-9]*.md"))
    assert [record.name for record in records if f"({record.name})" not in index] == []
    for record in records:
        text = record.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(record.name[:4])}. "), record.name
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], record.name
        assert re.fullmatch(r"\d{1,2} \w+ \d{4}\. (In force\.|Replaced by ).*", text.splitlines()[2]), record.name


def test_the_floors_that_contributing_draws_are_those_that_are_enforced() -> None:
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    enforced = [set(layer.split(" | ")) for layer in contracts[0]["layers"]]
    table = (
        (CHECKOUT / "CONTRIBUTING.md")
        .read_text(encoding="utf-8")
        .partition("from the roof down")[2]
        .partition("\n\n")[0]
    )
    rows = [row for row in table.splitlines() if row.startswith("| `")]
    assert [set(CODE.findall(row.split("|")[1])) for row in rows] == enforced


SPOKEN = [
    *DOCUMENTS,
    *(CHECKOUT / "placecheck" / "words").glob("*.py"),
    *(path for path in (CHECKOUT / "placecheck").rglob("template/*") if path.is_file()),
]
"""Where people read what the tool says."""


def test_no_document_screen_or_print_says_of_anyone_that_they_could_not_say():
    """Five gaps have five words; this is said of none of them."""
    for path in SPOKEN:
        if path.name != "CHANGELOG.md" and path.suffix not in {".svg", ".woff2"}:
            assert "could not say" not in path.read_text(encoding="utf-8").casefold(), name(path)
