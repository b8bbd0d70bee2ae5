"""What became of each indicator of an earlier edition: `editions.yaml`, beside the newer edition's `rubric.yaml`."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from placecheck.source import read_source, validated
from placecheck.source.fields import Edition, Frozen, MisfitError, Slug, Text

EDITIONS = "editions.yaml"

Became = Literal["same", "reworded", "split", "merged", "dropped"]

_HOW_MANY: dict[Became, tuple[bool, str]] = {
    "same": (False, "Leave out `now`: it keeps its id."),
    "reworded": (True, "Name in `now` the one indicator that it is now."),
    "split": (True, "Name in `now` the two or more that it is now."),
    "merged": (True, "Name in `now` the one indicator that it went into."),
    "dropped": (False, "Leave out `now`, and say in `because` why it is not asked any more."),
}


class Fate(Frozen):
    """What one indicator of the earlier edition became. `now` names indicators of this edition."""

    was: Slug
    became: Became
    now: tuple[Slug, ...] = ()
    because: Text | None = None

    @model_validator(mode="after")
    def _whole(self) -> Fate:
        fits = {0: ("same", "dropped"), 1: ("reworded", "merged")}.get(len(self.now), ("split",))
        if self.became not in fits:
            what = f"It is {self.became}, and `now` names {len(self.now)}."
            raise MisfitError(what, _HOW_MANY[self.became][1], *(("now",) if self.now else ()))
        if self.became == "dropped" and self.because is None:
            raise MisfitError("It is dropped, and nobody says why.", "Give the reason in `because`.")
        return self

    @property
    def ids_now(self) -> tuple[str, ...]:
        """Return the ids of what it is in this edition."""
        return (self.was,) if self.became == "same" else self.now


class EarlierEdition(Frozen):
    """An earlier edition, and what became of everything that it asked."""

    edition: Edition
    indicators: Annotated[tuple[Fate, ...], Field(min_length=1)]

    @cached_property
    def fate(self) -> dict[str, Fate]:
        """Return what became of each, by its id then."""
        return {fate.was: fate for fate in self.indicators}


class EditionsFile(Frozen):
    """`editions.yaml`."""

    earlier: Annotated[tuple[EarlierEdition, ...], Field(min_length=1)]


def load_mapping(folder: Path, edition: str) -> EarlierEdition | None:
    """Load what became of `edition` in the rubric of `folder`; None where it does not say.

    Raises:
        InputError: The file of editions is invalid.
    """
    if not (folder / EDITIONS).exists():
        return None
    editions_file = validated(EditionsFile, read_source(folder / EDITIONS))
    return next((earlier for earlier in editions_file.earlier if earlier.edition == edition), None)
