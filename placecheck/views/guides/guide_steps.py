"""A guide ready to be walked: its steps with what they ask, and what comes out as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placecheck.guides.blocks import OutputBlock
from placecheck.guides.model import STANCES, Fact, Guide, GuideQuestion, GuideStep, QuestionKind
from placecheck.guides.replies import Replies, guide_progress, shown_questions, shown_steps
from placecheck.guides.write import WrittenOutput
from placecheck.notes import Catalogue
from placecheck.views.ideas.idea_card import ReasonView, reason_views
from placecheck.words import guides as w
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class GuideQuestionView:
    """A question ready to be asked. `choices` are the ids and names that can be picked, `columns` those of a table."""

    id: str
    kind: QuestionKind
    name: str
    ask: str
    help: str | None
    must: bool
    cards: bool
    choices: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    most_rows: int
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True, slots=True)
class GuideStepView:
    """A step ready to be walked; `facts` are to be looked up in an assessment."""

    id: str
    name: str
    about: str
    questions: tuple[GuideQuestionView, ...]
    reasons: tuple[ReasonView, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class GuideView:
    """A guide as far as some replies lead: the steps that are shown, and how far one is."""

    id: str
    name: str
    about: str
    ours: str
    minutes: str
    steps: tuple[GuideStepView, ...]
    progress: str
    needed: tuple[str, ...]
    waiting: tuple[str, ...]
    """What opens a step that is not shown yet, a sentence each."""


def guide_view(guide: Guide, replies: Replies, catalogue: Catalogue) -> GuideView:
    """Return `guide` with the steps and questions that `replies` lead to."""
    progress = guide_progress(guide, replies)
    return GuideView(
        id=guide.id,
        name=guide.name,
        about=guide.about,
        ours=guide.ours,
        minutes=say_n(w.MINUTES, guide.minutes),
        steps=tuple(_step(guide, step, replies, catalogue) for step in shown_steps(guide, replies)),
        progress=say(w.PROGRESS, n=progress.replied, total=progress.asked),
        needed=tuple(question.name for question in progress.needed),
        waiting=tuple(
            say_n(w.STEP_NOT_OPEN, len(asked), step=step.name, names=", ".join(question.name for question in asked))
            for step, asked in progress.waiting
        ),
    )


def _step(guide: Guide, step: GuideStep, replies: Replies, catalogue: Catalogue) -> GuideStepView:
    return GuideStepView(
        id=step.id,
        name=step.name,
        about=step.about,
        questions=tuple(_question(question, catalogue) for question in shown_questions(guide, step, replies)),
        reasons=reason_views(step.passages, catalogue),
        facts=step.facts,
    )


def _question(question: GuideQuestion, catalogue: Catalogue) -> GuideQuestionView:
    choices = tuple((choice.id, choice.name) for choice in question.choices)
    if question.kind == "stance":
        choices = tuple((stance, say(w.STANCES[stance])) for stance in STANCES)
    return GuideQuestionView(
        id=question.id,
        kind=question.kind,
        name=question.name,
        ask=f"{question.ask} ({question.unit})" if question.unit else question.ask,
        help=question.help,
        must=question.must,
        cards=question.cards,
        choices=choices,
        columns=tuple((column.id, column.name) for column in question.columns),
        most_rows=question.most_rows,
        reasons=reason_views(question.passages, catalogue),
    )


def output_text(written: WrittenOutput) -> str:
    """Return an output as plain text, to be copied into a message."""
    return "\n\n".join("\n".join(_lines(block)) for block in written.blocks) + "\n"


def _lines(block: OutputBlock) -> Iterator[str]:
    if block.text:
        yield block.text
    for row in block.rows:
        yield f"- {row[0]}" if block.kind == "list" else " | ".join(row)
