"""What comes in and goes out: assessments as CSV, XLSX and archives, and spreadsheets filled in by hand."""

from placecheck.exchange.asked import Meaning
from placecheck.exchange.leaving import file_name
from placecheck.exchange.outgoing import GOING_OUT, written
from placecheck.exchange.preview import ENDINGS, Preview, preview, take
from placecheck.exchange.understand import Matched

__all__ = ["ENDINGS", "GOING_OUT", "Matched", "Meaning", "Preview", "file_name", "preview", "take", "written"]
