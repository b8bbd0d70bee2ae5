"""Writers that are killed, and writers that all come at once: nothing that was confirmed is ever lost."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from placecheck.assessment import Answer, Voice
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


def kept(store, assessment_id) -> list[tuple[int, str, str, str]]:
    changes = store.history(assessment_id)
    return [(one.sequence, one.voice, one.indicator, one.after.story) for one in changes if one.kind == "answer"]


@needs_fork
@pytest.mark.timeout(600)
def test_a_hundred_kills_lose_no_answer_that_was_confirmed(where, engine, store, assessment_id):
    confirmed = run_writers("killed", str(where), assessment_id, str(KILLS[engine]))
    assert {story.rpartition("-")[0] for *_, story in confirmed} == {f"life-{life}" for life in range(KILLS[engine])}
    assert set(confirmed) <= set(kept(store, assessment_id))
    assert store.assessment_summary(assessment_id).answered == len(store.assessment(assessment_id).voices[0].answers)


@needs_fork
@pytest.mark.timeout(600)
def test_many_processes_write_at_once_without_an_error_or_a_loss(where, engine, store, assessment_id):
    voices = [store.add_voice(assessment_id) for _ in range(PROCESSES[engine])]
    confirmed = run_writers("together", str(where), assessment_id, *voices)
    assert len(confirmed) == PROCESSES[engine] * SAVES
    assert set(confirmed) == set(kept(store, assessment_id))


def test_fifty_threads_write_at_once_without_an_error_or_a_loss(store, assessment_id, asked):
    voices = [store.add_voice(assessment_id) for _ in range(WRITERS)]

    def save(voice: str) -> list[int]:
        return [
            store.save_answer(assessment_id, voice, id_, Answer(level=1), "a thread").sequence for id_ in asked[:SAVES]
        ]

    with ThreadPoolExecutor(WRITERS) as threads:
        sequences = [sequence for saved in threads.map(save, voices) for sequence in saved]
    assert len(set(sequences)) == WRITERS * SAVES
    assert store.assessment_summary(assessment_id).answered == WRITERS * SAVES


def test_readers_see_one_moment_while_others_write(store, assessment_id, asked):
    """One voice is always saved before the other, so no reader may ever find the other ahead, or far behind."""

    def write() -> None:
        for level in range(30):
            store.save_answer(assessment_id, "v1", asked[0], Answer(level=level % 5, story=str(level)), "a thread")
            store.save_answer(assessment_id, "v2", asked[0], Answer(level=level % 5, story=str(level)), "a thread")

    def read() -> list[tuple[int, int]]:
        looks = [{voice.id: voice for voice in store.assessment(assessment_id).voices} for _ in range(20)]
        return [tuple(told(look.get(voice_id)) for voice_id in ("v1", "v2")) for look in looks]

    def told(voice: Voice | None) -> int:
        return int(voice.answers[asked[0]].story) if voice else -1  # nobody is there before they have answered

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
