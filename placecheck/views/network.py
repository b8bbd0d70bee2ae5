"""Many places: finding some among them, and how they spread, without a rank and without naming any."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from placecheck.rubric import Dimension, Indicator, Rubric
from placecheck.scoring.across import Spread
from placecheck.storage import PlaceSummary, RoundSummary
from placecheck.views.ladder_words import Ladder
from placecheck.views.notice import written_when
from placecheck.views.pictures import DimensionRow, LadderRow, LadderView
from placecheck.words import network as w
from placecheck.words import results, say, say_n


@dataclass(frozen=True, slots=True)
class FoundRound:
    """One round of one place, as it stands in a list."""

    id: str
    place_id: str
    name: str
    about: str
    kind: str | None
    nation: str | None
    round: str
    words: str
    """All its place says of itself, for looking words up in."""
    newest: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to find: nothing said in a field means any."""

    kinds: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    round: str | None = None
    words: str = ""


def every_round(places: Iterable[PlaceSummary]) -> tuple[FoundRound, ...]:
    """Every round of `places`, in their order, newest first within a place."""
    return tuple(
        FoundRound(
            id=one.id,
            place_id=place.id,
            name=place.name,
            about=_about(place, one),
            kind=place.kind,
            nation=place.nation,
            round=one.round,
            words=" ".join(filter(None, (place.name, place.boundary, place.context, place.nation))).casefold(),
            newest=one is place.rounds[-1],
        )
        for place in places
        for one in reversed(place.rounds)
    )


def _about(place: PlaceSummary, one: RoundSummary) -> str:
    kind = place.kind.capitalize() if place.kind else None
    when = written_when(one.date.isoformat()) if one.date else None
    round_ = say(results.STARTER_ROUND if one.round == "starter" else results.FULL_ROUND)
    parts = (kind, place.nation, when, round_, say_n(results.VOICES, one.voices))
    return " · ".join(part for part in parts if part)


def fitting(rounds: Iterable[FoundRound], wanted: Wanted) -> list[FoundRound]:
    """Those of `rounds` that are wanted, in their order; every word that was typed must stand somewhere."""
    typed = wanted.words.casefold().split()
    return [
        one
        for one in rounds
        if (not wanted.kinds or one.kind in wanted.kinds)
        and (not wanted.nations or one.nation in wanted.nations)
        and wanted.round in (None, one.round)
        and all(word in one.words for word in typed)
    ]


def spread_view(rubric: Rubric, spreads: Sequence[Spread], minimum: int) -> LadderView:
    """How places spread on each indicator: the dot is the middle one, the bar runs from quarter to quarter."""
    ladder = Ladder.of(rubric, 0)
    by_id = dict(zip(rubric.by_id, spreads, strict=True))
    dimensions = tuple(
        DimensionRow(
            id=dimension.id,
            name=dimension.name,
            about=dimension.about,
            order=order,
            status="not_here",
            reading=None,
            low=None,
            high=None,
            words="",
            known="",
            rows=tuple(_row(ladder, dimension, one, by_id[one.id], minimum) for one in dimension.indicators),
        )
        for order, dimension in enumerate(rubric.dimensions)
    )
    return LadderView(say(w.SPREAD_TITLE), say(w.SPREAD_SENTENCE), ladder.names, dimensions)


def _row(ladder: Ladder, dimension: Dimension, asked: Indicator, one: Spread, minimum: int) -> LadderRow:
    words = (asked.id, asked.name, asked.statement, dimension.id)
    if one.lower is None or one.middle is None or one.upper is None:
        few = say(w.FEW_PLACES, minimum=minimum)
        return LadderRow(*words, "not_here", None, 0, 0, few, few)
    said = ladder.name(one.middle), ladder.span(one.lower, one.upper)
    return LadderRow(*words, "ok", one.middle, one.lower, one.upper, *said)
