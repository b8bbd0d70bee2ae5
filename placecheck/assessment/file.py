"""An assessment from a file that a person wrote or kept: YAML or JSON, with every fault named by line and key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from placecheck.assessment.model import Assessment
from placecheck.assessment.own import adapted, ever_asked, misfit
from placecheck.errors import Finding, InputError, bounded, refuse
from placecheck.rubric import Rubric, UnknownRubricError, find_rubric
from placecheck.source import Source, read_source, validated
from placecheck.source.shown import shown
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all

FindRubric = Callable[[str, str], Rubric]


def read_assessment(path: Path, find: FindRubric = find_rubric) -> tuple[Rubric, Assessment]:
    """The assessment in the file at `path` and the rubric it was made with. Raises InputError with every fault."""
    return understood(read_source(path), find)


def understood(source: Source, find: FindRubric = find_rubric) -> tuple[Rubric, Assessment]:
    """`source` as an assessment that fits its rubric, and the rubric as the group asks it, own words included.

    Raises InputError with every fault.
    """
    _refuse_other_formats(source)
    assessment = validated(Assessment, source)
    try:
        rubric = find(assessment.rubric.id, assessment.rubric.edition)
    except UnknownRubricError as error:
        raise InputError([source.finding(("rubric",), error.what, error.mend)]) from None
    findings = list(bounded(_own_misfits(source, rubric, assessment)))
    if not findings:
        known = ever_asked(rubric, assessment.own_words)
        findings = list(bounded(misfits(source, known, assessment)))
    if findings:
        raise InputError(findings)
    return adapted(rubric, assessment.own_words), assessment


def _refuse_other_formats(source: Source) -> None:
    """A file of another kind, or of a later format, is named for what it is before its keys are looked at."""
    if not isinstance(source.data, dict):
        what = "The file is empty." if source.data is None else "This is not an assessment."
        raise refuse(source.file, 0, "", what, "It begins with placecheck: 1 and names a rubric and a place.")
    version = source.data.get("placecheck")
    line, key = source.line(("placecheck",)), "placecheck"
    if version is None:
        raise refuse(source.file, line, key, "This key is missing.", "Begin the file with placecheck: 1.")
    if type(version) is not int:
        raise refuse(source.file, line, key, f"{shown(version)} is no format.", "Begin the file with placecheck: 1.")
    if version != 1:
        mend = "This program reads format 1: use a newer one." if version > 1 else "Begin the file with placecheck: 1."
        raise refuse(source.file, line, key, f"The file has format {version}.", mend)


def _own_misfits(source: Source, rubric: Rubric, assessment: Assessment) -> Iterator[Finding]:
    """Where the group's own words do not fit the rubric that they change."""
    for id_, own in assessment.own_words.items():
        found = misfit(rubric, id_, own)
        if found:
            yield source.finding(("own_words", id_), *found)


def misfits(source: Source, rubric: Rubric, assessment: Assessment) -> Iterator[Finding]:
    """Where the assessment does not fit the rubric: unknown ids, levels off the ladder, unknown perspectives."""
    perspectives = {perspective.id for perspective in rubric.perspectives}
    for index, voice in enumerate(assessment.voices):
        path: KeyPath = ("voices", index)
        if voice.perspective and voice.perspective not in perspectives:
            yield _unknown(source, (*path, "perspective"), "perspective", voice.perspective, perspectives)
        for id_, answer in voice.answers.items():
            yield from _indicator(source, rubric, (*path, "answers", id_), id_, answer.level)
    for id_, agreed in assessment.agreed.items():
        yield from _indicator(source, rubric, ("agreed", id_), id_, agreed.level)
    for index, action in enumerate(assessment.actions):
        if action.indicator is not None:
            yield from _indicator(source, rubric, ("actions", index, "indicator"), action.indicator, None)
    for id_ in assessment.causes:
        yield from _indicator(source, rubric, ("causes", id_), id_, None)


def _indicator(source: Source, rubric: Rubric, path: KeyPath, id_: str, level: int | None) -> Iterator[Finding]:
    if id_ not in rubric.by_id:
        yield _unknown(source, path, "indicator", id_, set(rubric.by_id))
    if level is not None and level >= rubric.steps:
        below = (*path, "level") if (*path, "level") in source.lines else path
        mend = f"Write a whole number from 0 to {rubric.steps - 1}."
        yield source.finding(below, f"The level {level} is off the ladder.", mend)


def _unknown(source: Source, path: KeyPath, kind: str, found: str, known: set[str]) -> Finding:
    otherwise = "`placecheck show` says which it has."
    what = f"The {kind} `{found}` is not in this rubric."
    return source.finding(path, what, near_or_all(found, sorted(known), otherwise))
