"""The log of a place's cards: each as it is now and as it was, read from rows that were only ever appended."""

from __future__ import annotations

import datetime
from collections.abc import Sequence, Set

from sqlalchemy import Connection, case, delete, func, literal, select, update

from placecheck.place import Asset, card_from_json, card_json
from placecheck.place.references import without_references_to
from placecheck.storage.card_values import CardsStamp, KeptCard
from placecheck.storage.schema import tables
from placecheck.workshop import codes

_T = tables.place_card.c
_PHONE, _KEY_LENGTH = "phone ", 16


def latest_card_change(connection: Connection, place_id: str) -> int:
    """Return the number of the latest change to a card of the place; 0 where there is none."""
    highest = select(func.coalesce(func.max(_T.sequence), 0)).where(_T.place_id == place_id)
    number: int = connection.execute(highest).scalar_one()
    return number


def cards_stamp(connection: Connection, place_id: str) -> CardsStamp:
    """Return the stamp of a place's cards as they are now."""
    of_place = _T.place_id == place_id
    count = select(func.count()).select_from(tables.place_card).where(of_place).scalar_subquery()
    latest = select(_T.sequence, _T.at, count).where(of_place).order_by(_T.sequence.desc()).limit(1)
    row = connection.execute(latest).first()  # by the key alone: a sum over all rows would read every card
    return CardsStamp(*row) if row else CardsStamp(0, None, 0)


def current_cards(connection: Connection, place_id: str) -> tuple[KeptCard, ...]:
    """Return the current cards, in the order in which they were first written."""
    ends = (
        select(_T.card, func.min(_T.sequence).label("first"), func.max(_T.sequence).label("last"))
        .where(_T.place_id == place_id)
        .group_by(_T.card)
        .subquery()
    )
    rows = connection.execute(
        select(_T.sequence, _T.at, _T.by, _T.content)
        .join(ends, (ends.c.card == _T.card) & (ends.c.last == _T.sequence))
        .where(_T.place_id == place_id, _T.content.is_not(None))
        .order_by(ends.c.first)
    )
    return tuple(_as_kept_card(*row) for row in rows)


def one_card(connection: Connection, place_id: str, card_id: str, until: int | None = None) -> KeptCard | None:
    """Return a card as it is now, or as it was at the change `until`."""
    rows = select(_T.sequence, _T.at, _T.by, _T.content).where(_T.place_id == place_id, _T.card == card_id)
    if until is not None:
        rows = rows.where(_T.sequence <= until)
    row = connection.execute(rows.order_by(_T.sequence.desc()).limit(1)).first()
    return None if row is None or row.content is None else _as_kept_card(*row)


def _as_kept_card(sequence: int, at: datetime.datetime, by: str, content: str) -> KeptCard:
    return KeptCard(card_from_json(content), sequence, at, by)


def own_card_ids(connection: Connection, place_id: str, code: str) -> set[str]:
    """Return the ids of the cards ever written by the person with the personal `code`."""
    of = select(_T.card).where(_T.place_id == place_id, _T.by == phone_author(code))
    return set(connection.execute(of).scalars())


def erase_own_cards(connection: Connection, assessment_id: str, code: str) -> None:
    """Erase every card that a person wrote from their phone, with its history."""
    place_id = place_of_assessment(connection, assessment_id)
    erase_cards(connection, place_id, own_card_ids(connection, place_id, code))


def erase_cards(connection: Connection, place_id: str, ids: Set[str]) -> None:
    """Erase cards with their history, and what other cards were made of in the very words of one that is a slip.

    Cards that name one of them no longer do, now and in their history: an id may be made of what was said.
    """
    copies = [sequence for sequence, _ in _in_words_of(connection, place_id, ids)]
    of_place = _T.place_id == place_id
    connection.execute(delete(tables.place_card).where(of_place, _T.sequence.in_(copies)))
    connection.execute(delete(tables.place_card).where(of_place, _T.card.in_(sorted(ids))))
    rows = select(_T.sequence, _T.content).where(of_place, _T.content.is_not(None))
    for sequence, content in connection.execute(rows).all():
        if any(f'"{id_}"' in content for id_ in ids):
            without = card_json(without_references_to(card_from_json(content), ids))
            connection.execute(
                update(tables.place_card).where(of_place, _T.sequence == sequence).values(content=without)
            )


