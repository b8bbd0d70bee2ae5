"""Every fault of a rubric, and what its editor may want to look at again, each with its file, line and key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from placecheck.errors import Finding, InputError, Severity
from placecheck.fingerprint import fingerprint
from placecheck.notes import Catalogue
from placecheck.notes.catalogue import PASSAGES, read_catalogue
from placecheck.rubric.avoided import WordsToAvoid, load_words
from placecheck.rubric.citations import citation_findings
from placecheck.rubric.editions import mapping_findings
from placecheck.rubric.load import RubricFiles, load_files
from placecheck.rubric.model import Indicator
from placecheck.rubric.readability import average, graded
from placecheck.source import Source, read_source
from placecheck.source.tree import KeyPath

STARTERS = 3
"""How many starters a dimension is asked to have."""

Place = tuple[Indicator, Source, KeyPath]


def check_rubric(folder: Path, *, every: bool = False) -> list[Finding]:
    """What is found in the rubric of `folder`, by file and line; with `every`, each passage that nobody cites.

    Where its files cannot be loaded, the faults of loading are all that is found.
    """
    findings: list[Finding] = []
    files, catalogue = None, Catalogue()
    try:
        files = load_files(folder)
    except InputError as error:
        findings += error.findings
    try:
        catalogue = read_catalogue(folder)
    except InputError as error:
        findings += error.findings
    if files is None or findings:
        return sorted(findings)
    passages = read_source(folder / PASSAGES) if (folder / PASSAGES).exists() else None
    return sorted(
        [
            *citation_findings(files, catalogue, passages, every=every),
            *_starters(files),
            *_twice(files),
            *_what_is_held(files),
            *mapping_findings(folder, files),
            *(_english(files) if files.rubric.language.startswith("en") else ()),
        ]
    )


def _starters(files: RubricFiles) -> Iterator[Finding]:
    for dimension in files.rubric.dimensions:
        count = sum(indicator.starter for indicator in dimension.indicators)
        if count != STARTERS:
            mend = f"The short round asks {STARTERS} of each dimension, so that no side of a place weighs more."
            yield files.dimensions[dimension.id].finding(("indicators",), f"Starters: {count}.", mend, "remark")


def _twice(files: RubricFiles) -> Iterator[Finding]:
    """A name or a statement that two indicators share, and a level that says the same as another's."""
    severity: dict[str, Severity] = {"name": "fault", "statement": "fault", "levels": "remark"}
    first: dict[tuple[str, str], str] = {}
    for indicator, source, path in files.places():
        for key, text in _own_texts(indicator):
            if key[0] not in severity or indicator.rests:
                continue
            here = f"{source.file}:{source.line((*path, *key))}"
            there = first.setdefault((str(key[0]), fingerprint(text)), here)
            if there != here:
                mend = "Give each indicator words of its own."
                yield source.finding((*path, *key), f"The same stands at {there}.", mend, severity[str(key[0])])


def _what_is_held(files: RubricFiles) -> Iterator[Finding]:
    for indicator, source, path in files.places():
        missing = [key for key in ("held_here", "held_elsewhere") if getattr(indicator, key) is None]
        if missing:
            mend = "A low reading is shown beside what is in people's own hands, and what is not."
            yield source.finding((*path, "id"), f"It has no {' and no '.join(missing)}.", mend, "remark")


def _english(files: RubricFiles) -> Iterator[Finding]:
    """What can only be judged of English: words to avoid, and how hard a sentence is."""
    words = load_words()
    yield from _words_of_the_rubric(files, words)
    for indicator, source, path in files.places():
        for key, text in _own_texts(indicator):
            yield from _avoided(words, source, (*path, *key), text)
    if files.rubric.reading_ease.grade_average is not None or files.rubric.reading_ease.grade_most is not None:
        for place in files.places():
            yield from _hard(files, *place)


def _words_of_the_rubric(files: RubricFiles, words: WordsToAvoid) -> Iterator[Finding]:
    rubric = files.rubric
    yield from _avoided(words, files.manifest, ("title",), rubric.title)
    for key in ("levels", "perspectives"):
        for index, one in enumerate(getattr(rubric, key)):
            yield from _avoided(words, files.manifest, (key, index, "name"), one.name)
    for key in ("about", "wording"):
        yield from _avoided(words, files.manifest, (key,), getattr(rubric, key), about=True)
    for dimension in rubric.dimensions:
        source = files.dimensions[dimension.id]
        yield from _avoided(words, source, ("name",), dimension.name)
        yield from _avoided(words, source, ("about",), dimension.about)


def _own_texts(indicator: Indicator) -> Iterator[tuple[KeyPath, str]]:
    """Every text of an indicator that people read, with its key."""
    for key in ("name", "statement", "look_for"):
        yield (key,), getattr(indicator, key)
    for index, level in enumerate(indicator.levels):
        yield ("levels", index), level
    for key in ("held_here", "held_elsewhere"):
        if getattr(indicator, key) is not None:
            yield (key,), getattr(indicator, key)


def _avoided(
    words: WordsToAvoid, source: Source, path: KeyPath, text: str, *, about: bool = False
) -> Iterator[Finding]:
    for (found, word), count in Counter(words.found(text, about=about)).items():
        twice = f" ({count} times)" if count > 1 else ""
        yield source.finding(path, f"The word `{found}`{twice} is one to avoid: {word.why}", word.instead)


def _hard(files: RubricFiles, indicator: Indicator, source: Source, path: KeyPath) -> Iterator[Finding]:
    """An indicator too hard to read on the whole, or a sentence of it that no reason excuses."""
    limits = files.rubric.reading_ease
    texts = graded(indicator)
    if limits.grade_average is not None and average(texts) > limits.grade_average:
        what = f"Its sentences have a reading grade of {average(texts)} on average."
        yield source.finding((*path, "id"), what, f"Shorter words and sentences bring it to {limits.grade_average}.")
    if limits.grade_most is None:
        return
    hard = [text for text in texts if text.grade > limits.grade_most]
    if indicator.reading_age_reason is None:
        for text in hard:
            what = f"A sentence here has a reading grade of {text.grade:.1f}: {text.text}"
            mend = f"Bring it to {limits.grade_most}, or say in reading_age_reason why it cannot be."
            yield source.finding((*path, *text.key), what, mend)
    elif not hard:
        what = "No sentence here needs a reason."
        yield source.finding((*path, "reading_age_reason"), what, "Take it out.", "remark")
