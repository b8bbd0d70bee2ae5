"""The results of an assessment as a part of a profile: the finding, the picture, and strengths with a story each."""

from __future__ import annotations

from placecheck.assessment import Assessment
from placecheck.dates import day_words
from placecheck.rubric import Rubric
from placecheck.scoring import Result
from placecheck.views.place.profile import ProfileEntry, ProfileSection
from placecheck.views.results import highlights
from placecheck.views.results.place_picture import picture_of
from placecheck.views.results.results import results_view
from placecheck.words import place_profile as w
from placecheck.words import say, say_n

MAX_STRENGTHS = 6


def results_sections(
    rubric: Rubric, assessment: Assessment, result: Result, drawing: str
) -> tuple[ProfileSection, ...]:
    """Return what an assessment says, with the picture of the place as SVG. Its stories are printed as written."""
    view = results_view(rubric, assessment, result)
    picture = picture_of(rubric, result, view)
    strong = highlights.strong_highlights(rubric, assessment, result, view.strong)[:MAX_STRENGTHS]
    entries = tuple(
        ProfileEntry(entry.name, entry.words, quotes=(entry.line,) if entry.line else ()) for entry in strong
    )
    people = say_n(w.PEOPLE, result.voices)
    intro = say(w.STANDS_ON, people=people, day=day_words(assessment.date)) if assessment.date else people
    section = ProfileSection(
        say(w.STANDS), f"{picture.finding} {intro} {say(w.STANDS_ABOUT)}", drawing=drawing, alt=picture.alt
    )
    return (section, ProfileSection(say(w.STRONG), entries=entries, columns=2, level=3)) if entries else (section,)
