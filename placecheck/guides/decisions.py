"""A worksheet on a plan as the beginning of a decision that can be followed."""

from __future__ import annotations

import datetime

from placecheck.guides.model import Guide
from placecheck.guides.replies import Replies
from placecheck.guides.write import reply_in_words
from placecheck.place import Decision
from placecheck.place.decision import Asked, Contribution
from placecheck.words import guides as words
from placecheck.words import say


def decision_card(guide: Guide, replies: Replies, *, id_: str, day: datetime.date) -> Decision | None:
    """Return the card of the decision that `replies` are about; None where the guide has none, or nothing says what."""
    if guide.decision is None:
        return None

    def reply(name: str) -> str | None:
        question = guide.question[getattr(guide.decision, name)]
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
