"""Links from an indicator to passages: which passage, how it bears on the statement, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import GetJsonSchemaHandler, model_serializer, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from placecheck.source.fields import Frozen, MisfitError, PassageId, Text
from placecheck.source.shown import show_value

How = Literal["says", "example", "asks", "warns"]
"""How a paragraph bears on a statement: it says it, tells of a case of it, asks about it, or warns."""


class Link(Frozen):
    """One passage that an indicator cites. Editions before 2026.2 give its id alone."""

    passage: PassageId
    how: How | None = None
    because: Text | None = None
    also: tuple[PassageId, ...] = ()
    """Passages that repeat this one, such as a summary of it. They are shown and not counted."""

    @model_validator(mode="before")
    @classmethod
    def _accept_an_id(cls, value: Any) -> Any:
        if isinstance(value, (dict, Frozen, Mapping)):
            return value
        if isinstance(value, str):
            return {"passage": value}
        hint = "Write keys such as `passage:`, `how:` and `because:`."
        raise MisfitError(f"{show_value(value)} is no link.", hint)

    @model_serializer
    def _serialise_shortest(self) -> Any:
        """Serialise a link without a reason as its id, so that earlier editions keep their fingerprint."""
        if self.how is None and self.because is None and not self.also:
            return self.passage
        keys = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in keys.items() if value}

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        long = handler(core)
        return {"anyOf": [long["properties"]["passage"] | {"description": "A passage's id alone."}, long]}

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the passage and those that repeat it."""
        return (self.passage, *self.also)


class Why(Frozen):
    """Why an indicator is asked: one sentence, and the passage from which it comes."""

    text: Text
    passage: PassageId
