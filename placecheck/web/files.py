"""Files that come in through the browser, and go out."""

from __future__ import annotations

from placecheck.assessment import as_yaml
from placecheck.assessment.file import understood
from placecheck.exchange import file_name
from placecheck.source.text import decoded
from placecheck.source.tree import parsed
from placecheck.web import desk


def take(name: str, content: bytes, by: str) -> str:
    """Keep the assessment in an uploaded file; its id. Raises InputError with every fault, and keeps nothing then."""
    source = parsed(decoded(content, name), name, is_json=name.lower().endswith(".json"))
    rubric, assessment = understood(source, desk.store().find_rubric)
    return desk.store().take(rubric, assessment, by=by)


def file_of(one: desk.Opened) -> tuple[str, str]:
    """A name for the file of a round, and its text."""
    return file_name(one.assessment.place.name, ".yaml"), as_yaml(one.assessment)
