"""What `placecheck place show` prints."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from placecheck.errors import bounded
from placecheck.exchange.card_table import CardPlan
from placecheck.exchange.sheet import column_letters
from placecheck.exchange.vocabulary import LEAVE_OUT
from placecheck.place import PlaceFile
from placecheck.views.place.listening import listening_view
from placecheck.views.place.outcomes import outcomes_view
from placecheck.views.place.what_is_here import what_is_here_view
from placecheck.words import listening as lw
from placecheck.words import outcomes as ow
from placecheck.words import place_terminal as w
from placecheck.words import say, say_n
from placecheck.words import what_is_here as hw


def place_lines(shown: PlaceFile, today: datetime.date) -> Iterator[str]:
    """Yield the lines: how many cards, the seven questions, the agenda, what became of it."""
    yield say_n(w.CARDS, len(shown.cards), place=shown.place.name)
    seen = what_is_here_view(shown.cards, today)
    for question in seen.questions:
        yield ""
        yield question.question
        yield from (f"  - {answer}" for answer in question.answers or (say(hw.NONE_KNOWN),))
    yield from _agenda(shown)
    yield from _outcomes(shown, today)


def card_plan_lines(plans: Sequence[CardPlan], *, in_full: bool) -> Iterator[str]:
    """Yield what the columns of tables are taken for, if `in_full`, and what is left out and why."""
    for plan in plans:
        for column in plan.columns if in_full else ():
            yield say(
                w.COLUMN, column=column_letters(column.index), heading=column.heading, key=column.key or LEAVE_OUT
            )
        yield from map(str, bounded(plan.findings))


def _agenda(shown: PlaceFile) -> Iterator[str]:
    heard = listening_view(shown.cards)
    if heard.is_empty:
        return
    yield ""
    yield say(lw.AGENDA)
    for item in heard.items:
        yield f"  {item.words}"
        yield from (f"    - {text}" for text in (*item.slips, *item.also))
    for title, texts in ((lw.ALONE, heard.alone), (lw.LEFT_OUT, heard.left_out)):
        if texts:
            yield f"  {say(title)}"
            yield from (f"    - {text}" for text in texts)


def _outcomes(shown: PlaceFile, today: datetime.date) -> Iterator[str]:
    traces = outcomes_view(shown.cards, (), today)
    if traces.waiting or traces.settled:
        yield ""
        yield say(ow.TITLE)
    for row in (*traces.waiting, *traces.settled):
        yield f"  {row.words} ({row.silence or say(ow.SETTLED)})"
