"""The workshop that the facilitator has open, and the buttons that run commands in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from placecheck.errors import PlacecheckError
from placecheck.rubric import Rubric
from placecheck.storage import NotHereError, WorkshopSummary
from placecheck.storage.rehearsal import let_them_answer
from placecheck.views.workshop.revealed_answers import RevealedIndicator, revealed_view
from placecheck.views.workshop.room_stories import chosen_stories
from placecheck.web.access.reader import reader_message
from placecheck.web.data import assessments
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import WORKSHOP, Session
from placecheck.workshop import Scene, Workshop


@dataclass(frozen=True)
class WorkshopContext:
    """A workshop at one click. `opened`: its assessment, without what no one may see, after its change `sequence`."""

    session: Session
    held: WorkshopSummary
    workshop: Workshop
    opened: assessments.OpenAssessment
    sequence: int
    rubric: Rubric
    """As the group asks it, what is held back included; `opened.rubric` is without that."""

    @property
    def id(self) -> str:
        """Return the workshop's id."""
        return self.held.id

    def revealed_indicators(self) -> tuple[RevealedIndicator, ...]:
        """Return everything that may be seen, in talking order."""
        return revealed_view(self.rubric, self.workshop, assessments.current_store().revealed_answers(self.id))

    def chosen_stories(self, indicator: str) -> dict[str, str]:
        """Return the stories about an indicator that were chosen for the room, by fingerprint."""
        return chosen_stories(
            self.rubric, self.workshop, assessments.current_store().revealed_answers(self.id).first, indicator
        )

    def shown_story(self, chosen: Mapping[str, str]) -> str:
        """Return the fingerprint of the story that is shown large: the one turned to, else the first chosen."""
        fingerprint = self.workshop.shown_story
        return fingerprint if fingerprint is not None and fingerprint in chosen else next(iter(chosen))

    def talked_of(self, indicators: Sequence[RevealedIndicator]) -> RevealedIndicator:
        """Return what the big screen shows of `indicators`: the one under discussion, else the first to discuss."""
        return next(
            (indicator for indicator in indicators if indicator.id == self.workshop.discussion_topic), indicators[0]
        )

    def show(self, shows: Scene) -> None:
        """Make the big screen show this, whatever it shows now."""
        assessments.current_store().show_on_screen(self.id, shows)

    def hue(self, indicator: str) -> str:
        """Return the colour of the dimension that an indicator belongs to."""
        dimensions = enumerate(self.rubric.dimensions)
        order = next(
            (at for at, dimension in dimensions if any(item.id == indicator for item in dimension.indicators)), 0
        )
        return self.session.palette.dimension(order)

    def button(self, label: str, act: Callable[[], object], **how: object) -> None:
        """Show a button that runs a command; where it does not fit any more, the page says why."""
        st.button(label, on_click=uninterrupted(lambda: self.do(act)), **how)  # type: ignore[arg-type]

    def do(self, act: Callable[[], object]) -> None:
        """Run a command, in a callback; where it does not fit any more, say why."""
        try:
            act()
        except PlacecheckError as error:
            self.session.toast_on_next_page(reader_message(error), until_closed=True)

    def choice(self, key: str, shown: object, act: Callable[[Any], object]) -> Callable[[], None]:
        """Return the callback of a choice in the widget `key`: call `act` on it, unless it equals `shown`.

        A browser may resend what a widget shows as if somebody had chosen it, when a run was interrupted.
        """

        def chosen() -> None:
            value = self.session.widget_value(key)
            if value != shown:
                self.do(lambda: act(value))

        return uninterrupted(chosen)

    def begin(self, act: Callable[[], object]) -> None:
        """Begin a vote, in which made-up voices answer at once."""
        act()
        if self.held.is_rehearsal:
            let_them_answer(assessments.current_store(), self.id)


def current_workshop(session: Session) -> WorkshopContext | None:
    """Return the workshop that the address names; None where there is none."""
    try:
        held, workshop, sequence = workshop_state(session.query_param(WORKSHOP) or "")
    except NotHereError:
        return None
    opened = assessments.open_assessment(held.assessment_id)
    asked_rubric = assessments.asked_rubric(held.assessment_id)
    return WorkshopContext(session, held, workshop, opened, sequence, asked_rubric) if opened else None


def workshop_state(id_: str) -> tuple[WorkshopSummary, Workshop, int]:
    """Return a workshop, its state, and the latest change of its assessment.

    Raises:
        NotHereError: There is no such workshop.
    """
    held = assessments.current_store().workshop_summary(id_)
    return held, assessments.current_store().workshop(held.id), assessments.current_store().sequence(held.assessment_id)


def now() -> datetime.datetime:
    """Return the current time."""
    return datetime.datetime.now(datetime.UTC)
