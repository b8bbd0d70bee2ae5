"""The assessments that a visitor may open, from the store and from the examples, scored and cached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from placecheck.assessment import Assessment, Voice, read_assessment
from placecheck.assessment.perspectives import as_asked
from placecheck.assessment.redaction import without_answers, without_hidden_indicators, without_questions
from placecheck.errors import InputError
from placecheck.notes import Catalogue, load_catalogue
from placecheck.notes.added_notes import stamp
from placecheck.notes.catalogue import read_catalogue
from placecheck.notes.library import Library
from placecheck.resources import resource_folder
from placecheck.rubric import Rubric, editions, own_folder, rubric_folders
from placecheck.rubric.cache import cached_while_unchanged, own_rubrics_stamp
from placecheck.rubric.load import load_rubric
from placecheck.rubric.mapping import EarlierEdition
from placecheck.scoring import Result, score
from placecheck.storage import HiddenAnswers, NotHereError, Store
from placecheck.storage.values import ACCOUNT, EXAMPLE
from placecheck.views.comparison.assessment_name import assessment_label, distinct_labels
from placecheck.web.access.tenant_stores import tenant_store
from placecheck.web.access.tenants import current_account, current_tenant, tenant_folder

CACHE_SIZE = 64
"""How many assessments are held scored in memory."""


@dataclass(frozen=True, slots=True, eq=False)
class OpenAssessment:
    """One assessment of one place as it is now, with all that is needed to show it. `rubric` is as this group asks it.

    The same assessment after a change is another object, so that results computed from one may be cached with it.
    What a workshop hides from everyone is in none of it; `hidden_answers` says so.
    """

    id: str
    rubric: Rubric
    assessment: Assessment
    result: Result
    catalogue: Catalogue
    sequence: int = 0
    """Of the latest change that is in it."""
    hidden_answers: HiddenAnswers | None = None

    @property
    def is_example(self) -> bool:
        """Return whether it ships with the program and takes no changes."""
        return self.id.startswith(EXAMPLE)

    @property
    def asked(self) -> frozenset[str]:
        """Return the indicators that it asks about, of which there is a closer look."""
        return frozenset(indicator.id for indicator in self.result.indicators())

    @property
    def is_hidden(self) -> bool:
        """Return whether none of it can be shown yet, since a workshop has answers that wait for their reveal."""
        return self.hidden_answers is not None and self.hidden_answers.hides_everything


def current_author(source: str = "dashboard") -> str:
    """Return what a change of the current visitor's is by: their account, else the `source` it came from."""
    account = current_account()
    return f"{ACCOUNT}{account}" if account else source


def current_store() -> Store:
    """Return the store of the current visitor: that of their group, else the one of this server."""
    return tenant_store(current_tenant())


@lru_cache(maxsize=1)
def examples() -> tuple[OpenAssessment, ...]:
    """Return the example places, in the order of their files."""
    return tuple(_example(path) for path in sorted(resource_folder("examples").glob("*.yaml")))


def open_assessment(id_: str) -> OpenAssessment | None:
    """Return the assessment with this id as it is now, or None where there is none."""
    if id_.startswith(EXAMPLE):
        return next((example for example in examples() if example.id == id_), None)
    try:
        store = current_store()
        return _load_cached(store, id_, store.sequence(id_), store.hidden_answers_in(id_), _changes(store, id_))
    except NotHereError:
        return None


def asked_rubric(id_: str) -> Rubric:
    """Return the rubric as the group of this assessment asks it, even what a workshop hides.

    Raises:
        NotHereError: There is no such assessment.
    """
    return current_store().asked_rubric(id_)


def assessments_with_hidden_answers() -> frozenset[str]:
    """Return the assessments of which a workshop hides answers from everyone now, held back or not shown yet."""
    held = {workshop.assessment_id for workshop in current_store().workshops()}
    return frozenset(id_ for id_ in held if current_store().hidden_answers_in(id_))


def paper_sheets(id_: str) -> tuple[Rubric, Assessment] | None:
    """Return an assessment with nothing left out, for the person who keys in its sheets; None where there is none.

    Only voices on paper are in it.
    """
    try:
        assessment = current_store().assessment(id_)
        rubric = as_asked(current_store().rubric_of(id_), assessment)
    except NotHereError:
        return None
    return rubric, assessment.model_copy(update={"voices": tuple(voice for voice in assessment.voices if voice.paper)})


def answering_voices(opened: OpenAssessment, chosen: str | None) -> tuple[Voice, ...]:
    """Return whose turn it may be: everyone who said something, and the `chosen` one; else the last to join.

    A person who has said nothing yet is in no list but this one, while it is their turn.
    """
    present = current_store().present_voices(opened.id)
    turns = tuple(voice for voice in present if voice.says_something or voice.id == chosen)
    return turns or present[-1:]


