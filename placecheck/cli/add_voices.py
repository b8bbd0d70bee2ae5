"""`placecheck import --into`: voices from other files, shown, and added to an assessment once confirmed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from placecheck.cli.incoming import ReadingOptions, read_files
from placecheck.cli.place_lookup import find_assessment_id
from placecheck.errors import Finding, InputError, PlacecheckError
from placecheck.words import on_paper as words
from placecheck.words import say, say_n, storing

if TYPE_CHECKING:
    from placecheck.assessment import Assessment
    from placecheck.exchange import Choices
    from placecheck.forms.incoming import IncomingAnswers
    from placecheck.rubric import Rubric
    from placecheck.storage import Store


def add_voices_to_assessment(
    store: Store,
    into: str,
    files: Sequence[Path],
    codes: Sequence[str],
    choices: Choices,
    *,
    take_rest: bool,
    yes: bool,
) -> None:
    """Add every voice of the files and codes to the assessment `into` (its id, or the place of an only assessment).

    All are looked at before any is added, and none is where one is invalid, unless the rest is to be taken; nor
    without a yes.

    Raises:
        InputError: A file or a code is invalid, and the rest is not to be taken.
        StorageError: There is no such assessment, or the place has several.
    """
    from placecheck.assessment.perspectives import as_asked
    from placecheck.storage import Standpoint

    assessment_id = find_assessment_id(store, into)
    target = store.assessment(assessment_id)
    rubric = as_asked(store.rubric_of(assessment_id), target)
    entries, faults = read_files(
        files, ReadingOptions(rubric, store.find_rubric, target.place, choices), take_rest=take_rest
    )
    came: list[IncomingAnswers] = []
    for source, reader in file_sources(rubric, target, [(path, assessment) for path, _, assessment in entries], codes):
        try:
            came += reader
        except InputError as error:
            faults += error.findings
        except PlacecheckError as error:
            faults.append(Finding(source, 0, "", str(error), ""))
    if faults and not take_rest:
        print(say(storing.NOTHING_TAKEN), file=sys.stderr)
        raise InputError(faults)
    print_voices(rubric, came)
    if came and (yes or typer.confirm(say(words.ADD_TO, place=target.place.name))):
        for incoming in came:
            standpoint = Standpoint(perspective=incoming.voice.perspective, paper=incoming.voice.paper)
            store.save_sheet(assessment_id, None, standpoint, incoming.voice.answers, "file")
        print(say_n(words.ADDED, len(came)))
    if faults:
        raise InputError(faults)


def file_sources(
    rubric: Rubric, target: Assessment, files: Sequence[tuple[str, Assessment]], codes: Sequence[str]
) -> Iterator[tuple[str, Iterator[IncomingAnswers]]]:
    """Yield every source, each under a name with the voices that it holds."""
    from placecheck.forms.incoming import of_assessment, of_code

    for path, assessment in files:
        yield path, of_assessment(target, assessment, path)
    for n, code in enumerate(codes, start=1):
        source = say(words.CODE, n=n)
        yield source, of_code(rubric, target, code, source)


def print_voices(rubric: Rubric, came: Sequence[IncomingAnswers]) -> None:
    """Print a line for each voice, and what is worth knowing of it before it is taken."""
    from placecheck.views.questionnaire.imported_answers import imported_answers_view

    for incoming in came:
        print(f"{incoming.source}: {' · '.join(imported_answers_view(rubric, incoming.voice, incoming.source).about)}")
        for remark in incoming.remarks:
            print(Finding(incoming.source, 0, "", remark, "", "remark"), file=sys.stderr)
    print(say_n(words.WOULD_ADD, len(came)))
