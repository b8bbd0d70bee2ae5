"""What a process that reads a stranger's file may take is held by the system, whatever the readers count themselves."""

from __future__ import annotations

import subprocess
import sys

import pytest

TAKES = {
    "memory": "bytearray(400_000_000)",
    "time": "[None for _ in iter(int, 1)]",
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
@pytest.mark.parametrize("what", TAKES)
def test_a_process_that_takes_more_than_its_limit_ends(what):
    limited = "from placecheck.process_limits import limit_process; limit_process(100_000_000, 1)"
    program = f"{limited}; {TAKES[what]}; print('done')"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode != 0
    assert "done" not in ended.stdout
