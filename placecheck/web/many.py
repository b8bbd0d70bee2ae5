"""All places of the store at once, held ready until something changes; and archives of many that come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from placecheck.errors import Finding, InputError, bounded
from placecheck.exchange.many import Archive
from placecheck.rubric import Rubric
from placecheck.scoring.across import spread
from placecheck.scoring.batch import score_batch
from placecheck.scoring.encoded import Codes
from placecheck.scoring.small_numbers import publish_minimum
from placecheck.scoring.unpacked import unpacked
from placecheck.storage import Store
from placecheck.views.network import FoundRound, every_round, spread_view
from placecheck.views.pictures import LadderView
from placecheck.web import desk

Told = Callable[[int, int], None]
"""Told how many of how many are done."""

LAST = 1
"""How many states of a store are held ready: only the last that was asked for."""


class Scored(NamedTuple):
    """The readings of all rounds that were made with one rubric (I x A, in half levels, -1 for none)."""

    rubric: Rubric
    column: dict[str, int]
    readings: Codes


class Picture(NamedTuple):
    """How places spread: of how many, and how many were asked in other words."""

    view: LadderView
    places: int
    others: int


def rounds() -> tuple[FoundRound, ...]:
    """Every round in the store."""
    return _rounds(desk.store(), desk.store().pulse())


@lru_cache(maxsize=LAST)
def _rounds(kept: Store, _pulse: tuple[int, int]) -> tuple[FoundRound, ...]:
    return every_round(kept.places())


@lru_cache(maxsize=LAST)
def _scored(kept: Store, _pulse: tuple[int, int]) -> tuple[Scored, ...]:
    """All rounds in the store `kept`, scored at once, by the words that they were asked in."""
    packed, rubrics = kept.packed()
    found = []
    for print_ in dict.fromkeys(rubric.fingerprint for rubric in rubrics.values()):
        of = [one for one in packed if rubrics[one.edition_key].fingerprint == print_]
        rubric = rubrics[of[0].edition_key]
        indicators, _ = score_batch(rubric, unpacked(rubric, of))
        found.append(Scored(rubric, {one.id: at for at, one in enumerate(of)}, indicators.reading))
    return tuple(found)


def picture(found: Sequence[FoundRound]) -> Picture | None:
    """How the places found spread, by the newest round of each, over those asked in the words that most were asked."""
    hidden = desk.hidden_rounds()
    newest = [one.id for one in found if one.newest and one.id not in hidden]
    scores = _scored(desk.store(), desk.store().pulse())
    of = {one.rubric.fingerprint: [id_ for id_ in newest if id_ in one.column] for one in scores}
    most = max(of, key=lambda print_: len(of[print_]), default=None)
    if most is None or not of[most]:
        return None
    scored = next(one for one in scores if one.rubric.fingerprint == most)
    minimum = publish_minimum(scored.rubric)
    spreads = spread(scored.readings, [scored.column[id_] for id_ in of[most]], minimum)
    return Picture(spread_view(scored.rubric, spreads, minimum), len(of[most]), len(newest) - len(of[most]))


def look(archive: Archive, told: Told) -> list[Finding]:
    """The faults of an archive of many; nothing is kept. Raises InputError for the archive itself."""
    total = len(archive)
    faults: list[Finding] = []
    for number, one in enumerate(archive.read(desk.store().find_rubric), start=1):
        if isinstance(one, InputError):
            faults += one.findings
        told(number, total)
    return list(bounded(faults))


def keep(archive: Archive, by: str, told: Told) -> int:
    """Keep every round of the archive that is in order; how many."""
    total, kept = len(archive), 0
    for number, one in enumerate(archive.read(desk.store().find_rubric), start=1):
        if not isinstance(one, InputError):
            desk.store().take_once(*one, by=by)
            kept += 1
        told(number, total)
    return kept
