"""Backups with right checksums and nonsense inside, and backups of a server with several groups."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from placecheck.assessment import Answer, Place
from placecheck.cli import command_store
from placecheck.cli.commands import app
from placecheck.errors import InputError
from placecheck.storage import StorageError, Store, open_store
from placecheck.storage.backup.restore import check_backup
from placecheck.web.access.tenant_stores import tenant_store


@pytest.fixture(scope="module")
def store(tmp_path_factory, rubric) -> Iterator[Store]:
    """A store of one place with one assessment, two voices, two answers and an action."""
    store = open_store(tmp_path_factory.mktemp("backups") / "data")
    place = store.add_place(Place(name="Ore Valley", kind="neighbourhood"))
    id_ = store.begin_assessment(place, rubric, question_set="full", date=None, together=True)
    store.add_voice(id_, perspective="resident")
    indicators = list(rubric.by_id)
    store.save_answer(id_, "v1", indicators[0], Answer(level=1, story="a bench"), "a test")
    store.save_answer(id_, "v2", indicators[1], Answer(no_answer="dont_know"), "a test")
    yield store
    store.close()


@pytest.fixture(scope="module")
def whole(store, tmp_path_factory) -> Path:
    """A backup of it."""
    file = tmp_path_factory.mktemp("whole") / "whole.zip"
    store.back_up(file)
    return file


def forged(backup: Path, table: str, **columns: object) -> Path:
    """The backup with other columns in the last row of `table`, and with the sums that fit them."""
    with zipfile.ZipFile(backup) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    rows = [json.loads(line) for line in files[f"{table}.jsonl"].splitlines()]
    rows[-1] |= columns
    files[f"{table}.jsonl"] = lines = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    about = json.loads(files["about.json"])
    about["tables"][table] = {"rows": len(rows), "sha256": hashlib.sha256(lines).hexdigest()}
    files["about.json"] = json.dumps(about).encode()
    out = backup.with_name("forged.zip")
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out


FORGED = {
    "a level off the ladder": ("answer", {"level": 99, "no_answer": None}),
    "a kind of no-answer that is none": ("answer", {"no_answer": "perhaps"}),
    "how sure in other words": ("answer", {"sure": "utterly"}),
    "a story longer than any": ("answer", {"story": "x" * 1_000_000}),
    "a character that is no text": ("answer", {"story": "a\u0000b"}),
    "a moment that is none": ("answer", {"at": "yesterday"}),
    "a change numbered higher than counted": ("answer", {"sequence": 900}),
    "a change numbered beyond every number": ("answer", {"sequence": 2**62}),
    "a change before the first": ("answer", {"sequence": -4}),
    "a perspective of another rubric": ("perspective", {"perspective": "nobody-we-know"}),
    "a place of no kind": ("place", {"kind": "galaxy"}),
    "a place without a name": ("place", {"name": ""}),
    "a day that is none": ("setting", {"date": "2026-13-45"}),
    "a name that is a book": ("setting", {"name": "x" * 10_000}),
    "a round that is none": ("assessment", {"round": "endless"}),
    "a sequence beyond every number": ("assessment", {"sequence": 2**62}),
    "a sequence below nothing": ("assessment", {"sequence": -1}),
    "more answers than there are": ("assessment", {"answered": 588}),
    "another rubric under the same key": ("edition", {"content": "{}"}),
}


@pytest.mark.parametrize("case", FORGED)
def test_a_backup_whose_sums_are_right_and_whose_rows_mean_nothing_is_refused(case, store, whole, tmp_path):
    table, columns = FORGED[case]
    file = forged(whole, table, **columns)
    before = store.places()
    with pytest.raises(InputError, match="damaged"):
        store.restore(file, tmp_path / "kept")
    assert store.places() == before
    assert not (tmp_path / "kept").exists()


def test_the_check_refuses_what_a_restore_would_and_the_next_good_backup_comes_back(store, whole, tmp_path):
    table, columns = FORGED["a level off the ladder"]
    with pytest.raises(InputError, match="damaged"):
        check_backup(forged(whole, table, **columns))
    assert store.restore(whole, tmp_path / "kept").answers == 2


def run(*words: object):
    """What the command said; what it refused is raised."""
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False).output


def test_a_backup_says_how_many_answers_it_holds_and_the_check_proves_it(whole, tmp_path):
    with zipfile.ZipFile(whole) as archive:
        assert json.loads(archive.read("about.json"))["holds"] == {"places": 1, "assessments": 1, "answers": 2}
    assert "answers: 2" in run("restore", "--check", whole, "--data", tmp_path / "none")
    assert not (tmp_path / "none").exists()


@pytest.fixture
def groups(tmp_path, monkeypatch, rubric):
    """A server with two groups; one of them has a place with an answer."""
    file = tmp_path / "groups.yaml"
    names = {"harbour": "three-words-of-harbour", "ore-valley": "three-others-of-ours"}
    file.write_text("groups:\n" + "".join(f"  {name}: {{passphrase: {words}}}\n" for name, words in names.items()))
    monkeypatch.setenv("PLACECHECK_GROUPS", str(file))
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path / "data"))
    for name in ("PLACECHECK_DATABASE_URL", "PLACECHECK_PASSPHRASE", "PLACECHECK_OPENID", "PLACECHECK_PEOPLE"):
        monkeypatch.delenv(name, raising=False)
    tenant_store.cache_clear()
    store = tenant_store("ore-valley")
    id_ = store.begin_assessment(
        store.add_place(Place(name="Ore")), rubric, question_set="full", date=None, together=True
    )
    store.save_answer(id_, "v1", next(iter(rubric.by_id)), Answer(level=1), "a test")
    yield
    for name in names:
        tenant_store(name).close()
    tenant_store.cache_clear()


@pytest.mark.usefixtures("groups")
def test_a_backup_of_a_server_with_groups_holds_every_group_and_says_so(tmp_path):
    said = run("backup", tmp_path / "all.zip")
    assert re.search(r"ore-valley: Everything is in .* answers: 1", said)
    assert re.search(r"harbour: Everything is in .* answers: 0", said)
    assert re.search(r"ore-valley: All of .* answers: 1", run("restore", "--check", tmp_path / "all.zip"))


@pytest.mark.usefixtures("groups")
def test_a_group_is_brought_back_from_the_backup_of_all(tmp_path):
    run("backup", tmp_path / "all.zip")
    store = tenant_store("ore-valley")
    store.delete(store.preview_deletion(store.places()[0].id))
    run("restore", tmp_path / "all.zip", "--group", "ore-valley")
    assert [place.name for place in store.places()] == ["Ore"]
    assert tenant_store("harbour").places() == ()


@pytest.mark.usefixtures("groups")
def test_a_command_that_would_work_on_no_group_at_all_is_refused(tmp_path):
    with pytest.raises(StorageError, match="several groups"):
        run("export", "--all", "-o", tmp_path / "out.zip")


def test_a_folder_that_cannot_be_written_can_be_backed_up_and_exported(whole, tmp_path, monkeypatch):
    data = tmp_path / "data"
    run("restore", whole, "--data", data)
    monkeypatch.setattr(command_store, "_is_writable", lambda _path: False)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in data.iterdir())
    assert "answers: 2" in run("backup", tmp_path / "copy.zip", "--data", data)
    run("export", "--all", "-o", tmp_path / "out.yaml", "--data", data)
    assert "a bench" in (tmp_path / "out.yaml").read_text()
    assert sorted((path.name, path.stat().st_mtime_ns) for path in data.iterdir()) == before
