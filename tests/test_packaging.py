"""The wheel is whole: it carries its data and works by itself; a checkout carries nothing and uses its own files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

import pytest

from placecheck import resources
from placecheck.rubric import find_rubric

CHECKOUT = Path(__file__).resolve().parent.parent
BUILD = "import sys; from hatchling.build import build_{kind} as build; print(build(sys.argv[1]))"
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def build(kind: str, folder: Path) -> zipfile.ZipFile:
    """Build the wheel of this checkout into `folder`, `kind` being `wheel` or `editable`, without any network."""
    command = [sys.executable, "-c", BUILD.format(kind=kind), str(folder)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(folder / done.stdout.split()[-1])


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return build("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an installer would lay it out, away from the checkout."""
    folder = tmp_path_factory.mktemp("site")
    wheel.extractall(folder)
    return folder


def start(installed: Path, cwd: Path, *command: str) -> subprocess.Popen[str]:
    """Start Python with `command` on the unpacked wheel, in another folder, as a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *command], cwd=cwd, env=environment, stdout=pipe, stderr=pipe, text=True)


def run(installed: Path, cwd: Path, *command: str) -> str:
    """What such a process prints; it has to end well."""
    process = start(installed, cwd, *command)
    printed, errors = process.communicate(timeout=200)
    assert process.returncode == 0, errors
    return printed


def files(folder: str) -> set[str]:
    return {
        path.relative_to(CHECKOUT).as_posix()
        for path in (CHECKOUT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_carries_every_rubric_every_example_and_the_app(wheel: zipfile.ZipFile) -> None:
    expected = {"app.py", *files("rubrics"), *files("examples"), *files(".streamlit")}
    assert {"rubrics/better-way-place/rubric.yaml", ".streamlit/config.toml"} <= expected
    assert {f"placecheck/_carried/{name}" for name in expected} - set(wheel.namelist()) == set()


def test_the_wheel_carries_every_file_of_the_package(wheel: zipfile.ZipFile) -> None:
    assert files("placecheck") - set(wheel.namelist()) == set()


def test_the_wheel_carries_the_licences_and_nothing_beside_the_package(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    about = next(name.partition("/")[0] for name in names if name.endswith(".dist-info/METADATA"))
    assert {f"{about}/licenses/LICENSE", f"{about}/licenses/LICENSE-rubric"} <= set(names)
    assert {name.partition("/")[0] for name in names} == {"placecheck", about}


def test_the_unpacked_wheel_finds_its_own_data(installed: Path, tmp_path: Path) -> None:
    found = run(
        installed, tmp_path, "-c", "from placecheck.resources import resource_folder; print(resource_folder('rubrics'))"
    )
    assert Path(found.strip()) == installed / "placecheck/_carried/rubrics"


def test_the_unpacked_wheel_scores_an_example_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    example = sorted((installed / "placecheck/_carried/examples").glob("*.yaml"))[0]
    result = json.loads(run(installed, tmp_path, "-m", "placecheck", "score", "--json", str(example)))
    assert result["rubric"]["id"] == "better-way-place"
    assert result["rubric"]["fingerprint"] == find_rubric().fingerprint
    assert len(result["dimensions"]) == 5


def test_the_unpacked_wheel_opens_the_app_with_its_own_settings(installed: Path, tmp_path: Path) -> None:
    with start(installed, tmp_path, "-m", "placecheck", "run", "--port", "0", "--data", str(tmp_path)) as process:
        try:
            printed = process.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+", printed)
            assert address, printed + process.stderr.read()
            assert answer(address[0] + "/health") == "ok\n"
            assert "<title>" in answer(address[0])
        finally:
            process.terminate()


def answer(address: str) -> str:
    """What `address` answers, asked again while the server is still opening its doors."""
    for _ in range(100):
        try:
            with DIRECT.open(address, timeout=30) as response:
                return response.read().decode()
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def test_an_editable_install_copies_nothing_that_could_go_stale(tmp_path: Path) -> None:
    names = build("editable", tmp_path).namelist()
    assert [name for name in names if not name.endswith(".pth") and ".dist-info/" not in name] == []


@pytest.mark.parametrize("name", ["rubrics", "examples", "app.py", ".streamlit"])
def test_a_checkout_uses_its_own_files(name: str) -> None:
    assert resources.resource_folder(name) == CHECKOUT / name
