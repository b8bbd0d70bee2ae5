"""What was found in a file, short enough and plain enough to stand in a message."""

from __future__ import annotations

from collections.abc import Mapping

SHOWN = 60
"""How many characters of what was found a message shows."""


def shown(found: object) -> str:
    """`found` as a message shows it: a value in backticks, anything larger by what it is."""
    if found is None:
        return "Nothing"
    if isinstance(found, Mapping):
        return "A group of keys"
    if isinstance(found, list | tuple):
        return "A list"
    text = " ".join((str(found).lower() if isinstance(found, bool) else str(found)).splitlines())
    short = f"{text[:SHOWN]}..." if len(text) > SHOWN else text
    return f"`{short.encode(errors='replace').decode()}`"
