"""A rubric's own words as people write them in a spreadsheet: which indicator, level or perspective is meant."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from placecheck.exchange.dictionary import columns, plain
from placecheck.rubric import Indicator, Rubric

What = TypeVar("What", str, int)

_BESIDE = ("story", "sure", "not_for")
"""What may have a column of its own beside an indicator's, where each row is a whole voice."""

_NUMBER = re.compile(r"\+?([0-9]{1,9})(?:[.,]0+)?")
_NUMBER_AND_WORDS = re.compile(r"([0-9])\s*[-\u2013\u2014:.=)]?\s*(\D.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds: a `field` of the format, and the indicator it is about where a row is a whole voice."""

    field: str
    indicator: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A rubric's words, each as it is compared (`dictionary.plain`), and what they stand for."""

    rubric: Rubric
    indicators: Mapping[str, str]
    perspectives: Mapping[str, str]
    levels: Mapping[str, int]
    columns: Mapping[str, Meaning]

    @classmethod
    def of(cls, rubric: Rubric) -> Asked:
        """The words of `rubric`. What could mean two indicators, or two levels, is left out."""
        asked = tuple(rubric.indicators())
        indicators = _only([(text, one.id) for one in asked for text in (one.id, one.name, one.statement)])
        perspectives = _only([(text, one.id) for one in rubric.perspectives for text in (one.id, one.name)])
        levels = _only([(one.name, number) for number, one in enumerate(rubric.levels)])
        return cls(rubric, indicators, perspectives, levels, _columns(indicators))

    def level(self, text: str, indicator: Indicator | None) -> int | None:
        """The level that `text` gives: its number, its name, both, or its description; None where it gives none.

        A number is given as it stands, on the ladder or off it.
        """
        text = text.strip()
        if number := _NUMBER.fullmatch(text):
            return int(number[1])
        if (named := self.levels.get(plain(text))) is not None:
            return named
        if (both := _NUMBER_AND_WORDS.fullmatch(text)) and self.levels.get(plain(both[2])) == int(both[1]):
            return int(both[1])
        described = [plain(one) for one in indicator.levels] if indicator else []
        return described.index(plain(text)) if plain(text) in described else None


def _columns(indicators: Mapping[str, str]) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for text, id_ in indicators.items():
        for field in _BESIDE:
            for also in map(plain, (*columns()[field].also, field)):
                found[f"{text} {also}"] = found[f"{also} {text}"] = Meaning(field, id_)
    return found | {text: Meaning("level", id_) for text, id_ in indicators.items()}


def _only(pairs: Iterable[tuple[str, What]]) -> dict[str, What]:
    """What each text stands for, where it stands for one thing alone."""
    meant = {(plain(text), what) for text, what in pairs if plain(text)}
    times = Counter(text for text, _ in meant)
    return {text: what for text, what in meant if times[text] == 1}
