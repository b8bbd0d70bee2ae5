"""An assessment from a file that a person wrote or kept: YAML or JSON, with every fault named by line and key."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from placecheck.assessment import perspectives
from placecheck.assessment.asked import counted_voices, in_rubric_order
from placecheck.assessment.customisation import ever_asked, misfit
from placecheck.assessment.model import Assessment
from placecheck.errors import Finding, InputError, bounded, refuse
from placecheck.rubric import Rubric, UnknownRubricError, find_rubric
from placecheck.source import Source, read_source, validated
from placecheck.source.shown import show_value
from placecheck.source.tree import KeyPath
from placecheck.source.wording import near_or_all

FindRubric = Callable[[str, str], Rubric]


def read_assessment(
    path: Path, find: FindRubric = find_rubric, remarks: list[Finding] | None = None
) -> tuple[Rubric, Assessment]:
    """Read the assessment in the file at `path` and the rubric it was made with; see `parse_assessment`."""
    return parse_assessment(read_source(path), find, remarks)


def parse_assessment(
    source: Source, find: FindRubric = find_rubric, remarks: list[Finding] | None = None
) -> tuple[Rubric, Assessment]:
    """Return `source` as an assessment that fits its rubric, and the rubric as the group asks it.

    A voice without any answer is left out; a remark on each is added to `remarks`.

    Raises:
        InputError: Something in the file is wrong; each fault is a finding.
    """
    _refuse_other_formats(source)
    assessment = validated(Assessment, source)
    try:
        rubric = find(assessment.rubric.id, assessment.rubric.edition)
    except UnknownRubricError as error:
        raise InputError([source.finding(("rubric",), error.what, error.hint)]) from None
    findings = list(bounded(_own_misfits(source, rubric, assessment)))
    known = rubric if findings else ever_asked(rubric, assessment.own_words)
    if not findings:
        findings = list(bounded(misfits(source, known, assessment)))
    if findings:
        raise InputError(findings)
    if remarks is not None:
        remarks += _empty_voices(source, assessment)
    offered, names = perspectives.perspectives_in_rubric_order(
        rubric, assessment.offered_perspectives, assessment.perspective_names
    )
    changed = {
        "voices": counted_voices(assessment),
        "asked": in_rubric_order(known, assessment.asked),
        "offered_perspectives": offered,
        "perspective_names": names,
    }
    return perspectives.as_asked(rubric, assessment), assessment.model_copy(update=changed)


def _empty_voices(source: Source, assessment: Assessment) -> Iterator[Finding]:
    for index, voice in enumerate(assessment.voices):
        if not voice.says_something:
            what = f"The voice {voice.id} says nothing, so it is left out."
            yield source.finding(("voices", index), what, "Nothing needs to be done.", "remark")


def _refuse_other_formats(source: Source) -> None:
    """Refuse a file of another kind, or of a later format, by name before its keys are looked at."""
    if not isinstance(source.data, dict):
        what = "The file is empty." if source.data is None else "This is not an assessment."
        raise refuse(source.file, 0, "", what, "It begins with placecheck: 1 and names a rubric and a place.")
    if "placecheck_place" in source.data:
        hint = "Import it with `placecheck place import`, or on the page What is here."
        raise refuse(source.file, source.line(("placecheck_place",)), "", "This is a place file.", hint)
    version, key = source.data.get("placecheck"), "placecheck"
    if type(version) is int and version == 1:
        return
    line = source.line((key,))
    if version is None:
        raise refuse(source.file, line, key, "This key is missing.", "Begin the file with placecheck: 1.")
    if type(version) is not int:
        raise refuse(
            source.file,
            line,
            key,
            f"{show_value(version)} is not a valid format number.",
            "Begin the file with placecheck: 1.",
        )
    hint = "This program reads format 1: use a newer one." if version > 1 else "Begin the file with placecheck: 1."
    raise refuse(source.file, line, key, f"The file has format {version}.", hint)


def _own_misfits(source: Source, rubric: Rubric, assessment: Assessment) -> Iterator[Finding]:
    """Report where the group's own words do not fit the rubric that they change."""
    for id_, own in assessment.own_words.items():
        problem = misfit(rubric, id_, own)
        if problem:
            yield source.finding(("own_words", id_), *problem)


