"""Where the people of workshops put matters, counted from their rows: for the room, and for the cards of the place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from placecheck.place import Card, Matter
from placecheck.place.adapted import MIN_COUNTED, RoomLevels
from placecheck.storage.card_values import KeptCard
from placecheck.storage.journal.load import is_present, setting_of
from placecheck.storage.journal.logs import LEVEL_CHOICE, latest_change
from placecheck.storage.journal.workshop_cache import WorkshopCache
from placecheck.storage.schema import tables
from placecheck.storage.values import LevelChoice
from placecheck.workshop.model import Workshop
from placecheck.workshop.visibility import shown_matters, vote_on_matter

Choices = dict[str, dict[str, LevelChoice]]
"""What was said of matters: by the matter's id, then by the voice's."""


def choices_of(connection: Connection, assessment_id: str, matters: Collection[str]) -> Choices:
    """Return what the voices that were not taken out said of `matters`."""
    voice = tables.voice.c
    present = select(voice.id).where(voice.assessment_id == assessment_id, is_present)
    of = LEVEL_CHOICE.table.c
    about = LEVEL_CHOICE.about(assessment_id, {}) & of.matter.in_(list(matters)) & of.voice_id.in_(present)
    chosen: Choices = defaultdict(dict)
    for row in connection.execute(latest_change(LEVEL_CHOICE).where(about).order_by(of.sequence)).mappings():
        choice = LEVEL_CHOICE.value(row)
        if choice is not None:
            chosen[row["matter"]][row["voice_id"]] = choice
    return chosen


def shown_choices(
    connection: Connection, assessment_id: str, workshop: Workshop
) -> dict[str, tuple[LevelChoice | None, ...]]:
    """Return what was said of each matter that the room may see, one for each voice that took part in its vote."""
    chosen = choices_of(connection, assessment_id, [matter.id for matter in shown_matters(workshop)])
    shown = {}
    for matter in shown_matters(workshop):
        vote = vote_on_matter(workshop, matter.id)
        together = [asked.id for asked in vote.asks] if vote else []
        voices = dict.fromkeys(voice for id_ in together for voice in chosen.get(id_, {}))
        shown[matter.id] = tuple(chosen[matter.id].get(voice) for voice in voices)
    return shown


def with_room_levels(
    connection: Connection, place_id: str, cards: Sequence[KeptCard], workshops: WorkshopCache
) -> tuple[KeptCard, ...]:
    """Return `cards`, each matter with where the people of the last workshop that showed it put it."""
    if not any(isinstance(kept_card.card, Matter) for kept_card in cards):
        return tuple(cards)
    rooms = room_levels(connection, place_id, workshops)
    return tuple(
        replace(kept_card, card=kept_card.card.model_copy(update={"room": rooms[kept_card.card.id]}))
        if kept_card.card.id in rooms and isinstance(kept_card.card, Matter)
        else kept_card
        for kept_card in cards
    )


def without_room(card: Card) -> Card:
    """Return `card` without what a workshop here said of it, which is counted each time and never kept with it."""
    return card.model_copy(update={"room": None}) if isinstance(card, Matter) else card


def room_levels(connection: Connection, place_id: str, workshops: WorkshopCache) -> dict[str, RoomLevels | None]:
    """Return where people put each matter that was asked about in a real workshop of the place; None: not shown."""
    table = tables.workshop
    query = (
        select(table)
        .join(tables.assessment, tables.assessment.c.id == table.c.assessment_id)
        .where(tables.assessment.c.place_id == place_id)
        .order_by(table.c.made, table.c.id)
    )
    rooms: dict[str, RoomLevels | None] = {}
    for row in connection.execute(query).mappings().all():
        workshop = workshops.get(connection, row)
        if not workshop.matter_votes:
            continue
        date = setting_of(connection, row["assessment_id"]).date or row["made"].date()
        shown = shown_choices(connection, row["assessment_id"], workshop)
        for asked in (asked for vote in workshop.matter_votes for asked in vote.asks):
            seen = counted(shown[asked.id], date.isoformat()) if asked.id in shown else None
            rooms[asked.id] = seen or rooms.get(asked.id)
    return rooms


def room_changes(connection: Connection, place_id: str) -> tuple[tuple[str, int, int], ...]:
    """Return how many changes each workshop of a place and its assessment have had: counts can differ after one."""
    workshop, assessment = tables.workshop, tables.assessment
    query = (
        select(workshop.c.id, workshop.c.sequence, assessment.c.sequence)
        .join(assessment, assessment.c.id == workshop.c.assessment_id)
        .where(assessment.c.place_id == place_id)
        .order_by(workshop.c.id)
    )
    return tuple((row[0], row[1], row[2]) for row in connection.execute(query))


def counted(choices: Sequence[LevelChoice | None], date: str) -> RoomLevels | None:
    """Count `choices`; fewer than five people are not counted by level, as one of them could be known by it."""
    chosen = [choice for choice in choices if choice is not None]
    if not chosen:
        return None
    levels = Counter(choice.at_level for choice in chosen if choice.at_level is not None)
    enough = len(chosen) >= MIN_COUNTED
    return RoomLevels(date=date, people=len(chosen), levels=dict(levels) if enough else {})
