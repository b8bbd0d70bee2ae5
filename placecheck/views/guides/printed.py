"""Guides on paper: what comes out of one, and a blank one to fill in by hand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from placecheck.assessment import Place
from placecheck.guides.blocks import OutputBlock
from placecheck.guides.model import STANCES, Condition, Guide, GuideQuestion, GuideStep
from placecheck.guides.write import WrittenOutput
from placecheck.views.place.profile import ProfileEntry, ProfileSection, ProfileView, document
from placecheck.words import guides as w
from placecheck.words import say, say_n

LINE = "_" * 100
"""Room to write, as wide as a page."""
BETWEEN = " \N{EM SPACE} "
"""What keeps one box of a row apart from the next."""
LINES, ROWS = 3, 4
"""How many lines a question in own words has, and how many rows a table."""


def guide_document(place: Place, title: str, sections: Sequence[ProfileSection], day: datetime.date) -> ProfileView:
    """Return sections of a guide as a document of their own; what is for others to read does not say whence it came."""
    kicker = say(w.KICKER) if any(section.title for section in sections) else ""
    return replace(document(place, title, sections, day), kicker=kicker)


def output_section(written: WrittenOutput) -> ProfileSection:
    """Return an output as a section: each of its headings begins an entry. A letter and an invitation have no title."""
    entries: list[ProfileEntry] = []
    name, pieces = "", list[OutputBlock]()
    for block in (*written.blocks, OutputBlock("heading")):
        if block.kind == "heading":
            entries += _entry(name, pieces)
            name, pieces = block.text, []
        else:
            pieces.append(block)
    title = written.output.name if written.output.kind == "page" else ""
    return ProfileSection(title, entries=tuple(entries))


def _entry(name: str, blocks: Sequence[OutputBlock]) -> Iterator[ProfileEntry]:
    """Yield what is under one heading; texts after a list or a table form an entry of their own."""
    for index, block in enumerate(blocks):
        title = name if index == 0 else ""
        if block.kind == "text":
            yield ProfileEntry(title, block.text)
        elif block.kind == "list":
            yield ProfileEntry(title, quotes=tuple(row[0] for row in block.rows))
        else:
            yield ProfileEntry(title, table=block.rows)


def blank_sections(guide: Guide) -> tuple[ProfileSection, ...]:
    """Return every step of `guide` with room to write, whatever it hangs on."""
    about = ProfileSection(say(w.FIRST), guide.about, (ProfileEntry("", say(w.OURS, ours=guide.ours)),))
    return about, *(_blank_step(guide, step) for step in guide.steps)


def _blank_step(guide: Guide, step: GuideStep) -> ProfileSection:
    intro = " ".join((step.about, *(_on_paper(guide, condition) for condition in step.when)))
    return ProfileSection(step.name, intro, tuple(map(_blank_question, step.questions)), level=3)


def _on_paper(guide: Guide, condition: Condition) -> str:
    """Return when a step is to be filled in that hangs on `condition`: with which replies, where they are named."""
    asked = [guide.questions_by_id[id_] for id_ in condition.any_of]
    names = ", ".join(question.name for question in asked)
    if condition.replies is None:
        return say_n(w.ONLY_AFTER, len(asked), names=names)
    choices = {choice.id: choice.name for question in asked for choice in question.choices}
    choices |= {stance: say(w.STANCES[stance]) for stance in STANCES}
    replies = ", ".join(dict.fromkeys(choices[reply] for reply in condition.replies if reply in choices))
    return say(w.ONLY_IF, names=names, replies=replies)


def _blank_question(question: GuideQuestion) -> ProfileEntry:
    lines = [("", say(w.TO_TICK, choice=choice.name)) for choice in question.choices]
    room = [LINE] * LINES if question.kind == "words" else []
    if question.kind == "stance":
        lines = [("", BETWEEN.join(say(w.TO_TICK, choice=say(w.STANCES[stance])) for stance in STANCES))]
        lines += [(say(words), LINE[:60]) for words in (w.SAYS, w.WHERE)]
    elif question.kind == "cost":
        lines = [(say(words), LINE[:12]) for words in (w.LOW, w.HIGH)]
    elif question.kind == "table":
        head = " / ".join(column.name for column in question.columns)
        room = [head, *[LINE] * min(ROWS, question.most_rows)]
    help_first = [question.help] if question.help else []
    return ProfileEntry(question.ask, "\n".join((*help_first, *room)), details=tuple(lines))
