"""Assessments of a store, of files and of archives, as parts: their answers are held as packed text until counted."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from placecheck.assessment import Assessment
from placecheck.assessment.packed import Packed, pack_assessment
from placecheck.network.counts import Part, Trait
from placecheck.rubric.model import Rubric
from placecheck.scoring.packed_arrays import unpack_batch

AT_ONCE = 5_000
"""How many packed assessments make a part: some 20 MB while it is counted."""


class AssessmentInfo(NamedTuple):
    """What is known of one assessment apart from its answers. The same place has the same `place`."""

    place: int
    date: datetime.date | None
    kind: str | None
    nation: str | None
    question_set: str


class PackedAssessment(NamedTuple):
    """One assessment, its answers packed as in `assessment.packed`, and the rubric that it was made with."""

    rubric: Rubric
    content: str
    about: AssessmentInfo


class PackedPart(NamedTuple):
    """A part whose answers are held as packed text."""

    rubric: Rubric
    contents: tuple[str, ...]
    about: tuple[AssessmentInfo, ...]

    def load(self) -> Part:
        """Return the part."""
        packed = [Packed("", "", "", content) for content in self.contents]
        dates = [item.date for item in self.about]
        return Part(
            rubric=self.rubric,
            batch=unpack_batch(self.rubric, packed),
            place=np.array([item.place for item in self.about], np.int64),
            day=np.array([date.toordinal() if date else 0 for date in dates], np.int64),
            year=np.array([date.year if date else 0 for date in dates], np.int64),
            kind=trait([item.kind for item in self.about]),
            nation=trait([item.nation for item in self.about]),
            question_set=trait([item.question_set for item in self.about]),
        )


def packed_parts(packed: Iterable[PackedAssessment]) -> Iterator[PackedPart]:
    """Yield packed assessments as parts, those of a place and a rubric together."""
    ordered = sorted(packed, key=lambda item: (item.rubric.fingerprint, item.about.place))
    for _, of_rubric in groupby(ordered, key=lambda item: item.rubric.fingerprint):
        waiting: list[PackedAssessment] = []
        for _, of_place in groupby(of_rubric, key=lambda item: item.about.place):
            waiting += of_place
            if len(waiting) >= AT_ONCE:
                yield _packed_part(waiting)
                waiting = []
        if waiting:
            yield _packed_part(waiting)


def _packed_part(packed: Sequence[PackedAssessment]) -> PackedPart:
    return PackedPart(packed[0].rubric, tuple(item.content for item in packed), tuple(item.about for item in packed))


def packed_assessment(place: int, rubric: Rubric, assessment: Assessment) -> PackedAssessment:
    """Pack `assessment`, made with `rubric` as published, of the place with the number `place`."""
    about = AssessmentInfo(
        place, assessment.date, assessment.place.kind, assessment.place.nation, assessment.question_set
    )
    return PackedAssessment(rubric, pack_assessment(rubric, assessment), about)


def trait(values: Sequence[str | None]) -> Trait:
    """Return `values` as positions among their different ones, in the order of their names."""
    names, positions = np.unique(np.array([value or "" for value in values], np.str_), return_inverse=True)
    return Trait(positions, tuple(names.tolist()))
