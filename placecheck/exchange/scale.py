"""Which scale the numbers of a file are on: known for the file as a whole, or asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from placecheck.exchange.column_dictionary import comparable_text, listed_words
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.visible import normalised_text
from placecheck.exchange.vocabulary import Vocabulary
from placecheck.words import importing as words
from placecheck.words import say

FROM_0, FROM_1 = "from_0", "from_1"
DOWN = "_down"
"""What follows the name of a scale whose lowest number is the highest level."""

BETWEEN = re.compile(r"[0-9]\s*(?:[-\u2013\u2014&,;.]|to|or|and)\s*[0-9]+|[0-9]?\s*\u00bd|[0-9]+[.,][0-9]+")
FRACTION = re.compile(r"[0-9]+\s*/\s*[0-9]+")
LOOKS_LIKE_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?")
NUMBER = re.compile(r"(?:\+|(?:level|l)[ .:]?)?([0-9]{1,9})(?:[.,]0+)?", re.IGNORECASE)
LABELLED = re.compile(r"\(?([0-9])\)?\s*[-\u2013\u2014:.=)]?\s*(\D.*)", re.DOTALL)
PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]0+)?\s*%")
_LEGEND = re.compile(r"(?<![0-9])([0-9])\s*=\s*(?=\D)")
_ENTRY = re.compile(r"(?<![0-9])([0-9])\s*=\s*([^0-9=,;|]*[^0-9=,;|\s])")
_KEY = re.compile(r"^(?:key|legend|scale|levels?)\W*", re.IGNORECASE)
_DECLARED = re.compile(r"\b([01])\s*(?:to|-|\u2013|\u2014|\.\.|\u2026|/|bis|\u00e0|a|tot|i)\s*([4-9])\b")


@dataclass(frozen=True, slots=True)
class Scale:
    """Which number is the lowest, 0 or 1, and whether it is the highest level, so that the numbers run down."""

    first: int = 0
    is_reversed: bool = False

    def level(self, number: int, top: int) -> int:
        """Return the level of a number, where the highest level is `top`."""
        return top - (number - self.first) if self.is_reversed else number - self.first


def find_scale(
    cells: Iterable[str], headings: Iterable[str], vocabulary: Vocabulary, questions: ImportQuestions
) -> Scale:
    """Return the scale of a file whose cells under a level hold the texts `cells`; asked where it is open."""
    texts = {normalised_text(cell) for cell in cells}
    numbers = {int(match[1]) for text in texts if (match := NUMBER.fullmatch(text))}
    steps = vocabulary.rubric.steps
    headings = list(headings)
    if numbers and (lowest := _reversed_from(headings, vocabulary)) is not None:
        options = (*_options(vocabulary), _reversed_option(lowest, vocabulary))
        answer = questions.ask("scale", say(words.SCALE_RUNS_DOWN), options, concerns_whole_file=True)
        direction = answer or options[-1].value
        return Scale(int(direction.removesuffix(DOWN)[-1]), direction.endswith(DOWN))
    firsts = _labelled(texts, vocabulary) | _declared(headings, steps)
    if len(firsts) == 1 and not (firsts == {1} and 0 in numbers) and not (firsts == {0} and steps in numbers):
        return Scale(firsts.pop())
    if not firsts and (not numbers & set(range(1, steps + 1)) or (0 in numbers and steps not in numbers)):
        return Scale(0)
    if 0 in numbers and steps in numbers and not firsts:
        return Scale(0)  # six numbers are on neither scale: those off the ladder are named cell by cell
    chosen = questions.ask("scale", _text(numbers, firsts), _options(vocabulary), concerns_whole_file=True)
    likely = FROM_1 if steps in numbers else FROM_0  # until it is answered, what leaves no number off the ladder
    return Scale(1 if (chosen or likely) == FROM_1 else 0)


def _text(numbers: set[int], firsts: set[int]) -> str:
    if len(firsts) > 1 or not numbers:
        return say(words.SCALES_MIXED)
    return say(words.WHICH_SCALE, low=min(numbers), high=max(numbers))


def _options(vocabulary: Vocabulary) -> tuple[Option, ...]:
    top = vocabulary.rubric.steps - 1
    first, last = vocabulary.rubric.levels[0].name, vocabulary.rubric.levels[top].name
    names: Mapping[str, tuple[int, int]] = {FROM_0: (0, top), FROM_1: (1, top + 1)}
    return tuple(
        Option(value, say(words.SCALE_OPTION, low=low, high=high, first=first, last=last))
        for value, (low, high) in names.items()
    )


def _reversed_option(lowest: int, vocabulary: Vocabulary) -> Option:
    top = vocabulary.rubric.steps - 1
    first, last = vocabulary.rubric.levels[0].name, vocabulary.rubric.levels[top].name
    text = say(words.SCALE_OPTION, low=lowest, high=lowest + top, first=last, last=first)
    return Option(f"from_{lowest}{DOWN}", text)


def _reversed_from(headings: Iterable[str], vocabulary: Vocabulary) -> int | None:
    """Return the lowest number of a legend such as `1 = always, 5 = never`, whose numbers run down; None elsewhere."""
    named: dict[int, str] = {}
    for heading in headings:
        named |= {int(number): comparable_text(name) for number, name in _ENTRY.findall(normalised_text(heading))}
    if not named:
        return None
    levels = [(number, vocabulary.levels[name]) for number, name in sorted(named.items()) if name in vocabulary.levels]
    lowest, highest = min(named), max(named)
    is_reversed = levels[0][1] > levels[-1][1] if levels else False
    if len(levels) == 1:
        is_reversed = levels[0][0] - levels[0][1] not in (0, 1)
    if not levels and lowest < highest:
        is_reversed = _is_least(named[highest]) and not _is_least(named[lowest])
    return min(lowest, 1) if is_reversed else None


def _is_least(name: str) -> bool:
    """Return whether the name of a level begins as that of the lowest does: `not at all`, `never`."""
    return name.split(" ", 1)[0] in listed_words("least")


def _labelled(texts: Iterable[str], vocabulary: Vocabulary) -> set[int]:
    """Return the numbers that labels such as `2 - Here and there` give the first level."""
    labels = (match for text in texts if (match := LABELLED.fullmatch(text)))
    pairs = ((int(label[1]), vocabulary.levels.get(comparable_text(label[2]))) for label in labels)
    return {number - level for number, level in pairs if level is not None and number - level in (0, 1)}


def _declared(headings: Iterable[str], steps: int) -> set[int]:
    """Return the numbers that headings such as `level (0 to 4)` or `1 = Not yet, 5 = ...` give the first level."""
    texts = [normalised_text(heading).casefold() for heading in headings]
    ranges = [(int(match[1]), int(match[2])) for text in texts for match in _DECLARED.finditer(text)]
    named = {int(number) for text in texts for number in _LEGEND.findall(text)}
    ends = [*ranges, (min(named), max(named))] if named else ranges
    return {first for first, last in ends if first in (0, 1) and last - first == steps - 1}


def is_legend(text: str) -> bool:
    """Return whether the text says what a number means, as `0 = not yet` and `Key: 0 = not yet` do."""
    return _LEGEND.match(_KEY.sub("", normalised_text(text))) is not None
