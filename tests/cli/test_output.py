"""Output that goes to a file or a pipe, on machines with other code pages, other paths and no home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
STORY = "Tŷ'r gymuned, ac ŵyl 🎈 haf “yma”."
SETTINGS = (
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "ascii"},
    {"LANG": "C", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    {"HOME": ""},
    {},
)


@pytest.fixture
def welsh(tmp_path):
    """An assessment with letters that few code pages have, at a path with a space and an accent."""
    folder = tmp_path / "Tŷ Mawr é"
    folder.mkdir()
    text = (CHECKOUT / "examples/marsh-lane.yaml").read_text(encoding="utf-8")
    file = folder / "llan fair.yaml"
    file.write_text(text.replace("name: Marsh Lane", f'name: "{STORY}"', 1), encoding="utf-8")
    return file


def run(setting, *words, cwd=None):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    environment |= {"PYTHONPATH": str(CHECKOUT), **setting}
    command = [sys.executable, "-m", "placecheck", *map(str, words)]
    return subprocess.run(command, capture_output=True, check=False, env=environment, cwd=cwd)


def decoded(output: bytes, setting) -> str:
    return output.decode(setting.get("PYTHONIOENCODING", "utf-8"))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: "-".join(setting) or "none")
def test_json_is_whole_in_every_code_page(welsh, setting):
    done = run(setting, "score", welsh, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(decoded(done.stdout, setting))["place"]["name"] == STORY


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: "-".join(setting) or "none")
def test_text_and_faults_are_written_in_every_code_page(welsh, setting):
    done = run(setting, "score", welsh)
    assert done.returncode == 0, done.stderr
    shown = decoded(done.stdout, setting).encode("utf-8").decode("unicode_escape", errors="replace")
    assert "r gymuned" in shown
    missing = run(setting, "score", welsh.with_name("nid yma ŵ.yaml"))
    assert missing.returncode == 1
    assert b"Traceback" not in missing.stderr


def test_output_to_a_pipe_is_utf_8_where_no_code_page_is_named(welsh):
    assert STORY in run({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "score", welsh).stdout.decode()


def test_an_empty_home_puts_no_data_at_the_root_of_the_disk(tmp_path):
    setting = {"HOME": "", "XDG_DATA_HOME": str(tmp_path / "data here")}
    assert run(setting, "import", CHECKOUT / "examples/marsh-lane.yaml").returncode == 0
    assert (tmp_path / "data here/placecheck").is_dir()
    script = (
        "from placecheck.cli import main; import sys; sys.argv = ['placecheck', '--version']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "from placecheck.paths import data_folder; print(data_folder())"
    )
    environment = {"PATH": os.environ["PATH"], "HOME": "", "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    assert Path(done.stdout.splitlines()[-1]).parent.parent != Path("/.local")
    assert not Path("/.local/share/placecheck").exists()


def test_a_command_that_lacks_a_package_names_it(tmp_path):
    script = (
        "import sys; sys.modules['typst'] = None\n"
        "from placecheck.cli import main; sys.argv = ['placecheck', 'form', '--paper', 'a.pdf']; main()"
    )
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, env=environment, cwd=tmp_path
    )
    assert done.returncode == 1
    assert "needs the package `typst`" in done.stderr
    assert "Traceback" not in done.stderr
