"""How people talk when they ask: what search knows of a language and of a rubric's readers, beside the passages."""

from __future__ import annotations

from pydantic import Field

from placecheck.source.fields import Frozen, Line, Stemmer, Story, Text


class Wording(Frozen):
    """`search.yaml`."""

    language: Stemmer = "english"
    """The Snowball stemmer that suits the language, by its name."""
    filler: Text | None = None
    """Words that say nothing of what a question is about."""
    alike: tuple[tuple[Line, ...], ...] = ()
    """Words and phrases that people use for the same thing, a group each."""
    practical: dict[Line, Story] = Field(default_factory=dict)
    """Ways of asking for a fact or a service, by what is wanted: a way a line.

    `a/b` is one of two words, `...` none to six words.
    """


class Elsewhere(Frozen):
    """`elsewhere.yaml`: what people ask and the notes do not speak of, by subject, a question a line."""

    elsewhere: dict[Line, Story] = Field(default_factory=dict)

    @property
    def questions(self) -> tuple[str, ...]:
        """Each of them."""
        return tuple(line for lines in self.elsewhere.values() for line in lines.splitlines() if line.strip())
