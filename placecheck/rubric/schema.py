"""JSON Schemas of the files that people write, from the models that read them and the dictionary that explains them."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from placecheck.notes.boilerplate import Boilerplate
from placecheck.notes.model import NotesFile, PassagesFile
from placecheck.notes.outline import OutlinesFile
from placecheck.notes.wording import OutOfScope, Wording
from placecheck.rubric.key_dictionary import explained
from placecheck.rubric.mapping import EditionsFile
from placecheck.rubric.model import Dimension, Manifest
from placecheck.rubric.words_to_avoid import WordsToAvoid

RUBRIC_FILES: dict[str, type[BaseModel]] = {
    "rubric": Manifest,
    "dimension": Dimension,
    "notes": NotesFile,
    "passages": PassagesFile,
    "outlines": OutlinesFile,
    "search": Wording,
    "out-of-scope": OutOfScope,
    "boilerplate": Boilerplate,
    "editions": EditionsFile,
    "words-to-avoid": WordsToAvoid,
}
"""The files of a rubric: what each is called in the schema's name, and the model that reads it."""


def schema_text(model: type[BaseModel]) -> str:
    """Return the JSON Schema (draft 2020-12) of the files that `model` reads, as the text of a file."""
    schema: dict[str, Any] = {"$schema": GenerateJsonSchema.schema_dialect}
    schema |= model.model_json_schema(schema_generator=_Generator)
    _explain(schema, model.__name__)
    for name, definition in schema.get("$defs", {}).items():
        _explain(definition, name)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """As pydantic writes it, but for what our reader takes: an exact number is a number and never text."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        number: JsonSchemaValue = {"type": "number"}
        self.update_with_validations(number, dict(schema), self.ValidationsMapping.numeric)
        return number

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 (the name of a key says it all)
        return False


def _explain(definition: dict[str, Any], model: str) -> None:
    """Add to each key what the dictionary says of it."""
    says = explained().get(model, {})
    long = next((branch for branch in definition.get("anyOf", ()) if "properties" in branch), definition)
    for key, value in long.get("properties", {}).items():
        if key in says:
            value["description"] = says[key]
