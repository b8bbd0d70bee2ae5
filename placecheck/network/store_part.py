"""The assessments of a store as parts of a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from placecheck.network.packed_part import AssessmentInfo, PackedAssessment
from placecheck.storage import Store


def packed_in_store(store: Store, is_wanted: Callable[[str], bool]) -> Iterator[PackedAssessment]:
    """Yield the assessments of `store` whose ids are wanted, each with what is known of its place."""
    packed, rubrics = store.packed()
    about = {
        summary.id: AssessmentInfo(number, summary.date, place.kind, place.nation, summary.question_set)
        for number, place in enumerate(store.places())
        for summary in place.assessments
    }
    for item in packed:
        if item.id in about and is_wanted(item.id):
            yield PackedAssessment(rubrics[item.edition_key], item.content, about[item.id])
