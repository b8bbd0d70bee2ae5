"""Whether a second set of answers gives the same publication: an integer program asks about every hidden count.

What is published of one indicator is the reading of the whole, and of each group that is shown. A count (how many of a
group gave a level, do not know, or said that it does not apply) is hidden as long as at least two numbers of voices
fit all that is published. The answer depends on what is published and on the groups' sizes alone, never on which of
the fitting answers is the real one: so leaving more out tells nothing beyond.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from placecheck.publishing.reconstruction_program import NO_LEVELS, constrain, silent_solver
from placecheck.scoring.agreement_and_quantiles import median
from placecheck.scoring.disclosure_control import enough_levels

SHOWN_RANGE, LEFT_OUT_RANGE = 1, 2
"""How far the least and the most that fit must be apart: for those shown, and for those left out, who are few."""

PASSES = 4
"""How often the real answers are walked through for others that fit, before the integer program is asked."""

Row = Sequence[int]
"""How many voices of one group gave each level, know nothing, and said that it does not apply here."""


class Publication(NamedTuple):
    """What is to be published of one indicator: readings with the sizes of those they are of. `rest` are left out."""

    steps: int
    whole: float
    groups: tuple[tuple[int, float], ...]
    rest: int

    @property
    def ranges(self) -> tuple[int, ...]:
        """Return how wide the range of each part's counts must be: the groups shown, the rest if any, the whole."""
        rest = (min(LEFT_OUT_RANGE, self.rest) if self.groups else SHOWN_RANGE,) if self.rest else ()
        return (*(SHOWN_RANGE for _ in self.groups), *rest, SHOWN_RANGE)


def hides_every_count(publication: Publication, table: Sequence[Row]) -> bool:
    """Return whether every count that `publication` does not state could also be another.

    `table` holds the real answers, a row for each of its groups and one for the rest. They only shorten the
    search: most second solutions are near the first.
    """
    unsure = _not_seen_to_move(publication, table)
    return not unsure or _solved(publication, unsure)


def _not_seen_to_move(publication: Publication, table: Sequence[Row]) -> tuple[tuple[int, int], ...]:
    """Return the counts, by part and kind, for which a short walk through equal fits finds no second number."""
    rows = [list(row) for row in table]
    readings = [*(reading for _, reading in publication.groups), *([None] if publication.rest else [])]
    kinds = range(publication.steps + NO_LEVELS)
    moves = [(part, i, j) for part in range(len(rows)) for i in kinds for j in kinds if i != j]
    least, most = _with_whole(rows), _with_whole(rows)
    for turn in range(PASSES):
        for part, i, j in moves if turn % 2 == 0 else reversed(moves):
            if rows[part][i] and _moved(rows, part, (i, j), (readings[part], publication.whole)):
                for low, high, row in zip(least, most, _with_whole(rows), strict=True):
                    low[:], high[:] = map(min, low, row), map(max, high, row)
    return tuple(
        (part, kind)
        for part, wide in enumerate(publication.ranges)
        for kind in kinds
        if most[part][kind] - least[part][kind] < wide
    )


def _moved(rows: list[list[int]], part: int, move: tuple[int, int], readings: tuple[float | None, float]) -> bool:
    """Let one voice of `part` say the second of `move` instead of the first, if both readings stay."""
    row, (i, j), (reading, whole) = rows[part], move, readings
    row[i], row[j] = row[i] - 1, row[j] + 1
    if (reading is None or published_reading(row) == reading) and published_reading(_sums(rows)) == whole:
        return True
    row[i], row[j] = row[i] + 1, row[j] - 1
    return False


def published_reading(row: Row) -> float | None:
    """Return the level that is published of such a row; None where something else is published, or nothing."""
    counts = tuple(row[:-NO_LEVELS])
    is_published = enough_levels(sum(counts), sum(row)) and 2 * row[-1] <= sum(row)
    return median(counts) if is_published else None


def _with_whole(rows: Sequence[Row]) -> list[list[int]]:
    return [*(list(row) for row in rows), _sums(rows)]


def _sums(rows: Sequence[Row]) -> list[int]:
    return [sum(counts) for counts in zip(*rows, strict=True)]


@lru_cache(maxsize=4096)
def _solved(publication: Publication, unsure: tuple[tuple[int, int], ...]) -> bool:
    """Return whether an integer program finds a second number for each count in `unsure`."""
    model = silent_solver()
    parts, whole = constrain(model, publication.steps, publication.whole, publication.groups, publication.rest)
    counts, seen = [*parts, whole], list[Sequence[float]]()
    return all(_differs(model, counts[part][kind], publication.ranges[part], seen) for part, kind in unsure)


def _differs(model: Any, count: Any, wide: int, seen: list[Sequence[float]]) -> bool:
    """Return whether `count` can differ by `wide` or more; `seen` are the solutions of earlier questions."""
    values = [_value(count, solution) for solution in seen]
    for ask in (model.maximize, model.minimize):
        if values and max(values) - min(values) >= wide:
            break
        ask(count)
        if model.modelStatusToString(model.getModelStatus()) != "Optimal":
            return False
        seen.append(model.getSolution().col_value)
        values.append(_value(count, seen[-1]))
    return max(values) - min(values) >= wide


def _value(count: Any, solution: Sequence[float]) -> int:
    return sum(round(solution[column]) for column in count.idxs)
