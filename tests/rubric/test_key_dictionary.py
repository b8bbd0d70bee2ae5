from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from placecheck.cli.schema import file_models
from placecheck.fingerprint import text_fingerprint
from placecheck.rubric.key_dictionary import explained

FILES = file_models()


def models(schema: object) -> dict[str, set[str]]:
    """Each model that a schema speaks of, with its keys."""
    match schema:
        case {"title": str(title), "properties": dict(keys), **rest}:
            return {title: set(keys)} | models({**rest, "inner": keys})
        case dict():
            return {name: keys for one in schema.values() for name, keys in models(one).items()}
        case list():
            return {name: keys for one in schema for name, keys in models(one).items()}
        case _:
            return {}


KEYS = {name: keys for model in FILES.values() for name, keys in models(model.model_json_schema()).items()}


@pytest.mark.parametrize("model", KEYS)
def test_the_readme_explains_every_key_that_a_file_can_have_and_no_other(model):
    how = f"give each key a row in the table of {model} in rubrics/README.md"
    assert set(explained().get(model, {})) == KEYS[model], how


def test_the_readme_explains_no_model_that_no_file_has():
    assert set(explained()) == set(KEYS), "give each model a table in rubrics/README.md, below <!-- its name -->"


def choices(part: object, schema: dict[str, Any]) -> Iterator[str]:
    """Yield the words from which the value of a key is chosen; `schema` is the one that `part` stands in."""
    match part:
        case {"$ref": str(ref)}:
            yield from choices(schema["$defs"][ref.split("/")[-1]].get("enum", ()), schema)
        case {"enum": enum} | {"const": enum}:
            yield from choices(enum, schema)
        case {"anyOf": parts} | {"oneOf": parts} | {"items": parts}:
            yield from choices(parts, schema)
        case str():
            yield part
        case list():
            yield from (word for each in part for word in choices(each, schema))


CHOICES = {
    (name, key, word)
    for schema in (model.model_json_schema() for model in FILES.values())
    for model in (schema, *schema.get("$defs", {}).values())
    for name in [model.get("title", "")]
    for key, part in model.get("properties", {}).items()
    for word in choices(part, schema)
}


def test_the_readme_names_every_word_from_which_the_value_of_a_key_is_chosen():
    assert len(CHOICES) > 100
    named = {
        (model, key): set(re.findall(r"[\w-]+", says))
        for model, keys in explained().items()
        for key, says in keys.items()
    }
    missing = sorted(choice for choice in CHOICES if choice[2] not in named.get(choice[:2], ()))
    assert missing == [], "name each word in the row of its key in rubrics/README.md"


@pytest.mark.parametrize("model", FILES.values(), ids=FILES)
def test_the_readme_says_of_every_key_whether_it_must_be_there(model: type[BaseModel], checkout):
    text = (checkout / "rubrics" / "README.md").read_text(encoding="utf-8")
    table = text.split(f"<!-- {model.__name__} -->")[1].split("\n#")[0]
    must = set(re.findall(r"^\| `(\w+)` \| .* \| must \|$", table, re.MULTILINE))
    needed = set(model.model_json_schema().get("required", ()))
    assert must == needed


def test_what_is_said_of_a_key_is_a_sentence():
    for keys in explained().values():
        for said in keys.values():
            assert re.fullmatch(r"[A-Za-z].*[.]", said), said


@pytest.mark.parametrize(
    "text",
    [
        "Don’t stop.",
        "- 3) A list, item three",
        "  • “Quoted” — text",
        "3.5 million",
        "ﬁne ＷＩＤＥ",
        "Tŷ Dŵr",
        "under_score",
        "A\tb\nc",
    ],
)
def test_a_fingerprint_is_made_as_the_readme_says(text):
    plain = unicodedata.normalize("NFKC", text)
    plain = re.sub("['’‘`´]", "", plain).casefold()
    plain = re.sub(r"^[\W_]*(\d{1,2}[.)](?!\d))?", "", plain)
    said = " ".join(re.findall(r"[^\W_]+", plain))
    assert text_fingerprint(text) == hashlib.sha256(said.encode("utf-8")).hexdigest()[:16]
    assert text_fingerprint(text, "Two!") == hashlib.sha256(f"{said}\ntwo".encode()).hexdigest()[:16]
