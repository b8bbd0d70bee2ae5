"""Everything behind one indicator: what was asked, said and agreed, and the discussion it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Assessment, Voice
from placecheck.notes import Catalogue
from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.views.ladder_words import Ladder, indicator_words
from placecheck.views.passage import PassageView, passage_view
from placecheck.views.pictures import AnswersView, answers_view
from placecheck.words import results as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class StoryView:
    """What one voice told, and from where it speaks."""

    voice: str
    perspective: str | None
    level: str | None
    sure: str | None
    story: str | None
    not_for: str | None


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """Everything behind one indicator: what was asked, said and agreed, and the discussion it rests on."""

    id: str
    name: str
    dimension: str
    statement: str
    look_for: str
    words: str
    levels: tuple[tuple[str, str, bool], ...]
    """Name and described words of each level, and whether the reading stands there."""
    stories: tuple[StoryView, ...]
    agreed: tuple[str, ...]
    held_here: str | None
    held_elsewhere: str | None
    supports: tuple[PassageView, ...]
    cautions: tuple[PassageView, ...]
    answers: AnswersView


def indicator_view(
    rubric: Rubric, catalogue: Catalogue, assessment: Assessment, result: Result, indicator_id: str
) -> IndicatorView:
    """Everything behind the indicator `indicator_id`, which the result must hold."""
    indicator = rubric.by_id[indicator_id]
    one = next(found for found in result.indicators() if found.id == indicator_id)
    dimension = next(d.name for d in rubric.dimensions if indicator in d.indicators)
    stands_at = None if one.reading is None else one.reading
    return IndicatorView(
        id=indicator.id,
        name=indicator.name,
        dimension=dimension,
        statement=indicator.statement,
        look_for=indicator.look_for,
        words=indicator_words(Ladder.of(rubric, result.voices), one),
        levels=tuple(
            (level.name, words, stands_at is not None and abs(step - stands_at) < 1)
            for step, (level, words) in enumerate(zip(rubric.levels, indicator.levels, strict=True))
        ),
        stories=stories(rubric, assessment, indicator_id),
        agreed=_agreed(rubric, assessment, indicator_id),
        held_here=indicator.held_here,
        held_elsewhere=indicator.held_elsewhere,
        supports=tuple(passage_view(catalogue, id_) for id_ in indicator.supports if id_ in catalogue.passage),
        cautions=tuple(passage_view(catalogue, id_) for id_ in indicator.cautions if id_ in catalogue.passage),
        answers=answers_view(rubric, one),
    )


SURE_WORDS = {"not_very": w.NOT_VERY_SURE, "fairly": w.FAIRLY_SURE, "very": w.VERY_SURE}


def stories(rubric: Rubric, assessment: Assessment, indicator_id: str) -> tuple[StoryView, ...]:
    """What each voice told of an indicator, in the order of the voices."""
    told = ((voice, voice.answers.get(indicator_id)) for voice in assessment.voices)
    return tuple(
        StoryView(
            voice=voice.id,
            perspective=perspective_name(rubric, voice),
            level=None if answer.level is None else rubric.levels[answer.level].name,
            sure=say(SURE_WORDS[answer.sure]) if answer.sure else None,
            story=answer.story,
            not_for=say(w.NOT_TRUE_FOR, whom=answer.not_for) if answer.not_for else None,
        )
        for voice, answer in told
        if answer is not None and (answer.story or answer.not_for)
    )


def perspective_name(rubric: Rubric, voice: Voice) -> str | None:
    """From where a voice speaks, by the rubric's name for it."""
    return next((one.name for one in rubric.perspectives if one.id == voice.perspective), None)


def _agreed(rubric: Rubric, assessment: Assessment, indicator_id: str) -> tuple[str, ...]:
    agreed = assessment.agreed.get(indicator_id)
    if agreed is None:
        return ()
    said = []
    if agreed.level is not None:
        said.append(rubric.levels[agreed.level].name)
    if agreed.no_answer:
        said.append(say(w.NOT_HERE))
    if agreed.not_agreed:
        said.append(say(w.NOT_AGREED_BECAUSE, why=agreed.not_agreed))
    if agreed.because:
        said.append(say(w.BECAUSE, why=agreed.because))
    if agreed.minority:
        said.append(say(w.MINORITY, what=agreed.minority))
    return tuple(said)
