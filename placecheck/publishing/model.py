"""A published assessment: what was decided may be seen by anyone, and no more. It has no voices and no answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

PUBLISHED = 1
"""The version of this form."""

Status = Literal["ok", "too_little_known", "not_here", "left_out"]
"""`left_out`: too few voices, and nothing agreed."""


@dataclass(frozen=True, slots=True)
class PublishedGroup:
    """The published reading of an indicator for the voices of one perspective."""

    perspective: str
    reading: float


@dataclass(frozen=True, slots=True)
class PublishedIndicator:
    """One indicator. `reading` is a whole or half level; `agreed` is true where the group settled on it together.

    `texts` are those that a person ticked, each under its kind (`story`, `because`), in alphabetical order
    and without who said them.
    """

    id: str
    name: str
    own_words: bool
    status: Status
    reading: float | None
    agreed: bool
    not_agreed: bool
    groups: tuple[PublishedGroup, ...]
    texts: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class PublishedDimension:
    """One dimension: the mean of what is published of its indicators, which says nothing beyond them."""

    id: str
    name: str
    reading: float | None
    indicators: tuple[PublishedIndicator, ...]


@dataclass(frozen=True, slots=True)
class Spoke:
    """How many voices of one perspective answered."""

    perspective: str
    name: str
    voices: int


@dataclass(frozen=True, slots=True)
class Published:
    """One assessment of one place as anyone may see it.

    `voices` is None where there were fewer than `minimum`. `spoke` are the perspectives shown; all others together are
    what they leave of `voices`.
    """

    published: int
    rubric: dict[str, str]
    levels: tuple[str, ...]
    minimum: int
    place: dict[str, str]
    date: str | None
    question_set: str
    voices: int | None
    together: bool
    spoke: tuple[Spoke, ...]
    dimensions: tuple[PublishedDimension, ...]
    missing_voices: str | None
    actions: tuple[dict[str, str], ...]
    held_back: int | None = None
    """How many questions a workshop kept from everyone."""
    chosen: int | None = None
    """How many questions the group chose to ask; None: the whole `question_set`."""

    def as_data(self) -> dict[str, Any]:
        """Return it as plain values, without empty fields."""
        fields: dict[str, Any] = _bare(asdict(self))
        return fields


def _bare(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _bare(value) for key, value in data.items() if not _is_absent(value)}
    return [_bare(item) for item in data] if isinstance(data, list | tuple) else data


def _is_absent(value: Any) -> bool:
    """Return whether a key says nothing. By identity and type: 0.0 equals False, and is a reading."""
    return value is None or value is False or (isinstance(value, list | tuple) and not value)
