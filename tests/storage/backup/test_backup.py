"""The whole store in one file and back, while others go on."""

from __future__ import annotations

import hashlib
import json
import zipfile
from concurrent.futures import ThreadPoolExecutor

import pytest

from placecheck.assessment import Answer, Place
from placecheck.errors import InputError
from placecheck.storage import open_store
from placecheck.storage.schema.migrate import known_versions

VERSION = known_versions()[-1]


@pytest.fixture
def backup(store, save, tmp_path):
    save(1)
    save(3, voice="v2", story="é\N{DECIDUOUS TREE}\nand more")
    out = tmp_path / "all.zip"
    store.back_up(out)
    return out


def test_a_restored_store_is_the_same_with_its_history(store, assessment_id, backup, tmp_path):
    kept, history, places = store.assessment(assessment_id), store.history(assessment_id), store.places()
    new = open_store(tmp_path / "new")
    counted = new.restore(backup, tmp_path)
    assert (counted.places, counted.assessments, counted.answers, counted.previous_file) == (1, 1, 2, None)
    assert (new.assessment(assessment_id), new.history(assessment_id), new.places()) == (kept, history, places)
    new.close()


def test_a_backup_goes_from_one_database_to_the_other(*, store, engine, assessment_id, backup, tmp_path, postgres):
    other = open_store(postgres() if engine == "sqlite" else tmp_path / "other")
    other.restore(backup, tmp_path)
    assert other.assessment(assessment_id) == store.assessment(assessment_id)
    other.back_up(tmp_path / "again.zip")
    with zipfile.ZipFile(backup) as one, zipfile.ZipFile(tmp_path / "again.zip") as two:
        tables = [name for name in one.namelist() if name.endswith(".jsonl")]
        assert tables
        assert {name: sorted(one.read(name).splitlines()) for name in tables} == {
            name: sorted(two.read(name).splitlines()) for name in tables
        }
    other.close()


def test_what_was_here_before_is_kept_and_can_be_brought_back(*, store, assessment_id, asked, save, backup, tmp_path):
    save(4)
    later = store.assessment(assessment_id)
    kept = store.restore(backup, tmp_path / "kept").previous_file
    assert store.assessment(assessment_id).voices[0].answers[asked[0]] == Answer(level=1)
    store.restore(kept, tmp_path / "kept")
    assert store.assessment(assessment_id) == later


def test_a_screen_that_is_open_during_a_restore_looks_again(store, assessment_id, save, backup, tmp_path):
    for level in (2, 3, 4):
        save(level)
    seen = [store.sequence(assessment_id) - steps for steps in range(4)]
    store.restore(backup, tmp_path)
    assert store.sequence(assessment_id) not in seen
    assert save(0) > max(seen)


def test_a_backup_taken_while_others_write_holds_one_moment(store, assessment_id, asked, tmp_path):
    store.add_voice(assessment_id)

    def write() -> None:
        for count in range(60):
            store.save_answer(assessment_id, "v1", asked[count % 5], Answer(story=str(count)), "a thread")

    with ThreadPoolExecutor(2) as threads:
        writing = threads.submit(write)
        backups = [tmp_path / f"{number}.zip" for number in range(3)]
        for out in backups:
            store.back_up(out)
        writing.result()
    for out in backups:
        new = open_store(tmp_path / out.stem)
        new.restore(out, tmp_path)
        stories = [int(change.after.story) for change in new.history(assessment_id) if change.kind == "answer"]
        assert stories == list(range(len(stories)))[::-1]
        new.close()


def test_nothing_confirmed_is_lost_when_a_restore_comes_in_between(store, assessment_id, asked, backup, tmp_path):
    """Whatever was saved is either in what was kept aside, or came after and stands."""

    def write() -> list[str]:
        stories = [f"story {count}" for count in range(40)]
        for story in stories:
            store.save_answer(assessment_id, "v1", asked[1], Answer(story=story), "a thread")
        return stories

    with ThreadPoolExecutor(1) as threads:
        writing = threads.submit(write)
        kept = store.restore(backup, tmp_path / "kept").previous_file
        confirmed = writing.result()
    aside = open_store(tmp_path / "aside")
    aside.restore(kept, tmp_path)
    found = [*aside.history(assessment_id, indicator=asked[1]), *store.history(assessment_id, indicator=asked[1])]
    assert {change.after.story for change in found} == set(confirmed)
    aside.close()


