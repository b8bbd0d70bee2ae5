"""What cannot be compared and why: once where rubrics or editions differ, else question by question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from placecheck.rubric import Rubric
from placecheck.scoring.comparison import NotComparable
from placecheck.words import comparing as w
from placecheck.words import say, say_n


def not_comparable_lines(
    reasons: Sequence[NotComparable], questions: Mapping[str, str], rubrics: Sequence[Rubric], places: Sequence[str]
) -> tuple[str, ...]:
    """Return a line for each thing to say; `questions` are the names of the indicators, by their ids."""
    asked_by = tuple(_asked_by(rubrics, places))
    missing = [reason for reason in reasons if reason.why == "not_in_all"] if asked_by else []
    rest = (_line(reason, questions, places) for reason in reasons if reason not in missing)
    return (*asked_by, *_missing(missing, questions, rubrics), *rest)


def _asked_by(rubrics: Sequence[Rubric], places: Sequence[str]) -> Iterator[str]:
    """Say which place was asked by which rubric or edition, where they differ."""
    which = {(rubric.id, rubric.edition): rubric for rubric in rubrics}
    if len(which) == 1:
        return
    other_rubrics = len({rubric.id for rubric in rubrics}) > 1
    parts = [
        say(
            w.PLACES_OF_RUBRIC,
            title=rubric.title,
            edition=rubric.edition,
            names=", ".join(
                name
                for other, name in zip(rubrics, places, strict=True)
                if (other.id, other.edition) == (rubric.id, rubric.edition)
            ),
        )
        for rubric in which.values()
    ]
    yield say(w.OTHER_RUBRICS if other_rubrics else w.OTHER_EDITIONS, which="; ".join(parts))


def _missing(
    reasons: Sequence[NotComparable], questions: Mapping[str, str], rubrics: Sequence[Rubric]
) -> Iterator[str]:
    """Count the questions that only some rubrics ask; name them where all are editions of one."""
    if not reasons:
        return
    if len({rubric.id for rubric in rubrics}) > 1:
        yield say_n(w.NOT_ASKED_BY_ALL, len(reasons))
    else:
        yield say(w.NOT_IN_EACH_EDITION, names="; ".join(questions[reason.id] for reason in reasons))


def _line(reason: NotComparable, questions: Mapping[str, str], places: Sequence[str]) -> str:
    words = {"not_in_all": w.NOT_IN_ALL, "reworded": w.REWORDED, "not_asked": w.NOT_ASKED}
    return say(words[reason.why], name=questions[reason.id], places=", ".join(places[n] for n in reason.positions))