def load_taken_off_cards(connection: Connection, place_id: str) -> tuple[KeptCard, ...]:
    """Return the cards that were taken off, as they last stood, each with the change that took it off; latest first."""
    written = func.max(case((_T.content.is_not(None), _T.sequence))).label("written")
    ends = (
        select(_T.card, written, func.max(_T.sequence).label("last"))
        .where(_T.place_id == place_id)
        .group_by(_T.card)
        .subquery()
    )
    last, off = tables.place_card.alias("latest"), tables.place_card.alias("off")
    rows = connection.execute(
        select(off.c.sequence, off.c.at, off.c.by, last.c.content)
        .join(ends, ends.c.last == off.c.sequence)
        .join(last, (last.c.sequence == ends.c.written) & (last.c.place_id == off.c.place_id))
        .where(off.c.place_id == place_id, off.c.content.is_(None))
        .order_by(off.c.sequence.desc())
    )
    return tuple(_as_kept_card(*row) for row in rows)


def cards_in_words_of(connection: Connection, place_id: str, ids: Set[str]) -> set[str]:
    """Return the ids of the cards that were made from the slips `ids` and kept their very words for a while."""
    return {card_id for _, card_id in _in_words_of(connection, place_id, ids)}


def _in_words_of(connection: Connection, place_id: str, ids: Set[str]) -> list[tuple[int, str]]:
    """Return the changes, each with its card, by which a card made from a slip has the words that the slip had."""
    of_place = _T.place_id == place_id
    contents = select(_T.sequence, _T.content).where(of_place, _T.content.is_not(None))
    made = [
        (sequence, card)
        for sequence, content in connection.execute(contents.where(_T.content.contains('"from_slip"')))
        if isinstance(card := card_from_json(content), Asset) and card.from_slip in ids
    ]
    slips = {card.from_slip for _, card in made}
    rows = connection.execute(contents.where(_T.card.in_(sorted(id_ for id_ in slips if id_))))
    words = {(card.id, card.words) for card in (card_from_json(content) for _, content in rows)}
    return [(sequence, card.id) for sequence, card in made if (card.from_slip, card.words) in words]


def phone_cards(connection: Connection, assessment_ids: Sequence[str]) -> set[str]:
    """Return the ids of the cards that people wrote on phones in the workshops of these assessments."""
    keys = select(tables.participant.c.key).where(tables.participant.c.assessment_id.in_(assessment_ids))
    authors = [_phone(key) for key in connection.execute(keys).scalars()]
    return set(connection.execute(select(_T.card).where(_T.by.in_(authors))).scalars())


def erase_phone_cards(connection: Connection, assessment_ids: Sequence[str]) -> None:
    """Erase the cards written on phones in the workshops of these assessments, as their answers are deleted."""
    places = select(tables.assessment.c.place_id).where(tables.assessment.c.id.in_(assessment_ids)).distinct()
    deleted = phone_cards(connection, assessment_ids)
    for place_id in connection.execute(places).scalars().all():
        erase_cards(connection, place_id, deleted)


def count_phone_cards(connection: Connection, assessment_id: str) -> int:
    """Return how many cards people wrote on phones in the workshops of an assessment, as far as they are not erased."""
    of = tables.participant.c
    authors = select(literal(_PHONE) + func.substr(of.key, 1, _KEY_LENGTH)).where(of.assessment_id == assessment_id)
    place = select(tables.assessment.c.place_id).where(tables.assessment.c.id == assessment_id).scalar_subquery()
    cards = select(func.count(_T.card.distinct())).where(_T.place_id == place, _T.by.in_(authors))
    number: int = connection.execute(cards).scalar_one()
    return number


def phone_author(code: str) -> str:
    """Return what a change by a person with a phone is marked with: nothing that says who they are."""
    return _phone(codes.key_hash(codes.parse_personal_code(code) or ""))


def _phone(key: str) -> str:
    return f"{_PHONE}{key[:_KEY_LENGTH]}"


def place_of_assessment(connection: Connection, assessment_id: str) -> str:
    """Return the id of the place that an assessment is of."""
    of = select(tables.assessment.c.place_id).where(tables.assessment.c.id == assessment_id)
    place_id: str = connection.execute(of).scalar_one()
    return place_id
