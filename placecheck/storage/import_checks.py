"""What the store holds already, as a plan of an import asks about it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from placecheck.assessment import Assessment, Place
from placecheck.exchange import StoredPlaces

if TYPE_CHECKING:
    from placecheck.storage.store import Store


def stored_places(store: Store) -> StoredPlaces:
    """Return the places of `store`, and a look at whether it holds another assessment of the same place and day."""
    summaries = store.places()
    times = Counter(place.name for place in summaries)
    fields = Place.model_fields
    places = {
        summary.name: Place.model_validate({name: getattr(summary, name) for name in fields})
        for summary in summaries
        if times[summary.name] == 1
    }

    def differs(assessment: Assessment) -> bool:
        if assessment.date is None or assessment.place.name not in times:
            return False
        assessments = [
            assessment_there for place in store.same_place(assessment.place) for assessment_there in place.assessments
        ]
        same_day = [assessment_there.id for assessment_there in assessments if assessment_there.date == assessment.date]
        return bool(same_day) and all(store.assessment(id_) != assessment for id_ in same_day)

    return StoredPlaces(places, differs)
