"""`placecheck schema`: writes the JSON Schemas with which editors help whoever writes our files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    into: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="Where to; else rubrics/schema.")] = None,
) -> None:
    """Write the JSON Schema of every kind of file anew, from the models that read them."""
    from placecheck.carried import folder

    target = into or folder("rubrics") / "schema"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (target / name).write_text(text, encoding="utf-8")


def schemas() -> dict[str, str]:
    """The text of each schema under its file's name."""
    from placecheck.assessment.model import Assessment
    from placecheck.rubric.schema import RUBRIC_FILES, schema_text

    files = RUBRIC_FILES | {"assessment": Assessment}
    return {f"{name}.schema.json": schema_text(model) for name, model in files.items()}
