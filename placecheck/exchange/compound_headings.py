"""The shapes in which form services write a heading, split into parts; each part may be what a column is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placecheck.exchange.column_dictionary import comparable_text

_TAG = re.compile(r"<[^<>]{1,200}>")
_BRACKETED = re.compile(r"^(?P<stem>.*?)\s*\[(?P<part>[^\[\]]+)\]\s*(?P<after>[^\[\]]*)$", re.DOTALL)
_IN_BRACKETS = re.compile(r"\([^()]*\)\s*$")
_BETWEEN = re.compile(r"\s*(?:\.(?!\d)|/|:|>|\||\s[-\u2013\u2014]\s)\s*")
_NUMBERED = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d{1,3}(?:\.\d{1,3})*\s*[.):\-\u2013]?\s+", re.IGNORECASE)


def heading_forms(heading: str) -> Iterator[str]:
    """Yield what the heading may be about, in comparable form: the whole first, then its last part, then others.

    `Title [Row]`, `Stem.Row`, `group/name`, `Stem - Row` and `Stem: Row` end in the part that tells columns from
    each other.
    """
    text = _TAG.sub(" ", heading)
    yield comparable_text(text)
    yield comparable_text(_NUMBERED.sub("", text))
    yield comparable_text(_NUMBERED.sub("", _IN_BRACKETS.sub("", text)))
    bracketed = _BRACKETED.match(text)
    if bracketed:
        yield comparable_text(f"{bracketed['part']} {bracketed['after']}")
        yield comparable_text(_NUMBERED.sub("", bracketed["part"]))
        yield comparable_text(f"{bracketed['stem']} {bracketed['part']}")
        yield comparable_text(f"{_NUMBERED.sub('', bracketed['stem'])} {bracketed['part']}")
    parts = [part for part in _BETWEEN.split(text) if part]
    for start in range(1, len(parts)):
        yield comparable_text(_NUMBERED.sub("", " ".join(parts[start:])))
