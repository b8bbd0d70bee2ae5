"""What an editor of the levels needs to know: passages and indicators that are not there, hard words."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.levels.load import LEVELS, MATTERS, QUESTIONS, LevelsFiles, read_levels
from placecheck.notes import Catalogue
from placecheck.notes.cited import unknown_passages
from placecheck.rubric.plain_words import plain_findings
from placecheck.rubric.words_to_avoid import load_words
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all


def check_levels(folder: Path, catalogue: Catalogue, indicators: Collection[str]) -> list[Finding]:
    """Return every fault of the levels in the rubric folder `folder`, by file and line."""
    try:
        files = read_levels(folder)
    except InputError as error:
        return list(error.findings)
    if not files.sources:
        return []
    return sorted([*_unknown(files, catalogue, indicators), *_plain(files), *_no_must(files)])


def _unknown(files: LevelsFiles, catalogue: Catalogue, indicators: Collection[str]) -> Iterator[Finding]:
    for index, question in enumerate(files.levels.questions):
        path: KeyPath = ("questions", index, "passages")
        yield from unknown_passages(question.passages, files.sources[QUESTIONS], path, catalogue)
    source = files.sources[MATTERS]
    for index, matter in enumerate(files.levels.matters):
        yield from unknown_passages(matter.passages, source, ("matters", index, "passages"), catalogue)
        for position, indicator in enumerate(matter.indicators):
            if indicator not in indicators:
                hint = near_or_all(indicator, sorted(indicators), "Name an indicator of this rubric.")
                what = f"There is no indicator {indicator}."
                yield source.finding(("matters", index, "indicators", position), what, hint)


def _no_must(files: LevelsFiles) -> Iterator[Finding]:
    if not any(question.must for question in files.levels.questions):
        what = "No question here must be answered."
        hint = "Mark the one about people who are few with must: true."
        yield files.sources[QUESTIONS].finding(("questions",), what, hint)


def _plain(files: LevelsFiles) -> Iterator[Finding]:
    words = load_words()
    for name, texts in _texts(files):
        yield from plain_findings(texts, files.sources[name], words)


def _texts(files: LevelsFiles) -> Iterator[tuple[str, list[tuple[KeyPath, str]]]]:
    """Yield every text that people read, with its key path, by file."""
    levels = files.levels
    yield LEVELS, [(("levels", index, "about"), level.about) for index, level in enumerate(levels.levels)]
    question_texts: list[tuple[KeyPath, str]] = []
    for index, question in enumerate(levels.questions):
        question_texts += [
            (("questions", index, key), getattr(question, key)) for key in ("ask", "if_nearer", "if_further")
        ]
        question_texts += _reasons(("questions", index, "passages"), [link.because for link in question.passages])
    yield QUESTIONS, question_texts
    matters: list[tuple[KeyPath, str]] = []
    for index, matter in enumerate(levels.matters):
        matters.append((("matters", index, "about"), matter.about))
        matters += _reasons(("matters", index, "passages"), [link.because for link in matter.passages])
    yield MATTERS, matters


def _reasons(path: KeyPath, reasons: list[str]) -> list[tuple[KeyPath, str]]:
    return [((*path, index, "because"), reason) for index, reason in enumerate(reasons)]
