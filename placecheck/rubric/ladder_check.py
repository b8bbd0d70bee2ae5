"""What statements and ladders of a reasoned rubric are held to: one claim, one thing that grows, no knowing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from placecheck.errors import Finding
from placecheck.rubric.load import RubricFiles
from placecheck.rubric.model import Indicator

_KNOWING = re.compile(
    r"\b(we|i|nobody|no one)\s+(do not |don't |did not |have not |haven't |has |has not )?(yet )?"
    r"(know|knows|heard|hear|seen|see|looked|asked|found|aware|can tell)\b|\bnot (yet )?known\b",
    re.IGNORECASE,
)
_TWO_PARTS = re.compile(
    r"(?:,|;)? and (?:they|we|it|he|she|you|there|this|these|those)\b|; |, (?:and|but|or|so) |, (?:then|not) ",
    re.IGNORECASE,
)
_THEMES = {
    "hard times": r"hard times|lean (?:years?|times)|(?:money|times?) (?:is|are|gets?) (?:short|tight|hard)"
    r"|crisis|setbacks?|trouble|cuts",
    "who owns or runs it": r"residents? (?:own|run|lead|keep|help)|own(?:s|ed|ing)?|ours|run by",
    "who is included": r"newcomers?|new people|quiet (?:voices|people)|shy|left out|every (?:age|background)|languages?"
    r"|those (?:with least|hit hardest)|all sorts of people|wheelchairs?",
    "credit and pay": r"credit|thanked|paid|pay",
    "looking again": r"checks?|look(?:s|ed)? again|goes? back|learn(?:s|ed)?",
}


def ladder_findings(files: RubricFiles) -> Iterator[Finding]:
    """Yield each statement that makes two claims, and each ladder that begins with knowing or ends on a new theme."""
    if not files.rubric.reasoned:
        return
    for indicator, source, path in files.places():
        if indicator.rests:
            continue
        if indicator.why is None:
            yield source.finding(
                (*path, "id"), "It has no why.", "Say in one sentence why it is asked, and from where."
            )
        if _TWO_PARTS.search(indicator.statement):
            hint = "Ask one thing: split the statement, or leave one part out."
            yield source.finding((*path, "statement"), "The statement makes two claims.", hint)
        if _KNOWING.search(indicator.levels[0]):
            hint = "Say what is not there yet, as in: There is no such place yet."
            yield source.finding((*path, "levels", 0), "The first level speaks of what people know.", hint)
        for theme in new_themes(indicator):
            what = f"The last level brings in something new: {theme}."
            hint = "Let it be more of what grew on the levels before."
            yield source.finding((*path, "levels", len(indicator.levels) - 1), what, hint)


def new_themes(indicator: Indicator) -> list[str]:
    """Return the themes of the last level that neither the statement nor an earlier level has."""
    earlier = " ".join((indicator.statement, *indicator.levels[:-1]))
    return [theme for theme, words in _THEMES.items() if _has(words, indicator.levels[-1]) and not _has(words, earlier)]


def _has(words: str, text: str) -> bool:
    return re.search(rf"\b(?:{words})\b", text, re.IGNORECASE) is not None
