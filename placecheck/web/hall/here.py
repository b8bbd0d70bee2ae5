"""The workshop that is being looked at, and moves in it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from placecheck.errors import PlacecheckError
from placecheck.storage import Held, NotHereError
from placecheck.storage.rehearsal import let_them_answer
from placecheck.views.room import Thing, room_view
from placecheck.web import desk
from placecheck.web.clicks import unbroken
from placecheck.web.session import WORKSHOP, Session
from placecheck.workshop import Shows, Workshop


@dataclass(frozen=True)
class Here:
    """One workshop at one click. `one` is its round without what no one may see yet, after its change `sequence`."""

    session: Session
    held: Held
    stands: Workshop
    one: desk.Opened
    sequence: int

    @property
    def id(self) -> str:
        """The workshop's id."""
        return self.held.id

    def things(self) -> tuple[Thing, ...]:
        """Everything that may be seen, in talking order."""
        return room_view(self.one.rubric, self.stands, desk.store().room(self.id))

    def talked_of(self, things: Sequence[Thing]) -> Thing:
        """What the big screen shows of `things`: what the room talks about, else what the talk begins with."""
        return next((one for one in things if one.id == self.stands.talk_of), things[0])

    def show(self, shows: Shows) -> None:
        """Let the big screen show this, wherever it stands."""
        desk.store().show_on_screen(self.id, shows)

    def hue(self, indicator: str) -> str:
        """The colour of the dimension that an indicator belongs to."""
        sides = enumerate(self.one.rubric.dimensions)
        order = next((at for at, side in sides if any(one.id == indicator for one in side.indicators)), 0)
        return self.session.palette.dimension(order)

    def button(self, label: str, act: Callable[[], object], **how: object) -> None:
        """A button that makes a move; where the move does not fit any more, the page says why."""
        st.button(label, on_click=unbroken(lambda: self.do(act)), **how)  # type: ignore[arg-type]

    def do(self, act: Callable[[], object]) -> None:
        """Make a move; for callbacks."""
        try:
            act()
        except PlacecheckError as error:
            self.session.tell_next(str(error))

    def choice(self, key: str, shown: object, act: Callable[[Any], object]) -> Callable[[], None]:
        """What to do at a choice in the widget `key`: `act` on it, unless it is what was `shown` to begin with.

        A browser may send what a widget shows again as if somebody had chosen it, when a run was broken off.
        """

        def chosen() -> None:
            given = self.session.given(key)
            if given != shown:
                self.do(lambda: act(given))

        return unbroken(chosen)

    def begin(self, act: Callable[[], object]) -> None:
        """Begin a vote, in which made-up voices answer at once."""
        act()
        if self.held.rehearsal:
            let_them_answer(desk.store(), self.id)


def here(session: Session) -> Here | None:
    """The workshop that the address names; None where there is none."""
    try:
        held, stands, sequence = standing(session.asked(WORKSHOP) or "")
    except NotHereError:
        return None
    one = desk.opened(held.assessment_id)
    return Here(session, held, stands, one, sequence) if one else None


def standing(id_: str) -> tuple[Held, Workshop, int]:
    """A workshop, where it stands, and the latest change of its round. Raises NotHereError."""
    held = desk.store().workshop_held(id_)
    return held, desk.store().workshop(held.id), desk.store().sequence(held.assessment_id)


def now() -> datetime.datetime:
    """The moment it is."""
    return datetime.datetime.now(datetime.UTC)
