"""What a command does not use, it does not import: a terminal should answer at once."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"streamlit", "plotly", "sqlalchemy", "numpy", "pandas", "rich", "babel", "typst", "textstat", "uvicorn"}

RUN = """
import atexit, json, sys
atexit.register(lambda: print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr))
from placecheck.cli import main
sys.argv = ["placecheck", *sys.argv[1:]]
main()
"""


def imported_by(*arguments: str) -> set[str]:
    """The names of everything that `placecheck` with these arguments imported."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], capture_output=True, text=True, errors="replace", check=True
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.fixture
def example(checkout: Path) -> str:
    return str(sorted((checkout / "examples").glob("*.yaml"))[0])


@pytest.mark.parametrize("option", [[], ["--json"], ["--explain", "agency"]])
def test_score_imports_neither_dashboard_nor_pictures_nor_store(example, option):
    assert imported_by("score", example, *option) & HEAVY == set()


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_compare_imports_neither_dashboard_nor_pictures_nor_store(example, option):
    assert imported_by("compare", example, example, *option) & HEAVY == set()


SMALL = {
    *("pydantic", "pydantic_core", "yaml", "typer", "platformdirs"),  # what docs/installing.md names
    *("annotated_doc", "annotated_types", "shellingham", "typing_extensions", "typing_inspection"),  # what these need
}


@pytest.mark.parametrize("command", ["score", "compare", "show", "example"])
def test_scores_need_no_more_packages_than_a_small_install_has(example, command):
    files = {"score": [example], "compare": [example, example]}.get(command, [])
    program = RUN.replace(
        "sorted({", "sorted({module.__spec__.name.partition('.')[0] for module in [*sys.modules.values()] if "
        "'site-packages' in str(getattr(module, '__file__', ''))} | {"
    ).replace("for name in sys.modules})", "for name in ()})")  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program, command, *files], capture_output=True, text=True, errors="replace", check=True
    )
    assert set(json.loads(done.stderr.splitlines()[-1])) <= SMALL | {"_distutils_hack"}


def test_help_imports_neither_dashboard_nor_pictures_nor_store():
    assert imported_by("--help") & HEAVY == set()


def test_a_command_imports_no_other_commands_module(example):
    program = RUN.replace('.partition(".")[0]', "")
    done = subprocess.run(
        [sys.executable, "-c", program, "score", example, "--json"], capture_output=True, text=True, check=True
    )
    ours = {name for name in json.loads(done.stderr.splitlines()[-1]) if name.startswith("placecheck.cli.")}
    assert ours == {"placecheck.cli.commands", "placecheck.cli.output", "placecheck.cli.score"}


def test_the_server_opens_before_it_loads_what_only_some_pages_and_files_need():
    program = "import json, sys, placecheck.web.server.serving; print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    late = {"openpyxl", "numpy", "pandas", "pyarrow", "docx", "highspy", "typst", "textstat", "rich"}
    assert set(json.loads(done.stderr.splitlines()[-1])) & late == set()
