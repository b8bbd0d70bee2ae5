"""What many rounds hold, each as two lines of text: as a database hands them over quickest, to be scored together."""

from __future__ import annotations

from typing import NamedTuple


class Packed(NamedTuple):
    """One round, its answers and what was agreed each in a line.

    `answers` holds `voice indicator given` for each answer, with commas between; `agreed` the same without the voice.
    `given` is a level, a no-answer, or nothing where only a story was told, or the group did not agree. `changed`
    are the indicators that the group reworded or left out: what was answered there answers other words.
    """

    id: str
    place_id: str
    edition_key: str
    round: str
    voices: int
    answers: str
    agreed: str
    changed: frozenset[str]
