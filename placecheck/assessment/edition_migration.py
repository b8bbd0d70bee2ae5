"""An assessment carried over to a newer edition of its rubric: a new one is made, and the old one stays as it is.

A level is an answer to certain words. Only where not a letter of them changed does it hold for the new edition; where
they did, the story goes along and the question is asked again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from placecheck.assessment.customisation import OwnWords, customised, ever_asked, misfit
from placecheck.assessment.model import Action, Agreed, Answer, Assessment, RubricName, Voice
from placecheck.rubric.mapping import Became, EarlierEdition, Fate
from placecheck.rubric.model import Rubric

V = TypeVar("V")
Goes = Literal["whole", "story", "not"]
"""How much of an answer goes along: all of it, its story alone, or nothing."""

BETWEEN_STORIES = "\n\n"
MAX_STORY_LENGTH = 10_000

_GOES_ALONG = ("story", "promised", "seen")
"""The texts of an answer that go along where its level does not."""

GONE = Fate(was="gone", became="dropped", because="It is not said what became of it.")


@dataclass(frozen=True, slots=True)
class MigratedAnswer:
    """What becomes of one answer. `voice` is None for what was agreed; `now` are the ids that it goes to."""

    voice: str | None
    was: str
    became: Became
    now: tuple[str, ...]
    goes: Goes


@dataclass(frozen=True, slots=True)
class MigratedAssessment:
    """The new assessment, and of each answer what becomes of it, in the order of the file.

    `perspectives` are those that the new edition does not have, `actions` and `causes` those that are tied to nothing
    any more, or are left behind, by number and by id.
    """

    assessment: Assessment
    answers: tuple[MigratedAnswer, ...]
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
        """Return what became of the indicator as this group asked it."""
        if id_ in self.own:
            return Fate(was=id_, became="same")
        fate = self._mapping.fate.get(id_, GONE)
        if id_ in self._own_before and fate.became == "same":
            fate = Fate(was=id_, became="reworded", now=(id_,))
        return fate if all(id_now in self.asked for id_now in fate.ids_now) else GONE

    def goes(self, id_: str, answer: Answer) -> Goes:
        """Return how much of an answer to `id_` is carried over."""
        became = self.fate(id_).became
        has_text = any(getattr(answer, name) for name in _GOES_ALONG)
        return "whole" if became == "same" else "story" if has_text and became != "dropped" else "not"


def migrate_assessment(assessment: Assessment, newer: Rubric, mapping: EarlierEdition) -> MigratedAssessment:
    """Migrate `assessment` to `newer`, an edition whose `mapping` says what became of the earlier one's indicators."""
    over = _Over(assessment, newer, mapping)
    known = {perspective.id for perspective in newer.perspectives}
    order = list(customised(newer, over.own).by_id)
    still_asked = {id_now for id_ in assessment.asked for id_now in over.fate(id_).ids_now}
    voices = tuple(_voice(over, voice, known, order) for voice in assessment.voices)
    agreed = {id_: value for id_, value in assessment.agreed.items() if over.fate(id_).became == "same"}
    causes = {over.fate(id_).ids_now[0]: value for id_, value in assessment.causes.items() if _one_heir(over, id_)}
    new = Assessment(
        rubric=RubricName(id=newer.id, edition=newer.edition),
        place=assessment.place,
        date=assessment.date,
        question_set=assessment.question_set,
        asked=tuple(id_ for id_ in order if id_ in still_asked),
        offered_perspectives=tuple(id_ for id_ in assessment.offered_perspectives if id_ in known),
        perspective_names={id_: name for id_, name in assessment.perspective_names.items() if id_ in known},
        voices=voices,
        agreed=_in_order(agreed, order),
        own_words=over.own,
        missing_voices=assessment.missing_voices,
        actions=tuple(_action(over, action) for action in assessment.actions),
        causes=_in_order(causes, order),
        held_back=assessment.held_back,
        notes=tuple(note.model_copy(update={"indicator": _heir(over, note.indicator)}) for note in assessment.notes),
        second_votes=tuple(vote for vote in assessment.second_votes if over.fate(vote.indicator).became == "same"),
    )
    return MigratedAssessment(
        assessment=new,
        answers=(*_answers(over, assessment.voices), *_agreed(over, assessment.agreed)),
        perspectives=tuple(
            dict.fromkeys(
                value.perspective for value in assessment.voices if value.perspective and value.perspective not in known
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
    sources: defaultdict[str, list[Answer]] = defaultdict(list)
    for id_, answer in voice.answers.items():
        goes = over.goes(id_, answer)
        if goes == "whole":
            answers[id_] = answer
        elif goes == "story":
            for now in over.fate(id_).ids_now:
                sources[now].append(answer)
    for id_, earlier in sources.items():
        texts = {
            name: _together([text for answer in earlier if (text := getattr(answer, name))]) for name in _GOES_ALONG
        }
        answers.setdefault(id_, Answer(**texts))
    perspective = voice.perspective if voice.perspective in known else None
    return Voice(id=voice.id, perspective=perspective, paper=voice.paper, answers=_in_order(answers, order))


def _together(stories: Sequence[str]) -> str | None:
    """Join as many of the stories as one text can hold, whole; None where there is none."""
    if not stories:
        return None
    combined = stories[0]
    for story in stories[1:]:
        if len(combined) + len(BETWEEN_STORIES) + len(story) <= MAX_STORY_LENGTH:
            combined += BETWEEN_STORIES + story
    return combined


def _action(over: _Over, action: Action) -> Action:
    """Return the action, tied to its indicator's successor where there is exactly one."""
    return action.model_copy(update={"indicator": _heir(over, action.indicator)})


def _heir(over: _Over, id_: str | None) -> str | None:
    """Return the one successor of an indicator; None where it has none or several."""
    successors = over.fate(id_).ids_now if id_ is not None else ()
    return successors[0] if len(successors) == 1 else None


def _answers(over: _Over, voices: Sequence[Voice]) -> Iterator[MigratedAnswer]:
    for voice in voices:
        for id_, answer in voice.answers.items():
            fate = over.fate(id_)
            yield MigratedAnswer(voice.id, id_, fate.became, fate.ids_now, over.goes(id_, answer))


def _agreed(over: _Over, agreed: Mapping[str, Agreed]) -> Iterator[MigratedAnswer]:
    for id_ in agreed:
        fate = over.fate(id_)
        yield MigratedAnswer(None, id_, fate.became, fate.ids_now, "whole" if fate.became == "same" else "not")


def _in_order(values: Mapping[str, V], order: Sequence[str]) -> dict[str, V]:
    return {id_: values[id_] for id_ in order if id_ in values}
