from __future__ import annotations

import json
import subprocess
import sys

import pytest


def notes(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "placecheck", "notes", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_every_note_is_listed_with_who_was_there():
    listed = notes("list").stdout
    assert listed.count("Who took part: ") == 13


def test_a_passage_is_shown_with_its_source_and_what_it_bears_on():
    shown = notes("show", "social-wealth-2018-11#14").stdout
    assert "Better Way social wealth, 13 November 2018" in shown
    assert "Warns about:" in shown


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
    assert "The notes do not speak of this." in answered.stderr


def test_the_notes_themselves_hold_every_passage(shared):
    assert notes("check", str(shared / "notes")).returncode == 0


def test_a_folder_that_holds_no_notes_fails_the_check(tmp_path):
    failed = notes("check", str(tmp_path))
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
