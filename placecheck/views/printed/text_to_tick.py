"""A text that waits for its tick, as whoever reads it meets it: what it is, and what in it to look at."""

from __future__ import annotations

from collections.abc import Mapping

from placecheck.publishing import Text
from placecheck.rubric import Rubric
from placecheck.words import answering, perspectives, results, say
from placecheck.words import publishing as w
from placecheck.words import report as pw

_KINDS: Mapping[str, str] = {
    "place.boundary": pw.BOUNDARY,
    "place.context": results.CONTEXT,
    "missing_voices": w.MISSING,
    "actions": w.STEPS,
    "own_words": answering.REWORDED,
}
"""What a text is called by its key, or by the first part of it."""


def what_it_is(rubric: Rubric, text: Text) -> str | None:
    """Return what `text` is, as a line above it; None where it stands under the indicator that it tells of."""
    kind, _, which = text.key.partition(".")
    if kind == "perspective_names":
        return say(perspectives.OUR_WORDS, name=rubric.renamed.get(which, which))
    label = _KINDS.get(text.key) or _KINDS.get(kind)
    return say(label) if label else None


def to_look_at(text: Text) -> str | None:
    """Return what in a text may identify somebody, in a line; None where nothing is marked."""
    if not text.marks:
        return None
    marked = dict.fromkeys(say(w.MARKED, text=match.text, kind=say(w.KINDS[match.kind])) for match in text.marks)
    return say(w.LOOK_AT, marks="; ".join(marked))
