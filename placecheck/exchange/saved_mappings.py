"""What people chose for files of the same headings, remembered as mapping files in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from placecheck.errors import InputError
from placecheck.exchange.import_plan import ImportPlan
from placecheck.exchange.import_questions import Choices
from placecheck.exchange.mapping_file import mapping_text, read_mapping
from placecheck.fingerprint import text_fingerprint
from placecheck.paths import private_folder, write_private

FOLDER = "mappings"
_ONE_FILE_PREFIXES = ("person ", "row ", "rows ", "day ", "days", "date")
"""What the keys of questions begin with that are about one file alone, or hold a name that somebody wrote."""


def remembered_choices(plan: ImportPlan, folder: Path) -> Choices:
    """Return what was chosen for the last file with the headings of `plan`; nothing where there was none."""
    path = _path(plan, folder)
    if path is None or not path.is_file():
        return Choices()
    try:
        return read_mapping(path)
    except InputError:  # written by another version: people are asked again
        return Choices()


def remember_choices(plan: ImportPlan, folder: Path) -> None:
    """Keep what was chosen for `plan`, for the next file with the same headings."""
    path = _path(plan, folder)
    if path is not None and plan.questions:
        private_folder(path.parent)
        lasting = tuple(question for question in plan.questions if not _is_of_one_file(question.key))
        write_private(path, mapping_text(replace(plan, questions=lasting)))


def _is_of_one_file(key: str) -> bool:
    return key != "dates" and key.startswith(_ONE_FILE_PREFIXES)


def _path(plan: ImportPlan, folder: Path) -> Path | None:
    headings = list(_headings(plan))
    return folder / FOLDER / f"{text_fingerprint(*headings)}.yaml" if headings else None


def _headings(plan: ImportPlan) -> Iterator[str]:
    """Yield the headings of all tables; where people are in columns, the statements."""
    for table in plan.tables:
        for column in table.columns:
            yield f"{table.sheet.name}\t{column.heading}"
