"""What was found in a file, short enough and plain enough to stand in a message."""

from __future__ import annotations

from collections.abc import Mapping

SHOWN = 60
"""How many characters of what was found a message shows."""


def show_value(value: object) -> str:
    """Return `value` as a message shows it: in backticks, or anything larger by what it is."""
    if value is None:
        return "Nothing"
    if isinstance(value, Mapping):
        return "A group of keys"
    if isinstance(value, list | tuple):
        return "A list"
    text = " ".join((str(value).lower() if isinstance(value, bool) else str(value)).splitlines())
    short = f"{text[:SHOWN]}..." if len(text) > SHOWN else text
    return f"`{short.encode(errors='replace').decode()}`"
