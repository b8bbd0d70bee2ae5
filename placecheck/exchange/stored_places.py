"""What the store holds already, and what a file leaves open about it: whether place and day are the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from placecheck.assessment import Assessment, Place
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.exchange.import_questions import ImportQuestions, Option
from placecheck.exchange.places_and_dates import DIFFERENT, SAME
from placecheck.exchange.vocabulary import LEAVE_OUT
from placecheck.words import importing as words
from placecheck.words import say

ANOTHER = "another"


@dataclass(frozen=True, slots=True)
class StoredPlaces:
    """The places in the store, by name where only one has it, and whether an assessment of the same day differs."""

    places: Mapping[str, Place] = field(default_factory=dict)
    differs: Callable[[Assessment], bool] = lambda _: False


def reconcile_with_stored(
    assessments: Sequence[AssessmentWithRubric], stored_places: StoredPlaces, questions: ImportQuestions
) -> Iterator[AssessmentWithRubric]:
    """Yield the assessments as a person wants them, given what the store holds; what is open becomes a question."""
    for rubric, assessment in assessments:
        joined = _joined(assessment, stored_places, questions)
        if not stored_places.differs(joined):
            yield rubric, joined
            continue
        day = str(joined.date)
        options = [Option(ANOTHER, say(words.ANOTHER_ASSESSMENT)), Option(LEAVE_OUT, say(words.LEAVE_ASSESSMENT))]
        text = say(words.SAME_DAY, place=joined.place.name, day=day)
        if questions.ask(f"day {joined.place.name} {day}", text, options, concerns_whole_file=True) != LEAVE_OUT:
            yield rubric, joined


def _joined(assessment: Assessment, stored_places: StoredPlaces, questions: ImportQuestions) -> Assessment:
    """Return `assessment` at the stored place of its name, if it does not contradict it and a person says so."""
    place, other = assessment.place, stored_places.places.get(assessment.place.name)
    says_nothing = place.kind is None and place.nation is None
    if other is None or not says_nothing or (other.kind is None and other.nation is None):
        return assessment
    options = [
        Option(SAME, say(words.SAME_PLACE, place=other.name)),
        Option(DIFFERENT, say(words.DIFFERENT_PLACES)),
    ]
    about = ", ".join(filter(None, (other.kind, other.nation)))
    text = say(words.KEPT_PLACE, place=other.name, about=about)
    if questions.ask(f"kept {other.name}", text, options, concerns_whole_file=True) == DIFFERENT:
        return assessment
    known = {"kind": other.kind, "nation": other.nation}
    return assessment.model_copy(update={"place": place.model_copy(update=known)})
