"""Which rubric a page is about, where it is about no place."""

from __future__ import annotations

from placecheck.rubric import DEFAULT, Rubric, find_rubric, newest_rubrics
from placecheck.rubric.starter import placeholders
from placecheck.web.data import assessments
from placecheck.web.state.session import Session

CHOSEN = "rubric-chosen"
"""Holds the id of the rubric that this visitor chose last."""


def rubric_shown(session: Session) -> Rubric:
    """Return the rubric that a page reads from: that of the open place, else the one chosen, else the fallback."""
    opened = session.open_assessment
    return opened.rubric if opened else chosen_rubric(session)


def chosen_rubric(session: Session) -> Rubric:
    """Return the rubric that this visitor chose last, else the fallback."""
    by_id = {rubric.id: rubric for rubric in newest_rubrics()}
    return by_id.get(session.widget_value(CHOSEN) or "") or fallback_rubric()


def fallback_rubric() -> Rubric:
    """Return the own rubric where exactly one is finished; else the default one."""
    own = [rubric for rubric in newest_rubrics() if rubric.id != DEFAULT and not placeholders(rubric)]
    return own[0] if len(own) == 1 else find_rubric()


def rubric_with_passage(shown: Rubric, passage: str) -> Rubric:
    """Return a rubric whose notes hold `passage`: the one shown before any other, since our ideas rest on our notes."""
    candidates = (shown, *newest_rubrics())
    return next((rubric for rubric in candidates if _holds(rubric, passage)), shown)


def _holds(rubric: Rubric, passage: str) -> bool:
    is_cited = passage in assessments.catalogue_of(rubric).passages_by_id
    return is_cited or assessments.library_of(rubric).paragraph(passage) is not None


def has_discussion(session: Session) -> bool:
    """Return whether the rubric shown rests on notes of a discussion."""
    return bool(assessments.catalogue_of(rubric_shown(session)).passages)
