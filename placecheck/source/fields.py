"""What the fields of people's files have in common: frozen models that take no unknown key, ids, and bounded text.

Nothing is guessed: `yes` is not `true`, `"2"` is not 2, and a number is not a date. `PATTERN_HINTS` has a hint for each
pattern.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

from placecheck.source.shown import show_value
from placecheck.source.text import UNWANTED

_SLUG = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
_PASSAGE = r"^[a-z][a-z0-9-]*#[0-9]{1,5}$"
_VOICE = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"
_EDITION = r"^[0-9A-Za-z][0-9A-Za-z.-]{0,30}$"
_LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"
_ADDRESS = r"^https?://[^\s/]+/\S*$"
_FINGERPRINT = r"^[0-9a-f]{16}$"
_STEMMER = r"^[a-z]{2,20}$"

PATTERN_HINTS = {
    _SLUG: "Use small letters, figures and single hyphens, a letter first, as in places-to-meet.",
    _PASSAGE: "Write the note's id, # and the paragraph's number, as in first-walk#12.",
    _VOICE: "Use up to 64 letters, figures, dots, hyphens and underscores, as in v1.",
    _EDITION: 'Use up to 31 letters, figures, dots and hyphens, as in "2026.1".',
    _LANGUAGE: "Write the language's short code, as in en or cy.",
    _ADDRESS: "Write a whole web address that begins with https:// or http:// and has a / after the name.",
    _FINGERPRINT: "A fingerprint is 16 figures and letters from a to f: rebuild it.",
    _STEMMER: "Write the language's English name in small letters, as in english or french.",
}
"""What to write where a value does not fit the pattern of its field."""


class MisfitError(ValueError):
    """A validation error: the problem, a hint, and the path of the fault below the value that was checked."""

    def __init__(self, what: str, hint: str, *relative_path: str | int) -> None:
        self.what, self.hint, self.relative_path = what, hint, relative_path
        super().__init__(f"{what} {hint}")


def _as_text(text: str) -> str:
    """Normalise line breaks; refuse characters that are not text."""
    unwanted = UNWANTED.search(text)
    if unwanted:
        raise MisfitError(f"The character U+{ord(unwanted.group()):04X} is not allowed in text.", "Take it out.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_line(text: str) -> str:
    if re.search("[\n\x85\u2028\u2029]", _as_text(text)):
        raise MisfitError("A line break stands in this text.", "Write it on one line.")
    return text


def _as_number(value: Any) -> Any:
    if isinstance(value, str):
        raise MisfitError(
            f"{show_value(value)} stands where a number is meant.", "Write a number in digits, without quotes."
        )
    return value


def _as_written(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _as_day(value: Any) -> Any:
    """Return a date, or parse its text as in JSON or quotes; nothing that could be a time or a count of seconds."""
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return _in_calendar(value)
    return value


def _in_calendar(day: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(day)
    except ValueError:
        raise MisfitError(f"There is no {day} in the calendar.", "Check the month and the day.") from None


def _as_written_when(value: Any) -> Any:
    """Return a day or a year that has no quotes as the text that was written."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Slug = Annotated[str, StringConstraints(pattern=_SLUG, max_length=60)]
"""A readable id: small letters, figures and hyphens."""

PassageId = Annotated[str, StringConstraints(pattern=_PASSAGE)]
"""`note-id#paragraph`: the paragraph's position among the note's non-empty lines, from 0."""

VoiceId = Annotated[str, StringConstraints(pattern=_VOICE)]
Edition = Annotated[str, StringConstraints(pattern=_EDITION)]
Language = Annotated[str, StringConstraints(pattern=_LANGUAGE)]
Address = Annotated[str, StringConstraints(pattern=_ADDRESS)]
Stemmer = Annotated[str, StringConstraints(pattern=_STEMMER)]
Fingerprint = Annotated[str, StringConstraints(pattern=_FINGERPRINT)]

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_as_line)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), AfterValidator(_as_text)]
Story = Annotated[str, StringConstraints(min_length=1, max_length=10_000), AfterValidator(_as_text)]
"""What a person tells, kept exactly as it is, with the spaces at its ends."""

YesNo = Annotated[bool, Field(strict=True)]
Whole = Annotated[int, Field(strict=True)]
Number = Annotated[Decimal, BeforeValidator(_as_number), PlainSerializer(_as_written, when_used="json")]
"""An exact decimal; a plain number where it is written as JSON."""

Day = Annotated[datetime.date, Field(strict=True), BeforeValidator(_as_day)]

WhenWords = Annotated[Line, BeforeValidator(_as_written_when), Field(json_schema_extra={"type": ["string", "integer"]})]
"""A time as people say it, such as `by Easter` or `31/01/2027`: kept as it is written."""


class Frozen(BaseModel):
    """A value that never changes and takes no key it does not know.

    Files use the alias as the key. Reading also accepts the field's own name; writing always uses the alias.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        hide_input_in_errors=True,
        defer_build=True,
        populate_by_name=True,
        serialize_by_alias=True,
    )
