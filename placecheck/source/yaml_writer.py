"""Plain values as the text of a YAML file: the same values give the same bytes, and our reader takes them back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from placecheck.source.scalars import NumberTooLongError, plain_value

_BREAKS_UNSEEN = re.compile("[\x85\u2028\u2029]")
"""What YAML takes for line breaks and no editor shows."""


def yaml_text(data: Mapping[str, Any]) -> str:
    """Return `data` as YAML, keys in their order."""
    return yaml.dump(dict(data), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Dumper(yaml.SafeDumper):
    """Writes text of several lines as a block, and quotes whatever our reader would take for more than a word."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    if _BREAKS_UNSEEN.search(text):
        return '"'  # with escapes
    return "|" if _is_block(text) else "'" if _is_more_than_a_word(text) else None


def _is_block(text: str) -> bool:
    """Return whether a block scalar reproduces `text` exactly: no blanks at line ends, none at its start."""
    lines = text.split("\n")
    return len(lines) > 1 and not text.startswith((" ", "\n")) and all(line == line.rstrip() for line in lines)


def _is_more_than_a_word(text: str) -> bool:
    try:
        return plain_value(text) != text
    except NumberTooLongError:
        return True


_Dumper.add_representer(str, _text)
