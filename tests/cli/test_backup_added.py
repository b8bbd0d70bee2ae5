"""What the terminal says of notes and rubrics in a backup, and where it takes them from."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from placecheck.cli.commands import app
from placecheck.notes.added_notes import AddedNote, AddedParagraph, read_added_notes, write_added_notes
from placecheck.web.access.tenant_stores import tenant_store

NOTE = AddedNote(id="our-walk", title="Our walk", paragraphs=(AddedParagraph(number=1, text="a bench"),))


def run(*words: object) -> str:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False).output


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A data folder in which a note lies."""
    monkeypatch.setenv("PLACECHECK_DATA", str(tmp_path / "data"))
    write_added_notes(tmp_path / "data", [NOTE])
    return tmp_path / "data"


@pytest.mark.usefixtures("data")
def test_a_backup_says_what_was_added_and_the_check_and_the_restore_say_so_too(tmp_path):
    assert "notes: 1, rubrics: 0" in run("backup", tmp_path / "all.zip")
    assert "notes: 1, rubrics: 0" in run("restore", "--check", tmp_path / "all.zip")
    assert "here again: notes: 1" in run("restore", tmp_path / "all.zip", "--data", tmp_path / "new")
    assert read_added_notes(tmp_path / "new")[0] == {NOTE.id: NOTE}


@pytest.mark.usefixtures("data")
def test_a_backup_without_them_does_not_say_that_everything_is_in_it(tmp_path):
    said = run("backup", tmp_path / "places.zip", "--no-added")
    assert "Everything" not in said
    assert "that you added are not in it" in said
    run("backup", tmp_path / "all.zip")
    run("restore", tmp_path / "all.zip", "--no-added", "--data", tmp_path / "new")
    assert not (tmp_path / "new" / "notes").exists()


def test_each_group_has_its_own_notes_in_the_backup_of_all(*, tmp_path, data, monkeypatch):
    groups = tmp_path / "groups.yaml"
    groups.write_text("groups:\n  harbour: {passphrase: three-words-here}\n  ore: {passphrase: three-other-words}\n")
    monkeypatch.setenv("PLACECHECK_GROUPS", str(groups))
    write_added_notes(data / "groups" / "ore", [NOTE])
    tenant_store.cache_clear()
    try:
        said = run("backup", tmp_path / "all.zip")
        assert "ore: What you added is in it too: notes: 1" in said
        assert "harbour: What you added is in it too: notes: 0" in said
        (data / "groups" / "ore" / "notes" / "our-walk.json").unlink()
        run("restore", tmp_path / "all.zip")
        assert read_added_notes(data / "groups" / "ore")[0] == {NOTE.id: NOTE}
        assert not (data / "groups" / "harbour" / "notes").exists()
    finally:
        for group in ("harbour", "ore"):
            tenant_store(group).close()
        tenant_store.cache_clear()
