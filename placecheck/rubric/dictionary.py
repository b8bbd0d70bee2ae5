"""The dictionary of every key: the tables of `rubrics/README.md`, for the schemas and the tests."""

from __future__ import annotations

import re
from functools import lru_cache

from placecheck.carried import folder

_HEADING = re.compile(r"^#{2,4} .*<!-- (\w+) -->$")
_ROW = re.compile(r"^\| `([\w.-]+)` \| (.+?) \|(?: (.*?) \|)?$")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


@lru_cache(maxsize=1)
def explained() -> dict[str, dict[str, str]]:
    """For each model's name, what the README says of each of its keys.

    A table belongs to the model that the comment behind the heading above it names.
    """
    says: dict[str, dict[str, str]] = {}
    model = ""
    for line in (folder("rubrics") / "README.md").read_text(encoding="utf-8").splitlines():
        heading, row = _HEADING.match(line), _ROW.match(line)
        if line.startswith("#"):
            model = heading[1] if heading else ""
        elif row and model:
            says.setdefault(model, {})[row[1]] = _LINK.sub(r"\1", row[2]).replace("`", "")
    return says
