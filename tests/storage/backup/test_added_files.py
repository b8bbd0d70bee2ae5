"""Notes and rubrics that people added, in a backup and back; and backups that hold something else in their stead."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from placecheck.assessment import Place
from placecheck.errors import InputError
from placecheck.exchange.archive import zipped
from placecheck.exchange.rubric_archive import keep_rubric, plan_rubric_folder, rubric_as_archive
from placecheck.notes.added_notes import AddedNote, AddedParagraph, read_added_notes, write_added_notes
from placecheck.rubric import load_rubric
from placecheck.storage import AddedFolders, open_store
from placecheck.storage.backup import added_files
from placecheck.storage.backup.added_files import MAX_BYTES, read_added_files
from placecheck.storage.backup.restore import check_backup

MARKET = "la-place-du-marche"
NOTE = AddedNote(
    id="our-walk", title="Our walk", files=("walk.txt",), paragraphs=(AddedParagraph(number=1, text="é, and\nmore"),)
)


@pytest.fixture(scope="module")
def market(checkout) -> Path:
    """The folder of a rubric of somebody's own."""
    return checkout / "tests" / "data" / "rubrics" / MARKET


def folders_in(data: Path) -> AddedFolders:
    return AddedFolders(data, data / "rubrics")


@pytest.fixture
def here(tmp_path, market) -> AddedFolders:
    """The folders of a group that added a note and a rubric."""
    folders = folders_in(tmp_path / "data")
    write_added_notes(folders.data, [NOTE])
    keep_rubric(plan_rubric_folder(market), folders.rubrics)
    return folders


@pytest.fixture
def kept(tmp_path, here):
    """Their store, with a place, and a backup of both."""
    store = open_store(here.data)
    store.add_place(Place(name="Ore"))
    counts = store.back_up(tmp_path / "all.zip", here)
    assert (counts.places, counts.notes, counts.rubrics, counts.others) == (1, 1, 1, ())
    yield store
    store.close()


@pytest.fixture
def whole(kept, tmp_path) -> Path:
    """The backup."""
    assert kept
    return tmp_path / "all.zip"


def restored(file: Path, data: Path, folders: AddedFolders | None = None):
    store = open_store(data)
    counts = store.restore(file, data / "kept", folders)
    store.close()
    return counts


def test_what_was_added_comes_back_as_it_was(here, whole, tmp_path):
    new = folders_in(tmp_path / "new")
    counts = restored(whole, new.data, new)
    assert (counts.places, counts.notes, counts.rubrics, counts.others) == (1, 1, 1, ())
    assert read_added_notes(new.data) == ({NOTE.id: NOTE}, ())
    assert load_rubric(new.rubrics / MARKET) == load_rubric(here.rubrics / MARKET)
    assert read_added_files(new) == read_added_files(here)


def test_as_large_as_a_backup_takes_is_not_too_large_to_bring_back(here, whole, tmp_path, monkeypatch):
    with zipfile.ZipFile(whole) as archive:
        largest = max(archive.getinfo(name).file_size for name in read_added_files(here)[0])
    monkeypatch.setattr(added_files, "MAX_BYTES", largest)
    assert read_added_files(here)[1] == ()
    new = folders_in(tmp_path / "new")
    assert restored(whole, new.data, new).others == ()
    assert read_added_files(new) == read_added_files(here)
    monkeypatch.setattr(added_files, "MAX_BYTES", largest - 1)
    assert len(read_added_files(here)[1]) == 1
    with pytest.raises(InputError, match="is not as it was written"):
        restored(whole, tmp_path / "other", folders_in(tmp_path / "other"))


def test_the_check_says_how_many_of_them_there_are(whole):
    counts = check_backup(whole)
    assert (counts.places, counts.notes, counts.rubrics) == (1, 1, 1)


def test_they_can_be_left_out_and_left_in_the_backup(kept, whole, tmp_path):
    counts = kept.back_up(tmp_path / "places.zip")
    assert (counts.places, counts.notes, counts.rubrics) == (1, 0, 0)
    assert restored(tmp_path / "places.zip", tmp_path / "one", folders_in(tmp_path / "one")).notes == 0
    restored(whole, tmp_path / "two")
    assert not (tmp_path / "two" / "notes").exists()
    assert not (tmp_path / "two" / "rubrics").exists()


