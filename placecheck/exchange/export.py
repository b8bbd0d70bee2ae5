"""Assessments as a file of any kind that goes out."""

from __future__ import annotations

from collections.abc import Sequence

from placecheck.assessment import as_json, as_yaml
from placecheck.errors import PlacecheckError
from placecheck.exchange.column_dictionary import format_columns
from placecheck.exchange.csv_file import write_csv
from placecheck.exchange.export_rows import flat_rows
from placecheck.exchange.import_plan import AssessmentWithRubric
from placecheck.exchange.zip_package import write_package
from placecheck.place import PlaceFile
from placecheck.words import exchanging as words
from placecheck.words import say

EXPORT_ENDINGS = (".yaml", ".yml", ".json", ".csv", ".xlsx", ".zip")


def export_file(assessments: Sequence[AssessmentWithRubric], ending: str, places: Sequence[PlaceFile] = ()) -> bytes:
    """Export the assessments, each given with its rubric, as the bytes of a file with this `ending` (".csv").

    The same assessments give the same bytes, and `plan_import` reads them back unchanged.

    Raises:
        PlacecheckError: The ending is not one of `EXPORT_ENDINGS`, or the file holds one and there are several.
    """
    without_rubrics = [assessment for _, assessment in assessments]
    match ending.lower():
        case ".csv":
            return write_csv(tuple(format_columns()), flat_rows(without_rubrics))
        case ".xlsx":
            from placecheck.exchange.xlsx_write import write_xlsx  # it loads openpyxl, as xlsx_read does

            return write_xlsx(assessments)
        case ".zip":
            return write_package(without_rubrics, places)
        case ".yaml" | ".yml" | ".json" if len(without_rubrics) != 1:
            raise PlacecheckError(say(words.HOLDS_ONE, ending=ending))
        case ".yaml" | ".yml":
            return as_yaml(without_rubrics[0]).encode()
        case ".json":
            return as_json(without_rubrics[0]).encode()
    known = say(words.USE_ONE_OF, known=", ".join(EXPORT_ENDINGS))
    raise PlacecheckError(f"{say(words.UNKNOWN_ENDING, ending=ending)} {known}")
