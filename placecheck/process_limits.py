"""Limits that a process sets itself: on memory and time to read one file, and on how many files it may have open."""

from __future__ import annotations

import sys

MAX_MEMORY = 300_000_000
"""Bytes that a process which reads one hostile file may take."""
MAX_CPU = 5
"""Seconds of processor time that it may take."""


def limit_process(memory: int = MAX_MEMORY, seconds: int = MAX_CPU) -> None:
    """Let this process take no more memory and processor time than that, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has none; the caller's timeout still holds
        return
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    for resource_id, limit in ((kind, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(resource_id)
        soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(resource_id, (soft, hard))


def raise_open_files() -> None:
    """Let this process open as many files and connections as the system allows it; a hall of phones takes hundreds."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MAX_OPEN if hard == resource.RLIM_INFINITY else min(hard, MAX_OPEN)
    if soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


MAX_OPEN = 65_536
"""Files; some systems say that there is no limit and then refuse more than they have."""
