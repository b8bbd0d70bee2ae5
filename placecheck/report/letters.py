"""Which letters the typefaces print, and what stands in the place of those that they do not.

Typst stops at a letter that no typeface holds when it makes an accessible PDF, so such a letter is named instead:
nothing that a person wrote vanishes without a trace.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from placecheck.words import report as w
from placecheck.words import say

LETTERS = Path(__file__).with_name("letters.json")
"""The characters that each typeface prints on its own, in hexadecimal; `tests/report/write_letters.py` asks Typst."""

LONGEST_WORD = 40
"""From how many letters without a break a word gets places where a line may end."""

_PLAIN = re.compile(
    r"[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u00ff\u0174-\u0177\u2013\u2014\u2018-\u201d\u2026]*\Z"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LONG = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
_TURNERS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows. Typst finds the direction itself; they could turn our words too."""
_UNSEEN = re.compile(r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\ufe00-\ufe0d\ufeff]")
"""Characters that show nothing, or a variant that no typeface here has."""
ZERO_WIDTH_SPACE = "\u200b"


def printable(text: str) -> str:
    """`text` as the typefaces can print it; whatever they cannot is named in square brackets."""
    if not _PLAIN.match(text):
        text = _normal(text)
        if not _PLAIN.match(text):
            text = "".join(_shown(list(_clusters(text))))
    return text if len(text) <= LONGEST_WORD else _LONG.sub(lambda long: long[0] + ZERO_WIDTH_SPACE, text)


def prints(text: str) -> bool:
    """Whether all of `text` can be printed, so that nothing in it is named instead."""
    return bool(_PLAIN.match(text)) or all(map(_cluster_prints, _clusters(_normal(text))))


def _normal(text: str) -> str:
    return _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")


def plain(text: str) -> str:
    """`text` for a page that finds its own typefaces: only what no page may hold is named."""
    if text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    return "".join(f"[{_number(one)}]" if _never(one) else one for one in text if one not in _TURNERS)


def _never(one: str) -> bool:
    return unicodedata.category(one) in ("Cc", "Cs", "Co", "Cn") and one not in "\n\t"


def _clusters(text: str) -> Iterator[str]:
    """A letter with the marks that stand on it, or letters held together by joiners."""
    cluster = ""
    for one in _UNSEEN.sub("", text):
        if one in _TURNERS:
            continue
        joined = cluster and cluster[-1] == "\u200d"
        if cluster and not joined and not unicodedata.category(one).startswith("M") and one not in _JOINERS:
            yield cluster
            cluster = ""
        cluster += one
    if cluster:
        yield cluster


def _shown(clusters: list[str]) -> Iterator[str]:
    for left_out, run in groupby(
        clusters, key=lambda cluster: _script(cluster) if not _cluster_prints(cluster) else ""
    ):
        if not left_out:
            yield from run
        else:
            yield _named(left_out, "".join(run))


def _cluster_prints(cluster: str) -> bool:
    """Whether one typeface holds the whole cluster: a mark from another would not find its letter."""
    letters = {one for one in cluster if one not in _JOINERS}
    return cluster == "\n" or any(letters <= held for held in _held())


def _script(cluster: str) -> str:
    """What the letters of one script have in common, so that a run of them is named once."""
    if not unicodedata.category(cluster[0]).startswith("L"):
        return cluster
    return unicodedata.name(cluster[0], "unknown").split()[0].split("-")[0]


def _named(script: str, run: str) -> str:
    letters = sum(unicodedata.category(one).startswith("L") for one in run)
    if letters and unicodedata.category(run[0]).startswith("L"):
        name = script if script == "CJK" else script.capitalize()
        return say(w.LETTER_LEFT_OUT, script=name) if letters == 1 else say(w.LETTERS_LEFT_OUT, n=letters, script=name)
    return "".join(say(w.SIGN_LEFT_OUT, name=unicodedata.name(one, "").lower() or _number(one)) for one in run)


def _number(one: str) -> str:
    return f"U+{ord(one):04X}"


@lru_cache(maxsize=1)
def _held() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(chr(n) for part in ranges.split() for n in _range(part))
        for ranges in json.loads(LETTERS.read_text(encoding="utf-8")).values()
    )


def _range(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
