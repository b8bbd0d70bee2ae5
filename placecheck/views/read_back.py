"""The page that is read aloud before people leave: what was agreed, what comes next, and nothing anyone said alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placecheck.assessment import Action, Agreed, Assessment
from placecheck.fingerprint import fingerprint
from placecheck.publishing.marks import Marker
from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.views.indicator import SURE_WORDS
from placecheck.views.notice import written_when
from placecheck.views.results import results_view
from placecheck.words import results as rw
from placecheck.words import say, say_n
from placecheck.words import workshop_page as w
from placecheck.workshop import Workshop

Section = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ReadBackView:
    """Titled lists of sentences. `mark` changes with any of them; `look_at` are words that may name somebody."""

    sections: tuple[Section, ...]
    look_at: tuple[str, ...]
    mark: str
    confirmed: bool
    """Whether the room read just these sentences and said that they name nobody."""


def read_back_view(rubric: Rubric, assessment: Assessment, result: Result, workshop: Workshop) -> ReadBackView:
    """What is read back of `assessment`; sections with nothing in them are left out."""
    sections = tuple(
        (say(title), found)
        for title, lines in (
            (w.LOOKED_AT, _looked_at(assessment, workshop)),
            (rw.STRONG_TITLE, _strong(rubric, assessment, result)),
            (w.WE_AGREED, _agreed(rubric, assessment)),
            (w.WE_DID_NOT, _not_agreed(rubric, assessment)),
            (w.WE_WILL_TRY, map(_step, assessment.actions)),
            (w.NOTED, _notes(rubric, workshop)),
            (w.NOT_THERE_TODAY, filter(None, (assessment.missing_voices,))),
        )
        if (found := tuple(lines))
    )
    lines = [line for _, found in sections for line in found]
    mark = fingerprint(*lines)
    marker = Marker.for_place(assessment.place)
    typed = _typed(assessment, workshop)
    look_at = dict.fromkeys(one.text for text in typed for one in marker.marks(text) if one.kind != "count")
    return ReadBackView(sections, tuple(look_at), mark, confirmed=workshop.read_back == mark)


def _looked_at(assessment: Assessment, workshop: Workshop) -> Iterator[str]:
    if workshop.boundary:
        yield say(w.WHERE, boundary=workshop.boundary)
    if workshop.period:
        yield say(w.WHICH_MONTHS, period=workshop.period)
    if assessment.date:
        yield say(w.HELD_ON, date=written_when(assessment.date.isoformat()))
    yield say_n(w.TOOK_PART, len(assessment.voices))


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


def agreed_words(rubric: Rubric, agreed: Agreed) -> str:
    """What the group settled on, how sure, why, and what others among them say; or why it did not agree."""
    level = rubric.levels[agreed.level].name if agreed.level is not None else None
    stands = level or (say(rw.NOT_HERE) if agreed.no_answer else None)
    said = [", ".join(part for part in (stands, agreed.sure and say(SURE_WORDS[agreed.sure])) if part)]
    said = [f"{one}." for one in said if one]
    if agreed.not_agreed:
        said = [say(rw.NOT_AGREED_BECAUSE, why=_ended(agreed.not_agreed))]
    if agreed.because:
        said.append(say(rw.BECAUSE, why=_ended(agreed.because)))
    if agreed.minority:
        said.append(say(rw.MINORITY, what=_ended(agreed.minority)))
    return " ".join(said)


def _ended(typed: str) -> str:
    """What somebody typed as a sentence that ends, since another may follow."""
    words = typed.strip()
    return words if words.endswith((".", "!", "?", "…", '"', "”", "’")) else f"{words}."


def _step(action: Action) -> str:
    more = (
        (w.SOMEONE, "who", action.who),
        (w.FIRST_STEP, "what", action.first_step),
        (w.BY_WHEN, "when", action.when and written_when(action.when)),
        (w.POWER, "who", action.power),
    )
    return "; ".join((action.what, *(say(words, **{name: value}) for words, name, value in more if value)))


def _notes(rubric: Rubric, workshop: Workshop) -> Iterator[str]:
    names = {"": "", **{id_: f"{one.name}: " for id_, one in rubric.by_id.items()}}
    return (f"{names[id_]}{words}" for id_, words in workshop.notes.items() if id_ in names)


def _typed(assessment: Assessment, workshop: Workshop) -> Iterator[str]:
    """Every text on the page that somebody typed."""
    for holder in (*assessment.agreed.values(), *assessment.actions):
        yield from (value for name, value in holder if isinstance(value, str) and name not in {"indicator", "when"})
    yield from workshop.notes.values()
    yield assessment.missing_voices or ""
