"""Whether the day or the month comes first in the dates of a file: known for the file as a whole, or asked."""

from __future__ import annotations

from collections.abc import Iterable

from placecheck.dates import DAY_FIRST, MONTH_FIRST, NUMBERS, bare_date, day_words, read_cell_day
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.words import importing as words
from placecheck.words import say


def find_order(texts: Iterable[str], questions: ImportQuestions) -> str:
    """Return whether the dates of a file have the day or the month first; asked where they can be read both ways."""
    pairs = [(text, int(match[1]), int(match[2])) for text in texts if (match := NUMBERS.fullmatch(bare_date(text)))]
    if any(first > 12 for _, first, _ in pairs):
        return DAY_FIRST
    if any(second > 12 for _, _, second in pairs):
        return MONTH_FIRST
    unclear = [text for text, first, second in pairs if first != second]
    if not unclear:
        return DAY_FIRST
    options = [
        Option(order, say(words.READS_AS_DAY, text=unclear[0], day=_named(unclear[0], order)))
        for order in (DAY_FIRST, MONTH_FIRST)
    ]
    return questions.ask("dates", say(words.WHICH_DATE_ORDER), options, concerns_whole_file=True) or DAY_FIRST


def _named(text: str, order: str) -> str:
    day = read_cell_day(text, order)
    return day_words(day) if day else text
