"""What one person said, in plain words for them to keep: the questions as they were asked, and their own answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placecheck.assessment import Answer
from placecheck.dates import when_words
from placecheck.rubric import Indicator, Rubric
from placecheck.storage.values import AssessmentDetails
from placecheck.storage.workshop_values import VoiceAnswers
from placecheck.views.results.indicator import SURE_WORDS, story_details
from placecheck.views.results.pictures import no_answer_names
from placecheck.views.workshop.revealed_matters import level_name
from placecheck.words import joining as w
from placecheck.words import matter_votes, say
from placecheck.workshop import Workshop


def own_copy_text(
    rubric: Rubric, details: AssessmentDetails, workshop: Workshop, own: VoiceAnswers, messages: Sequence[str]
) -> str:
    """Return the text of a person's own copy; `messages` is what they wrote besides."""
    again = {vote.asks[0]: own.ballots[vote.number] for vote in workshop.votes if vote.number in own.ballots}
    indicators = [
        indicator for indicator in rubric.indicators() if indicator.id in own.answers or indicator.id in again
    ]
    parts = ["\n".join(_head(rubric, details, own))]
    parts += [
        "\n".join(_question(rubric, indicator, own.answers.get(indicator.id), again.get(indicator.id)))
        for indicator in indicators
    ]
    if own.levels:
        parts.append("\n".join(_matters(workshop, own)))
    if messages:
        parts.append("\n".join((say(w.COPY_TOLD), *messages)))
    if len(parts) == 1:
        parts.append(say(w.COPY_NOTHING))
    return "\n\n".join(parts) + "\n"


def _head(rubric: Rubric, details: AssessmentDetails, own: VoiceAnswers) -> Iterator[str]:
    yield say(w.COPY_TITLE, place=details.name)
    if details.date:
        yield say(w.COPY_ON, date=when_words(details.date.isoformat()))
    if details.boundary:
        yield details.boundary
    names = {perspective.id: perspective.name for perspective in rubric.perspectives}
    if own.standpoint.perspective:
        yield say(w.COPY_FROM, perspective=names.get(own.standpoint.perspective, own.standpoint.perspective))


def _question(rubric: Rubric, indicator: Indicator, answer: Answer | None, again: Answer | None) -> Iterator[str]:
    yield indicator.name
    yield indicator.statement
    if answer and (level := chosen_words(rubric, indicator, answer)):
        yield say(w.COPY_LEVEL, level=level)
    if answer and answer.story:
        yield say(w.COPY_STORY, story=answer.story)
    if answer:
        yield from story_details(answer)
    if again and (level := chosen_words(rubric, indicator, again)):
        yield say(w.COPY_SECOND, level=level)


def _matters(workshop: Workshop, own: VoiceAnswers) -> Iterator[str]:
    yield say(matter_votes.COPY_MATTERS)
    for vote in workshop.matter_votes:
        for asked in vote.asks:
            if level := level_name(vote, own.levels.get(asked.id)):
                yield say(matter_votes.COPY_MATTER, matter=asked.name, level=level)


def chosen_words(rubric: Rubric, indicator: Indicator, answer: Answer) -> str | None:
    """Return the level that was chosen, what it means and how sure; or how none was given; None: a story alone."""
    if answer.level is None:
        return no_answer_names().get(answer.no_answer or "")
    sure = f", {say(SURE_WORDS[answer.sure])}" if answer.sure else ""
    return f"{rubric.levels[answer.level].name}{sure}. {indicator.levels[answer.level]}"
