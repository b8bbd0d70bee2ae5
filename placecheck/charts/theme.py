"""Colours of everything drawn: one hue a dimension, apart for colour-blind readers and in greyscale.

The dashboard's own colours are in `.streamlit/config.toml`; a test holds the two together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme, as `#rrggbb`."""

    paper: str
    ink: str
    quiet: str
    """Lines and labels that stay in the background."""
    accent: str
    dimensions: tuple[str, ...]
    """One a dimension, in the rubric's order; used again from the start where a rubric has more."""
    ladder: tuple[str, ...]
    """One hue, from the first level to the last."""

    def dimension(self, order: int) -> str:
        """Return the hue of the dimension at `order` in the rubric."""
        return self.dimensions[order % len(self.dimensions)]


LIGHT = Palette(
    paper="#fbf8f1",
    ink="#26231d",
    quiet="#6b665c",
    accent="#1d5c63",
    dimensions=("#14406b", "#a8431f", "#54701c", "#7d4a93", "#23737a"),
    ladder=("#d9e6e6", "#aecbcc", "#7dabae", "#47868b", "#1d5c63"),
)

PRINT = replace(LIGHT, paper="#ffffff")
"""On white paper, where the ground of the screen would stand out as a patch."""

DARK = Palette(
    paper="#1d1f1e",
    ink="#f0ece2",
    quiet="#a8a498",
    accent="#7cc4c4",
    dimensions=("#8fb8e8", "#f0a37e", "#bcd67a", "#d0a6e3", "#86d0d4"),
    ladder=("#2f4648", "#44686b", "#5f8f92", "#84b7b9", "#b4dfdf"),
)
