"""Dates as people write them, read and shown here and nowhere else. Text that names no date stays as it is written."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from typing import NamedTuple

from placecheck.words import ENGLISH, language

DAY_FIRST, MONTH_FIRST = "day_first", "month_first"
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january ion ionawr janvier januar enero", "feb february chwef chwefror février fevrier februar febrero",
         "mar march maw mawrth mars märz marz maerz marzo", "apr april ebr ebrill avril abril", "may mai mayo",
         "jun june meh mehefin juin juni junio", "jul july gor gorff gorffennaf juillet juli julio",
         "aug august awst août aout agosto", "sep sept september medi septembre septiembre",
         "oct october hyd hydref octobre oktober okt octubre", "nov november tach tachwedd novembre noviembre",
         "dec december rhag rhagfyr décembre decembre dezember dez diciembre"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_TIME = re.compile(
    r"(?:,?\s+|t)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:z|gmt|utc|bst)?(?:[+-]\d{1,2}(?::?\d{2})?)?$",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.|er|º)?[\s-]+(?:of\s+|o\s+)?([^\W\d_]{3,12})\.?,?[\s-]+(\d{4}|\d{2})"
)
_MONTH_DAY = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"([^\W\d_]{3,12})\.?,?[\s-]+(?:of\s+)?(\d{4})")
_FIGURES_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})(?:[-/.](\d{1,2}))?")
_AROUND = re.compile(
    r"((?:(?:by|in|on|about|around|erbyn|tua)\s+)?(?:the\s+)?"
    r"(?:(?:end|start|beginning|middle)\s+of\s+|(?:early|mid|late|diwedd|dechrau)[\s-]+)?)(.+)",
    re.IGNORECASE | re.DOTALL,
)
_CENTURY = 2000
_SERIAL = re.compile(r"[34]\d{4}(?:\.\d+)?")
_EPOCH = datetime.date(1899, 12, 30)
_DAY, _MONTH = len("2027-01-31"), len("2027-01")
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

Period = tuple[datetime.date, datetime.date]
"""The first and the last day."""


def local_today() -> datetime.date:
    """Return today's date where the program runs."""
    return datetime.datetime.now().astimezone().date()


class WrittenWhen(NamedTuple):
    """What somebody wrote of a time: the words before the date, as in "end of", and the date."""

    before: str
    date: str
    """A year, a month or a day: `2027`, `2027-01`, `2027-01-31`."""


def read_when(text: str) -> WrittenWhen | None:
    """Return what `text` says of a year, a month or a day, in British order; None where it names none."""
    bare = " ".join(text.split())
    if date := _date(bare):
        return WrittenWhen("", date)
    around = _AROUND.fullmatch(bare)
    date = _date(around[2]) if around else None
    return WrittenWhen(around[1], date) if around and date else None


def read_day(text: str, order: str) -> datetime.date | None:
    """Return the day that `text` names in words or figures; None where it names none."""
    bare = bare_date(text)
    if match := _YEAR_FIRST.fullmatch(bare):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := NUMBERS.fullmatch(bare):
        first, second = int(match[1]), int(match[2])
        day, month = (first, second) if order == DAY_FIRST else (second, first)
        return _day(_year(match[3]), month, day)
    if match := _DAY_MONTH.fullmatch(bare):
        return _day(_year(match[3]), _MONTHS.get(match[2].casefold(), 0), int(match[1]))
    if match := _MONTH_DAY.fullmatch(bare):
        return _day(_year(match[3]), _MONTHS.get(match[1].casefold(), 0), int(match[2]))
    return None


def read_cell_day(text: str, order: str) -> datetime.date | None:
    """Return the day that `text` names in words, in figures or as spreadsheets count days; None where it names none."""
    bare = bare_date(text)
    if _SERIAL.fullmatch(bare):
        return _EPOCH + datetime.timedelta(days=int(float(bare)))
    return read_day(text, order)


def exact_day(text: str) -> datetime.date | str:
    """Return the day that `text` is as files write it, year-month-day; else the text itself."""
    written = read_when(text)
    is_exact = written is not None and written.date == text and len(text) == _DAY
    return datetime.date.fromisoformat(text) if is_exact else text


def bare_date(text: str) -> str:
    """Return `text` without a weekday before its date and a time of day after it."""
    return _TIME.sub("", _WEEKDAY.sub("", " ".join(text.split()))).strip()


def period_days(when: str | None) -> Period | None:
    """Return the first and the last day of `when`; None where it is left out or is no date."""
    written = read_when(when or "")
    if written is None:
        return None
    year, *rest = (int(part) for part in written.date.split("-"))
    if len(rest) > 1:
        day = datetime.date(year, *rest)
        return day, day
    first_month, last_month = rest[0] if rest else 1, rest[0] if rest else 12
    last = datetime.date(year, last_month, monthrange(year, last_month)[1])
    return datetime.date(year, first_month, 1), last


def last_day(when: str | None) -> datetime.date | None:
    """Return the last day that `when` can mean, or None."""
    days = period_days(when)
    return days[1] if days else None


def a_year_after(day: datetime.date) -> datetime.date:
    """Return the same day of the next year; 28 February for the 29th."""
    return _same_day(day, day.year + 1)


def a_year_before(day: datetime.date) -> datetime.date:
    """Return the same day of the year before; 28 February for the 29th."""
    return _same_day(day, day.year - 1)


def day_words(day: datetime.date) -> str:
    """Return a day as the reader's language writes it: `3 October 2026`."""
    return f"{day.day} {month_words(day)}" if language.get() == ENGLISH else _in_language(day, "d MMMM y")


def month_words(day: datetime.date) -> str:
    """Return the month of a day as the reader's language writes it: `October 2026`."""
    if language.get() == ENGLISH:
        return f"{_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return _in_language(day, "MMMM y")


def when_words(when: str | None) -> str:
    """Return what was written of a time, its date as the reader's language writes it; what names none as it stands."""
    written, days = read_when(when or ""), period_days(when)
    if written is None or days is None:
        return when or ""
    if len(written.date) == _DAY:
        return written.before + day_words(days[0])
    if len(written.date) == _MONTH:
        return written.before + month_words(days[0])
    return written.before + written.date


def field_words(when: str | None) -> str:
    """Return a time as a field shows it: in words where files write it, year first; else as it is written."""
    written = read_when(when or "")
    return when_words(when) if written and written.date == when else when or ""


def _date(bare: str) -> str | None:
    if day := read_day(bare, DAY_FIRST):
        return day.isoformat()
    if match := _MONTH_YEAR.fullmatch(bare):
        return _month(int(match[2]), _MONTHS.get(match[1].casefold(), 0))
    if match := _FIGURES_YEAR.fullmatch(bare):
        return _month(int(match[2]), int(match[1]))
    match = _YEAR_MONTH.fullmatch(bare)
    if match is None or not int(match[1]):
        return None
    return _month(int(match[1]), int(match[2])) if match[2] else match[1]


def _month(year: int, month: int) -> str | None:
    first = _day(year, month, 1)
    return first.isoformat()[: len("2027-01")] if first else None


def _year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == 2 else 0)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _same_day(day: datetime.date, year: int) -> datetime.date:
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _in_language(day: datetime.date, pattern: str) -> str:
    """Return the day as Babel writes it, which takes a sixth of a short command's time: English does without it."""
    from babel.dates import format_date

    return format_date(day, pattern, locale=language.get())
