"""What is said of many places, as a page, a table and data: quarters and moves, in words of the ladder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from placecheck.network.spread import TRAITS, By, GroupSpread, NetworkSpread, Spread
from placecheck.views.printed_labels import paper_labels
from placecheck.views.results.ladder_words import Ladder
from placecheck.words import answering, language, results, say, say_n
from placecheck.words import network as w

Row = tuple[str | int | float | None, ...]
COLUMNS = ("rubric", "edition", "by", "value", "indicator", "places", "lower", "middle", "upper")


@dataclass(frozen=True, slots=True)
class NetworkTable:
    """One table of the page: its title, a sentence about it, its columns and rows. The first column heads each row."""

    title: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """The whole page. `place` and `about` stand where another page names its place, in the foot."""

    language: str
    title: str
    place: str
    about: tuple[str, ...]
    intro: tuple[str, ...]
    not_this: str
    tables: tuple[NetworkTable, ...]
    words: dict[str, str]


def network_view(spread: NetworkSpread) -> NetworkView:
    """Return the page of one rubric's places."""
    edition = say(w.MANY_EDITION, title=spread.rubric.title, edition=spread.rubric.edition)
    small = (say_n(w.MANY_SMALL, spread.small_groups),) if spread.small_groups else ()
    return NetworkView(
        language=language.get(),
        title=say(w.MANY_TITLE),
        place=say(w.MANY_TITLE),
        about=(edition,),
        intro=(say_n(w.MANY_INTRO, spread.places, minimum=spread.minimum), edition, *small),
        not_this=say(w.MANY_NOT),
        tables=(_every(spread), *_by_trait(spread), *_moved(spread)),
        words=paper_labels(),
    )


def _every(spread: NetworkSpread) -> NetworkTable:
    ladder = Ladder.of(spread.rubric, 0)
    headings = (results.COLUMN_INDICATOR, w.MANY_MIDDLE, w.MANY_HALF, w.MANY_PLACES)
    rows = (
        (
            indicator.name,
            _middle(ladder, of),
            "" if of.lower is None or of.upper is None else ladder.span(of.lower, of.upper),
            f"{of.places:,}",
        )
        for indicator, of in zip(spread.rubric.indicators(), spread.groups[0].spreads, strict=True)
    )
    return NetworkTable(say(w.MANY_EVERY), say(w.MANY_EVERY_INTRO), tuple(map(say, headings)), tuple(rows))


def _by_trait(spread: NetworkSpread) -> Iterator[NetworkTable]:
    ladder = Ladder.of(spread.rubric, 0)
    for by in TRAITS:
        groups = [group for group in spread.groups if group.by == by]
        if not groups:
            continue
        columns = (say(results.COLUMN_INDICATOR), *(f"{_name(by, group)} ({group.places:,})" for group in groups))
        rows = (
            (indicator.name, *(_middle(ladder, group.spreads[number]) for group in groups))
            for number, indicator in enumerate(spread.rubric.indicators())
        )
        yield NetworkTable(say(w.MANY_BY[by]), say(w.MANY_BY_INTRO), columns, tuple(rows))


def _name(by: By, group: GroupSpread) -> str:
    if by == "kind":
        return say(answering.KINDS[group.value])
    if by == "question_set":
        return say(results.SHORT_SET if group.value == "starter" else results.FULL_SET)
    return group.value


def _middle(ladder: Ladder, spread: Spread) -> str:
    return say(w.MANY_TOO_FEW) if spread.middle is None else ladder.name(spread.middle)


def _moved(spread: NetworkSpread) -> Iterator[NetworkTable]:
    headings = (results.COLUMN_INDICATOR, w.MANY_PLACES, w.MANY_LOWER, w.MANY_SAME, w.MANY_HIGHER)
    for years in spread.years:
        rows = (
            (indicator.name, f"{moves.places:,}", f"{moves.lower:,}", f"{moves.same:,}", f"{moves.higher:,}")
            for indicator, moves in zip(spread.rubric.indicators(), years.moves, strict=True)
            if moves.lower is not None
        )
        title = say(w.MANY_MOVED, since=years.since, until=years.until)
        yield NetworkTable(title, say(w.MANY_MOVED_INTRO), tuple(map(say, headings)), tuple(rows))


def network_data(spread: NetworkSpread) -> dict[str, Any]:
    """Return the spread as JSON has it. Levels are numbers from 0; null where there are too few places."""
    ids = list(spread.rubric.by_id)
    return {
        "method": spread.method,
        "rubric": spread.rubric.id,
        "edition": spread.rubric.edition,
        "minimum": spread.minimum,
        "places": spread.places,
        "assessments": spread.assessments,
        "small_groups": spread.small_groups,
        "groups": [
            {
                "by": group.by,
                "value": group.value or None,
                "places": group.places,
                "indicators": [{"id": id_} | of._asdict() for id_, of in zip(ids, group.spreads, strict=True)],
            }
            for group in spread.groups
        ],
        "years": [
            {
                "since": years.since,
                "until": years.until,
                "indicators": [{"id": id_} | moves._asdict() for id_, moves in zip(ids, years.moves, strict=True)],
            }
            for years in spread.years
        ],
    }


def network_rows(spread: NetworkSpread) -> Iterator[Row]:
    """Yield the spread as rows of a table with `COLUMNS`, one for each group and indicator."""
    rubric = spread.rubric
    for group in spread.groups:
        for id_, of in zip(rubric.by_id, group.spreads, strict=True):
            yield rubric.id, rubric.edition, group.by, group.value, id_, of.places, of.lower, of.middle, of.upper
