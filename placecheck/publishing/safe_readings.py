"""The readings of answers that may be published: those that let nobody work out a count that is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from placecheck.assessment.asked import is_asked_by_rule
from placecheck.assessment.model import Answer, Voice
from placecheck.publishing.reconstruction_check import Publication, hides_every_count
from placecheck.rubric import Rubric
from placecheck.scoring.disclosure_control import NO_PERSPECTIVE, Outline, groups_shown, outline, readings_of_groups
from placecheck.scoring.indicator import tally


class SafeReadings:
    """What may be published of the answers of `voices`, by indicator, with `groups` (perspectives) separately.

    First the groups' readings are left out, then that of the whole, until every hidden count has a second
    solution. Whom an indicator is not asked of by its rule does not count on it, even with an answer: who counts, and
    so what is left out, must not depend on what anybody did. Nothing is published where fewer than `minimum` voices
    are left, and `groups` are shown as far as their sizes allow it among those voices too.
    """

    def __init__(self, rubric: Rubric, voices: Sequence[Voice], groups: Sequence[str], minimum: int) -> None:
        self._steps, self._indicators = rubric.steps, rubric.by_id
        self._voices, self._groups, self._minimum = voices, groups, minimum

    def _asked(self, id_: str) -> list[Voice]:
        """Return the voices that count on the indicator."""
        return [voice for voice in self._voices if is_asked_by_rule(self._indicators[id_], voice)]

    def _groups_asked(self, id_: str) -> tuple[str, ...]:
        """Return the groups that may be shown on the indicator, by the number of voices that count on it."""
        sizes = Counter(voice.perspective or NO_PERSPECTIVE for voice in self._asked(id_))
        return groups_shown(sizes, self._minimum, self._groups)

    def _parts(self, id_: str, groups: Sequence[str]) -> list[list[Voice]]:
        """Return the voices that count of each of `groups`, then those of all others."""
        voices = self._asked(id_)
        parts = [[voice for voice in voices if voice.perspective == group] for group in groups]
        rest = [voice for voice in voices if voice.perspective not in groups]
        return [*parts, *([rest] if rest else [])]

    def whole(self, id_: str) -> Outline | None:
        """Return what is published of all voices; None where they are too few, or it would reveal a count."""
        voices = self._asked(id_)
        if len(voices) < self._minimum:
            return None
        voices_outline = self._outline(voices, id_)
        if voices_outline.reading is None:
            return voices_outline
        alone = Publication(self._steps, voices_outline.reading, (), len(voices))
        return voices_outline if hides_every_count(alone, [self._row(voices, id_)]) else None

    def of_groups(self, id_: str) -> dict[str, float]:
        """Return the reading of each group that is shown and asked: of all of them or of none."""
        shown = self._groups_asked(id_)
        whole, parts = self.whole(id_), self._parts(id_, shown)
        if whole is None or not shown:
            return {}
        outlines = {group: self._outline(part, id_) for group, part in zip(shown, parts, strict=False)}
        readings = readings_of_groups(whole, outlines)
        if not readings or whole.reading is None:
            return {}
        groups = tuple((len(part), readings[group]) for group, part in zip(shown, parts, strict=False))
        rest = len(parts[-1]) if len(parts) > len(groups) else 0
        publication = Publication(self._steps, whole.reading, groups, rest)
        return readings if hides_every_count(publication, [self._row(part, id_) for part in parts]) else {}

    def _outline(self, voices: Sequence[Voice], id_: str) -> Outline:
        return outline(self._steps, _answers(voices, id_))

    def _row(self, voices: Sequence[Voice], id_: str) -> tuple[int, ...]:
        counts, none = tally(self._steps, _answers(voices, id_))
        return (*counts, len(voices) - sum(counts) - none.not_here, none.not_here)


def _answers(voices: Sequence[Voice], id_: str) -> list[Answer | None]:
    return [voice.answers.get(id_) for voice in voices]
