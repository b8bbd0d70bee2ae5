"""The words of a page of results as blocks: what is strong, differs, is not known, could grow, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from textwrap import shorten

from placecheck.views.page_names import PageName
from placecheck.views.results.highlights import Highlight, Highlights
from placecheck.web.components.comparison_links import comparison_lines
from placecheck.web.components.outcome_band import outcome_summary
from placecheck.web.components.text_blocks import Cell, LinkedLine, TextBlock, page_address
from placecheck.web.data.assessments import CACHE_SIZE, OpenAssessment
from placecheck.web.data.ideas_levels_guides import all_ideas
from placecheck.web.state.session import ASSESSMENT, INDICATOR
from placecheck.words import deciding, outcomes, say, say_n
from placecheck.words import results as w
from placecheck.words import web as words

MAX_SHOWN = 3
"""How many of a list are shown before the rest waits to be asked for."""
MAX_NAMED = 2
"""How many of the others are named before they are shown."""
MAX_STORY_LENGTH = 96
"""Characters of a story beside the picture; the closer look has all of it."""


@lru_cache(maxsize=CACHE_SIZE)
def highlight_cells(opened: OpenAssessment, shown: Highlights, _language: str) -> Sequence[Cell]:
    """Return the lists that hold anything, made once for each change of the assessment and each language.

    What is strong comes first, then what differs, is not known, could grow.
    """
    lists = (
        (w.STRONG_TITLE, shown.strong, ""),
        (w.DIFFER_TITLE, shown.differ, ""),
        (w.UNKNOWN_TITLE, shown.unknown, say(w.UNKNOWN_INTRO)),
        (w.ROOM_TITLE, shown.room, say(w.ROOM_INTRO)),
    )
    return [[highlight_block(opened.id, say(title), items, intro)] for title, items, intro in lists if items]


def highlight_block(assessment_id: str, title: str, items: Sequence[Highlight], intro: str = "") -> TextBlock:
    """Return the block of one list: the first few, and the others once they are asked for."""
    lines, others = [_line(assessment_id, item) for item in items], items[MAX_SHOWN:]
    names = "; ".join(item.name for item in others[:MAX_NAMED]) + (" …" if others[MAX_NAMED:] else "")
    more = say_n(words.MORE, len(others), names=names) if others else ""
    return TextBlock(title=title, text=intro, lines=lines[:MAX_SHOWN], others=lines[MAX_SHOWN:], more=more)


def _line(assessment_id: str, item: Highlight) -> LinkedLine:
    return LinkedLine(
        words=say(w.NAME_AND_WORDS, name=item.name, words=item.words),
        because=shorten(item.line.partition("\n")[0], MAX_STORY_LENGTH, placeholder=" …"),
        where=page_address(PageName.CLOSER_LOOK, **{ASSESSMENT: assessment_id, INDICATOR: item.indicator}),
    )


def what_comes_next(opened: OpenAssessment) -> Sequence[Cell]:
    """Return what the group tries; beside it what waits for word, who was not in the room, and comparisons."""
    about = {ASSESSMENT: opened.id}
    links = [LinkedLine(words=say(w.TRY_SOMETHING), where=page_address(PageName.NEXT_STEPS, **about))]
    if all_ideas(opened.rubric):
        links.append(LinkedLine(words=say(w.IDEAS_TO_HELP), where=page_address(PageName.IDEAS, **about)))
    steps = [LinkedLine(words=action.what) for action in opened.assessment.actions]
    tried = TextBlock(
        title=say(deciding.NEXT_STEPS), text="" if steps else say(deciding.NO_STEPS), lines=steps, links=links
    )
    others = []
    if waiting := outcome_summary(opened):
        way = LinkedLine(words=say(outcomes.TITLE), where=page_address(PageName.OUTCOMES, **about))
        others.append(TextBlock(lines=[LinkedLine(words=waiting)], links=[way]))
    if missing := opened.assessment.missing_voices:
        others.append(TextBlock(subtitle=say(w.MISSING_TITLE), text=missing))
    return [[tried], [*others, TextBlock(links=comparison_lines(opened, PageName.RESULTS))]]
