"""The workshop that the facilitator has open, and buttons that run commands in it."""

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
    """A workshop in one run of the page. `opened` is its assessment without hidden answers, at change `sequence`."""

    session: Session
    summary: WorkshopSummary
    workshop: Workshop
    opened: assessments.OpenAssessment
    sequence: int
    rubric: Rubric
    """As the group asks it, including what is held back; `opened.rubric` is without that."""

    @property
    def id(self) -> str:
        """Return the workshop's id."""
        return self.summary.id

    def revealed_indicators(self) -> tuple[RevealedIndicator, ...]:
        """Return the indicators that may be seen, in the order of discussion."""
        return revealed_view(self.rubric, self.workshop, assessments.current_store().revealed_answers(self.id))

    def chosen_stories(self, indicator: str) -> dict[str, str]:
        """Return the stories about an indicator that were chosen for the room, by fingerprint."""
        return chosen_stories(
            self.rubric, self.workshop, assessments.current_store().revealed_answers(self.id).answers, indicator
        )

    def shown_story(self, chosen: Mapping[str, str]) -> str:
        """Return the fingerprint of the story that is shown large: the one set last, else the first chosen."""
        fingerprint = self.workshop.shown_story
        return fingerprint if fingerprint is not None and fingerprint in chosen else next(iter(chosen))

    def discussed_indicator(self, indicators: Sequence[RevealedIndicator]) -> RevealedIndicator:
        """Return the indicator that the big screen shows: the one under discussion, else the first to discuss."""
        return next(
            (indicator for indicator in indicators if indicator.id == self.workshop.discussion_topic), indicators[0]
        )

    def show_on_screen(self, scene: Scene) -> None:
        """Show a scene on the big screen."""
        assessments.current_store().show_on_screen(self.id, scene)

    def hue(self, indicator: str) -> str:
        """Return the colour of the dimension that an indicator belongs to."""
        dimensions = enumerate(self.rubric.dimensions)
        order = next(
            (at for at, dimension in dimensions if any(item.id == indicator for item in dimension.indicators)), 0
        )
        return self.session.palette.dimension(order)

    def button(self, label: str, command: Callable[[], object], **options: object) -> None:
        """Show a button that runs a command; if it is not possible any more, the page says why."""
        st.button(label, on_click=uninterrupted(lambda: self.run(command)), **options)  # type: ignore[arg-type]

    def run(self, command: Callable[[], object]) -> None:
        """Run a command, in a callback; if it is not possible any more, say why."""
        try:
            command()
        except PlacecheckError as error:
            self.session.toast_on_next_page(reader_message(error), until_closed=True)

    def on_choice(self, key: str, shown: object, command: Callable[[Any], object]) -> Callable[[], None]:
        """Return the callback for a choice in the widget `key`: call `command` with it, unless it equals `shown`.

        When a run was interrupted, a browser may resend what a widget shows as if somebody had chosen it.
        """

        def on_change() -> None:
            value = self.session.widget_value(key)
            if value != shown:
                self.run(lambda: command(value))

        return uninterrupted(on_change)

    def begin_vote(self, command: Callable[[], object]) -> None:
        """Begin a vote, in which made-up voices answer at once."""
        command()
        if self.summary.is_rehearsal:
            let_them_answer(assessments.current_store(), self.id)


def current_workshop(session: Session) -> WorkshopContext | None:
    """Return the workshop that the address names, if there is one."""
    try:
        summary, workshop, sequence = workshop_state(session.query_param(WORKSHOP) or "")
    except NotHereError:
        return None
    opened = assessments.open_assessment(summary.assessment_id)
    asked_rubric = assessments.asked_rubric(summary.assessment_id)
    return WorkshopContext(session, summary, workshop, opened, sequence, asked_rubric) if opened else None


def workshop_state(id_: str) -> tuple[WorkshopSummary, Workshop, int]:
    """Return a workshop, its state, and the latest change of its assessment.

    Raises:
        NotHereError: There is no such workshop.
    """
    summary = assessments.current_store().workshop_summary(id_)
    return (
        summary,
        assessments.current_store().workshop(summary.id),
        assessments.current_store().sequence(summary.assessment_id),
    )


def now() -> datetime.datetime:
    """Return the current time."""
    return datetime.datetime.now(datetime.UTC)
