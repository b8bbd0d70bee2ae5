"""An assessment carried over to a newer edition of its rubric: a new one is made, and the old one stays as it is.

A level is an answer to certain words. Only where not a letter of them changed does it hold for the new edition; where
they did, the story goes along and the question is asked again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from placecheck.assessment.model import Action, Agreed, Answer, Assessment, RubricName, Voice
from placecheck.assessment.own import OwnWords, adapted, ever_asked, misfit
from placecheck.rubric.mapping import Became, EarlierEdition, Fate
from placecheck.rubric.model import Rubric

V = TypeVar("V")
Goes = Literal["whole", "story", "not"]
"""How much of an answer goes along: all of it, its story alone, or nothing."""

BETWEEN_STORIES = "\n\n"
LONGEST_STORY = 10_000

GONE = Fate(was="gone", became="dropped", because="It is not said what became of it.")


@dataclass(frozen=True, slots=True)
class Carried:
    """What becomes of one answer. `voice` is None for what was agreed; `now` are the ids that it goes to."""

    voice: str | None
    was: str
    became: Became
    now: tuple[str, ...]
    goes: Goes


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """The new assessment, and of each answer what becomes of it, in the order of the file.

    `perspectives` are those that the new edition does not have, `actions` and `causes` those that are tied to nothing
    any more, or are left behind, by number and by id.
    """

    assessment: Assessment
    answers: tuple[Carried, ...]
    perspectives: tuple[str, ...]
    actions: tuple[int, ...]
    causes: tuple[str, ...]


class _Over:
    """The two editions and what became of each indicator between them, the group's own words taken into account."""

    def __init__(self, assessment: Assessment, newer: Rubric, mapping: EarlierEdition) -> None:
        self.newer, self._mapping = newer, mapping
        self.own = {id_: own for id_, own in assessment.own_words.items() if self._keeps(id_, own)}
        self._own_before = assessment.own_words
        self.asked = ever_asked(newer, self.own).by_id

    def _keeps(self, id_: str, own: OwnWords) -> bool:
        untouched = own.change == "added" or self._mapping.fate.get(id_, GONE).became == "same"
        return untouched and misfit(self.newer, id_, own) is None

    def fate(self, id_: str) -> Fate:
        """What became of the indicator as this group asked it."""
        if id_ in self.own:
            return Fate(was=id_, became="same")
        found = self._mapping.fate.get(id_, GONE)
        if id_ in self._own_before and found.became == "same":
            found = Fate(was=id_, became="reworded", now=(id_,))
        return found if all(one in self.asked for one in found.here) else GONE

    def goes(self, id_: str, story: str | None) -> Goes:
        """How much of an answer to `id_` goes along."""
        became = self.fate(id_).became
        return "whole" if became == "same" else "story" if story and became != "dropped" else "not"


def carried_over(assessment: Assessment, newer: Rubric, mapping: EarlierEdition) -> CarriedOver:
    """`assessment` as a round of `newer`, an edition whose `mapping` says what became of the one it was made with."""
    over = _Over(assessment, newer, mapping)
    known = {perspective.id for perspective in newer.perspectives}
    order = list(adapted(newer, over.own).by_id)
    voices = tuple(_voice(over, voice, known, order) for voice in assessment.voices)
    agreed = {id_: one for id_, one in assessment.agreed.items() if over.fate(id_).became == "same"}
    causes = {over.fate(id_).here[0]: one for id_, one in assessment.causes.items() if _one_heir(over, id_)}
    new = Assessment(
        rubric=RubricName(id=newer.id, edition=newer.edition),
        place=assessment.place,
        date=assessment.date,
        round=assessment.round,
        voices=voices,
        agreed=_in_order(agreed, order),
        own_words=over.own,
        missing_voices=assessment.missing_voices,
        actions=tuple(_action(over, action) for action in assessment.actions),
        causes=_in_order(causes, order),
    )
    return CarriedOver(
        assessment=new,
        answers=(*_answers(over, assessment.voices), *_agreed(over, assessment.agreed)),
        perspectives=tuple(
            dict.fromkeys(
                one.perspective for one in assessment.voices if one.perspective and one.perspective not in known
            )
        ),
        actions=tuple(
            number
            for number, (before, after) in enumerate(zip(assessment.actions, new.actions, strict=True))
            if before.indicator is not None and after.indicator is None
        ),
        causes=tuple(id_ for id_ in assessment.causes if not _one_heir(over, id_)),
    )


def _one_heir(over: _Over, id_: str) -> bool:
    return over.fate(id_).became in ("same", "reworded")


def _voice(over: _Over, voice: Voice, known: set[str], order: Sequence[str]) -> Voice:
    answers: dict[str, Answer] = {}
    stories: defaultdict[str, list[str]] = defaultdict(list)
    for id_, answer in voice.answers.items():
        goes = over.goes(id_, answer.story)
        if goes == "whole":
            answers[id_] = answer
        elif goes == "story" and answer.story:
            for now in over.fate(id_).here:
                stories[now].append(answer.story)
    for id_, told in stories.items():
        answers.setdefault(id_, Answer(story=_together(told)))
    perspective = voice.perspective if voice.perspective in known else None
    return Voice(id=voice.id, perspective=perspective, paper=voice.paper, answers=_in_order(answers, order))


def _together(stories: Sequence[str]) -> str:
    """As many of the stories as one text can hold, whole."""
    told = stories[0]
    for story in stories[1:]:
        if len(told) + len(BETWEEN_STORIES) + len(story) <= LONGEST_STORY:
            told += BETWEEN_STORIES + story
    return told


def _action(over: _Over, action: Action) -> Action:
    """The action, tied to what its indicator is now where that is one."""
    if action.indicator is None:
        return action
    here = over.fate(action.indicator).here
    return action.model_copy(update={"indicator": here[0] if len(here) == 1 else None})


def _answers(over: _Over, voices: Sequence[Voice]) -> Iterator[Carried]:
    for voice in voices:
        for id_, answer in voice.answers.items():
            fate = over.fate(id_)
            yield Carried(voice.id, id_, fate.became, fate.here, over.goes(id_, answer.story))


def _agreed(over: _Over, agreed: Mapping[str, Agreed]) -> Iterator[Carried]:
    for id_ in agreed:
        fate = over.fate(id_)
        yield Carried(None, id_, fate.became, fate.here, "whole" if fate.became == "same" else "not")


def _in_order(given: Mapping[str, V], order: Sequence[str]) -> dict[str, V]:
    return {id_: given[id_] for id_ in order if id_ in given}
