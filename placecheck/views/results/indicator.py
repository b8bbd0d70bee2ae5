"""Everything behind one indicator: what was asked, said and agreed, and the discussion it rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from placecheck.assessment import Answer, Assessment, Voice
from placecheck.assessment.asked import counted_voices
from placecheck.assessment.model import ANSWER_TEXTS
from placecheck.notes import Catalogue
from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.scoring.disclosure_control import publish_minimum
from placecheck.views.notes.passage_card import PassageView, from_conversations, link_views
from placecheck.views.results.ladder_words import Ladder, indicator_words
from placecheck.views.results.pictures import AnswersView, answers_view
from placecheck.words import results as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class StoryView:
    """One voice's story, and the perspective it speaks from."""

    voice: str
    perspective: str | None
    level: str | None
    sure: str | None
    story: str | None
    details: tuple[str, ...]
    """What the answer says besides the story, each in a phrase: promised, seen, not true for whom."""

    @property
    def texts(self) -> tuple[str, ...]:
        """Return every text of the answer: its story, where there is one, and what else it says."""
        return (*filter(None, (self.story,)), *self.details)


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
    why: str | None
    supports: tuple[PassageView, ...]
    cautions: tuple[PassageView, ...]
    conversations: str | None
    """From how many separate conversations the supports come, as a sentence."""
    answers: AnswersView


def indicator_view(
    rubric: Rubric, catalogue: Catalogue, assessment: Assessment, result: Result, indicator_id: str
) -> IndicatorView:
    """Return everything behind the indicator `indicator_id`, which the result must hold."""
    indicator = rubric.by_id[indicator_id]
    indicator_result = next(candidate for candidate in result.indicators() if candidate.id == indicator_id)
    dimension = next(d.name for d in rubric.dimensions if indicator in d.indicators)
    stands_at = None if indicator_result.reading is None else indicator_result.reading
    return IndicatorView(
        id=indicator.id,
        name=indicator.name,
        dimension=dimension,
        statement=indicator.statement,
        look_for=indicator.look_for,
        words=indicator_words(Ladder.of(rubric, result.voices), indicator_result),
        levels=tuple(
            (level.name, words, stands_at is not None and abs(step - stands_at) < 1)
            for step, (level, words) in enumerate(zip(rubric.levels, indicator.levels, strict=True))
        ),
        stories=stories_about(rubric, assessment, indicator_id),
        agreed=_agreed(rubric, assessment, indicator_id),
        held_here=indicator.held_here,
        held_elsewhere=indicator.held_elsewhere,
        why=indicator.why.text if indicator.why else None,
        supports=link_views(catalogue, indicator.supports),
        cautions=link_views(catalogue, indicator.cautions),
        conversations=from_conversations(catalogue, indicator.supports),
        answers=answers_view(rubric, indicator_result),
    )


SURE_WORDS = {"not_very": w.NOT_VERY_SURE, "fairly": w.FAIRLY_SURE, "very": w.VERY_SURE}


def stories_about(rubric: Rubric, assessment: Assessment, indicator_id: str) -> tuple[StoryView, ...]:
    """Return each voice's story about an indicator, in the order of the voices."""
    answers = ((voice, voice.answers.get(indicator_id)) for voice in assessment.voices)
    many = spoken_from_by_many(rubric, assessment)
    return tuple(
        StoryView(
            voice=voice.id,
            perspective=perspective_name(rubric, voice) if voice.perspective in many else None,
            level=rubric.levels[answer.level].name if answer.level is not None and voice.perspective in many else None,
            sure=say(SURE_WORDS[answer.sure]) if answer.sure and voice.perspective in many else None,
            story=answer.story,
            details=story_details(answer),
        )
        for voice, answer in answers
        if answer is not None and any(getattr(answer, name) for name in ANSWER_TEXTS)
    )


def story_details(answer: Answer) -> tuple[str, ...]:
    """Return what an answer says besides its story: what was promised, what was seen of it, for whom it is not true."""
    frames = {"promised": w.WAS_PROMISED, "seen": w.WAS_SEEN, "not_for": w.NOT_TRUE_FOR}
    framed = ((frame, getattr(answer, name)) for name, frame in frames.items())
    return tuple(say(frame, what=text, whom=text) for frame, text in framed if text)


def spoken_from_by_many(rubric: Rubric, assessment: Assessment) -> frozenset[str | None]:
    """Return the perspectives from which enough voices speak that a story can name them; a lone voice is its own."""
    counted = Counter(voice.perspective for voice in counted_voices(assessment))
    least = publish_minimum(rubric)
    return frozenset(name for name, n in counted.items() if n >= least or counted.total() == 1)


def perspective_name(rubric: Rubric, voice: Voice) -> str | None:
    """Return from where a voice speaks, by the rubric's name for it."""
    return next((perspective.name for perspective in rubric.perspectives if perspective.id == voice.perspective), None)


def _agreed(rubric: Rubric, assessment: Assessment, indicator_id: str) -> tuple[str, ...]:
    agreed = assessment.agreed.get(indicator_id)
    if agreed is None:
        return ()
    sentences = []
    if agreed.level is not None:
        sentences.append(rubric.levels[agreed.level].name)
    if agreed.no_answer:
        sentences.append(say(w.NOT_HERE))
    if agreed.not_agreed:
        sentences.append(say(w.NOT_AGREED_BECAUSE, why=agreed.not_agreed))
    if agreed.sure:
        sentences.append(say(SURE_WORDS[agreed.sure]).capitalize())
    if agreed.because:
        sentences.append(say(w.BECAUSE, why=agreed.because))
    if agreed.minority:
        sentences.append(say(w.MINORITY, what=agreed.minority))
    return tuple(sentences)
