"""The different voices of one place: those who speak from one perspective as a side of their own."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.assessment import Assessment, Voice
from placecheck.rubric import Rubric
from placecheck.scoring.comparison import ComparedPlace
from placecheck.views.comparison.comparison import ComparisonView, comparison_view
from placecheck.words import comparing as w
from placecheck.words import results as rw
from placecheck.words import say, say_n


@dataclass(frozen=True, slots=True)
class PerspectivesView:
    """The comparison of the perspectives, and the assessment as each alone answered it, without what was agreed."""

    comparison: ComparisonView
    compared_places: tuple[ComparedPlace, ...]
    counts: tuple[str, ...]
    """How many voices speak from each."""


def perspectives_view(rubric: Rubric, assessment: Assessment) -> PerspectivesView | None:
    """Return the perspectives in the rubric's order, then those who gave none; None where there is only one."""
    groups = spoken_from(rubric, assessment)
    if len(groups) < 2:
        return None
    compared_places = tuple((rubric, _alone(assessment, voices)) for voices in groups.values())
    counts = tuple(say_n(rw.VOICES, len(voices)) for voices in groups.values())
    return PerspectivesView(comparison_view(compared_places, list(groups)), compared_places, counts)


def spoken_from(rubric: Rubric, assessment: Assessment) -> dict[str, tuple[Voice, ...]]:
    """Return the voices by the name of the perspective from which they speak, those without one last."""
    names: dict[str | None, str] = {perspective.id: perspective.name for perspective in rubric.perspectives} | {
        None: say(w.NOT_SAID)
    }
    by_name = {
        name: tuple(voice for voice in assessment.voices if voice.perspective == id_) for id_, name in names.items()
    }
    return {name: voices for name, voices in by_name.items() if voices}


def _alone(assessment: Assessment, voices: tuple[Voice, ...]) -> Assessment:
    return assessment.model_copy(update={"voices": voices, "agreed": {}, "actions": (), "causes": {}})
