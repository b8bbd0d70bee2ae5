"""Where a room would have matters decided, as it is shown after the reveal: people at each level, and those beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from placecheck.levels.matter_summary import level_spread
from placecheck.storage import LevelChoice
from placecheck.views.results.pictures import AnswersView, no_answer_names
from placecheck.words import matter_votes as w
from placecheck.words import report, say, say_n
from placecheck.workshop import Workshop
from placecheck.workshop.model import AskedMatter, MatterVote
from placecheck.workshop.visibility import shown_matters, vote_on_matter

NO_LEVEL: tuple[Literal["dont_know", "rather_not_say"], ...] = ("dont_know", "rather_not_say")
"""The ways to name no level, in the order in which they are offered."""

Choices = Mapping[str, Sequence[LevelChoice | None]]


@dataclass(frozen=True, slots=True)
class RevealedMatter:
    """One matter as the room sees it. `answers` has the levels from far to near, as a table draws its last row first.

    `words` tell the whole in a sentence, for those who cannot see the picture.
    """

    id: str
    name: str
    answers: AnswersView
    people: int
    line: str
    words: str


def revealed_matter_views(workshop: Workshop, choices: Choices) -> tuple[RevealedMatter, ...]:
    """Return every matter that the room may see, in the order in which they were asked."""
    pairs = ((asked, vote_on_matter(workshop, asked.id)) for asked in shown_matters(workshop))
    return tuple(_matter(asked, vote, choices.get(asked.id, ())) for asked, vote in pairs if vote)


def _matter(asked: AskedMatter, vote: MatterVote, choices: Sequence[LevelChoice | None]) -> RevealedMatter:
    chosen = [choice for choice in choices if choice is not None]
    names = {level.id: level.name for level in vote.levels}
    counts = level_spread((choice.at_level for choice in chosen), list(names))
    levels = tuple((names[id_], n) for id_, n in counts.counts.items())
    without = Counter(choice.no_answer for choice in chosen)
    reasons = no_answer_names()
    others = [(reasons[kind], without[kind]) for kind in NO_LEVEL]
    others.append((reasons["silent"], len(choices) - len(chosen)))
    line = say_n(w.OF_PEOPLE, len(chosen))
    if len(chosen) - counts.unsaid > 1:
        line = f"{line} {say(w.APART if counts.is_split else w.ALIKE)}"
    counted = (*levels, *((name, n) for name, n in others if n))
    return RevealedMatter(
        id=asked.id,
        name=asked.name,
        answers=AnswersView(asked.name, line, levels[::-1], tuple(others)),
        people=len(chosen),
        line=line,
        words=", ".join(say(report.ANSWER_COUNT, name=name, n=n) for name, n in counted),
    )


def level_name(vote: MatterVote | None, choice: LevelChoice | None) -> str | None:
    """Return what a person chose, in words; None where they chose nothing."""
    if vote is None or choice is None:
        return None
    if choice.at_level is None:
        return no_answer_names().get(choice.no_answer or "")
    return next((level.name for level in vote.levels if level.id == choice.at_level), choice.at_level)
