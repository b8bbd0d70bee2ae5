"""From how many separate conversations an indicator's links come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping


def conversations(passages: Iterable[str], repeats: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """Return the ids of the separate conversations behind `passages`, sorted.

    All passages of one note are one conversation. A note that sums up others, by `repeats` (its id, and theirs), adds
    none where one of those is cited as well, directly or through another summary.
    """
    notes = {passage.partition("#")[0] for passage in passages}
    return tuple(sorted(note for note in notes if not _repeated_by(note, repeats) & notes))


def _repeated_by(note: str, repeats: Mapping[str, Collection[str]]) -> set[str]:
    """Return every note that `note` repeats, those that these repeat among them, without itself."""
    reached: set[str] = set()
    waiting = list(repeats.get(note, ()))
    while waiting:
        other = waiting.pop()
        if other not in reached and other != note:
            reached.add(other)
            waiting += repeats.get(other, ())
    return reached
