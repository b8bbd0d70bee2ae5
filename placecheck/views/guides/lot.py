"""A panel drawn by lot, in words."""

from __future__ import annotations

from placecheck.guides.lot import Panel
from placecheck.words import lot as w
from placecheck.words import say


def unmet_lines(panel: Panel) -> tuple[str, ...]:
    """Return a line for each quota that the panel does not meet."""
    return tuple(
        say(
            w.UNMET,
            feature=short.quota.feature,
            value=short.quota.value,
            has=short.drawn,
            least=short.quota.least,
            most=short.quota.most,
        )
        for short in panel.unmet
    )
