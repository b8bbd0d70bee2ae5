"""What a room left behind beside its answers, as it is printed: the scribe's notes and the second votes."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Answer, Assessment
from placecheck.assessment.asked import counted_voices, is_asked_of
from placecheck.rubric import Rubric
from placecheck.scoring.indicator import score_indicator
from placecheck.views.results.pictures import answers_view
from placecheck.words import report as w
from placecheck.words import say


@dataclass(frozen=True, slots=True)
class ScribeNoteView:
    """One note, and the name of what it is on; None: the whole."""

    about: str | None
    text: str


def scribe_note_views(rubric: Rubric, assessment: Assessment) -> tuple[ScribeNoteView, ...]:
    """Return the scribe's notes in the order in which they were written."""
    names = {id_: indicator.name for id_, indicator in rubric.by_id.items()}
    return tuple(ScribeNoteView(names.get(note.indicator or ""), note.text) for note in assessment.notes)


def second_vote_lines(rubric: Rubric, assessment: Assessment, indicator: str) -> tuple[str, ...]:
    """Return a sentence for each second vote on the indicator: how many of those who could voted, and for what."""
    asked = rubric.by_id[indicator]
    voices = {
        voice.id for voice in counted_voices(assessment) if is_asked_of(asked, voice, voice.answers.get(indicator))
    }
    return tuple(
        _counted(rubric, tuple(vote.answers.values()), len(voices.union(vote.answers)))
        for vote in assessment.second_votes
        if vote.indicator == indicator
    )


def _counted(rubric: Rubric, answers: tuple[Answer, ...], could: int) -> str:
    view = answers_view(rubric, score_indicator("", rubric.steps, answers, None))
    counts = (say(w.ANSWER_COUNT, name=name, n=n) for name, n in (*view.levels, *view.no_answers) if n)
    return say(w.SECOND_VOTE, n=len(answers), total=could, counts=", ".join(counts))
