"""A rubric's own words as people write them in a spreadsheet: which indicator, level or perspective is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.exchange.column_dictionary import (
    canonical_word,
    comparable_text,
    format_columns,
    headings,
    ignored_headings,
)
from placecheck.exchange.compound_headings import heading_forms
from placecheck.rubric import Rubric

What = TypeVar("What", str, int)

LEAVE_OUT = "leave_out"
_BESIDE = (*ANSWER_TEXTS, "sure", "no_answer")
"""What may have a column of its own next to an indicator's, where each row is a whole voice."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column holds: a `field` of the format, and its indicator where a row is a whole voice.

    `tick` is the level or no-answer that a tick in the column means, where each has a column of its own.
    """

    field: str
    indicator: str | None = None
    tick: str | None = None

    def __str__(self) -> str:
        about = f"{self.field} of {self.indicator}" if self.indicator else self.field
        return f"{about} = {self.tick}" if self.tick else about

    @classmethod
    def parse(cls, text: str) -> Meaning | None:
        """Read what `str` writes; None where the text is no meaning."""
        about, _, tick = text.partition(" = ")
        field, _, indicator = about.partition(" of ")
        return cls(field, indicator or None, tick or None) if field in format_columns() else None


@dataclass(frozen=True)
class Vocabulary:
    """A rubric's words, each in comparable form (`dictionary.comparable_text`), and what they mean."""

    rubric: Rubric
    indicators: Mapping[str, str]
    perspectives: Mapping[str, str]
    levels: Mapping[str, int]
    columns: Mapping[str, Meaning]
    chosen: Mapping[str, Meaning | None] = field(default_factory=dict)
    """What a person said that a heading means; None where its column is left out."""

    def choosing(self, chosen: Mapping[str, str]) -> Vocabulary:
        """Return the same words with what a person chose for headings, as texts of meanings."""
        return replace(
            self, chosen={comparable_text(heading): Meaning.parse(text) for heading, text in chosen.items() if text}
        )

    @classmethod
    def of(cls, rubric: Rubric) -> Vocabulary:
        """Gather the words of `rubric`. What could mean two indicators, or two levels, is left out."""
        every_indicator = tuple(rubric.indicators())
        indicators = _only(
            [(text, item.id) for item in every_indicator for text in (item.id, item.name, item.statement)]
        )
        own = rubric.renamed  # a sheet may be older than the group's words for a perspective
        perspectives = _only(
            [
                (text, item.id)
                for item in rubric.perspectives
                for text in (item.id, item.name, own.get(item.id, item.id))
            ]
        )
        levels = _only([(level.name, number) for number, level in enumerate(rubric.levels)])
        return cls(rubric, indicators, perspectives, levels, _columns(indicators))

    @cached_property
    def descriptions(self) -> Mapping[str, Mapping[str, int]]:
        """Return the level of each description of an indicator's ladder, by the indicator's id."""
        return {
            item.id: {comparable_text(text): number for number, text in enumerate(item.levels)}
            for item in self.rubric.indicators()
        }

    @cached_property
    def sections(self) -> frozenset[str]:
        """Return the names of the dimensions, which appear between statements as headings of sections."""
        return frozenset(comparable_text(text) for item in self.rubric.dimensions for text in (item.id, item.name))

    def indicator(self, text: str) -> str | None:
        """Return the indicator that `text` names: by its id, its name or its statement, numbered or not."""
        return next((self.indicators[form] for form in heading_forms(text) if form in self.indicators), None)

    @cached_property
    def names_indicator(self) -> Callable[[str], bool]:
        """Return whether a cell names an indicator; the result is cached."""

        @lru_cache(maxsize=4_096)
        def names(text: str) -> bool:
            return self.indicator(text) is not None

        return names

    def meaning(self, heading: str) -> Meaning | None:
        """Return what a heading means, in any of the shapes that forms give it; None where it is not known."""
        if self.chosen and (bare := comparable_text(heading)) in self.chosen:
            return self.chosen[bare]
        if heading in format_columns():
            return Meaning(heading)
        forms = [form for form in dict.fromkeys(heading_forms(heading)) if form]
        for form in forms:
            if field := headings().get(form):
                return Meaning(field)
            if meaning := self.columns.get(form):
                return meaning
        return self._tick(forms)

    @cached_property
    def is_known(self) -> Callable[[str], bool]:
        """Return whether a heading is known, if only to be left out; the result is cached."""

        @lru_cache(maxsize=4_096)
        def known(heading: str) -> bool:
            bare = comparable_text(heading)
            return bare in ignored_headings() or bare in self.chosen or self.meaning(heading) is not None

        return known

    def count_known(self, cells: Iterable[object]) -> int:
        """Count how many different things the cells mean as headings."""
        texts = [text for text in cells if isinstance(text, str) and text.strip()]
        return len(
            {self.meaning(text) or comparable_text(text) for text in texts if len(text) < 1_000 and self.is_known(text)}
        )

    def tick_of(self, text: str) -> str | None:
        """Return the level (its number) or the no-answer whose column `text` is the heading of."""
        bare = comparable_text(text)
        if bare in self.levels:
            return str(self.levels[bare])
        number, _, name = bare.partition(" ")
        if number.isdecimal() and name in self.levels:
            return str(self.levels[name])
        return canonical_word("no_answer", text)

    def _tick(self, forms: Iterable[str]) -> Meaning | None:
        """Return the meaning of a column for one level of one indicator: `Places to meet [Usually]`."""
        for form in forms:
            for text, meaning in self._by_beginning(form):
                if tick := self.tick_of(form.removeprefix(text).strip()):
                    return Meaning("level", meaning.indicator, tick)
        return None

    def _by_beginning(self, form: str) -> list[tuple[str, Meaning]]:
        words = form.split()
        beginnings = (" ".join(words[:count]) for count in range(1, len(words)))
        return [(text, Meaning("level", self.indicators[text])) for text in beginnings if text in self.indicators]


def _columns(indicators: Mapping[str, str]) -> dict[str, Meaning]:
    meanings: dict[str, Meaning] = {}
    for text, id_ in indicators.items():
        for name in _BESIDE:
            for also in map(comparable_text, (*format_columns()[name].other_headings, name)):
                meanings[f"{text} {also}"] = meanings[f"{also} {text}"] = Meaning(name, id_)
    return meanings | {text: Meaning("level", id_) for text, id_ in indicators.items()}


def _only(pairs: Iterable[tuple[str, What]]) -> dict[str, What]:
    """Return what each text means, where it has one meaning alone."""
    comparable_pairs = {(comparable_text(text), what) for text, what in pairs if comparable_text(text)}
    times = Counter(text for text, _ in comparable_pairs)
    return {text: what for text, what in comparable_pairs if times[text] == 1}
