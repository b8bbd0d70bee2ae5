"""Run the tests once to see which of them come by each statement, then try every change on those alone.

It is a plugin of pytest. Each change is made in a fork of the process that has loaded everything, so that a trial
costs what its tests cost; what is waited for is counted in seconds of work, so that a busy machine changes nothing.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import coverage
import pytest
from _pytest.runner import runtestprotocol
from changes import Change, Running
from hypothesis import Phase, settings

VERDICTS = {0: "noticed", 3: "survived", 4: "no function"}
NOTICED, SURVIVED, NO_FUNCTION = VERDICTS
OTHER_PROCESSES = {"postgres", "serving", "live_connection", "make_one_store"}
"""Fixtures that start a process of their own."""
MAX_WORK = 12.0
"""Seconds of work that the tests of one change take together; the quickest come first."""
MIN_TESTS = 5
"""So many tests try a change, however long they take."""
MIN_WAIT, LONGER = 120.0, 10
"""A fork is waited for so many seconds, and so many times longer than the work of its tests."""


class Trial:
    """Tries `changes`, and writes what became of each to `log`, a line of JSON each."""

    def __init__(self, changes: list[Change], log: Path) -> None:
        self._changes = changes
        self._files = sorted({change.path for change in changes})
        self._log = log
        self._noticed_by = log.with_suffix(".by")
        self._work: dict[str, float] = {}
        self._holding: set[str] = set()
        self.verdicts: Counter[str] = Counter()

    def pytest_sessionstart(self) -> None:
        """Have Hypothesis look for a fault no longer than it takes to find one."""
        settings.register_profile(
            "mutants", deadline=None, max_examples=25, database=None, phases=(Phase.explicit, Phase.generate)
        )
        settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what needs another process: a server that a test starts refuses a fork's connection."""
        items[:] = [item for item in items if not OTHER_PROCESSES & set(getattr(item, "fixturenames", ()))]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run everything once, then each change."""
        tests = {item.nodeid: item for item in session.items}
        lines = self._run_all(session.items)
        running = Running(self._files)
        gc.freeze()
        with self._log.open("w", encoding="utf-8") as log:
            for change in self._changes:
                came_by = set().union(*(lines[change.path].get(line, ()) for line in change.statement))
                chosen = self._choose(came_by & self._work.keys())
                verdict = self._try(change, running, [tests[name] for name in chosen])
                self.verdicts[verdict] += 1
                log.write(json.dumps({"verdict": verdict, "tests": len(chosen), "change": str(change)}) + "\n")
                log.flush()
        return True

    def _run_all(self, items: list[pytest.Item]) -> dict[Path, dict[int, set[str]]]:
        """Return for each file and line the tests that come by it and hold; each test's seconds of work are kept."""
        watch = coverage.Coverage(data_file=None, include=[str(path) for path in self._files], config_file=False)
        watch.start()
        for number, item in enumerate(items):
            watch.switch_context(item.nodeid)
            began = time.process_time()
            following = items[(number + 1) % len(items)]  # the last goes on to the first: what a session has made stays
            if all(report.passed for report in runtestprotocol(item, log=False, nextitem=following)):
                self._work[item.nodeid] = time.process_time() - began
        watch.stop()
        data = watch.get_data()
        return {
            path: {line: set(names) for line, names in data.contexts_by_lineno(str(path.resolve())).items()}
            for path in self._files
        }

    def _try(self, change: Change, running: Running, items: list[pytest.Item]) -> str:
        """Return what became of `change`; a test notices it only if it holds where nothing was changed."""
        while items:
            work = sum(self._work[item.nodeid] for item in items)
            self._noticed_by.write_text("", encoding="utf-8")
            verdict = in_a_fork(partial(_verdict, items, self._noticed_by, running, change), work)
            by = self._noticed_by.read_text(encoding="utf-8")
            if verdict != "noticed" or not by or self._holds(next(item for item in items if item.nodeid == by)):
                return verdict
            items = [item for item in items if item.nodeid != by]
        return "no test"

    def _holds(self, item: pytest.Item) -> bool:
        """Return whether a test holds in a fork where nothing was changed; it is chosen no more if it does not."""
        name = item.nodeid
        if name not in self._holding:
            if in_a_fork(partial(_verdict, [item], self._noticed_by), self._work[name]) != "survived":
                print(f"Left out, since it does not hold in a fork: {name}", flush=True)
                del self._work[name]
                return False
            self._holding.add(name)
        return True

    def _choose(self, names: set[str]) -> list[str]:
        chosen: list[str] = []
        work = 0.0
        for name in sorted(names, key=lambda name: self._work[name]):
            work += self._work[name]
            if work > MAX_WORK and len(chosen) >= MIN_TESTS:
                break
            chosen.append(name)
        return chosen


def in_a_fork(run: Callable[[], int], work: float) -> str:
    """Return what became of a change that `run` tries, as it says by its exit code, in about `work` seconds."""
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        resource.setrlimit(resource.RLIMIT_CPU, (int(MAX_WORK * 5), int(MAX_WORK * 5)))
        os._exit(run())
    until = time.monotonic() + MIN_WAIT + LONGER * work
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return VERDICTS.get(os.waitstatus_to_exitcode(status), "endless")
        if time.monotonic() > until:
            os.killpg(child, signal.SIGKILL)
        time.sleep(0.02)


def _verdict(
    items: list[pytest.Item], noticed_by: Path, running: Running | None = None, change: Change | None = None
) -> int:
    try:
        if running and change and not running.make(change):
            return NO_FUNCTION
        for item in _failing(items):
            noticed_by.write_text(item.nodeid, encoding="utf-8")
            return NOTICED
        return SURVIVED
    except BaseException:  # whatever the change broke: a test would have failed
        return NOTICED


def _failing(items: list[pytest.Item]) -> Iterator[pytest.Item]:
    """Run `items` in a fork, and yield those that fail; what the whole session has made stays."""
    session = items[0].session
    session._setupstate.teardown_exact(items[0])
    for number, item in enumerate(items):
        rest = items[number + 1 :] or [other for other in session.items if other is not item]
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=rest[0])):
            yield item
