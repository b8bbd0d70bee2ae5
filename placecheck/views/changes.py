"""The history of a round, in words: when, who, what, from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from placecheck.rubric import Indicator, Rubric
from placecheck.storage import Change
from placecheck.words import deciding as w
from placecheck.words import results, say

_OF = {
    "agreed": w.OF_AGREED,
    "own_words": w.OF_OWN_WORDS,
    "cause": w.OF_CAUSE,
    "ballot": w.OF_BALLOT,
    "card": w.OF_CARD,
    "action": w.OF_ACTION,
    "perspective": w.OF_PERSPECTIVE,
    "setting": w.OF_SETTING,
}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: a line for when, who and what, and a line for what it changed."""

    sequence: int
    line: str
    change: str
    comes_back: bool
    """Whether what it said can be made to stand again."""


def change_view(rubric: Rubric, change: Change) -> ChangeView:
    """`change`, ready to be read."""
    moment = change.when.astimezone()
    when = f"{moment.day} {moment:%B %Y, %H:%M}"
    who = say(w.THE_GROUP) if change.voice is None else change.voice
    return ChangeView(
        sequence=change.sequence,
        line=say(w.CHANGED_AT, when=when, who=who, what=_what(rubric, change)),
        change=say(w.BEFORE_AFTER, before=_value(rubric, change.before), after=_value(rubric, change.after)),
        comes_back=change.kind != "perspective",
    )


def _what(rubric: Rubric, change: Change) -> str:
    asked = rubric.by_id.get(change.indicator or "")
    name = asked.name if asked else change.indicator or ""
    return name if change.kind == "answer" else say(_OF[change.kind], name=name)


def _value(rubric: Rubric, value: BaseModel | None) -> str:
    """What stood there, as a short line: the level's name, then whatever else was said."""
    if value is None:
        return say(w.NOTHING_THERE)
    said = [_part(rubric, name, getattr(value, name)) for name in type(value).model_fields]
    return ", ".join(part for part in said if part) or say(w.NOTHING_THERE)


def _part(rubric: Rubric, name: str, part: object) -> str | None:
    if name == "level" and isinstance(part, int):
        return rubric.levels[part].name
    if name == "no_answer" and isinstance(part, str):
        return say(results.NO_ANSWERS[part])
    if name == "story" and isinstance(part, str):
        return say(results.QUOTED, story=part)
    if name == "indicator" and part in rubric.by_id:
        return rubric.by_id[str(part)].name
    if isinstance(part, Indicator):
        return part.statement
    return part if isinstance(part, str) else part.isoformat() if isinstance(part, date) else None
