"""A PostgreSQL server of the bench's own, with its settings as they come, and what it holds in memory."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


class Postgres(NamedTuple):
    """Where the server answers, and its first process."""

    address: str
    pid: int

    def memory(self) -> float:
        """Megabytes of all its processes, what they share counted once (Linux only)."""
        sizes = (Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in family(self.pid))
        return sum(int(re.search(r"Pss:\s+(\d+) kB", size)[1]) for size in sizes) / 1024


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A new server with one empty database."""
    import pgserver

    with tempfile.TemporaryDirectory(prefix="bench-pg-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        server = pgserver.get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield Postgres(server.get_uri(), server.get_pid())
        finally:
            server.cleanup()


def family(pid: int) -> Iterator[int]:
    """A process, and those that it began, and those that they began."""
    yield pid
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        yield from family(int(child))
