from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest


def notes(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "placecheck", "notes", *words]
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)


def test_every_note_is_listed_with_who_was_there():
    listed = notes("list").stdout
    assert listed.count("Who took part: ") == 13


def test_a_passage_is_shown_with_its_source_and_what_it_bears_on():
    shown = notes("show", "social-wealth-2018-11#18").stdout
    assert "Better Way social wealth (13 November 2018). Conclusions." in shown
    assert "It warns about:" in shown


def test_an_unknown_id_is_refused_with_the_way_to_the_known_ones():
    refused = notes("show", "nowhere#1")
    assert refused.returncode == 1
    assert "placecheck notes list" in refused.stderr


def test_search_prints_exactly_the_promised_keys_best_first():
    found = json.loads(
        notes("search", "--json", "-n", "5", "who", "decides", "how", "the", "money", "is", "spent?").stdout
    )
    assert 1 <= len(found) <= 5
    assert all(list(hit) == ["note", "paragraph", "incipit", "score"] for hit in found)
    assert [hit["score"] for hit in found] == sorted((hit["score"] for hit in found), reverse=True)


@pytest.mark.parametrize("question", ["when are the bins collected", "how do I renew a parking permit"])
def test_what_the_notes_do_not_speak_of_gives_nothing_and_says_so(question):
    answered = notes("search", "--json", question)
    assert answered.returncode == 0
    assert json.loads(answered.stdout) == []
    assert "Nothing in the notes comes close to this." in answered.stderr


def test_what_is_only_near_says_so_in_words_and_in_every_row():
    answered = notes("search", "--json", "what does a community connector earn")
    rows = json.loads(answered.stdout)
    assert rows
    assert all(list(row) == ["note", "paragraph", "incipit", "score", "near"] and row["near"] is True for row in rows)
    assert "it is not an answer" in answered.stderr


def test_a_file_of_ones_own_is_added_listed_shown_found_and_taken_out_again(tmp_path):
    file, data = tmp_path / "evening.md", ("--data", str(tmp_path / "data"))
    told = (
        "The winch was mended by the two of them in a night, and nobody has asked since then who paid for the grease."
    )
    file.write_text(f"# An evening at the boatyard\n\n{told}\n", encoding="utf-8")
    added = notes("add", str(file), *data)
    assert added.returncode == 0, added.stderr
    assert "1 note is one that the rubric does not know." in added.stdout
    id_ = next(line for line in notes("list", *data).stdout.splitlines() if line.startswith("an-evening"))
    assert told in notes("show", id_, *data).stdout
    (hit, *_) = json.loads(notes("search", "--json", "who mended the winch", *data).stdout)
    assert (hit["note"], hit["paragraph"]) == (id_, 1)
    assert notes("remove", id_, *data).returncode == 0
    assert notes("show", id_, *data).returncode == 1


def test_a_file_that_cannot_be_read_ends_in_a_message_and_no_traceback(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 broken")
    refused = notes("add", str(tmp_path / "a.pdf"), "--data", str(tmp_path / "data"))
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"{tmp_path / 'a.pdf'}: The PDF is damaged.")
    assert "Traceback" not in refused.stderr


def test_the_five_files_give_thirteen_notes_and_every_passage(shared, tmp_path):
    data = ("--data", str(tmp_path))
    assert "13 whole, 0 in part." in notes("add", str(shared / "notes"), *data).stdout
    assert notes("list", *data).stdout.count("The whole text is here.") == 13
    assert "311 of 311 passages" in notes("check", *data).stdout


def test_without_any_text_the_check_says_that_none_is_here(tmp_path):
    checked = notes("check", "--data", str(tmp_path))
    assert (checked.returncode, "None of the text is here" in checked.stdout) == (0, True)


def test_the_notes_themselves_hold_every_passage(shared):
    assert notes("check", str(shared / "notes")).returncode == 0


def test_a_folder_that_holds_no_notes_fails_the_check(tmp_path):
    failed = notes("check", str(tmp_path))
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
