"""All places of the store at once, held ready until something changes; and archives of many that come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from placecheck.exchange.many import Archive
from placecheck.exchange.spool import Incoming
from placecheck.rubric import Rubric
from placecheck.scoring.arrays import Codes
from placecheck.scoring.batch import score_batch
from placecheck.scoring.disclosure_control import publish_minimum
from placecheck.scoring.packed_arrays import unpack_batch
from placecheck.scoring.quantiles import spread
from placecheck.storage import Store
from placecheck.views.comparison.network import ListedAssessment, listed_assessments, spread_view
from placecheck.views.results.pictures import LadderView
from placecheck.web.data import assessments

Progress = Callable[[int, int], None]
"""Told how many of how many are done."""

LAST = 1
"""How many states of a store are held ready: only the last that was asked for."""


class Scored(NamedTuple):
    """The readings of all assessments that were made with one rubric (I x A, in half levels, -1 for none)."""

    rubric: Rubric
    column: dict[str, int]
    readings: Codes


class NetworkPicture(NamedTuple):
    """How places spread: of how many, and how many were asked in other words."""

    view: LadderView
    places: int
    others: int


def all_assessments() -> tuple[ListedAssessment, ...]:
    """Return every assessment in the store."""
    return _listed(assessments.current_store(), assessments.current_store().pulse())


@lru_cache(maxsize=LAST)
def _listed(store: Store, _pulse: tuple[int, int]) -> tuple[ListedAssessment, ...]:
    return listed_assessments(store.places())


@lru_cache(maxsize=LAST)
def _scored(store: Store, _pulse: tuple[int, int]) -> tuple[Scored, ...]:
    """Return all assessments in `store`, scored at once, grouped by the words that they were asked in."""
    packed, rubrics = store.packed()
    scored = []
    for print_ in dict.fromkeys(rubric.fingerprint for rubric in rubrics.values()):
        of = [
            packed_assessment
            for packed_assessment in packed
            if rubrics[packed_assessment.edition_key].fingerprint == print_
        ]
        rubric = rubrics[of[0].edition_key]
        indicators, _ = score_batch(rubric, unpack_batch(rubric, of))
        scored.append(
            Scored(rubric, {packed_assessment.id: at for at, packed_assessment in enumerate(of)}, indicators.reading)
        )
    return tuple(scored)


def network_picture(matching: Sequence[ListedAssessment]) -> NetworkPicture | None:
    """Return how the matching places spread, by each one's newest assessment, over those in the commonest wording."""
    hidden = assessments.assessments_with_hidden_answers()
    newest = [item.id for item in matching if item.newest and item.id not in hidden]
    scores = _scored(assessments.current_store(), assessments.current_store().pulse())
    of = {item.rubric.fingerprint: [id_ for id_ in newest if id_ in item.column] for item in scores}
    most = max(of, key=lambda print_: len(of[print_]), default=None)
    if most is None or not of[most]:
        return None
    scored = next(item for item in scores if item.rubric.fingerprint == most)
    minimum = publish_minimum(scored.rubric)
    spreads = spread(scored.readings, [scored.column[id_] for id_ in of[most]], minimum)
    return NetworkPicture(spread_view(scored.rubric, spreads, minimum), len(of[most]), len(newest) - len(of[most]))


def look_through(archive: Archive, progress: Progress) -> Incoming:
    """Return an archive of many as it comes in, looked at to its end. Raises InputError for the archive itself."""
    incoming = Incoming(archive, assessments.current_store().find_rubric)
    for looked_at in incoming.look():
        progress(looked_at, incoming.total)
    return incoming


def keep_incoming(incoming: Incoming, by: str, progress: Progress) -> tuple[int, int]:
    """Keep what is in order; how many were kept, and how many were here already."""
    store, came, new = assessments.current_store(), 0, 0
    for batch in incoming.batches():
        new += sum(added.is_new for added in store.add_assessments_once(batch, by=by))
        came += len(batch)
        progress(came, incoming.total)
    return new, came - new
