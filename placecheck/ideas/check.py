"""What an editor of the ideas needs to know: passages and indicators that are not there, twins, hard words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.fingerprint import text_fingerprint
from placecheck.ideas.load import LocatedIdea, read_located_ideas
from placecheck.ideas.model import NEEDS, Idea
from placecheck.notes import Catalogue
from placecheck.notes.cited import unknown_passages
from placecheck.rubric.plain_words import plain_findings
from placecheck.rubric.words_to_avoid import load_words
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all


def check_ideas(folder: Path, catalogue: Catalogue, indicators: Collection[str]) -> list[Finding]:
    """Return every fault of the ideas in the rubric folder `folder`, by file and line.

    `indicators` are the ids that an idea may name. Where the files cannot be loaded, those faults are all there is.
    """
    try:
        ideas = read_located_ideas(folder)
    except InputError as error:
        return list(error.findings)
    words = load_words()
    findings: list[Finding] = [*_twins(ideas)]
    for placed in ideas:
        findings += _unknown(placed, catalogue, indicators)
        texts = [((*placed.path, *key), text) for key, text in _plain_texts(placed.idea)]
        findings += plain_findings(texts, placed.source, words, excused=placed.idea.reading_age_reason is not None)
    return sorted(findings)


def _unknown(placed: LocatedIdea, catalogue: Catalogue, indicators: Collection[str]) -> Iterator[Finding]:
    idea, source, path = placed.idea, placed.source, placed.path
    if catalogue.passages and not idea.passages:
        yield source.finding((*path, "id"), f"No passage names the idea {idea.id}.", "Add passages: where it stands.")
    yield from unknown_passages(idea.passages, source, (*path, "passages"), catalogue)
    yield from unknown_passages(idea.warns, source, (*path, "warns"), catalogue)
    for index, indicator in enumerate(idea.indicators):
        if indicator not in indicators:
            hint = near_or_all(indicator, sorted(indicators), "Name an indicator of this rubric.")
            yield source.finding((*path, "indicators", index), f"There is no indicator {indicator}.", hint)


def _twins(ideas: tuple[LocatedIdea, ...]) -> Iterator[Finding]:
    """Find each name, and each account of what an idea is, that two cards share."""
    first: dict[str, str] = {}
    for placed in ideas:
        for key in ("name", "what"):
            path = (*placed.path, key)
            line = f"{placed.source.file}:{placed.source.line(path)}"
            other = first.setdefault(f"{key} {text_fingerprint(getattr(placed.idea, key))}", line)
            if other != line:
                yield placed.source.finding(path, f"The same stands at {other}.", "Give each idea words of its own.")


def _plain_texts(idea: Idea) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of a card that people read, but its name and where it began, which hold other people's names."""
    yield ("what",), idea.what
    for need in NEEDS:
        if (text := getattr(idea.needs, need)) is not None:
            yield ("needs", need), text
    for key in ("agree", "cost"):
        if (text := getattr(idea, key)) is not None:
            yield (key,), text
    for key in ("passages", "warns"):
        for index, citation in enumerate(getattr(idea, key)):
            yield (key, index, "because"), citation.because
