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

MAX_WORD_LENGTH = 40
"""From how many letters without a break a word gets places where a line may end."""

_PLAIN = re.compile(
    r"[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u00ff\u0174-\u0177\u2013\u2014\u2018-\u201d\u2026]*\Z"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LONG = re.compile(rf"\S{{{MAX_WORD_LENGTH}}}(?=\S)")
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
_TURNERS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows. Typst finds the direction itself; they could turn our words too."""
_UNSEEN = re.compile(r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\ufe00-\ufe0d\ufeff]")
"""Characters that show nothing, or a variant that no typeface here has."""
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "IDEOGRAPHIC", "HALFWIDTH"})
"""Scripts that one word may mix, by how their letters' names begin."""
_TWO_WORDS = frozenset({"OLD", "NEW", "LINEAR", "TAI", "MEETEI", "SYLOTI", "KAYAH", "CANADIAN", "OL", "PHAGS"})
"""How the names of letters begin whose script has a name of two words."""
ZERO_WIDTH_SPACE = "\u200b"


def printable(text: str) -> str:
    """Return `text` as the typefaces can print it; what they cannot print is named in square brackets."""
    if not _PLAIN.match(text):
        text = _normal(text)
        if not _PLAIN.match(text):
            text = "".join(_shown(list(_clusters(text))))
    return text if len(text) <= MAX_WORD_LENGTH else _LONG.sub(lambda long: long[0] + ZERO_WIDTH_SPACE, text)


def is_printable(text: str) -> bool:
    """Return whether all of `text` can be printed, so that nothing in it is named instead."""
    return bool(_PLAIN.match(text)) or all(map(_is_cluster_printable, _clusters(_normal(text))))


def _normal(text: str) -> str:
    return _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")


def printable_text(text: str) -> str:
    """Return `text` for a page that finds its own typefaces: only what no page may hold is named."""
    if text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text)
    return "".join(f"[{_number(sign)}]" if _is_forbidden(sign) else sign for sign in text if sign not in _TURNERS)


def _is_forbidden(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn") and sign not in "\n\t"


def _clusters(text: str) -> Iterator[str]:
    """Yield each letter with its combining marks, or letters held together by joiners."""
    cluster = ""
    for sign in _UNSEEN.sub("", text):
        if sign in _TURNERS:
            continue
        joined = cluster and cluster[-1] == "\u200d"
        if cluster and not joined and not unicodedata.category(sign).startswith("M") and sign not in _JOINERS:
            yield cluster
            cluster = ""
        cluster += sign
    if cluster:
        yield cluster


def _shown(clusters: list[str]) -> Iterator[str]:
    """Yield the clusters as they are printed; a run of a script that the typefaces lack is named once."""
    scripts = _left_out(clusters)
    left_out, letters, gap = "", 0, ""  # the run that is being counted, and what follows it
    for script, run in groupby(zip(scripts, clusters, strict=True), key=lambda pair: pair[0]):
        texts = [cluster for _, cluster in run]
        if script and script == left_out:
            letters, gap = letters + _count_letters(texts), ""
        elif script:
            yield _named(left_out, letters) + gap
            left_out, letters, gap = script, _count_letters(texts), ""
        elif left_out and all(map(_may_join, texts)):
            gap = "".join(texts)
        else:
            yield _named(left_out, letters) + gap + "".join(map(_sign, texts))
            left_out, letters, gap = "", 0, ""
    yield _named(left_out, letters) + gap


def _left_out(clusters: list[str]) -> list[str]:
    """Return for each cluster the script in which it is left out; "" where it is printed or is a sign by itself.

    Where one letter of a word cannot be printed, all letters of that word and script are left out with it.
    """
    scripts: list[str] = []
    for is_blank, word in groupby(clusters, key=str.isspace):
        word_scripts = _scripts(letters := list(word))
        lacking = {
            script
            for script, cluster in zip(word_scripts, letters, strict=True)
            if script and not is_blank and not _is_cluster_printable(cluster)
        }
        scripts += [script if script in lacking else "" for script in word_scripts]
    for order in (range(len(clusters)), range(len(clusters) - 1, -1, -1)):
        neighbour = ""
        for index in order:  # a script's own punctuation and figures go with its letters
            if not scripts[index] and unicodedata.category(clusters[index][0])[0] in "PN":
                scripts[index] = "" if _is_cluster_printable(clusters[index]) else neighbour
            neighbour = scripts[index]
    return scripts


def _is_cluster_printable(cluster: str) -> bool:
    """Return whether one typeface holds the whole cluster: a mark from another would not combine with its letter."""
    letters = {sign for sign in cluster if sign not in _JOINERS}
    return cluster == "\n" or any(letters <= held for held in _typeface_characters())


def _scripts(word: list[str]) -> list[str]:
    """Return the script of each letter of a word, as people know it; "" for what is no letter."""
    scripts: list[str] = []
    for cluster in word:
        name = unicodedata.name(cluster[0], "unknown").replace("-", " ").split()
        if not unicodedata.category(cluster[0]).startswith("L"):
            scripts.append("")
        elif name[0] == "MODIFIER":
            scripts.append(scripts[-1] if scripts else "Latin")
        elif name[0] in _EAST_ASIAN:
            scripts.append("Chinese or Japanese")
        else:
            scripts.append(" ".join(name[: 2 if name[0] in _TWO_WORDS else 1]).title())
    return scripts


def _may_join(cluster: str) -> bool:
    """Return whether two runs of one script with only such clusters between them are one run."""
    return cluster in " \u3000" or unicodedata.category(cluster[0]).startswith("P")


def _count_letters(clusters: list[str]) -> int:
    return sum(unicodedata.category(sign).startswith("L") for cluster in clusters for sign in cluster)


def _named(script: str, letters: int) -> str:
    if not script:
        return ""
    if letters == 1:
        return say(w.LETTER_LEFT_OUT, script=script)
    return say(w.LETTERS_LEFT_OUT, n=letters, script=script)


def _sign(cluster: str) -> str:
    """Return a cluster that is no letter as it is printed, or its name."""
    if _is_cluster_printable(cluster):
        return cluster
    return "".join(say(w.SIGN_LEFT_OUT, name=unicodedata.name(sign, "").lower() or _number(sign)) for sign in cluster)


def _number(sign: str) -> str:
    return f"U+{ord(sign):04X}"


@lru_cache(maxsize=1)
def _typeface_characters() -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(chr(n) for part in ranges.split() for n in _range(part))
        for ranges in json.loads(LETTERS.read_text(encoding="utf-8")).values()
    )


def _range(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
