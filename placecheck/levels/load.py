"""Load the levels, questions and matters of a rubric from its `levels` folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from placecheck.errors import Finding, InputError
from placecheck.levels.model import (
    DecisionLevel,
    DecisionLevelsFile,
    LevelQuestion,
    LevelQuestionsFile,
    ListedMatter,
    MattersFile,
    NationLevels,
)
from placecheck.place import Matter
from placecheck.rubric.cache import cached_while_unchanged
from placecheck.rubric.library import newest_folders
from placecheck.source import Source, read_source, validated
from placecheck.source.wording import near_or_all

FOLDER = "levels"
LEVELS, QUESTIONS, MATTERS = "decision-levels.yaml", "questions.yaml", "matters.yaml"


@dataclass(frozen=True, slots=True)
class Levels:
    """Everything with which a group works out who should decide what."""

    levels: tuple[DecisionLevel, ...] = ()
    nations: tuple[NationLevels, ...] = ()
    questions: tuple[LevelQuestion, ...] = ()
    matters: tuple[ListedMatter, ...] = ()

    def names(self, nation: str | None = None, matters: Iterable[Matter] = ()) -> dict[str, str]:
        """Return what each level is called in `nation`, by id, from near to far.

        A level has its general name where the nation is not known. So has a level that the nation lacks but that one
        of `matters` names, because it was written down before the nation was.
        """
        general = {level.id: level.name for level in self.levels}
        calls = next((listed_nation.calls for listed_nation in self.nations if listed_nation.name == nation), general)
        named = calls.keys() | levels_named(matters)
        return {level.id: calls.get(level.id, level.name) for level in self.levels if level.id in named}

    def note(self, nation: str | None) -> str | None:
        """Return what to know about the levels of `nation`."""
        return next((listed_nation.note for listed_nation in self.nations if listed_nation.name == nation), None)


@dataclass(frozen=True, slots=True)
class LevelsFiles:
    """The levels with the sources they were read from, so that a check can say where each word is."""

    levels: Levels
    sources: dict[str, Source]


@lru_cache(maxsize=8)
def load_levels(folder: Path) -> Levels:
    """Return the levels of the rubric in `folder`, read once; empty where it has none.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    return read_levels(folder).levels


@cached_while_unchanged
def newest_levels(rubric: str) -> Levels:
    """Return the levels that come with the rubric with this id, if it is here.

    They are those of its newest edition, since they outlive editions.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    folder = newest_folders().get(rubric)
    return read_levels(folder).levels if folder else Levels()


def levels_for_matters(rubric: str, matters: Iterable[Matter]) -> Levels:
    """Return the levels for the `matters` of a place that uses the rubric with this id.

    Where that rubric has none, and the matters were written down with another, they are the levels of the other.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    used = levels_named(matters)
    own = newest_levels(rubric)
    if own.levels or not used:
        return own
    return next((levels for id_ in newest_folders() if used <= (levels := newest_levels(id_)).names().keys()), own)


def levels_named(matters: Iterable[Matter]) -> set[str]:
    """Return the ids of the levels that `matters` name: now, best, asked of, and said by the people of a workshop."""
    named: set[str | None] = set()
    for matter in matters:
        named |= {matter.now, matter.best, *matter.asks, *(matter.room.levels if matter.room else ())}
    return {level for level in named if level}


def read_levels(folder: Path) -> LevelsFiles:
    """Read the levels of the rubric in `folder` as they are now.

    Raises:
        InputError: The files are invalid; each error is a finding.
    """
    home = folder / FOLDER
    if not home.is_dir():
        return LevelsFiles(Levels(), {})
    sources = {name: read_source(home / name) for name in (LEVELS, QUESTIONS, MATTERS)}
    named = validated(DecisionLevelsFile, sources[LEVELS])
    questions = validated(LevelQuestionsFile, sources[QUESTIONS]).questions
    matters = validated(MattersFile, sources[MATTERS]).matters
    findings = [
        *_repeated(sources[LEVELS], "levels", named.levels),
        *_repeated(sources[QUESTIONS], "questions", questions),
        *_repeated(sources[MATTERS], "matters", matters),
        *_unknown_levels(sources[LEVELS], named),
    ]
    if findings:
        raise InputError(findings)
    return LevelsFiles(Levels(named.levels, named.nations, questions, matters), sources)


def _repeated(
    source: Source, key: str, entries: Iterable[DecisionLevel | LevelQuestion | ListedMatter]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.id in seen:
            yield source.finding((key, index, "id"), f"The id {entry.id} stands here twice.", "Give each its own.")
        seen.add(entry.id)


def _unknown_levels(source: Source, named: DecisionLevelsFile) -> Iterator[Finding]:
    known = [level.id for level in named.levels]
    for index, nation in enumerate(named.nations):
        for level in nation.calls:
            if level not in known:
                hint = near_or_all(level, known, f"The levels are {', '.join(known)}.")
                yield source.finding(("nations", index, "calls", level), f"There is no level {level}.", hint)
