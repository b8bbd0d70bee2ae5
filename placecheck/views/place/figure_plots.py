"""Figures beside what they are compared to, for a small plot: the same words and numbers as in the text."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.place.asset import Figure
from placecheck.words import say
from placecheck.words import what_is_here as w


@dataclass(frozen=True, slots=True)
class FigureBar:
    """One area: its name, its value, the value in words, and whether it is this place."""

    name: str
    value: float
    words: str
    own: bool


@dataclass(frozen=True, slots=True)
class FigurePlot:
    """A figure with those that it is compared to. `about` says in a sentence what is compared with what."""

    title: str
    about: str
    bars: tuple[FigureBar, ...]


def figure_plot(card: Figure) -> FigurePlot | None:
    """Return the plot of a figure; None where it is compared to nothing, or where no common scale would be fair.

    Values below nothing have no bar from nothing upwards, so they are given in words alone.
    """
    pairs = [(card.area or say(w.PLOT_HERE), card.value), *((other.area, other.value) for other in card.compared)]
    if len(pairs) < 2 or min(value for _, value in pairs) < 0 or max(value for _, value in pairs) <= 0:
        return None
    unit = "%" if card.unit == "%" else f" {card.unit}" if card.unit else ""
    bars = tuple(
        FigureBar(name, float(value), f"{value:f}{unit}", own=number == 0) for number, (name, value) in enumerate(pairs)
    )
    others = ", ".join(f"{bar.name} {bar.words}" for bar in bars[1:])
    about = say(w.PLOT_ABOUT, what=card.words, area=bars[0].name, value=bars[0].words, others=others)
    return FigurePlot(card.words, about, bars)
