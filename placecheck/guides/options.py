"""Which options fit a set of replies: by how many replies each fits, never by how good anyone thinks it is."""

from __future__ import annotations

from dataclasses import dataclass

from placecheck.guides.model import Guide, GuideOption
from placecheck.guides.replies import Replies, conditions_hold


@dataclass(frozen=True, slots=True)
class FittingOption:
    """An option that fits, and the questions whose replies it fits."""

    option: GuideOption
    because: tuple[str, ...]


def fitting_options(guide: Guide, replies: Replies) -> tuple[FittingOption, ...]:
    """Return the `least` to `most` options that fit the replies best, in the file's order where they fit alike.

    An option whose `never` holds is left out. Options that fit no reply only fill up to `least`.
    """
    if guide.options is None:
        return ()
    possible = [
        FittingOption(option, _because(option, replies))
        for option in guide.options.ways
        if not any(conditions_hold((condition,), guide, replies) for condition in option.never)
    ]
    ordered = sorted(possible, key=lambda fit: -len(fit.because))
    enough = max(guide.options.least, sum(bool(fit.because) for fit in ordered))
    return tuple(ordered[: min(enough, guide.options.most)])


def _because(option: GuideOption, replies: Replies) -> tuple[str, ...]:
    return tuple(id_ for id_, values in option.fits.items() if not set(replies.picked(id_)).isdisjoint(values))
