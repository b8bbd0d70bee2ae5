"""Writers that are killed, and writers that all come at once: nothing that was confirmed is ever lost."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from placecheck.assessment import Answer
from placecheck.storage import open_store

WRITERS = 50
SAVES = 6
KILLS = {"sqlite": 100, "postgres": 20}
PROCESSES = {"sqlite": WRITERS, "postgres": 10}
"""Fewer with PostgreSQL, where the server holds the data and only its clients are killed."""

needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="the writers are forked, which Windows cannot")


def run_writers(*arguments: str) -> list[tuple[int, str, str, str]]:
    """What the writers were told is saved: sequence, voice, indicator, story."""
    script = Path(__file__).with_name("writers.py")
    done = subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    told = [line.split(" ", 3) for line in done.stdout.splitlines()]
    return [(int(sequence), voice, indicator, story) for sequence, voice, indicator, story in told]


def kept(store, round_id) -> list[tuple[int, str, str, str]]:
    changes = store.history(round_id)
    return [(one.sequence, one.voice, one.indicator, one.after.story) for one in changes if one.kind == "answer"]


@needs_fork
@pytest.mark.timeout(600)
def test_a_hundred_kills_lose_no_answer_that_was_confirmed(where, engine, store, round_id):
    confirmed = run_writers("killed", str(where), round_id, str(KILLS[engine]))
    assert {story.rpartition("-")[0] for *_, story in confirmed} == {f"life-{life}" for life in range(KILLS[engine])}
    assert set(confirmed) <= set(kept(store, round_id))
    assert store.round(round_id).answered == len(store.assessment(round_id).voices[0].answers)


@needs_fork
@pytest.mark.timeout(600)
def test_many_processes_write_at_once_without_an_error_or_a_loss(where, engine, store, round_id):
    voices = [store.add_voice(round_id) for _ in range(PROCESSES[engine])]
    confirmed = run_writers("together", str(where), round_id, *voices)
    assert len(confirmed) == PROCESSES[engine] * SAVES
    assert set(confirmed) == set(kept(store, round_id))


def test_fifty_threads_write_at_once_without_an_error_or_a_loss(store, round_id, asked):
    voices = [store.add_voice(round_id) for _ in range(WRITERS)]

    def save(voice: str) -> list[int]:
        return [store.save_answer(round_id, voice, id_, Answer(level=1), "a thread").sequence for id_ in asked[:SAVES]]

    with ThreadPoolExecutor(WRITERS) as threads:
        sequences = [sequence for saved in threads.map(save, voices) for sequence in saved]
    assert len(set(sequences)) == WRITERS * SAVES
    assert store.round(round_id).answered == WRITERS * SAVES


def test_readers_see_one_moment_while_others_write(store, round_id, asked):
    """One voice is always saved before the other, so no reader may ever find the other ahead, or far behind."""

    def write() -> None:
        for level in range(30):
            store.save_answer(round_id, "v1", asked[0], Answer(level=level % 5, story=str(level)), "a thread")
            store.save_answer(round_id, "v2", asked[0], Answer(level=level % 5, story=str(level)), "a thread")

    def read() -> list[tuple[int, int]]:
        voices = [store.assessment(round_id).voices for _ in range(20)]
        return [tuple(int(voice.answers[asked[0]].story) if voice.answers else -1 for voice in pair) for pair in voices]

    with ThreadPoolExecutor(3) as threads:
        writing = threads.submit(write)
        seen = [pair for reading in [threads.submit(read), threads.submit(read)] for pair in reading.result()]
        writing.result()
    assert all(second in (first, first - 1) for first, second in seen)


@needs_fork
@pytest.mark.parametrize("new", ["folder", "database"])
def test_many_first_starts_at_once_make_one_store(tmp_path, request, new):
    where = tmp_path / "new" if new == "folder" else request.getfixturevalue("postgres")()
    run_writers("opened", str(where), "4")
    store = open_store(where)
    assert store.places() == ()
    store.close()