def misfits(source: Source, rubric: Rubric, assessment: Assessment) -> Iterator[Finding]:
    """Report where the assessment does not fit the rubric: unknown ids, levels off the ladder, unknown perspectives."""
    yield from _perspective_misfits(source, rubric, assessment)
    for index, voice in enumerate(assessment.voices):
        path: KeyPath = ("voices", index)
        for id_, answer in voice.answers.items():
            yield from _indicator_findings(source, rubric, (*path, "answers", id_), id_, answer.level)
    for index, id_ in enumerate(assessment.asked):
        yield from _indicator_findings(source, rubric, ("asked", index), id_, None)
    for id_, agreed in assessment.agreed.items():
        yield from _indicator_findings(source, rubric, ("agreed", id_), id_, agreed.level)
    for index, action in enumerate(assessment.actions):
        if action.indicator is not None:
            yield from _indicator_findings(source, rubric, ("actions", index, "indicator"), action.indicator, None)
    for id_ in assessment.causes:
        yield from _indicator_findings(source, rubric, ("causes", id_), id_, None)
    yield from _room_misfits(source, rubric, assessment)


def _perspective_misfits(source: Source, rubric: Rubric, assessment: Assessment) -> Iterator[Finding]:
    """Report perspectives that the rubric does not have, and two that are called the same."""
    known = {perspective.id for perspective in rubric.perspectives}
    named: dict[KeyPath, str | None] = {
        **{("offered_perspectives", index): id_ for index, id_ in enumerate(assessment.offered_perspectives)},
        **{("perspective_names", id_): id_ for id_ in assessment.perspective_names},
        **{("voices", index, "perspective"): voice.perspective for index, voice in enumerate(assessment.voices)},
    }
    for path, id_ in named.items():
        if id_ is not None and id_ not in known:
            yield _unknown_id_finding(source, path, "perspective", id_, known)
    name = perspectives.alike(rubric, assessment.perspective_names)
    if name is not None and assessment.perspective_names:
        what = f"Two perspectives are called {show_value(name)}."
        yield source.finding(("perspective_names",), what, "Give each a different name.")


def _room_misfits(source: Source, rubric: Rubric, assessment: Assessment) -> Iterator[Finding]:
    """Report where the scribe's notes and the second votes do not fit the rubric."""
    for index, note in enumerate(assessment.notes):
        if note.indicator is not None:
            yield from _indicator_findings(source, rubric, ("notes", index, "indicator"), note.indicator, None)
    for index, vote in enumerate(assessment.second_votes):
        path: KeyPath = ("second_votes", index)
        yield from _indicator_findings(source, rubric, (*path, "indicator"), vote.indicator, None)
        for voice, answer in vote.answers.items():
            if vote.indicator in rubric.by_id:
                yield from _indicator_findings(source, rubric, (*path, "answers", voice), vote.indicator, answer.level)


def _indicator_findings(
    source: Source, rubric: Rubric, path: KeyPath, id_: str, level: int | None
) -> Iterator[Finding]:
    if id_ not in rubric.by_id:
        yield _unknown_id_finding(source, path, "indicator", id_, set(rubric.by_id))
    if level is not None and level >= rubric.steps:
        level_path = (*path, "level") if (*path, "level") in source.lines else path
        hint = f"Write a whole number from 0 to {rubric.steps - 1}."
        yield source.finding(level_path, f"The level {level} is off the ladder.", hint)


def _unknown_id_finding(source: Source, path: KeyPath, kind: str, id_found: str, known: set[str]) -> Finding:
    otherwise = "`placecheck show` says which it has."
    what = f"The {kind} `{id_found}` is not in this rubric."
    return source.finding(path, what, near_or_all(id_found, sorted(known), otherwise))
