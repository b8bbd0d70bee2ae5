"""What a published summary tells first: the picture and what it shows, what is strong, and a few voices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from placecheck.publishing import Published
from placecheck.publishing.model import PublishedDimension, PublishedIndicator
from placecheck.scoring.thresholds import has_room_to_grow, reads_strong
from placecheck.views.results.ladder_words import Ladder
from placecheck.views.results.place_picture import PictureView, SectorView, SpokeView, mark_meanings, sentence
from placecheck.words import picture as pw
from placecheck.words import publishing as w
from placecheck.words import results as rw
from placecheck.words import say

MAX_FEATURED = 5
"""How many stories are told before the ladder."""
MIN_LENGTH, MAX_LENGTH = 40, 180
"""Between how many letters a story is one that is read at a glance and says something."""


@dataclass(frozen=True, slots=True)
class FeaturedStoryView:
    """A story, and what it is about."""

    about: str
    story: str


def story_picture(summary: Published) -> PictureView | None:
    """Return the picture of what is published; None where there is nothing to draw."""
    ladder = Ladder(summary.levels, 0)
    shown = [(order, dimension, _shown(dimension)) for order, dimension in enumerate(summary.dimensions)]
    sectors = tuple(
        _sector(ladder, order, dimension, indicators) for order, dimension, indicators in shown if indicators
    )
    if not sectors:
        return None
    table = tuple((sector.name, spoke.label, _words(ladder, spoke)) for sector in sectors for spoke in sector.spokes)
    each = " ".join(f"{sector.name}: {sector.words}." for sector in sectors)
    return PictureView(
        place=summary.place["name"],
        finding=story_finding(summary),
        alt=say(pw.ALT, n=len(table), each=each),
        legend=mark_meanings(),
        levels=summary.levels,
        sectors=sectors,
        columns=tuple(map(say, (rw.COLUMN_DIMENSION, rw.COLUMN_INDICATOR, rw.COLUMN_STANDS))),
        table=table,
    )


def story_finding(summary: Published) -> str:
    """Return what is strong, has most room and is little known of what is published, in one sentence."""
    every = [indicator for dimension in summary.dimensions for indicator in dimension.indicators]
    read = [(indicator.reading, indicator.name) for indicator in every if indicator.reading is not None]
    least = min((reading for reading, _ in read), default=None)
    room = [name for reading, name in read if reading == least and has_room_to_grow(reading, len(summary.levels))]
    unknown = [indicator.name for indicator in every if indicator.status == "too_little_known"]
    return (
        sentence([indicator.name for indicator in published_strengths(summary)], room, unknown)
        if read
        else say(pw.NOTHING_YET)
    )


def published_strengths(summary: Published) -> Sequence[PublishedIndicator]:
    """Return what reads strong, the strongest first."""
    steps = len(summary.levels)
    every = [indicator for dimension in summary.dimensions for indicator in dimension.indicators]
    return sorted(
        (indicator for indicator in every if reads_strong(indicator.reading, steps)),
        key=lambda indicator: -(indicator.reading or 0),
    )


def featured_stories(summary: Published) -> tuple[FeaturedStoryView, ...]:
    """Return a few stories, from as many dimensions as possible, short enough to read at a glance."""
    by_dimension = [list(_stories(dimension)) for dimension in summary.dimensions]
    chosen: list[FeaturedStoryView] = []
    while len(chosen) < MAX_FEATURED and any(by_dimension):
        for stories in by_dimension:
            if stories and len(chosen) < MAX_FEATURED:
                chosen.append(stories.pop(0))
    return tuple(chosen)


def _stories(dimension: PublishedDimension) -> Iterator[FeaturedStoryView]:
    every = [
        FeaturedStoryView(item.name, text["story"])
        for item in dimension.indicators
        for text in item.texts
        if "story" in text
    ]
    seen: set[str] = set()
    for story in sorted(every, key=lambda view: not MIN_LENGTH <= len(view.story) <= MAX_LENGTH):
        if story.about not in seen:
            seen.add(story.about)
            yield story


def _shown(dimension: PublishedDimension) -> list[PublishedIndicator]:
    return [indicator for indicator in dimension.indicators if indicator.status != "left_out"]


def _sector(
    ladder: Ladder, order: int, dimension: PublishedDimension, shown: Sequence[PublishedIndicator]
) -> SectorView:
    words = say(pw.LITTLE_KNOWN) if dimension.reading is None else ladder.name(dimension.reading)
    return SectorView(
        dimension.name, order, words, dimension.reading, tuple(_spoke(ladder, indicator) for indicator in shown)
    )


def _spoke(ladder: Ladder, indicator: PublishedIndicator) -> SpokeView:
    absent = indicator.status == "not_here"
    ends = (0.0, float(ladder.top)) if indicator.reading is None else (indicator.reading, indicator.reading)
    label = say(pw.ABSENT, name=indicator.name) if absent else indicator.name
    return SpokeView(indicator.id, label, absent, None if absent else indicator.reading, *ends)


def _words(ladder: Ladder, spoke: SpokeView) -> str:
    if spoke.absent:
        return say(rw.NOT_HERE)
    return say(w.TOO_LITTLE) if spoke.reading is None else ladder.name(spoke.reading)
