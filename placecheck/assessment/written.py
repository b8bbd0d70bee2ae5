"""An assessment as the text of a file that a person can read, keep, mail and load again: YAML or JSON."""

from __future__ import annotations

import json
import re
from typing import Any

import yaml

from placecheck.assessment.model import Assessment
from placecheck.assessment.own import OwnWords
from placecheck.source.scalars import NumberTooLongError, plain_value

SCHEMA_LINE = "# yaml-language-server: $schema=../rubrics/schema/assessment.schema.json\n"
_BREAKS_UNSEEN = re.compile("[\x85\u2028\u2029]")
"""What YAML takes for line breaks and no editor shows."""


def as_data(assessment: Assessment) -> dict[str, Any]:
    """The assessment as plain values in the order of the format, in their shortest form, without what was not given."""
    data = assessment.model_dump(mode="json", exclude_none=True)
    data["own_words"] = {id_: _own(own) for id_, own in assessment.own_words.items()}
    for voice in data["voices"]:
        if not voice["paper"]:
            del voice["paper"]
    return {key: value for key, value in data.items() if value not in ([], {})}


def _own(own: OwnWords) -> dict[str, Any]:
    """A group's own words, without what stands for itself; a weight as the number that a person would write."""
    data = own.model_dump(mode="json", exclude_defaults=True)
    if "weight" in data.get("words", {}):
        data["words"]["weight"] = float(data["words"]["weight"])
    return data


def as_json(assessment: Assessment) -> str:
    """The assessment as the text of a JSON file; the same assessment gives the same bytes."""
    return json.dumps(as_data(assessment), ensure_ascii=False, indent=2) + "\n"


def as_yaml(assessment: Assessment) -> str:
    """The assessment as the text of a YAML file; the same assessment gives the same bytes."""
    data = as_data(assessment)
    if assessment.date is not None:
        data["date"] = assessment.date  # written without the quotes that its text would need
    for id_, cause in assessment.causes.items():
        if cause.since is not None:
            data["causes"][id_]["since"] = cause.since
    return SCHEMA_LINE + yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines as a block, and quotes whatever our reader would take for more than a word."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    if _BREAKS_UNSEEN.search(text):
        return '"'  # with escapes
    return "|" if _is_block(text) else "'" if _is_more_than_a_word(text) else None


def _is_block(text: str) -> bool:
    """Whether a block of lines holds `text` to the letter: no blanks at the ends of its lines, none at its start."""
    lines = text.split("\n")
    return len(lines) > 1 and not text.startswith((" ", "\n")) and all(line == line.rstrip() for line in lines)


def _is_more_than_a_word(text: str) -> bool:
    try:
        return plain_value(text) != text
    except NumberTooLongError:
        return True


_Dumper.add_representer(str, _text)
