"""The history of an assessment, in words: when, who, what, from what to what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pydantic import BaseModel

from placecheck.assessment import Action, Answer
from placecheck.dates import day_words, when_words
from placecheck.rubric import Indicator, Rubric
from placecheck.storage import Change, ChosenQuestions, OwnWords
from placecheck.storage.values import ChosenPerspectives, account_of, is_correction
from placecheck.words import answering, results, say
from placecheck.words import deciding as w

_OF = {
    "agreed": w.OF_AGREED,
    "own_words": w.OF_OWN_WORDS,
    "cause": w.OF_CAUSE,
    "ballot": w.OF_BALLOT,
    "level_choice": w.OF_LEVEL_CHOICE,
    "card": w.OF_CARD,
    "action": w.OF_ACTION,
    "perspective": w.OF_PERSPECTIVE,
    "setting": w.OF_SETTING,
    "asked": w.OF_ASKED,
    "perspectives": w.OF_PERSPECTIVES,
    "removal": w.OF_REMOVAL,
    "note": w.OF_NOTE,
}
_AS_IT_WAS: Mapping[str, str] = {"asked": w.WHOLE_SET, "perspectives": w.AS_THE_RUBRIC}
"""What is so where a group chose nothing."""

_CHANGES = {"reworded": w.REWORD, "dropped": w.DROP, "added": w.ADD_OWN}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change: a line for when, who and what, and a line for what it changed."""

    sequence: int
    line: str
    change: str
    comes_back: bool
    """Whether what it said can be made to stand again."""
    taken_out: str | None = None
    """The voice that it took out, who can be let back in."""


