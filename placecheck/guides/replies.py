"""What people replied to a guide, as a worksheet card keeps it: texts by question, and rows of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from placecheck.guides.model import Condition, Guide, GuideQuestion, GuideStep
from placecheck.place import Worksheet

Row = Mapping[str, str]

SAYS, WHERE = "says", "where"
"""A question about a paper also keeps what the paper says and where it says so."""
LOW, HIGH = "low", "high"
"""A cost is kept as two numbers."""


def reply_part_id(question: str, ending: str) -> str:
    """Return the id under which a further part of a question's reply is kept, such as its `low`."""
    return f"{question}-{ending}"


@dataclass(frozen=True, slots=True)
class Replies:
    """The replies to one guide. A choice is kept by its id, several with a space between them."""

    texts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def from_worksheet(cls, worksheet: Worksheet) -> Replies:
        """Return what the card `worksheet` holds."""
        return cls(worksheet.replies, worksheet.tables)

    def text(self, id_: str) -> str:
        """Return the reply under `id_` without spaces at its ends; empty where there is none."""
        return self.texts.get(id_, "").strip()

    def picked(self, id_: str) -> tuple[str, ...]:
        """Return the choices that were picked."""
        return tuple(self.text(id_).split())

    def rows(self, id_: str) -> tuple[Row, ...]:
        """Return the rows of a table that hold something."""
        return tuple(row for row in self.tables.get(id_, ()) if any(cell.strip() for cell in row.values()))

    def has_reply(self, question: GuideQuestion) -> bool:
        """Return whether there is any reply to `question`."""
        match question.kind:
            case "table":
                return bool(self.rows(question.id))
            case "cost":
                return bool(self.text(reply_part_id(question.id, LOW)) or self.text(reply_part_id(question.id, HIGH)))
            case _:
                return bool(self.text(question.id))


def conditions_hold(conditions: Iterable[Condition], guide: Guide, replies: Replies) -> bool:
    """Return whether all `conditions` hold. A question that is not shown counts as having no reply."""
    return all(
        any(_meets(guide, replies, guide.questions_by_id[id_], condition) for id_ in condition.any_of)
        for condition in conditions
    )


def _meets(guide: Guide, replies: Replies, question: GuideQuestion, condition: Condition) -> bool:
    if not is_shown(guide, question, replies):
        return False
    if condition.replies is None:
        return replies.has_reply(question)
    return not set(replies.picked(question.id)).isdisjoint(condition.replies)


def is_shown(guide: Guide, question: GuideQuestion, replies: Replies) -> bool:
    """Return whether `question` is asked, given the replies before it."""
    step = next(step for step in guide.steps if question in step.questions)
    return conditions_hold(step.when, guide, replies) and conditions_hold(question.when, guide, replies)


def shown_steps(guide: Guide, replies: Replies) -> tuple[GuideStep, ...]:
    """Return the steps that these replies lead to."""
    return tuple(step for step in guide.steps if conditions_hold(step.when, guide, replies))


def shown_questions(guide: Guide, step: GuideStep, replies: Replies) -> tuple[GuideQuestion, ...]:
    """Return the questions of `step` that are asked, given the replies."""
    return tuple(question for question in step.questions if conditions_hold(question.when, guide, replies))


@dataclass(frozen=True, slots=True)
class GuideProgress:
    """How far a worksheet is: questions that are asked, those with a reply, and those that still need one."""

    asked: int
    replied: int
    needed: tuple[GuideQuestion, ...]
    waiting: tuple[tuple[GuideStep, tuple[GuideQuestion, ...]], ...] = ()
    """Steps that open once there is any reply to one of these questions."""

    @property
    def is_done(self) -> bool:
        """Return whether nothing is missing that has to be there."""
        return not self.needed


def guide_progress(guide: Guide, replies: Replies) -> GuideProgress:
    """Return how much of what these replies lead to has a reply."""
    questions = [
        shown_question
        for step in shown_steps(guide, replies)
        for shown_question in shown_questions(guide, step, replies)
    ]
    needed = tuple(question for question in questions if question.must and not replies.has_reply(question))
    return GuideProgress(
        len(questions), sum(map(replies.has_reply, questions)), needed, tuple(_waiting(guide, replies))
    )


def _waiting(guide: Guide, replies: Replies) -> Iterator[tuple[GuideStep, tuple[GuideQuestion, ...]]]:
    """Yield each step that waits for a reply, whatever it says, with the questions that it waits for."""
    for step in guide.steps:
        waits = [condition for condition in step.when if not conditions_hold((condition,), guide, replies)]
        if waits and all(condition.replies is None for condition in waits):
            asked = (guide.questions_by_id[id_] for condition in waits for id_ in condition.any_of)
            yield step, tuple(question for question in asked if is_shown(guide, question, replies))
