"""The profile of a place as anyone may see it: what was ticked, and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence

from placecheck.assessment import Place
from placecheck.charts.place_picture.drawing import draw_picture
from placecheck.charts.place_picture.shape import PAGE
from placecheck.levels import Levels
from placecheck.place.card import CardBase
from placecheck.publishing import Published
from placecheck.publishing.place_cards import published_cards, published_steps
from placecheck.report.place_profile import deciding_sections, drawn_plan
from placecheck.report.typeset import with_printable_texts
from placecheck.views.place.outcomes import DatedAction
from placecheck.views.place.profile import ProfileView
from placecheck.views.place.what_is_here import what_is_here_view
from placecheck.views.printed.published import published_view
from placecheck.views.printed.published_profile import published_profile_view


def profile_to_publish(
    summary: Published,
    place: Place,
    cards: Sequence[CardBase],
    actions: Sequence[DatedAction],
    *,
    ticks: Collection[str],
    today: datetime.date,
    levels: Levels = Levels(),  # noqa: B008 (frozen)
) -> ProfileView:
    """Return the profile with `summary`, and with what is ticked of all `cards` and `actions` of `place`."""
    shown, cards_shown = published_view(summary), published_cards(place, cards, ticks)
    steps = published_steps(place, [action for action, _ in actions], ticks)
    dated = [(step, day) for step, (_, day) in zip(steps, actions, strict=True) if step is not None]
    return published_profile_view(
        summary,
        shown,
        cards_shown,
        dated,
        today,
        drawing=draw_picture(with_printable_texts(shown.picture), shape=PAGE) if shown.picture else "",
        deciding=deciding_sections(place, cards_shown, levels),
        plan=drawn_plan(what_is_here_view(cards_shown, today), place.name),
    )
