"""An assessment as the text of a file that a person can read, keep, mail and load again: YAML or JSON."""

from __future__ import annotations

import json
from typing import Any

from placecheck.assessment.asked import counted_voices
from placecheck.assessment.customisation import OwnWords
from placecheck.assessment.model import Assessment
from placecheck.source.yaml_writer import yaml_text

SCHEMA_LINE = "# yaml-language-server: $schema=../rubrics/schema/assessment.schema.json\n"


def as_data(assessment: Assessment) -> dict[str, Any]:
    """Return the assessment as plain values in the format's order, in shortest form, without what was not given.

    A voice that said nothing is not in it.
    """
    assessment = assessment.model_copy(update={"voices": counted_voices(assessment)})
    data = assessment.model_dump(mode="json", exclude_none=True)
    data["own_words"] = {id_: _own(own) for id_, own in assessment.own_words.items()}
    for voice in data["voices"]:
        if not voice["paper"]:
            del voice["paper"]
    if not assessment.held_back:
        del data["held_back"]
    return {key: value for key, value in data.items() if value not in ([], {})}


def _own(own: OwnWords) -> dict[str, Any]:
    """Return a group's own words without default values; a weight as the number that a person would write."""
    data = own.model_dump(mode="json", exclude_defaults=True)
    if "weight" in data.get("words", {}):
        data["words"]["weight"] = float(data["words"]["weight"])
    return data


def as_json(assessment: Assessment) -> str:
    """Return the assessment as the text of a JSON file; the same assessment gives the same bytes."""
    return json.dumps(as_data(assessment), ensure_ascii=False, indent=2) + "\n"


def as_yaml(assessment: Assessment) -> str:
    """Return the assessment as the text of a YAML file; the same assessment gives the same bytes."""
    data = as_data(assessment)
    if assessment.date is not None:
        data["date"] = assessment.date  # written without the quotes that its text would need
    for id_, cause in assessment.causes.items():
        if cause.since is not None:
            data["causes"][id_]["since"] = cause.since
    return SCHEMA_LINE + yaml_text(data)
