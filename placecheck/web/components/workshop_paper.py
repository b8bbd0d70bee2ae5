"""What a workshop puts on the sheets of its assessment: its join code, what it means, and the questions."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from placecheck.base32 import group
from placecheck.views.workshop.workshop_progress import vote_name
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.words import on_paper as w
from placecheck.words import say
from placecheck.workshop import Workshop, codes


@dataclass(frozen=True, slots=True)
class WorkshopPaper:
    """The workshop that goes on in an assessment, and its join code in groups of letters."""

    code: str
    workshop: Workshop


def paper_of_workshop(assessment_id: str) -> WorkshopPaper | None:
    """Return what the newest workshop of an assessment that has not ended puts on paper."""
    store = assessments.current_store()
    held = (held for held in store.workshops() if held.assessment_id == assessment_id and not held.ended)
    newest = next(held, None)
    if newest is None:
        return None
    return WorkshopPaper(group(newest.code, codes.JOIN_GROUP_LENGTH), store.workshop(newest.id))


def choose_questions_to_print(opened: assessments.OpenAssessment, workshop: Workshop, total: int) -> tuple[str, ...]:
    """Let the questions of one question round be chosen; return them, or an empty tuple for all.

    They keep their numbers on the sheet.
    """
    votes = [vote for vote in workshop.votes if not vote.is_second and len(vote.asks) < total]
    if not votes:
        return ()
    names = {0: say(w.PRINT_ALL, n=total)}
    names |= {vote.number: say(w.PRINT_SET, name=vote_name(opened.rubric, vote), n=len(vote.asks)) for vote in votes}
    key = f"print-{opened.id}"
    chosen = st.radio(say(w.PRINT_WHICH), list(names), format_func=lambda vote: escape(names[vote]), key=key)
    return workshop.votes[chosen - 1].asks if chosen else ()
