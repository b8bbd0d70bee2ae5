"""The worksheet that is being filled in: on a card of the place where one is open, else in this visit alone."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from placecheck.dates import day_words, local_today
from placecheck.guides import Guide, Replies
from placecheck.guides.replies import Row, guide_progress
from placecheck.place import Worksheet
from placecheck.web.data import new_cards, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state import card_keeping
from placecheck.web.state.session import GUIDE, SHEET, STEP, Session
from placecheck.words import guides as w
from placecheck.words import say

MAX_CELL_LENGTH = 300
"""Characters that fit into a cell of a table."""


@dataclass(frozen=True, slots=True)
class WorksheetForm:
    """One worksheet as it is filled in. `id` is the card's; None where no place is open that could keep it."""

    session: Session
    guide: Guide
    id: str | None

    @property
    def card(self) -> Worksheet | None:
        """Return the card that keeps it."""
        opened = self.session.open_assessment
        cards = place_cards.cards_of_place(opened) if opened and self.id else ()
        return next((card for card in cards if card.id == self.id and isinstance(card, Worksheet)), None)

    @property
    def is_kept(self) -> bool:
        """Return whether what is written is kept with a place."""
        opened = self.session.open_assessment
        return opened is not None and not opened.is_example and self.card is not None

    @property
    def waits_to_begin(self) -> bool:
        """Return whether a place of one's own is open that could keep it, and nothing of it is written yet."""
        opened = self.session.open_assessment
        can_be_kept = opened is not None and not opened.is_example and not self.is_kept
        return can_be_kept and not (self.replies.texts or self.replies.tables)

    @property
    def replies(self) -> Replies:
        """Return the replies so far."""
        held = self.session.widget_value(self._loose)
        if self.is_kept or not isinstance(held, Replies):
            return Replies.from_worksheet(self.card) if self.card else Replies()
        return held

    @property
    def _loose(self) -> str:
        return f"replies-{self.guide.id}-{self.id or 'loose'}"

    def key(self, part: str) -> str:
        """Return the key of the widget for a part of the sheet."""
        return f"sheet-{self.guide.id}-{self.id or 'loose'}-{part}"

    def save_reply(self, id_: str, text: str) -> None:
        """Keep the reply `text` under `id_`; an empty one is taken away."""
        texts = {key: reply for key, reply in self.replies.texts.items() if key != id_}
        if text.strip():
            texts[id_] = text
        self._keep(Replies(texts, self.replies.tables))

    def save_rows(self, id_: str, rows: tuple[Row, ...]) -> None:
        """Keep the rows of a table; cells and rows with nothing in them are left out."""
        filled = tuple({name: cell for name, cell in row.items() if cell.strip()} for row in rows)
        tables = {key: table for key, table in self.replies.tables.items() if key != id_}
        if any(filled):
            tables[id_] = tuple(row for row in filled if row)
        self._keep(Replies(self.replies.texts, tables))

    def _keep(self, replies: Replies) -> None:
        opened, card = self.session.open_assessment, self.card
        if opened is None or card is None or opened.is_example:
            self.session.set_widget_value(self._loose, replies)
            return
        done = guide_progress(self.guide, replies).is_done
        changed = {"replies": dict(replies.texts), "tables": dict(replies.tables), "done": done}
        card_keeping.keep_card(self.session, opened, card.model_copy(update=changed))


def begin_sheet(session: Session, guide: Guide, replies: Replies = Replies()) -> None:  # noqa: B008 (frozen)
    """Begin a worksheet on `guide`, kept with the place that is open if there is one of one's own; for callbacks."""
    opened = session.open_assessment
    if opened is None or opened.is_example:
        session.set_query(**{GUIDE: guide.id, SHEET: None, STEP: None})
        return
    session.set_query(**{GUIDE: guide.id, STEP: None})
    keep_sheet(session, opened, guide, replies)


def sheet_name(opened: OpenAssessment, guide: Guide, day: datetime.date) -> str:
    """Return what a new worksheet is called: a colleague's of the same day can be told from one's own."""
    taken = {card.words for card in place_cards.cards_of_place(opened)}
    plain = say(w.SHEET_NAME, guide=guide.name, date=day_words(day))
    further = (say(w.ANOTHER_SHEET, name=plain, n=n) for n in range(2, len(taken) + 3))
    return next(name for name in (plain, *further) if name not in taken)


def keep_sheet(session: Session, opened: OpenAssessment, guide: Guide, replies: Replies) -> None:
    """Keep `replies` to `guide` on a card of the place that is open, and go on there; for callbacks."""
    day = local_today()
    card = Worksheet(
        id=new_cards.new_card_id(opened, f"{guide.id}-{day.isoformat()}"),
        words=sheet_name(opened, guide, day),
        date=day.isoformat(),
        guide=guide.id,
        replies=dict(replies.texts),
        tables=dict(replies.tables),
        done=guide_progress(guide, replies).is_done,
    )
    session.set_query(**{SHEET: card.id})
    card_keeping.keep_card(session, opened, card)
