"""Two worksheets of one guide side by side: where two people said the same, and where they did not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placecheck.guides.model import Guide, GuideQuestion
from placecheck.guides.replies import Replies, is_shown
from placecheck.guides.write import reply_in_words


@dataclass(frozen=True, slots=True)
class ComparedReply:
    """What two people replied to one question, in words; empty where one did not."""

    question: GuideQuestion
    first: str
    second: str

    @property
    def is_same(self) -> bool:
        """Return whether both replied the same."""
        return self.first == self.second


def compare_replies(guide: Guide, first: Replies, second: Replies) -> Iterator[ComparedReply]:
    """Yield each question to which one of the two replied, in the guide's order. Neither is the right one."""
    for question in guide.questions():
        first_reply = reply_in_words(question, first) if is_shown(guide, question, first) else ""
        other = reply_in_words(question, second) if is_shown(guide, question, second) else ""
        if first_reply or other:
            yield ComparedReply(question, first_reply, other)
