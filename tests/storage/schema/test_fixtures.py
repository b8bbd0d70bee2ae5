"""The stores that tests open: each is that of the version before with a few rows, as the script writes it."""

from __future__ import annotations

import importlib.util
import json
import zipfile
from pathlib import Path

import pytest

from placecheck.storage.schema.migrate import known_versions

SCRIPT = Path(__file__).resolve().parents[1] / "write_fixture.py"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("write_fixture", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_table(files):
    return {name: sorted(json.dumps(row, sort_keys=True) for row in rows) for name, rows in files.items()}


@pytest.mark.parametrize("version", known_versions()[1:])
def test_the_store_of_a_version_is_what_the_script_makes_of_the_one_before(script, tmp_path, version):
    with zipfile.ZipFile(script.made_backup(version, tmp_path)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".jsonl")]
        made = {name: [json.loads(line) for line in archive.read(name).splitlines()] for name in names}
    kept = {path.name: script.rows(path) for path in (script.DATA / version).glob("*.jsonl")}
    assert by_table(made) == by_table(kept)


def test_what_is_written_once_is_not_written_over(script):
    with pytest.raises(SystemExit, match="is there already"):
        script.main(known_versions()[-1])


def test_a_new_version_is_written_with_what_its_assessment_is(script, tmp_path, monkeypatch):
    newest = known_versions()[-1]
    kept = script.DATA
    monkeypatch.setattr(script, "DATA", tmp_path)
    for version in known_versions()[-2:-1]:
        (tmp_path / version).symlink_to(kept / version)
    script.main(newest)
    for name in ("expected.yaml", "about.json"):
        written, before = (json_or_text(folder / newest / name) for folder in (tmp_path, kept))
        assert written == before


def json_or_text(path):
    text = path.read_text(encoding="utf-8")
    return json.loads(text)["schema"] if path.suffix == ".json" else text
