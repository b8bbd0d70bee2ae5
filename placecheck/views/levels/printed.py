"""Who decides what, on paper: the picture, each matter with its reasons, and what is asked of each level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from placecheck.levels import Levels
from placecheck.views.guides.printed import BETWEEN, LINE
from placecheck.views.levels.matters import MattersView
from placecheck.views.place.profile import ProfileEntry, ProfileSection
from placecheck.views.results.pictures import no_answer_names
from placecheck.words import levels as w
from placecheck.words import matter_votes as m
from placecheck.words import say
from placecheck.workshop.model import MatterVote


def matter_sections(view: MattersView, drawing: str, drawing_width: int) -> tuple[ProfileSection, ...]:
    """Return the matters in sections, with the picture as SVG; none where there is no matter."""
    if not view.matters:
        return ()
    entries = tuple(
        ProfileEntry(
            shown.sentence,
            " ".join(filter(None, (shown.power, shown.room))),
            details=shown.reasons,
        )
        for shown in view.matters
    )
    asks = tuple(ProfileEntry(asks.level, quotes=asks.asks) for asks in view.asks)
    sections = (
        ProfileSection(
            say(w.TITLE),
            view.summary,
            entries,
            drawing=drawing,
            alt=say(w.PICTURE),
            drawing_width=drawing_width,
        ),
        ProfileSection(say(w.WHAT_WE_ASK), entries=asks),
    )
    return tuple(section for section in sections if section.entries)


def room_sheet_sections(vote: MatterVote) -> tuple[ProfileSection, ...]:
    """Return the sheet of one person in a workshop: the matters that are asked about, and a box for each level."""
    names = (*(level.name for level in vote.levels), no_answer_names()["dont_know"])
    matters = tuple(ProfileEntry(asked.name, asked.about or "", details=(("", _boxes(names)),)) for asked in vote.asks)
    prompts = tuple(ProfileEntry(question) for question in vote.prompts)
    sections = (
        ProfileSection(say(m.THINK_FIRST), entries=prompts),
        ProfileSection(say(m.WHERE_BEST), say(m.SHEET_INTRO, near=say(m.NEAR_TO_FAR)), matters),
    )
    return tuple(section for section in sections if section.entries)


def _boxes(names: Iterable[str]) -> str:
    """Return a box to tick for each of `names`, in a row; a box stays with its name."""
    return BETWEEN.join(say(m.BOX, level=name).replace(" ", "\N{NO-BREAK SPACE}") for name in names)


def blank_matter_sections(levels: Levels, names: Mapping[str, str]) -> tuple[ProfileSection, ...]:
    """Return a sheet for a workshop: every matter of the list with its levels, and the questions that help to think."""
    choices = _boxes(names.values())
    lines = ((say(w.NOW), choices), (say(w.BEST), choices), ("", _boxes([say(w.DIFFER)])))
    matters = tuple(ProfileEntry(matter.name, matter.about, details=lines) for matter in levels.matters)
    room = ProfileEntry(say(w.OWN), LINE, details=lines)
    questions = tuple(
        ProfileEntry(
            question.ask,
            say(w.MUST) if question.must else "",
            quotes=(question.if_nearer, question.if_further),
        )
        for question in levels.questions
    )
    return (
        ProfileSection(say(w.TITLE), say(w.SHEET_INTRO), (*matters, room)),
        ProfileSection(say(w.QUESTIONS), entries=questions),
    )
