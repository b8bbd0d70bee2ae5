"""The dictionary of every key: the tables of `rubrics/README.md`, for the schemas and the tests."""

from __future__ import annotations

import re
from functools import lru_cache

from placecheck.resources import resource_folder

_HEADING = re.compile(r"^#{2,4} .*<!-- (\w+)(?: with (\w+))? -->$")
_ROW = re.compile(r"^\| `([\w.-]+)` \| (.+?) \|(?: (.*?) \|)?$")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")


@lru_cache(maxsize=1)
def explained() -> dict[str, dict[str, str]]:
    """Return what the README says of each key of each model, by the model's name.

    A table belongs to the model that the comment behind the heading above it names; `Asset with CardBase` adds
    the keys of another table, which several models share.
    """
    says: dict[str, dict[str, str]] = {}
    shared: dict[str, str] = {}
    model = ""
    for line in (resource_folder("rubrics") / "README.md").read_text(encoding="utf-8").splitlines():
        heading, row = _HEADING.match(line), _ROW.match(line)
        if line.startswith("#"):
            model = heading[1] if heading else ""
            if heading and heading[2]:
                shared[model] = heading[2]
        elif row and model:
            says.setdefault(model, {})[row[1]] = _LINK.sub(r"\1", row[2]).replace("`", "")
    with_shared = {model: says[base] | says.get(model, {}) for model, base in shared.items()}
    return {model: keys for model, keys in says.items() if model not in shared.values()} | with_shared
