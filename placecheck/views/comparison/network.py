"""Many places: finding some among them, and how they spread, without a rank and without naming any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from placecheck.dates import when_words
from placecheck.network.spread import Spread
from placecheck.rubric import Dimension, Indicator, Rubric
from placecheck.storage import AssessmentSummary, PlaceSummary
from placecheck.views.results.ladder_words import Ladder
from placecheck.views.results.pictures import DimensionRow, LadderRow, LadderView
from placecheck.words import network as w
from placecheck.words import results, say, say_n


@dataclass(frozen=True, slots=True)
class ListedAssessment:
    """One assessment of one place, as it is listed."""

    id: str
    place_id: str
    name: str
    about: str
    kind: str | None
    nation: str | None
    question_set: str
    words: str
    """All its place says of itself, for looking words up in."""
    newest: bool


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """The filters of a search: an empty field means any."""

    kinds: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    question_set: str | None = None
    words: str = ""


def listed_assessments(places: Iterable[PlaceSummary]) -> tuple[ListedAssessment, ...]:
    """Return every assessment of `places`, in their order, newest first within a place."""
    return tuple(
        ListedAssessment(
            id=summary.id,
            place_id=place.id,
            name=place.name,
            about=_about(place, summary),
            kind=place.kind,
            nation=place.nation,
            question_set=summary.question_set,
            words=" ".join(filter(None, (place.name, place.boundary, place.context, place.nation))).casefold(),
            newest=summary is place.assessments[-1],
        )
        for place in places
        for summary in reversed(place.assessments)
    )


def _about(place: PlaceSummary, summary: AssessmentSummary) -> str:
    kind = place.kind.capitalize() if place.kind else None
    when = when_words(summary.date.isoformat()) if summary.date else None
    question_set = say(results.SHORT_SET if summary.question_set == "starter" else results.FULL_SET)
    parts = (kind, place.nation, when, question_set, say_n(results.VOICES, summary.voices))
    return " · ".join(part for part in parts if part)


def matching_assessments(assessments: Iterable[ListedAssessment], filters: SearchFilters) -> list[ListedAssessment]:
    """Return those of `assessments` that match `filters`, in their order; each word that was typed must occur."""
    typed = filters.words.casefold().split()
    return [
        assessment
        for assessment in assessments
        if (not filters.kinds or assessment.kind in filters.kinds)
        and (not filters.nations or assessment.nation in filters.nations)
        and filters.question_set in (None, assessment.question_set)
        and all(word in assessment.words for word in typed)
    ]


def spread_view(rubric: Rubric, spreads: Sequence[Spread], minimum: int) -> LadderView:
    """Return how places spread on each indicator: the dot is the middle one, the bar runs from quarter to quarter."""
    ladder = Ladder.of(rubric, 0)
    by_id = dict(zip(rubric.by_id, spreads, strict=True))
    dimensions = tuple(
        DimensionRow.heading(
            id_=dimension.id,
            name=dimension.name,
            about=dimension.about,
            order=order,
            rows=tuple(
                _row(ladder, dimension, indicator, by_id[indicator.id], minimum) for indicator in dimension.indicators
            ),
        )
        for order, dimension in enumerate(rubric.dimensions)
    )
    return LadderView(say(w.SPREAD_TITLE), say(w.SPREAD_SENTENCE), ladder.names, dimensions)


def _row(ladder: Ladder, dimension: Dimension, indicator: Indicator, spread: Spread, minimum: int) -> LadderRow:
    words = (indicator.id, indicator.name, indicator.statement, dimension.id)
    if spread.lower is None or spread.middle is None or spread.upper is None:
        few = say(w.FEW_PLACES, minimum=minimum)
        return LadderRow(*words, "not_here", None, 0, 0, few, few)
    span_words = ladder.name(spread.middle), ladder.span(spread.lower, spread.upper)
    return LadderRow(*words, "ok", spread.middle, spread.lower, spread.upper, *span_words)