def assessment_labels() -> dict[str, str]:
    """Return the label of every available assessment, by id, no two the same: one's own, then the examples."""
    places = current_store().places()
    labels = {
        summary.id: assessment_label(place.name, summary.date, summary.number if len(place.assessments) > 1 else None)
        for place in sorted(places, key=lambda place: place.made)
        for summary in place.assessments
    }
    labels |= {
        example.id: assessment_label(example.assessment.place.name, example.assessment.date) for example in examples()
    }
    distinct = distinct_labels(labels)
    newest_first = [summary.id for place in places for summary in place.assessments]
    return {id_: distinct[id_] for id_ in dict.fromkeys([*newest_first, *labels])}


def assessments_of_same_place(opened: OpenAssessment) -> list[OpenAssessment]:
    """Return every assessment of the place of `opened`, itself included, in the order in which they were held."""
    if opened.is_example:
        same_place = [other for other in examples() if is_same_place(other, opened)]
    else:
        summaries = current_store().place(current_store().assessment_summary(opened.id).place_id).assessments
        same_place = [at_that_time for summary in summaries if (at_that_time := open_assessment(summary.id))]
    return sorted(same_place, key=lambda other: other.assessment.date or date.min)


def is_same_place(opened: OpenAssessment, other: OpenAssessment) -> bool:
    """Return whether two assessments speak of a place of the same name, kind and nation."""
    place, other_place = opened.assessment.place, other.assessment.place
    return (place.name, place.kind, place.nation) == (other_place.name, other_place.kind, other_place.nation)


def name_order(opened: OpenAssessment) -> tuple[str, date]:
    """Return the sort key of an assessment by name, without any of its results."""
    return opened.assessment.place.name.casefold(), opened.assessment.date or date.min


def _changes(store: Store, id_: str) -> tuple[object, ...]:
    """Return what else an assessment is loaded again for: its workshop moved on, or a rubric was added or removed."""
    return store.workshop_changes(id_), own_rubrics_stamp()


@lru_cache(maxsize=CACHE_SIZE)
def _load_cached(
    store: Store, id_: str, sequence: int, hidden: HiddenAnswers | None, _changed: object
) -> OpenAssessment:
    """Load an assessment, read and scored once for each change of it or its workshop, without what is hidden."""
    whole = store.assessment(id_)
    rubric, assessment = as_asked(store.rubric_of(id_), whole), whole
    catalogue = catalogue_of(rubric)
    if hidden:
        assessment = without_answers(whole, hidden.indicators if hidden.has_begun else rubric.by_id)
        if not hidden.hides_everything:
            assessment = without_hidden_indicators(rubric, whole, hidden.indicators)
            rubric = without_questions(rubric, hidden.indicators)
    return OpenAssessment(id_, rubric, assessment, score(rubric, assessment), catalogue, sequence, hidden)


def _example(path: Path) -> OpenAssessment:
    rubric, assessment = read_assessment(path)
    return OpenAssessment(EXAMPLE + path.stem, rubric, assessment, score(rubric, assessment), catalogue_of(rubric))


@cached_while_unchanged
def _catalogues() -> dict[tuple[str, str], Catalogue]:
    return {
        (rubric.id, rubric.edition): _catalogue_in(path) for path in rubric_folders() for rubric in [load_rubric(path)]
    }


def _catalogue_in(folder: Path) -> Catalogue:
    """Return the catalogue of a rubric's folder: an own one may change at any time, and be invalid."""
    if not folder.is_relative_to(own_folder()):
        return load_catalogue(folder)
    try:
        return read_catalogue(folder)
    except InputError:
        return Catalogue()


@lru_cache(maxsize=8)
def _library(id_: str, edition: str, data: Path, _stamp: object) -> Library:
    return Library.open(data, _catalogues().get((id_, edition), Catalogue()))


def library_of(rubric: Rubric) -> Library:
    """Return the notes behind `rubric` with their added text; read again only when some was added."""
    return library_in(tenant_folder(current_tenant()), rubric)


def library_in(data: Path, rubric: Rubric) -> Library:
    """Return the notes behind `rubric` with their text added to the data folder `data`."""
    return _library(rubric.id, rubric.edition, data, (stamp(data), own_rubrics_stamp()))


@cached_while_unchanged
def migration_targets(id_: str, edition: str) -> list[tuple[Rubric, EarlierEdition]]:
    """Return the available editions that an assessment with this one can be migrated to, newest first."""
    return editions.newer_editions(id_, edition)


def catalogue_of(rubric: Rubric) -> Catalogue:
    """Return the notes and passages of `rubric`; an empty catalogue where its files are not available."""
    return _catalogues().get((rubric.id, rubric.edition), Catalogue())
