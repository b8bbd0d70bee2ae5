"""Every fault of a rubric, and what its editor may want to look at again, each with its file, line and key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from placecheck.errors import Finding, InputError, Severity
from placecheck.fingerprint import text_fingerprint
from placecheck.notes import Catalogue
from placecheck.notes.catalogue import PASSAGES, notes_folder, read_catalogue
from placecheck.paths import is_reserved_name
from placecheck.rubric.cache import own_folder
from placecheck.rubric.citation_check import citation_findings
from placecheck.rubric.editions import mapping_findings
from placecheck.rubric.ladder_check import ladder_findings
from placecheck.rubric.library import shipped_under_same_id
from placecheck.rubric.load import RubricFiles, load_files
from placecheck.rubric.model import Indicator
from placecheck.rubric.passage_check import passage_findings
from placecheck.rubric.readability import average, graded
from placecheck.rubric.starter import placeholders
from placecheck.rubric.words_to_avoid import WordsToAvoid, load_words
from placecheck.source import Source, read_source
from placecheck.source.tree import KeyPath

STARTERS = 3
"""How many starters a dimension is asked to have."""

Place = tuple[Indicator, Source, KeyPath]


def check_rubric(folder: Path, *, every: bool = False) -> list[Finding]:
    """Check the rubric of `folder`, by file and line; with `every`, report each passage that nobody cites.

    Where its files cannot be loaded, the faults of loading are the only findings.
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
    notes = notes_folder(folder) / PASSAGES
    passages = read_source(notes) if notes.exists() else None
    return sorted(
        [
            *citation_findings(files, catalogue, passages, every=every),
            *(passage_findings(catalogue, passages) if passages else ()),
            *_passing_for_shipped(folder, files),
            *_placeholders(files),
            *_reserved_names(files),
            *_starters(files),
            *_twice(files),
            *_what_is_held(files),
            *mapping_findings(folder, files),
            *(_english(files) if files.rubric.language.startswith("en") else ()),
        ]
    )


def _passing_for_shipped(folder: Path, files: RubricFiles) -> Iterator[Finding]:
    """Yield a finding where a rubric has the id of one that ships with the program, and says other things."""
    shipped = shipped_under_same_id(files.rubric)
    if shipped is None:
        return
    is_own = folder.resolve().parent == own_folder().resolve()
    what = (
        f"The id `{shipped.id}` is that of {shipped.title} by {shipped.authors}, which comes with placecheck. "
        f"This rubric, by {files.rubric.authors}, has other content{', and is left out' if is_own else ''}."
    )
    is_by_others = files.rubric.authors != shipped.authors  # whoever writes the next edition of theirs keeps the id
    severity: Severity = "fault" if is_own or is_by_others else "remark"
    yield files.manifest.finding(("id",), what, "Give it an id of its own.", severity)


def _placeholders(files: RubricFiles) -> Iterator[Finding]:
    """Yield each key under which the template only says what to write."""
    for key in placeholders(files.rubric):
        yield files.manifest.finding((key,), "The template's words are still here.", "Write your own in their place.")


def _reserved_names(files: RubricFiles) -> Iterator[Finding]:
    """Yield each id that gives a file or folder a name that Windows keeps for itself."""
    ids: list[tuple[KeyPath, str]] = [(("id",), files.rubric.id)]
    ids += [(("dimensions", index), dimension.id) for index, dimension in enumerate(files.whole)]
    for path, id_ in ids:
        if is_reserved_name(id_):
            what = f"Windows keeps the name `{id_}` for itself, so nobody there could unpack this rubric."
            yield files.manifest.finding(path, what, f"Give it another id, such as {id_}-1.")


def _starters(files: RubricFiles) -> Iterator[Finding]:
    for dimension in files.rubric.dimensions:
        count = sum(indicator.starter for indicator in dimension.indicators)
        if count != STARTERS:
            hint = f"The short set asks {STARTERS} of each dimension, so that no side of a place weighs more."
            yield files.dimensions[dimension.id].finding(("indicators",), f"Starters: {count}.", hint, "remark")


def _twice(files: RubricFiles) -> Iterator[Finding]:
    """Report a name or statement shared by two indicators, and a level that says the same as another."""
    severity: dict[str, Severity] = {"name": "fault", "statement": "fault", "levels": "remark"}
    first: dict[tuple[str, str], str] = {}
    for indicator, source, path in files.places():
        for key, text in _own_texts(indicator):
            if key[0] not in severity or indicator.rests:
                continue
            place = f"{source.file}:{source.line((*path, *key))}"
            first_place = first.setdefault((str(key[0]), text_fingerprint(text)), place)
            if first_place != place:
                hint = "Give each indicator words of its own."
                yield source.finding((*path, *key), f"The same stands at {first_place}.", hint, severity[str(key[0])])


def _what_is_held(files: RubricFiles) -> Iterator[Finding]:
    for indicator, source, path in files.places():
        missing = [key for key in ("held_here", "held_elsewhere") if getattr(indicator, key) is None]
        if missing:
            hint = "A low reading is shown beside what is in people's own hands, and what is not."
            yield source.finding((*path, "id"), f"It has no {' and no '.join(missing)}.", hint, "remark")


def _english(files: RubricFiles) -> Iterator[Finding]:
    """Report what can only be judged of English: words to avoid, one claim a statement, and readability."""
    yield from ladder_findings(files)
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
        for index, entry in enumerate(getattr(rubric, key)):
            yield from _avoided(words, files.manifest, (key, index, "name"), entry.name)
    for key in ("about", "wording"):
        yield from _avoided(words, files.manifest, (key,), getattr(rubric, key), about=True)
    for dimension in rubric.dimensions:
        source = files.dimensions[dimension.id]
        yield from _avoided(words, source, ("name",), dimension.name)
        yield from _avoided(words, source, ("about",), dimension.about)


def _own_texts(indicator: Indicator) -> Iterator[tuple[KeyPath, str]]:
    """Yield every text of an indicator that people read, with its key."""
    for key in ("name", "statement", "look_for"):
        yield (key,), getattr(indicator, key)
    for index, level in enumerate(indicator.levels):
        yield ("levels", index), level
    if indicator.why is not None:
        yield ("why", "text"), indicator.why.text
    for key in ("prompt_promise", "held_here", "held_elsewhere"):
        if getattr(indicator, key) is not None:
            yield (key,), getattr(indicator, key)


def _avoided(
    words: WordsToAvoid, source: Source, path: KeyPath, text: str, *, about: bool = False
) -> Iterator[Finding]:
    for (match, word), count in Counter(words.matches(text, about=about)).items():
        twice = f" ({count} times)" if count > 1 else ""
        yield source.finding(path, f"The word `{match}`{twice} is one to avoid: {word.why}", word.instead)


def _hard(files: RubricFiles, indicator: Indicator, source: Source, path: KeyPath) -> Iterator[Finding]:
    """Report an indicator too hard to read on the whole, or a sentence of it that no reason excuses."""
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
            hint = f"Bring it to {limits.grade_most}, or say in reading_age_reason why it cannot be."
            yield source.finding((*path, *text.key), what, hint)
    elif not hard:
        what = "No sentence here needs a reason."
        yield source.finding((*path, "reading_age_reason"), what, "Take it out.", "remark")
