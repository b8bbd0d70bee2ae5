"""The working behind one dimension: what each indicator brings, whether that is enough, and the sums written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from placecheck.rubric import Dimension, Rubric
from placecheck.scoring import DimensionResult, IndicatorResult
from placecheck.views.results.ladder_words import Ladder, dimension_words
from placecheck.views.results.number_words import exactly, shortly
from placecheck.words import explaining as w
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class _Part:
    """An indicator that applies, with the weight it counts with: 1 wherever all weights are equal."""

    name: str
    result: IndicatorResult
    weight: Decimal


def explain_one_dimension(
    rubric: Rubric, dimension: Dimension, result: DimensionResult, ladder: Ladder
) -> Iterator[str]:
    """Yield how `result` came about, a sentence or two a line."""
    names = {indicator.id: indicator.name for indicator in dimension.indicators}
    yield say_n(w.HAS, len(result.indicators), name=dimension.name)
    left_out = [names[indicator.id] for indicator in result.indicators if indicator.status == "not_here"]
    if left_out:
        yield say_n(w.LEFT_OUT, len(left_out), names=", ".join(left_out))
    parts = _parts(rubric, names, result)
    if not parts:
        yield say(w.NONE_APPLIES)
        return
    yield from _brought(parts)
    yield from _coverage(rubric.scoring.min_coverage, result, parts)
    yield from _means(result, parts)
    yield say(w.STANDS, words=dimension_words(ladder, result))


def _parts(rubric: Rubric, names: dict[str, str], result: DimensionResult) -> list[_Part]:
    applicable = [indicator for indicator in result.indicators if indicator.status != "not_here"]
    weights = [rubric.by_id[indicator.id].weight for indicator in applicable]
    if len(set(weights)) == 1:
        weights = [Decimal(1)] * len(weights)
    return [
        _Part(names[indicator.id], indicator, weight) for indicator, weight in zip(applicable, weights, strict=True)
    ]


def _brought(parts: Sequence[_Part]) -> Iterator[str]:
    equal = _all_count_once(parts)
    for part in parts:
        counts_as = "" if equal else f" {say(w.COUNTS_AS, weight=exactly(part.weight))}"
        yield _reading_words(part) + counts_as
    if equal:
        yield say(w.ALL_COUNT_ONCE)


def _reading_words(part: _Part) -> str:
    result = part.result
    low, high = shortly(result.low), shortly(result.high)
    if result.reading is None:
        return say(w.HAS_NO_READING, name=part.name, low=low, high=high)
    if result.low == result.high:
        return say(w.HAS_SURE_READING, name=part.name, reading=shortly(result.reading))
    return say(w.HAS_READING, name=part.name, reading=shortly(result.reading), low=low, high=high)


def _coverage(least: Decimal, result: DimensionResult, parts: Sequence[_Part]) -> Iterator[str]:
    """Yield rule 6: whether enough is known for a reading."""
    every = _weight(parts)
    covered = _weight([part for part in parts if part.result.reading is not None])
    sentence = w.COVERAGE if _all_count_once(parts) else w.COVERAGE_BY_WEIGHT
    words = say(sentence, covered=exactly(covered), all=exactly(every), needed=exactly(least * every))
    yield f"{words} {say(w.NOT_ENOUGH if result.reading is None else w.ENOUGH)}"


def _means(result: DimensionResult, parts: Sequence[_Part]) -> Iterator[str]:
    """Yield rules 6 and 7: the sums."""
    if result.reading is not None:
        yield _mean(w.MEAN, [(part.result.reading, part.weight) for part in parts])
    if result.low == result.high:
        yield say(w.NO_GAPS)
        return
    yield _mean(w.LOWEST, [(part.result.low, part.weight) for part in parts])
    yield _mean(w.HIGHEST, [(part.result.high, part.weight) for part in parts])


def _mean(sentence: str, values: Sequence[tuple[float | None, Decimal]]) -> str:
    """Return a weighted mean written out: the terms, their sum, and the quotient."""
    known = [(Decimal(value), weight) for value, weight in values if value is not None]
    terms = [shortly(value) if weight == 1 else f"{shortly(value)} × {exactly(weight)}" for value, weight in known]
    total = sum((value * weight for value, weight in known), Decimal(0))
    every = sum((weight for _, weight in known), Decimal(0))
    return say(sentence, sum=" + ".join(terms), total=exactly(total), all=exactly(every), mean=shortly(total / every))


def _all_count_once(parts: Sequence[_Part]) -> bool:
    return all(part.weight == 1 for part in parts)


def _weight(parts: Sequence[_Part]) -> Decimal:
    return sum((part.weight for part in parts), Decimal(0))
