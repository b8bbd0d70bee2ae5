"""How people talk when they ask, as a rubric's `search.yaml` has it: what search knows beside a language's stems."""

from __future__ import annotations

from placecheck.source.fields import Frozen, Line, Stemmer, Text


class Asks(Frozen):
    """How a question begins that wants a fact or a service and no discussion.

    Words with a stroke between are alternatives; `...` stands for none to six words. `plain` ones tell by themselves,
    `hints` only along with other signs.
    """

    plain: tuple[Line, ...] = ()
    hints: tuple[Line, ...] = ()


class Wording(Frozen):
    """`search.yaml`."""

    language: Stemmer = "english"
    """The Snowball stemmer that suits the language, by its name."""
    filler: Text | None = None
    """Words that say nothing of what a question is about."""
    alike: tuple[tuple[Line, ...], ...] = ()
    """Words and phrases that people use for the same thing, a group a line."""
    asks: Asks = Asks()
    elsewhere: tuple[Line, ...] = ()
    """Words of what people often ask and the notes do not speak of; a phrase has hyphens between its words."""
