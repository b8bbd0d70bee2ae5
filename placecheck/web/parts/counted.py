"""How far a voice has come with its questions, and a gentle word where all its levels are alike."""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

from placecheck.views.progress import ProgressView
from placecheck.web.desk import Opened
from placecheck.web.parts.component import component

_counted = component("counted")


def counted(shows: Literal["progress", "same"], one: Opened, voice: str, view: ProgressView) -> None:
    """Show how far `voice` has come, or whether its levels on the page are the same.

    The browser goes on counting from there as the forms of the page keep what is said.
    """
    data = {"shows": shows, "voice": voice, "sequence": one.sequence, **asdict(view)}
    _counted(key=f"{shows}-{one.id}-{voice}", data=data)
