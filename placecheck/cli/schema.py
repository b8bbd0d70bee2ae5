"""`placecheck schema`: writes the JSON Schemas with which editors help whoever writes our files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pydantic import BaseModel


def schema(
    into: Annotated[Path | None, typer.Argument(metavar="FOLDER", help="Where to; else rubrics/schema.")] = None,
) -> None:
    """Write the JSON Schema of every kind of file, from the models that read them."""
    from placecheck.resources import resource_folder

    target = into or resource_folder("rubrics") / "schema"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (target / name).write_text(text, encoding="utf-8")


def schemas() -> dict[str, str]:
    """Return the text of each schema under its file's name."""
    from placecheck.rubric.schema import schema_text

    return {f"{name}.schema.json": schema_text(model) for name, model in file_models().items()}


def file_models() -> dict[str, type[BaseModel]]:
    """Return the model that reads each kind of file, under the name that its schema has."""
    from placecheck.assessment.model import Assessment
    from placecheck.guides.model import Guide
    from placecheck.ideas.model import IdeasFile
    from placecheck.ideas.treasury import TreasuryFile
    from placecheck.levels.model import DecisionLevelsFile, LevelQuestionsFile, MattersFile
    from placecheck.place.model import PlaceFile
    from placecheck.rubric.schema import RUBRIC_FILES

    return {
        **RUBRIC_FILES,
        "assessment": Assessment,
        "place": PlaceFile,
        "ideas": IdeasFile,
        "treasury": TreasuryFile,
        "decision-levels": DecisionLevelsFile,
        "level-questions": LevelQuestionsFile,
        "matters": MattersFile,
        "guide": Guide,
    }
