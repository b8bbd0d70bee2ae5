"""What in a text may say who somebody is. What is looked for is data; whether it matters, a person decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from placecheck.assessment import Place

Kind = Literal[
    "email",
    "web",
    "birth",
    "phone",
    "postcode",
    "number",
    "address",
    "titled",
    "count",
    "called",
    "role",
    "close",
    "described",
    "name",
]

_CAPITALS = "".join(filter(str.isupper, map(chr, (*range(0x41, 0x530), *range(0x1E00, 0x2000)))))
_CAPITAL = re.compile(rf"(?<![\w'’])[{_CAPITALS}][\w'’-]*")
_SMALL = re.compile(r"(?<![\w'’.@-])[^\W\d_]+(?:-[^\W\d_]+)?(?![\w@])")
_APOSTROPHE = re.compile("['’]")
_NEXT = re.compile(r"\s+([\w'’]+)")
_ROW = re.compile(rf"{_CAPITAL.pattern}(?: {_CAPITAL.pattern})*")
"""Words with a capital letter in a row: a name and a surname are one thing to look at."""
_BEGINS = re.compile(r"(?:^|[.!?:…\n])[\s\"'“”‘’()\[\]–—-]*$")
"""What stands before the first word of a sentence."""


@dataclass(frozen=True, slots=True)
class PossiblePersonalData:
    """One thing to look at: which letters of the text, from and up to, and what they may be."""

    kind: Kind
    start: int
    end: int
    text: str


class PersonalDataFinder:
    """Marks texts about one place. `known` are words of the place's own name, which name nobody."""

    def __init__(self, known: frozenset[str]) -> None:
        self._known = known

    @classmethod
    def for_place(cls, place: Place) -> PersonalDataFinder:
        """Return a finder that does not take the place's own name for a person's."""
        return cls(frozenset(re.findall(r"\w+", f"{place.name} {place.nation or ''}")))

    def marks(self, text: str) -> tuple[PossiblePersonalData, ...]:
        """Return every match in `text` to look at, in order of position; no two overlap."""
        matches: list[PossiblePersonalData] = []
        for kind, pattern in _patterns():
            matches += (
                PossiblePersonalData(kind, *item.span(), item[0])
                for item in pattern.finditer(text)
                if _is_free(item.span(), matches)
            )
        matches += (item for item in self._names(text) if _is_free((item.start, item.end), matches))
        return tuple(sorted(matches, key=lambda finding: finding.start))

    def _names(self, text: str) -> Iterator[PossiblePersonalData]:
        """Yield capitalised words where a sentence does not require the capital, and first names anywhere."""
        for row in _ROW.finditer(text):
            words = list(_CAPITAL.finditer(text, *row.span()))
            if _BEGINS.search(text[: row.start()]) and not self._begins_with_name(words, text):
                words = words[1:]
            words = [word for word in words if not self._names_nobody(_bare(word[0]))]
            if words:
                end = words[-1].start() + len(_bare(words[-1][0]))
                yield PossiblePersonalData("name", words[0].start(), end, text[words[0].start() : end])
        for word in _SMALL.finditer(text):
            if word[0] in _small_names() and word[0].title() not in self._known:
                yield PossiblePersonalData("name", *word.span(), word[0])

    def _begins_with_name(self, words: list[re.Match[str]], text: str) -> bool:
        """Return whether the first word of a sentence is a name: a known one, or one by what follows it."""
        word = _bare(words[0][0])
        is_word = _is_ordinary(word)
        if word in _first_names() and not is_word:
            return True
        if len(words) > 1 and word in _first_names() and not self._names_nobody(_bare(words[1][0])):
            return True
        follows = _NEXT.match(text, words[0].end())
        if follows is None or (is_word and word not in _first_names()):
            return False
        if word not in _first_names() and not _may_be_name(word, follows[1]):
            return False
        return follows[1] in _words()["does"] or (follows[1] in _words()["is"] and not is_word)

    def _names_nobody(self, word: str) -> bool:
        known = self._known | _words()["no_names"]
        stems = {word, word.removesuffix("s"), _APOSTROPHE.split(word)[0]}  # of "They've": "They"
        return len(word) == 1 or not stems.isdisjoint(known)


def _may_be_name(word: str, verb: str) -> bool:
    """Return whether a word that nobody lists may be a name by its ending: no plural, and no noun made of a verb."""
    is_plural = word.endswith("s") and not verb.endswith("s")
    return not is_plural and not word.endswith(tuple(_data()["noun_endings"]))


def _bare(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _is_free(span: tuple[int, int], matches: list[PossiblePersonalData]) -> bool:
    return all(span[1] <= match.start or span[0] >= match.end for match in matches)


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("personal_data.yaml").read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(_data()[name])
        for name in ("no_names", "first_names", "more_first_names", "also_words", "does", "is")
    }


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    return _words()["first_names"] | _words()["more_first_names"]


@lru_cache(maxsize=1)
def _small_names() -> frozenset[str]:
    """Return the first names, with a small letter, that are nothing else then."""
    return frozenset(name.lower() for name in _first_names() if not _is_ordinary(name))


@lru_cache(maxsize=4_096)
def _is_ordinary(word: str) -> bool:
    """Return whether the word is one that anybody may begin a sentence with, in one of its forms."""
    small = word.lower()
    if word.title() in _first_names():
        return small in _words()["also_words"]
    forms = {
        small,
        small.removesuffix("s"),
        small.removesuffix("es"),
        small.removesuffix("ed"),
        small.removesuffix("ing"),
    }
    return bool((forms | {small.removesuffix("ies") + "y"}) & _easy_words())


@lru_cache(maxsize=1)
def _easy_words() -> frozenset[str]:
    """Return the words that most readers know, as the library for reading ages lists them, and our own texts' words."""
    spec = find_spec("textstat")  # importing it takes a second, for a list of words
    folder = Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None
    listed = (folder / "resources" / "en" / "easy_words.txt").read_text(encoding="utf-8") if folder else ""
    ours = Path(__file__).with_name("ordinary_words.txt").read_text(encoding="utf-8")
    return frozenset(f"{listed} {ours}".lower().split())


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    kinds = {kind: kind for kind in get_args(Kind)}
    written = [
        (kinds[kind], re.compile(pattern)) for kind, patterns in _data()["patterns"].items() for pattern in patterns
    ]
    longest_first = sorted(_data()["roles"], key=len, reverse=True)
    listed = "|".join(re.escape(role).replace(r"\ ", r"\s+") for role in longest_first)
    return (*written, ("role", re.compile(rf"\b(?:{listed})\b(?!\w)", re.IGNORECASE)))
