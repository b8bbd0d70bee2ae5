"""Every command in the documents that needs nothing of a reader's own runs from an installed wheel, as written."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
DOCUMENTS = (
    "README.md",
    "rubrics/README.md",
    *sorted(f"docs/{path.name}" for path in (CHECKOUT / "docs").glob("*.md")),
)
COMMAND = re.compile(r"^(?: {4}|\t)placecheck .+$|`placecheck (?:score|example) [a-z-]+(?:\.yaml)?`", re.MULTILINE)
OWN = (
    *("FOLDER", "s3://"),  # stand for a folder and an address of the reader's
    *("answers.xlsx", "map.yaml", "pool.csv", "ours.yaml", "both.yaml", "town.geojson", "halls.xlsx"),  # files
    "mill-allotments",
    "run --lan",  # never ends
    "sample -n 5000", "import made-up.zip",  # takes minutes
    "our-estate", "Our estate",  # begun and left, in the dictionary of keys
)  # fmt: skip
RUN = r"""
import contextlib, io, json, re, sys, zipfile
from pathlib import Path
from placecheck.cli import main
import placecheck
failed = []
def run(*words):
    sys.argv, out, err = ["placecheck", *words], io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main()
        except SystemExit as ended:
            return ended.code or 0, err.getvalue()
    return 0, err.getvalue()
for command in json.loads(sys.argv[1]):
    for name in command:
        if name.endswith(".yaml") and not Path(name).exists() and "texts" not in name:
            run("example", name)
    if command[0] == "add-rubric":
        with zipfile.ZipFile(command[1], "w") as archive:
            for path in Path("data/rubrics").rglob("*.yaml"):
                archive.write(path, path.relative_to("data/rubrics"))
    if command[0] == "example":
        Path(f"{command[1]}.yaml").unlink(missing_ok=True)
    code, told = run(*command)
    if code:
        failed.append([command, code, told])
    if command[0] == "new-rubric":
        manifest = next(Path("data/rubrics").glob("*/rubric.yaml"))
        text = re.sub(r"(?m)^  (Say|Write here) .+$", "  Our own words.", manifest.read_text("utf-8"))
        manifest.write_text(re.sub(r"write your names here.+", "The walkers", text), "utf-8")
    if command[0] == "place" and "export" in command:
        Path(command[-1]).unlink()
print(json.dumps({"failed": failed, "from": placecheck.__file__}))
"""


def commands() -> list[list[str]]:
    """The commands of all documents, in their order, without those that need something of the reader's own."""
    found = []
    for document in DOCUMENTS:
        text = (CHECKOUT / document).read_text(encoding="utf-8")
        found += [match.group().strip(" \t`") for match in COMMAND.finditer(text)]
    return [shlex.split(line)[1:] for line in found if not any(own in line for own in OWN)]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer would lay it out, away from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    with zipfile.ZipFile(folder / done.stdout.split()[-1]) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_there_are_commands_to_run() -> None:
    names = {command[0] for command in commands()}
    assert {"score", "example", "compare", "publish", "check", "new-rubric", "add-rubric", "ideas", "place"} <= names


def test_every_documented_command_runs_from_an_installed_wheel(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PLACECHECK_DATA": "data", "PYTHONIOENCODING": "utf-8"}
    shown = [["import", "saltby-2026.yaml"], *commands()]
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(shown)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    printed = json.loads(done.stdout.splitlines()[-1])
    assert printed["from"].startswith(str(installed))
    assert printed["failed"] == []