def without_people(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return `changes` without what single people said and when, which a workshop promises to show to nobody.

    A correction stands there, since it is promised that it says so; it names no person.
    """
    corrected = (replace(change, voice=None) for change in changes if is_correction(change.by))
    shown = {change.sequence: change for change in changes if change.voice is None or change.kind == "removal"}
    shown |= {change.sequence: change for change in corrected}
    return tuple(shown[sequence] for sequence in sorted(shown, reverse=True))


def change_view(rubric: Rubric, change: Change) -> ChangeView:
    """Return `change`, ready to be read."""
    moment = change.when.astimezone()
    when = f"{day_words(moment.date())}, {moment:%H:%M}"
    who = say(w.THE_GROUP) if change.voice is None else _person(change.voice)
    if is_correction(change.by):
        who = say(w.A_CORRECTION)
    elif source := w.SOURCES.get(change.by):
        who = say(w.CAME_FROM, who=who, source=say(source))
    if account := account_of(change.by):
        who = say(w.BY_ACCOUNT, who=who, account=account)
    return ChangeView(
        sequence=change.sequence,
        line=say(w.CHANGED_AT, when=when, who=who, what=_what(rubric, change)),
        change=_moved(rubric, change),
        comes_back=change.kind not in ("perspective", "removal"),
        taken_out=change.voice if change.kind == "removal" and change.after is not None else None,
    )


def undone_words(rubric: Rubric, change: Change) -> str:
    """Return what was undone, in a few words: by its own where it has any that people know it by."""
    before, after = change.before, change.after
    if isinstance(before, Action) and isinstance(after, Action):
        moved = [name for name, value in before if value != getattr(after, name)]
        return say(w.OF_STEP[moved[0]], what=before.what) if moved in ([name] for name in w.OF_STEP) else before.what
    action = before or after
    return action.what if isinstance(action, Action) else _what(rubric, change)


def _what(rubric: Rubric, change: Change) -> str:
    indicator = rubric.by_id.get(change.indicator or "")
    name = indicator.name if indicator else _own_name(change) if change.indicator else ""
    return name if change.kind == "answer" else say(_OF[change.kind], name=name)


def _person(voice: str) -> str:
    """Return what a voice is called: persons are numbered as they came; never an id as it stands in files."""
    number = re.fullmatch(r"v([0-9]+)", voice)
    return say(w.PERSON, n=number[1]) if number else say(w.A_PERSON)


def _own_name(change: Change) -> str:
    """Return what a question that the rubric does not ask is called, as far as the change says so."""
    words = (value.words for value in (change.after, change.before) if isinstance(value, OwnWords))
    return next((worded.name for worded in words if worded), say(w.A_QUESTION))


def _moved(rubric: Rubric, change: Change) -> str:
    before, after = _value(rubric, change.before), _value(rubric, change.after)
    if change.kind == "perspective" and before == after:
        return say(w.VOICE_CAME)
    if change.kind == "removal":
        return say(w.VOICE_BACK if change.after is None else w.VOICE_OUT)
    if change.kind in _AS_IT_WAS:
        before, after = (
            words if value else say(_AS_IT_WAS[change.kind])
            for words, value in ((before, change.before), (after, change.after))
        )
    if isinstance(change.before, Answer) and isinstance(change.after, Answer) and change.before != change.after:
        before, after = (
            _value(rubric, _only_moved(change.before, change.after)),
            _value(rubric, _only_moved(change.after, change.before)),
        )
    return say(w.BEFORE_AFTER, before=before, after=after)


def _only_moved(answer: Answer, other: Answer) -> Answer:
    """Return the fields of `answer` that are not so in `other`: what did not change is not told as if it had."""
    fields = {name: value for name, value in answer if value != getattr(other, name)}
    return Answer.model_construct(**{name: fields.get(name) for name in Answer.model_fields})


def _value(rubric: Rubric, value: BaseModel | None) -> str:
    """Return the earlier value as a short line: the level's name, then whatever else was said."""
    if value is None:
        return say(w.NOTHING_THERE)
    if isinstance(value, ChosenQuestions):
        return ", ".join(rubric.by_id[id_].name if id_ in rubric.by_id else say(w.A_QUESTION) for id_ in value.ids)
    if isinstance(value, ChosenPerspectives):
        return ", ".join(_perspectives(rubric, value))
    parts = [_part(rubric, name, getattr(value, name)) for name in type(value).model_fields]
    return ", ".join(part for part in parts if part) or say(w.NOTHING_THERE)


def _perspectives(rubric: Rubric, chosen: ChosenPerspectives) -> Iterator[str]:
    """Yield what each perspective that was offered was called then."""
    for perspective in rubric.perspectives:
        if not chosen.offered or perspective.id in chosen.offered:
            own = rubric.renamed.get(perspective.id, perspective.name)
            yield chosen.names.get(perspective.id, own)


def _part(rubric: Rubric, name: str, part: object) -> str | None:
    """Return one field of a value as people read it; None where there is nothing to read."""
    match name, part:
        case "level", int():
            read: str | None = rubric.levels[part].name
        case "story", str():
            read = say(results.QUOTED, story=part)
        case "promised", str():
            read = say(results.WAS_PROMISED, what=part)
        case "seen", str():
            read = say(results.WAS_SEEN, what=part)
        case "when", str():
            read = when_words(part)
        case "indicator", str():
            read = rubric.by_id[part].name if part in rubric.by_id else say(w.A_QUESTION)
        case _, str():
            read = _choices(rubric).get(name, {}).get(part, part)
        case _, Indicator():
            read = part.statement
        case _, date():
            read = day_words(part)
        case _:
            read = None
    return read


def _choices(rubric: Rubric) -> dict[str, dict[str, str]]:
    """Return what the words that files hold are called, by field."""
    fixed = {"no_answer": results.NO_ANSWERS, "kind": answering.KINDS, "sure": answering.HOW_SURE, "change": _CHANGES}
    return {field: {word: say(shown) for word, shown in words.items()} for field, words in fixed.items()} | {
        "perspective": {each.id: each.name for each in rubric.perspectives},
        "dimension": {each.id: each.name for each in rubric.dimensions},
    }
