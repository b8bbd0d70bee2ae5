"""What comes in and goes out: assessments as CSV, XLSX and archives, and spreadsheets filled in by hand."""

from placecheck.exchange.export import EXPORT_ENDINGS, export_file
from placecheck.exchange.import_file import ENDINGS, accept, plan_import
from placecheck.exchange.import_plan import ImportPlan, plan_as_data
from placecheck.exchange.import_questions import Choices, ImportQuestion
from placecheck.exchange.mapping_file import mapping_text, read_mapping
from placecheck.exchange.sanitise import file_name
from placecheck.exchange.stored_places import StoredPlaces
from placecheck.exchange.vocabulary import Meaning

__all__ = [
    "ENDINGS",
    "EXPORT_ENDINGS",
    "Choices",
    "ImportPlan",
    "ImportQuestion",
    "Meaning",
    "StoredPlaces",
    "accept",
    "export_file",
    "file_name",
    "mapping_text",
    "plan_as_data",
    "plan_import",
    "read_mapping",
]
