"""A process of its own that reads what a stranger sent: it gets no secrets, and ends when it takes too much time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from placecheck.secret_files import worker_environment

ROOT = Path(__file__).parents[1]
"""Where the worker starts, so that it imports the same placecheck as this process."""


def ask_worker(module: str, argument: str, raw: bytes, seconds: float) -> Any:
    """Run `module` with `argument`, give it `raw`, and return the JSON that it answers.

    None where it took more than `seconds`, or ended with a fault: it was stopped by its own limits, or it crashed.
    """
    try:
        worker = subprocess.run(  # noqa: S603 (this Python, a module of this package)
            [sys.executable, "-m", module, argument],
            input=raw,
            capture_output=True,
            timeout=seconds,
            check=False,
            env=worker_environment(),
            cwd=ROOT,
        )
    except (subprocess.TimeoutExpired, ValueError):  # an argument with a null character is a ValueError
        return None
    return None if worker.returncode else json.loads(worker.stdout)
