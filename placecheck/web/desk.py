"""What lies open on the desk: the places at hand and the one being looked at, from files and from the store."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from placecheck.assessment import Assessment, Voice, read_assessment
from placecheck.assessment.own import adapted
from placecheck.carried import folder
from placecheck.notes import Catalogue, load_catalogue
from placecheck.notes.kept import stamp
from placecheck.notes.library import Library
from placecheck.rubric import Rubric, editions, rubric_folders
from placecheck.rubric.load import load_rubric
from placecheck.rubric.mapping import EarlierEdition
from placecheck.scoring import Result, score
from placecheck.storage import Hidden, NotHereError, Store
from placecheck.views.round_name import called
from placecheck.web.groups import folder_of, group_here, store_of

EXAMPLE = "example-"
OPEN_AT_ONCE = 64
"""How many rounds are held scored in memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """One round of one place as it stands, with all that is needed to show it. `rubric` is as this group asks it.

    The same round after a change is another: what is worked out from one may be kept beside it.
    What a workshop keeps from everyone for now is in none of it; `hidden` says so.
    """

    id: str
    rubric: Rubric
    assessment: Assessment
    result: Result
    catalogue: Catalogue
    sequence: int = 0
    """Of the latest change that is in it."""
    hidden: Hidden | None = None

    @property
    def is_example(self) -> bool:
        """Whether it travels with the program and takes no changes."""
        return self.id.startswith(EXAMPLE)


def store() -> Store:
    """The store of whoever asks: that of their group, else the one of this server."""
    return store_of(group_here())


@lru_cache(maxsize=1)
def examples() -> tuple[Opened, ...]:
    """The example places, in the order of their files."""
    return tuple(_example(path) for path in sorted(folder("examples").glob("*.yaml")))


def opened(id_: str) -> Opened | None:
    """The round with this id as it stands now, or None where there is none."""
    if id_.startswith(EXAMPLE):
        return next((one for one in examples() if one.id == id_), None)
    try:
        return _kept(store(), id_, store().sequence(id_), store().hidden_in(id_))
    except NotHereError:
        return None


def hidden_rounds() -> frozenset[str]:
    """The rounds of which a workshop keeps something from everyone now."""
    held = {one.assessment_id for one in store().workshops()}
    return frozenset(id_ for id_ in held if store().hidden_in(id_))


def sheets(id_: str) -> tuple[Rubric, Assessment] | None:
    """A round with nothing left out, for the one who keys in its sheets and holds them in their hand. None: not here.

    Only voices on paper are in it.
    """
    try:
        assessment = store().assessment(id_)
        rubric = adapted(store().rubric_of(id_), assessment.own_words)
    except NotHereError:
        return None
    return rubric, assessment.model_copy(update={"voices": tuple(one for one in assessment.voices if one.paper)})


def at_hand() -> dict[str, str]:
    """What every round at hand is called, under its id: one's own by name, then the examples."""
    own = {
        round_.id: called(place.name, round_.date, round_.number if len(place.rounds) > 1 else None)
        for place in store().places()
        for round_ in place.rounds
    }
    return own | {one.id: called(one.assessment.place.name, one.assessment.date) for one in examples()}


def rounds_like(one: Opened) -> list[Opened]:
    """Every round of the place that `one` is a round of, itself included, in the order in which they were held."""
    if one.is_example:
        rounds = [other for other in examples() if same_place(other, one)]
    else:
        kept = store().place(store().round(one.id).place_id).rounds
        rounds = [found for round_ in kept if (found := opened(round_.id))]
    return sorted(rounds, key=lambda round_: round_.assessment.date or date.min)


def same_place(one: Opened, other: Opened) -> bool:
    """Whether two rounds speak of a place of the same name, kind and nation."""
    here, there = one.assessment.place, other.assessment.place
    return (here.name, here.kind, here.nation) == (there.name, there.kind, there.nation)


def by_name(one: Opened) -> tuple[str, date]:
    """What rounds are put in order by where that is by name, and nothing that they add up to."""
    return one.assessment.place.name.casefold(), one.assessment.date or date.min


@lru_cache(maxsize=OPEN_AT_ONCE)
def _kept(kept: Store, id_: str, sequence: int, hidden: Hidden | None) -> Opened:
    """A round from the store `kept`, read and scored once for each change of it, without what is hidden."""
    whole = kept.assessment(id_)
    rubric = adapted(kept.rubric_of(id_), whole.own_words)
    assessment = _without(whole, hidden) if hidden else whole
    return Opened(id_, rubric, assessment, score(rubric, assessment), catalogue_of(rubric), sequence, hidden)


def _without(assessment: Assessment, hidden: Hidden) -> Assessment:
    """`assessment` without the answers that no one may see yet."""

    def seen(voice: Voice) -> Voice:
        kept = {id_: one for id_, one in voice.answers.items() if hidden.begun and id_ not in hidden.indicators}
        return voice.model_copy(update={"answers": kept})

    return assessment.model_copy(update={"voices": tuple(map(seen, assessment.voices))})


def _example(path: Path) -> Opened:
    rubric, assessment = read_assessment(path)
    return Opened(EXAMPLE + path.stem, rubric, assessment, score(rubric, assessment), catalogue_of(rubric))


@lru_cache(maxsize=1)
def _catalogues() -> dict[tuple[str, str], Catalogue]:
    return {(one.id, one.edition): load_catalogue(path) for path in rubric_folders() for one in [load_rubric(path)]}


@lru_cache(maxsize=8)
def _library(id_: str, edition: str, data: Path, _stamp: object) -> Library:
    return Library.open(data, _catalogues().get((id_, edition), Catalogue()))


def library_of(rubric: Rubric) -> Library:
    """The notes behind `rubric` with what text of them was added; read again only when something was."""
    return library_in(folder_of(group_here()), rubric)


def library_in(data: Path, rubric: Rubric) -> Library:
    """The notes behind `rubric` with what text of them was added to the data folder `data`."""
    return _library(rubric.id, rubric.edition, data, stamp(data))


@lru_cache(maxsize=8)
def newer_editions(id_: str, edition: str) -> list[tuple[Rubric, EarlierEdition]]:
    """The editions at hand that a round of this one can be carried over to, newest first."""
    return editions.newer_editions(id_, edition)


def catalogue_of(rubric: Rubric) -> Catalogue:
    """The notes and passages of `rubric`; an empty catalogue where its files are not at hand."""
    return _catalogues().get((rubric.id, rubric.edition), Catalogue())
