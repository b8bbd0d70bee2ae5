"""How far a voice has come with its questions, and a gentle word where all its levels are alike."""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

from placecheck.views.questionnaire.progress import ProgressView
from placecheck.web.components.component import define_component
from placecheck.web.data.assessments import OpenAssessment

_component = define_component("answer_progress")


def show_answer_progress(
    shows: Literal["progress", "same"], opened: OpenAssessment, voice: str, view: ProgressView
) -> None:
    """Show how far `voice` has come, or whether its levels on the page are the same.

    The browser goes on counting from there as the forms of the page save answers.
    """
    data = {"shows": shows, "voice": voice, "sequence": opened.sequence, **asdict(view)}
    _component(key=f"{shows}-{opened.id}-{voice}", data=data)