def test_a_note_that_is_here_is_kept_in_a_file_before_that_of_the_backup_takes_its_place(whole, tmp_path):
    new = folders_in(tmp_path / "new")
    mine, other = NOTE.model_copy(update={"title": "Mine"}), NOTE.model_copy(update={"id": "other"})
    write_added_notes(new.data, [mine, other])
    before = restored(whole, new.data, new).previous_file
    assert read_added_notes(new.data)[0] == {NOTE.id: NOTE, "other": other}
    restored(before, new.data, new)
    assert read_added_notes(new.data)[0] == {NOTE.id: mine, "other": other}


def test_a_rubric_that_is_here_under_the_same_name_with_other_content_is_left_and_named(market, whole, tmp_path):
    new = folders_in(tmp_path / "new")
    changed = Path(shutil.copytree(market, new.rubrics / MARKET))
    text = (changed / "rubric.yaml").read_text(encoding="utf-8")
    (changed / "rubric.yaml").write_text(text.replace("La Place du Marché", "Le Marché"), encoding="utf-8")
    assert restored(whole, new.data, new).others == (f"{MARKET}-2026.1",)
    assert load_rubric(changed).title == "Le Marché"
    assert [path.name for path in new.rubrics.iterdir()] == [MARKET]


def test_what_cannot_be_read_is_left_out_of_a_backup_and_named(kept, here, tmp_path):
    (here.data / "notes" / "torn.json").write_text("{", encoding="utf-8")
    (here.rubrics / MARKET / "rubric.yaml").write_text("id: [", encoding="utf-8")
    counts = kept.back_up(tmp_path / "part.zip", here)
    assert (counts.notes, counts.rubrics) == (1, 0)
    assert [Path(name).name for name in counts.others] == ["torn.json", MARKET]
    assert check_backup(tmp_path / "part.zip").notes == 1


def with_added(backup: Path, name: str, content: bytes) -> Path:
    """The backup with one more added file, and with the sum that fits it."""
    with zipfile.ZipFile(backup) as archive:
        files = {entry: archive.read(entry) for entry in archive.namelist()}
    about = json.loads(files["about.json"])
    about["added"] = {name: hashlib.sha256(content).hexdigest()}
    files |= {name: content, "about.json": json.dumps(about).encode()}
    out = backup.with_name("forged.zip")
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, inside in files.items():
            archive.writestr(entry, inside)
    return out


def note(**changes: object) -> bytes:
    return json.dumps(json.loads(NOTE.model_dump_json()) | changes).encode()


FORGED = {
    "a note whose id leads out": ("notes/a.json", note(id="../../evil")),
    "a note that is none": ("notes/a.json", b"[1]"),
    "a note with a letter that is no text": ("notes/a.json", note(title="a\x00b")),
    "a note with two paragraphs of one number": ("notes/a.json", note(paragraphs=[{"number": 1, "text": "a"}] * 2)),
    "a note larger than any": ("notes/a.json", b" " * (MAX_BYTES + 1)),
    "a rubric that is no archive": ("rubrics/a.zip", b"nothing"),
    "a rubric that leads out": ("rubrics/a.zip", zipped({"../rubric.yaml": b"id: x"})),
    "a rubric that does not load": ("rubrics/a.zip", zipped({"rubric.yaml": b"id: x"})),
    "something else": ("../../evil.sh", b"echo"),
}


@pytest.mark.parametrize("case", FORGED)
def test_a_backup_with_something_else_in_their_stead_is_refused_and_nothing_is_changed(case, kept, here, whole):
    forged = with_added(whole, *FORGED[case])
    before = read_added_files(here)
    kept.add_place(Place(name="Later"))
    for refuses in (lambda: kept.restore(forged, here.data / "kept", here), lambda: check_backup(forged)):
        with pytest.raises(InputError, match="damaged"):
            refuses()
    assert read_added_files(here) == before
    assert {place.name for place in kept.places()} == {"Ore", "Later"}


def test_a_rubric_in_a_backup_never_passes_for_one_that_comes_with_the_program(*, market, kept, here, whole, tmp_path):
    copy = Path(shutil.copytree(market, tmp_path / "copy"))
    text = (copy / "rubric.yaml").read_text(encoding="utf-8")
    (copy / "rubric.yaml").write_text(text.replace(f"id: {MARKET}", "id: better-way-place"), encoding="utf-8")
    forged = with_added(whole, "rubrics/better-way-place-2099.1.zip", rubric_as_archive(copy, "a"))
    with pytest.raises(InputError, match="comes with placecheck"):
        kept.restore(forged, here.data / "kept", here)
    assert [path.name for path in here.rubrics.iterdir()] == [MARKET]
