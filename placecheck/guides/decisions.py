"""A worksheet as the beginning of a card: a decision that can be followed, or an idea brought home from a visit."""

from __future__ import annotations

import datetime
from textwrap import shorten

from placecheck.guides.model import Guide
from placecheck.guides.replies import Replies
from placecheck.guides.write import reply_in_words
from placecheck.place import AdaptedIdea, Decision
from placecheck.place.decision import Asked, Contribution
from placecheck.words import guides as words
from placecheck.words import say

MAX_LENGTH = 300
"""How long the name of a place may be on a card."""


def decision_card(guide: Guide, replies: Replies, *, id_: str, day: datetime.date) -> Decision | None:
    """Return the card of the decision that `replies` are about; None where the guide has none, or nothing says what."""
    if guide.decision is None:
        return None

    def reply(name: str) -> str | None:
        question = guide.questions_by_id[getattr(guide.decision, name)]
        return reply_in_words(question, replies).strip() or None

    plan, by, contribution = reply("words"), reply("by"), reply("said")
    if plan is None:
        return None
    return Decision(
        id=id_,
        words=plan,
        more=say(words.DECIDED_BY, by=by) if by else None,
        date=day.isoformat(),
        asked=Asked(when=day.isoformat(), question=plan, could_change=reply("could_change")),
        said=Contribution(words=contribution) if contribution else None,
    )


def idea_card(guide: Guide, replies: Replies, *, id_: str, day: datetime.date) -> AdaptedIdea | None:
    """Return the card of the idea that `replies` bring home, with the thanks; None where nothing will be tried."""
    if guide.idea is None:
        return None

    def reply(name: str) -> str | None:
        question = guide.questions_by_id[getattr(guide.idea, name)]
        return reply_in_words(question, replies).strip() or None

    words_, host = reply("words"), reply("from_place")
    if words_ is None:
        return None
    return AdaptedIdea(
        id=id_,
        words=words_,
        date=day.isoformat(),
        from_place=shorten(host, MAX_LENGTH, placeholder="…") if host else None,
        change=reply("change"),
        thanks=reply("thanks"),
    )
