"""A treasury as a file to give away: read with every fault named, and written with the same bytes each time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from placecheck.ideas.treasury import TreasuryFile, merge
from placecheck.source import Source, parsed, read_source, validated
from placecheck.source.yaml_writer import yaml_text

SCHEMA_LINE = "# yaml-language-server: $schema=../rubrics/schema/treasury.schema.json\n"
EMPTY = TreasuryFile(placecheck_ideas=1)


def read_treasury(path: Path) -> TreasuryFile:
    """Read the treasury file at `path`.

    Raises:
        InputError: Something in the file is wrong; each fault is a finding.
    """
    return _parse(read_source(path))


def parsed_treasury(text: str, name: str) -> TreasuryFile:
    """Read a treasury from the `text` of a file called `name`.

    Raises:
        InputError: Something in the text is wrong; each fault is a finding.
    """
    return _parse(parsed(text, name, is_json=name.lower().endswith(".json")))


def _parse(source: Source) -> TreasuryFile:
    return merge(EMPTY, validated(TreasuryFile, source))


def treasury_data(treasury: TreasuryFile) -> dict[str, Any]:
    """Return the treasury as plain values, in the order of the format, without empty fields."""
    data = treasury.model_dump(mode="json", exclude_defaults=True)
    return {"placecheck_ideas": 1, **data}


def treasury_yaml(treasury: TreasuryFile) -> str:
    """Return the text of a YAML file."""
    return SCHEMA_LINE + yaml_text(treasury_data(merge(EMPTY, treasury)))
