"""Matters with their levels, as a table, as sentences, as asks by level, and as what a picture needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from placecheck.dates import when_words
from placecheck.levels.matter_summary import Move, asks_by_level, matter_move
from placecheck.levels.model import LevelQuestion
from placecheck.place import Matter
from placecheck.place.adapted import RoomLevels
from placecheck.words import levels as w
from placecheck.words import matter_votes as m
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class MatterView:
    """A matter ready to show. `now` and `best` are positions on the levels, from 0 (nearest); None where not given."""

    id: str
    name: str
    move: Move
    now: int | None
    best: int | None
    cells: tuple[str, ...]
    sentence: str
    power: str | None
    reasons: tuple[tuple[str, str], ...]
    """The questions that help to think, each with what was answered."""
    room: str | None
    """What the people of a workshop said, each for themselves."""
    counts: tuple[int, ...]
    """How many of them put it at each level, from near to far; empty where nothing is counted."""


@dataclass(frozen=True, slots=True)
class LevelAsksView:
    """What is asked of one level."""

    level: str
    asks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MattersView:
    """Every matter of a place: the levels' names from near to far, the rows, a summing-up, and asks by level."""

    levels: tuple[str, ...]
    head: tuple[str, ...]
    matters: tuple[MatterView, ...]
    summary: str
    asks: tuple[LevelAsksView, ...]


def matters_view(
    matters: Sequence[Matter], names: dict[str, str], questions: Sequence[LevelQuestion] = ()
) -> MattersView:
    """Return the matters ready to show, in their order; `names` are the levels of the nation, from near to far.

    `questions` say what was asked where a matter has reasons; of one that is not among them, its id does.
    """
    asked = {question.id: question.name for question in questions}
    order = list(names)
    with_room = any(matter.room for matter in matters)
    views = tuple(_matter(matter, names, asked, with_room=with_room) for matter in matters)
    summary = say_n(w.MATTERS, len(views))
    if views:
        summary = f"{summary} {_ways(Counter(view.move for view in views))}"
    return MattersView(
        levels=tuple(names.values()),
        head=tuple(map(say, (w.MATTER, w.NOW, w.BEST, w.WHERE_TO, *([m.IN_WORKSHOP] if with_room else [])))),
        matters=views,
        summary=summary,
        asks=tuple(
            LevelAsksView(
                level=names.get(level, level),
                asks=tuple(say(w.ASKED, ask=ask.ask, matter=ask.matter) for ask in asks),
            )
            for level, asks in asks_by_level(matters, order).items()
        ),
    )


def _ways(counts: Counter[str]) -> str:
    """Return how many matters go each way; a way that none goes is left out."""
    if counts["open"] == counts.total():
        return say(w.ALL_OPEN)
    counted = [say(words, n=counts[way]) for way, words in w.COUNTED.items() if counts[way]]
    return f"{', '.join(counted)}."


def _matter(matter: Matter, names: dict[str, str], asked: Mapping[str, str], *, with_room: bool) -> MatterView:
    order, moved = list(names), matter_move(matter, list(names))
    now, best = (names.get(level, level) if level else say(w.NOT_SAID) for level in (matter.now, matter.best))
    if moved == "differ":
        best = say(w.DIFFER)
    sentence = say(w.SENTENCES[moved], matter=matter.words, now=now, best=best, differ=matter.differ or "")
    return MatterView(
        id=matter.id,
        name=matter.words,
        move=moved,
        now=order.index(matter.now) if matter.now in order else None,
        best=order.index(matter.best) if matter.best in order else None,
        cells=(now, best, say(w.MOVES[moved]), *([_counted(matter.room, names)] if with_room else [])),
        sentence=sentence,
        power=_power(matter),
        reasons=tuple((asked.get(id_, id_), reason) for id_, reason in matter.reasons.items()),
        room=_room(matter.room, names),
        counts=tuple(matter.room.levels.get(id_, 0) for id_ in order) if matter.room and matter.room.levels else (),
    )


def _room(room: RoomLevels | None, names: dict[str, str]) -> str | None:
    """Return where the people of a workshop put a matter, in a sentence."""
    if room is None:
        return None
    counted = _counted(room, names)
    line = say_n(m.ROOM_LINE, room.people, levels=counted) if counted else say_n(m.ROOM_FEW, room.people)
    return say(m.ON_DATE, line=line, date=when_words(room.date)) if room.date else line


def _counted(room: RoomLevels | None, names: dict[str, str]) -> str:
    """Return how many people put a matter at each level, from near to far; empty where nothing is counted."""
    if room is None or not room.levels:
        return ""
    counted = [say(m.LEVEL_COUNT, level=names[id_], n=room.levels[id_]) for id_ in names if id_ in room.levels]
    without = room.people - sum(room.levels.values())
    return "; ".join([*counted, *([say(m.NO_LEVEL, n=without)] if without else [])])


def _power(matter: Matter) -> str | None:
    if matter.power is None:
        return None
    read = (matter.power.source, when_words(matter.power.when))
    source = ", ".join(part for part in read if part)
    who = matter.power.who.rstrip(".")
    return say(w.POWER_LINE, who=say(w.WITH_SOURCE, line=who, source=source) if source else who)
