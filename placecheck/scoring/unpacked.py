"""Rounds as a database packed them, as the arrays that `batch` scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from placecheck.assessment.packed import Packed
from placecheck.rubric.model import Rubric
from placecheck.scoring.encoded import CODES, NOTHING, SKIPPED, Batch

GIVEN = 16
"""Room for every level and code in one number: a position is `(voice * I + row) * GIVEN + code - NOTHING`."""

NOT_OURS = -1
"""Where an answer is to something that the rubric does not ask."""

Numbers = NDArray[np.int64]


def unpacked(rubric: Rubric, rounds: Sequence[Packed]) -> Batch:
    """`rounds`, all made with `rubric`, as a batch; what a group reworded or left out counts as not asked of it."""
    rows = {one.id: index for index, one in enumerate(rubric.indicators())}
    starters = np.array([one.starter for one in rubric.indicators()])
    most = max((one.voices for one in rounds), default=0)
    answers = np.full((len(rounds), most, len(rows)), NOTHING, np.int8)
    agreed = np.full((len(rounds), len(rows)), NOTHING, np.int8)
    asked = np.zeros(agreed.shape, np.bool_)
    numbers = _Numbers(rows)
    for a, one in enumerate(rounds):
        asked[a] = True if one.round == "full" else starters
        answers[a, : one.voices] = SKIPPED
        for_voices = numbers.of(one.answers)
        spot, code = np.divmod(for_voices[for_voices != NOT_OURS], GIVEN)
        voice, row = np.divmod(spot, len(rows))
        answers[a, np.unique(voice, return_inverse=True)[1], row] = code + NOTHING
        for_all = numbers.of(one.agreed, voiceless=True)
        settled, code = np.divmod(for_all[for_all != NOT_OURS], GIVEN)
        agreed[a, settled] = np.where(code + NOTHING == SKIPPED, NOTHING, code + NOTHING)
        asked[a, row] = asked[a, settled] = True
        asked[a, [rows[id_] for id_ in one.changed if id_ in rows]] = False
    by_voice = np.ascontiguousarray(answers.transpose(1, 2, 0))
    return Batch(by_voice, np.ascontiguousarray(agreed.T), np.ascontiguousarray(asked.T))


class _Numbers:
    """The number of each answer's text. The same few thousand texts come again and again, so each is read once."""

    def __init__(self, rows: dict[str, int]) -> None:
        self._rows = rows
        self._codes = {kind or "": code for kind, code in CODES.items()}
        self._voices: dict[str, int] = {}
        self._known: dict[str, int] = {}

    def of(self, told: str, *, voiceless: bool = False) -> Numbers:
        """The numbers of a line of answers; of what was agreed, `voiceless`."""
        if not told:
            return np.empty(0, np.int64)
        texts = told.split(",")
        known = self._known
        try:
            return np.array([known[text] for text in texts], np.int64)
        except KeyError:
            for text in texts:
                if text not in known:
                    known[text] = self._number(f" {text}" if voiceless else text)
            return np.array([known[text] for text in texts], np.int64)

    def _number(self, text: str) -> int:
        voice, indicator, given = text.split(" ")
        if indicator not in self._rows:
            return NOT_OURS
        at = self._voices.setdefault(voice, len(self._voices)) if voice else 0
        code = int(given) if given.isdigit() else self._codes[given]
        return (at * len(self._rows) + self._rows[indicator]) * GIVEN + code - NOTHING
