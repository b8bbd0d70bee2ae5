"""Processes that save answers, for tests to kill or to set upon each other. Each save that was confirmed is printed.

`python writers.py killed WHERE ASSESSMENT TIMES` starts a writer again and again and kills each in the middle.
`python writers.py together WHERE ASSESSMENT VOICE...` lets one process for each voice save answers at the same moment.
`python writers.py opened WHERE TIMES` opens a store in as many processes at the same moment.
"""

from __future__ import annotations

import itertools
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from placecheck.assessment import Answer
from placecheck.storage import Store, open_store

SAVES_TOGETHER = 6


def store_at(where: str) -> Store:
    return open_store(where if "://" in where else Path(where))


def save_until_killed(where: str, assessment: str, tag: str, out: int) -> None:
    """Save one answer after the other, and tell `out` of each once the store has confirmed it."""
    store = store_at(where)
    asked = list(store.rubric_of(assessment).by_id)
    for count, indicator in zip(itertools.count(), itertools.cycle(asked), strict=False):
        story = f"{tag}-{count}"
        saved = store.save_answer(assessment, "v1", indicator, Answer(level=count % 5, story=story), "a writer")
        os.write(out, f"{saved.sequence} v1 {indicator} {story}\n".encode())


def killed(where: str, assessment: str, times: str) -> None:
    for number in range(int(times)):
        confirmed, out = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(confirmed)
            save_until_killed(where, assessment, f"life-{number}", out)
        os.close(out)
        told = os.read(confirmed, 1 << 16)
        time.sleep(random.uniform(0, 0.05))  # noqa: S311 (no secret)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while more := os.read(confirmed, 1 << 16):
            told += more
        os.close(confirmed)
        sys.stdout.write(told.decode())


def save_a_few(where: str, assessment: str, voice: str, wait: Callable[[], object]) -> None:
    store = store_at(where)
    asked = list(store.rubric_of(assessment).by_id)
    wait()
    for indicator in asked[:SAVES_TOGETHER]:
        saved = store.save_answer(assessment, voice, indicator, Answer(story=f"{voice} {indicator}"), "a writer")
        os.write(1, f"{saved.sequence} {voice} {indicator} {voice} {indicator}\n".encode())


def open_and_close(where: str, wait: Callable[[], object]) -> None:
    wait()
    store_at(where).close()


def together(where: str, assessment: str, *voices: str) -> None:
    at_once([partial(save_a_few, where, assessment, voice) for voice in voices])


def opened(where: str, times: str) -> None:
    at_once([partial(open_and_close, where)] * int(times))


def at_once(tasks: list[Callable[[Callable[[], object]], None]]) -> None:
    """Do each task in a process of its own; what follows a task's `wait()` begins in all of them together."""
    start, go = os.pipe()
    children = []
    for task in tasks:
        child = os.fork()
        if child == 0:
            os.close(go)
            task(lambda: os.read(start, 1))
            os._exit(0)
        children.append(child)
    os.close(go)  # everyone reads the end of the pipe at once
    failed = [child for child in children if os.waitpid(child, 0)[1] != 0]
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    {"killed": killed, "together": together, "opened": opened}[sys.argv[1]](*sys.argv[2:])
