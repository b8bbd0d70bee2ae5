"""What in a text may say who somebody is. What is looked for is data; whether it matters, a person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from placecheck.assessment import Place

Kind = Literal["email", "web", "phone", "postcode", "address", "titled", "count", "called", "role", "close", "name"]

_CAPITAL = re.compile(r"[^\W\d_a-z][\w'’-]*")
_ROW = re.compile(rf"{_CAPITAL.pattern}(?: {_CAPITAL.pattern})*")
"""Words with a capital letter in a row: a name and a surname are one thing to look at."""
_BEGINS = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”‘’()\[\]–—-]*$")
"""What stands before the first word of a sentence."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to look at: which letters of the text, from and up to, and what they may be."""

    kind: Kind
    start: int
    end: int
    text: str


class Marker:
    """Marks texts about one place. `known` are words of the place's own name, which name nobody."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known

    @classmethod
    def for_place(cls, place: Place) -> Marker:
        """A marker that does not take the place's own name for a person's."""
        return cls(frozenset(re.findall(r"\w+", f"{place.name} {place.nation or ''}")))

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Everything in `text` to look at, in the order in which it stands; no two overlap."""
        found: list[Mark] = []
        for kind, pattern in _patterns():
            found += (Mark(kind, *one.span(), one[0]) for one in pattern.finditer(text) if _is_free(one.span(), found))
        found += (one for one in self._names(text) if _is_free((one.start, one.end), found))
        return tuple(sorted(found, key=lambda mark: mark.start))

    def _names(self, text: str) -> Iterator[Mark]:
        """Words with a capital letter that a sentence does not ask for, and first names wherever they stand."""
        for row in _ROW.finditer(text):
            words = list(_CAPITAL.finditer(text, *row.span()))
            if _BEGINS.search(text[: row.start()]) and _bare(words[0][0]) not in _words()["first_names"]:
                words = words[1:]
            words = [one for one in words if not self._names_nobody(_bare(one[0]))]
            if words:
                end = words[-1].start() + len(_bare(words[-1][0]))
                yield Mark("name", words[0].start(), end, text[words[0].start() : end])

    def _names_nobody(self, word: str) -> bool:
        known = self._known | _words()["no_names"]
        return len(word) == 1 or word in known or word.removesuffix("s") in known


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _is_free(span: tuple[int, int], found: list[Mark]) -> bool:
    return all(span[1] <= mark.start or span[0] >= mark.end for mark in found)


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("marks.yaml").read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(_data()[name]) for name in ("no_names", "first_names")}


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    kinds = {kind: kind for kind in get_args(Kind)}
    written = [(kinds[kind], re.compile(one)) for kind, ones in _data()["patterns"].items() for one in ones]
    for kind, name in (("close", "close"), ("role", "roles")):
        longest_first = sorted(_data()[name], key=len, reverse=True)
        listed = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in longest_first)
        written.append((kinds[kind], re.compile(rf"\b(?:{listed})\b(?!\w)", re.IGNORECASE)))
    return tuple(written)
