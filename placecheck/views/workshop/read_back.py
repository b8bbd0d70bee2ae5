"""The page that is read aloud before people leave: what was agreed, what comes next, and nothing anyone said alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placecheck.assessment import Action, Agreed, Assessment
from placecheck.assessment.asked import counted_voices
from placecheck.dates import when_words
from placecheck.fingerprint import text_fingerprint
from placecheck.publishing.personal_data import PersonalDataFinder
from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.views.printed.room import second_vote_lines
from placecheck.views.results.indicator import SURE_WORDS
from placecheck.views.results.results import results_view
from placecheck.words import results as rw
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w
from placecheck.workshop import Workshop

Section = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ReadBackView:
    """Titled lists of sentences. `fingerprint` changes with any of them; `look_at` are words that may name somebody."""

    sections: tuple[Section, ...]
    look_at: tuple[str, ...]
    fingerprint: str
    confirmed: bool
    """Whether the room read just these sentences and said that they name nobody."""


def read_back_view(rubric: Rubric, assessment: Assessment, result: Result, workshop: Workshop) -> ReadBackView:
    """Return what is read back of `assessment`; empty sections are left out."""
    sections = tuple(
        (say(title), section_lines)
        for title, lines in (
            (w.LOOKED_AT, _looked_at(assessment, workshop)),
            (rw.STRONG_TITLE, _strong(rubric, assessment, result)),
            (w.WE_AGREED, _agreed(rubric, assessment)),
            (w.WE_DID_NOT, _not_agreed(rubric, assessment)),
            (w.VOTED_AGAIN, _voted_again(rubric, assessment)),
            (w.WE_WILL_TRY, map(step_words, assessment.actions)),
            (w.NOTED, _notes(rubric, workshop)),
            (w.NOT_THERE_TODAY, filter(None, (assessment.missing_voices,))),
        )
        if (section_lines := tuple(lines))
    )
    lines = [line for _, section_lines in sections for line in section_lines]
    signature = text_fingerprint(*lines)
    marker = PersonalDataFinder.for_place(assessment.place)
    typed = _typed(assessment, workshop)
    look_at = dict.fromkeys(match.text for text in typed for match in marker.marks(text) if match.kind != "count")
    return ReadBackView(sections, tuple(look_at), signature, confirmed=workshop.read_back_fingerprint == signature)


def read_back_text(title: str, view: ReadBackView) -> str:
    """Return the page as plain text, to take away and to print on one page."""
    parts = ["\n".join((heading, *(f"- {line}" for line in lines))) for heading, lines in view.sections]
    return "\n\n".join((title, *parts)) + "\n"


def _looked_at(assessment: Assessment, workshop: Workshop) -> Iterator[str]:
    if workshop.boundary:
        yield say(w.WHERE, boundary=workshop.boundary)
    if workshop.period:
        yield say(w.WHICH_MONTHS, period=workshop.period)
    if assessment.date:
        yield say(w.HELD_ON, date=when_words(assessment.date.isoformat()))
    yield say_n(w.TOOK_PART, len(counted_voices(assessment)))
    if assessment.held_back:
        yield f"{say_n(rw.HELD_BACK, assessment.held_back).capitalize()}."


def _strong(rubric: Rubric, assessment: Assessment, result: Result) -> Iterator[str]:
    view = results_view(rubric, assessment, result)
    return (f"{view.names[id_]}." for id_ in view.strong)


def _agreed(rubric: Rubric, assessment: Assessment) -> Iterator[str]:
    for id_, agreed in assessment.agreed.items():
        if not agreed.not_agreed:
            yield f"{rubric.by_id[id_].name}: {agreed_words(rubric, agreed)}"


def _not_agreed(rubric: Rubric, assessment: Assessment) -> Iterator[str]:
    for id_, agreed in assessment.agreed.items():
        if agreed.not_agreed:
            yield f"{rubric.by_id[id_].name}: {agreed_words(rubric, agreed)}"


def _voted_again(rubric: Rubric, assessment: Assessment) -> Iterator[str]:
    for id_ in dict.fromkeys(vote.indicator for vote in assessment.second_votes):
        if id_ in rubric.by_id:
            yield from (f"{rubric.by_id[id_].name}: {line}" for line in second_vote_lines(rubric, assessment, id_))


def agreed_words(rubric: Rubric, agreed: Agreed) -> str:
    """Return what the group settled on, how sure, why, and what others among them say; or why it did not agree."""
    level = rubric.levels[agreed.level].name if agreed.level is not None else None
    level_words = level or (say(rw.NOT_HERE) if agreed.no_answer else None)
    sentences = [", ".join(part for part in (level_words, agreed.sure and say(SURE_WORDS[agreed.sure])) if part)]
    sentences = [f"{sentence}." for sentence in sentences if sentence]
    if agreed.not_agreed:
        sentences = [say(rw.NOT_AGREED_BECAUSE, why=_ended(agreed.not_agreed))]
    if agreed.because:
        sentences.append(say(rw.BECAUSE, why=_ended(agreed.because)))
    if agreed.minority:
        sentences.append(say(rw.MINORITY, what=_ended(agreed.minority)))
    return " ".join(sentences)


def _ended(typed: str) -> str:
    """Return what somebody typed with a full stop at its end, since another sentence may follow."""
    words = typed.strip()
    return words if words.endswith((".", "!", "?", "…", '"', "”", "’")) else f"{words}."


def step_words(action: Action) -> str:
    """Return what will be tried, with who, what first, when and who holds the power."""
    more = (
        (w.SOMEONE, "who", action.who),
        (w.FIRST_STEP, "what", action.first_step),
        (w.BY_WHEN, "when", action.when and when_words(action.when)),
        (w.POWER, "who", action.power),
    )
    return "; ".join((action.what, *(say(words, **{name: value}) for words, name, value in more if value)))


def _notes(rubric: Rubric, workshop: Workshop) -> Iterator[str]:
    names = {"": "", **{id_: f"{indicator.name}: " for id_, indicator in rubric.by_id.items()}}
    return (f"{names[note.about]}{note.words}" for note in workshop.notes if note.about in names)


def _typed(assessment: Assessment, workshop: Workshop) -> Iterator[str]:
    """Yield every text on the page that somebody typed."""
    for holder in (*assessment.agreed.values(), *assessment.actions):
        yield from (value for name, value in holder if isinstance(value, str) and name not in {"indicator", "when"})
    yield from (note.words for note in workshop.notes)
    yield assessment.missing_voices or ""
