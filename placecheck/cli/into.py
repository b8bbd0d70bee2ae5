"""`placecheck import --into`: voices that come from away, shown, and at a yes added to a round that is here."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from placecheck.cli.called import round_called
from placecheck.cli.incoming import read_files
from placecheck.errors import Finding, InputError, PlacecheckError
from placecheck.words import on_paper as words
from placecheck.words import say, say_n, storing

if TYPE_CHECKING:
    from placecheck.assessment import Assessment
    from placecheck.forms.coming_back import Came
    from placecheck.rubric import Rubric
    from placecheck.storage import Store


def add_into(
    store: Store, into: str, files: Sequence[Path], codes: Sequence[str], *, take_rest: bool, yes: bool
) -> None:
    """Add every voice of the files and codes to the round `into` (its id, or the place of an only round).

    All are looked at before any is added, and none is where one is at fault, unless the rest is to be taken; nor
    without a yes. Raises InputError, StorageError.
    """
    from placecheck.assessment.own import adapted
    from placecheck.storage import Standpoint

    round_ = round_called(store, into)
    here = store.assessment(round_)
    rubric = adapted(store.rubric_of(round_), here.own_words)
    given, faults = read_files(files, rubric, store.find_rubric, here.place)
    came: list[Came] = []
    for source, reader in sources(rubric, here, [(path, assessment) for path, _, assessment in given], codes):
        try:
            came += reader
        except InputError as error:
            faults += error.findings
        except PlacecheckError as error:
            faults.append(Finding(source, 0, "", str(error), ""))
    if faults and not take_rest:
        print(say(storing.NOTHING_TAKEN), file=sys.stderr)
        raise InputError(faults)
    show(rubric, came)
    if came and (yes or typer.confirm(say(words.ADD_TO, place=here.place.name))):
        for one in came:
            stands = Standpoint(perspective=one.voice.perspective, paper=one.voice.paper)
            store.save_sheet(round_, None, stands, one.voice.answers, "file")
        print(say_n(words.ADDED, len(came)))
    if faults:
        raise InputError(faults)


def sources(
    rubric: Rubric, here: Assessment, given: Sequence[tuple[str, Assessment]], codes: Sequence[str]
) -> Iterator[tuple[str, Iterator[Came]]]:
    """Everything that came, each under a name with the voices that it holds."""
    from placecheck.forms.coming_back import of_assessment, of_code

    for path, assessment in given:
        yield path, of_assessment(here, assessment, path)
    for n, code in enumerate(codes, start=1):
        source = say(words.CODE, n=n)
        yield source, of_code(rubric, here, code, source)


def show(rubric: Rubric, came: Sequence[Came]) -> None:
    """Print a line for each voice, and what is worth knowing of it before it is taken."""
    from placecheck.views.incoming import incoming_view

    for one in came:
        print(f"{one.source}: {' · '.join(incoming_view(rubric, one.voice, one.source).about)}")
        for remark in one.remarks:
            print(Finding(one.source, 0, "", remark, "", "remark"), file=sys.stderr)
    print(say_n(words.WOULD_ADD, len(came)))
