"""The history of a round, in words: when, who, what, from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel

from placecheck.rubric import Indicator, Rubric
from placecheck.storage import Change
from placecheck.words import answering, results, say
from placecheck.words import deciding as w

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
        change=_moved(rubric, change),
        comes_back=change.kind != "perspective",
    )


def _what(rubric: Rubric, change: Change) -> str:
    asked = rubric.by_id.get(change.indicator or "")
    name = asked.name if asked else change.indicator or ""
    return name if change.kind == "answer" else say(_OF[change.kind], name=name)


def _moved(rubric: Rubric, change: Change) -> str:
    before, after = _value(rubric, change.before), _value(rubric, change.after)
    if change.kind == "perspective" and before == after:
        return say(w.VOICE_CAME)
    return say(w.BEFORE_AFTER, before=before, after=after)


def _value(rubric: Rubric, value: BaseModel | None) -> str:
    """What stood there, as a short line: the level's name, then whatever else was said."""
    if value is None:
        return say(w.NOTHING_THERE)
    said = [_part(rubric, name, getattr(value, name)) for name in type(value).model_fields]
    return ", ".join(part for part in said if part) or say(w.NOTHING_THERE)


def _part(rubric: Rubric, name: str, part: object) -> str | None:
    perspectives = {one.id: one.name for one in rubric.perspectives}
    match name, part:
        case "level", int():
            said = rubric.levels[part].name
        case "no_answer", str():
            said = say(results.NO_ANSWERS[part])
        case "story", str():
            said = say(results.QUOTED, story=part)
        case "perspective", str():
            said = perspectives.get(part, part)
        case "kind", str():
            said = say(answering.KINDS[part])
        case "indicator", str() if part in rubric.by_id:
            said = rubric.by_id[part].name
        case _, Indicator():
            said = part.statement
        case _, date():
            said = part.isoformat()
        case _, str():
            said = part
        case _:
            return None
    return said