def test_a_table_in_a_backup_may_hold_more_than_two_gigabytes(backup):
    with zipfile.ZipFile(backup) as archive:
        tables = [entry for entry in archive.infolist() if entry.filename.endswith(".jsonl")]
    assert tables
    assert {entry.extract_version for entry in tables} == {zipfile.ZIP64_VERSION}


def test_a_backup_never_overwrites_a_file(store, backup):
    before = backup.read_bytes()
    with pytest.raises(InputError, match="Choose another name"):
        store.back_up(backup)
    assert backup.read_bytes() == before


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(store, tmp_path):
    with pytest.raises(InputError, match="cannot be written"):
        store.back_up(tmp_path / "no-such-folder" / "all.zip")
    assert list(tmp_path.glob("**/*.part")) == []


def rewritten(backup, change) -> None:
    """The backup with what `change` makes of its files."""
    with zipfile.ZipFile(backup) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    with zipfile.ZipFile(backup, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)


def told(files, **changes):
    files["about.json"] = json.dumps(json.loads(files["about.json"]) | changes).encode()


def with_answers(files, old, new):
    """Other answers, with the sum and the number that fit them."""
    files["answer.jsonl"] = lines = files["answer.jsonl"].replace(old, new)
    about = json.loads(files["about.json"])
    about["tables"]["answer"] = {"rows": lines.count(b"\n"), "sha256": hashlib.sha256(lines).hexdigest()}
    files["about.json"] = json.dumps(about).encode()


BROKEN = {
    "a file is missing": (lambda files: files.pop("answer.jsonl"), "answer.jsonl"),
    "a letter is another": (lambda files: files.update({"place.jsonl": files["place.jsonl"].upper()}), "damaged"),
    "a row too few": (lambda files: files.update({"answer.jsonl": b""}), "not as it was written"),
    "nothing is said of it": (lambda files: files.pop("about.json"), "not a backup"),
    "it says nonsense of itself": (lambda files: files.update({"about.json": b"[1"}), "damaged"),
    "it says too little of itself": (lambda files: files.update({"about.json": b"{}"}), "damaged"),
    "it is of a newer program": (lambda files: told(files, schema="9999"), "newer placecheck"),
    "it has a newer form": (lambda files: told(files, placecheck_backup=2), "newer placecheck"),
    "a level is no number": (lambda files: with_answers(files, b'"level":1', b'"level":"1"'), "of another kind"),
    "a level is below the ladder": (lambda files: with_answers(files, b'"level":1', b'"level":-1'), "damaged"),
    "a voice is nobody": (lambda files: with_answers(files, b'"v1"', b'"v9"'), "lean on"),
    "a column is not ours": (lambda files: with_answers(files, b'"story"', b'"tale"'), "other columns"),
    "a row is no row": (lambda files: with_answers(files, b"{", b"[{"), "damaged"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_backup_is_named_and_nothing_is_changed(*, store, assessment_id, save, zipped, tmp_path, case):
    save(1)
    before = store.assessment(assessment_id)
    change, words = BROKEN[case]
    file = zipped(VERSION)
    rewritten(file, change)
    with pytest.raises(InputError, match=words) as raised:
        store.restore(file, tmp_path / "kept")
    assert str(raised.value).startswith(str(file))
    assert store.assessment(assessment_id) == before
    assert not (tmp_path / "kept").exists()


def test_half_a_backup_is_refused_wherever_it_was_cut(store, zipped, tmp_path):
    store.add_place(Place(name="x"))
    whole = zipped(VERSION).read_bytes()
    for size in (0, 1, len(whole) // 2, len(whole) - 1):
        path = tmp_path / "half.zip"
        path.write_bytes(whole[:size])
        with pytest.raises(InputError):
            store.restore(path, tmp_path / "kept")
    assert len(store.places()) == 1


def test_no_such_backup_is_said(store, tmp_path):
    with pytest.raises(InputError, match="no such file"):
        store.restore(tmp_path / "nowhere.zip", tmp_path)
