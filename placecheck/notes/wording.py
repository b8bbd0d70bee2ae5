"""How people talk when they ask: what search knows of a language and of a rubric's readers."""

from __future__ import annotations

from pydantic import AliasChoices, Field

from placecheck.source.fields import Frozen, Line, Stemmer, Story, Text


class Wording(Frozen):
    """`search.yaml`."""

    language: Stemmer = "english"
    """The name of the Snowball stemmer for the language."""
    filler: Text | None = None
    """Words that say nothing of what a question is about."""
    lead_ins: Story | None = None
    """Ways of leading up to a subject, one a line, such as `what do the notes say about`; search leaves them out."""
    alike: tuple[tuple[Line, ...], ...] = ()
    """Groups of words and phrases that people use for the same thing."""
    practical: dict[Line, Story] = Field(default_factory=dict)
    """Ways of asking for a fact or a service, by what is wanted, one a line.

    `a/b` is one of two words, `...` none to six words.
    """


class OutOfScope(Frozen):
    """`out-of-scope.yaml`: questions that people ask and the notes do not speak of, by subject, one a line."""

    out_of_scope: dict[Line, Story] = Field(
        default_factory=dict, validation_alias=AliasChoices("out_of_scope", "elsewhere")
    )
    """Older rubrics call this key `elsewhere`; both are read."""

    @property
    def questions(self) -> tuple[str, ...]:
        """List every question."""
        return tuple(line for lines in self.out_of_scope.values() for line in lines.splitlines() if line.strip())
