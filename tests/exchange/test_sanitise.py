"""What leaves is safe to open."""

from __future__ import annotations

import csv
import io
import unicodedata

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from placecheck.exchange import export_file, file_name
from placecheck.exchange.sanitise import escaped, unescaped

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "＋1", "－1", "＠1", "'=1", "''=1", "\n=1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_a_spreadsheet_might_run_leaves_with_an_apostrophe_before_it(text):
    assert escaped(text) == f"'{text}"


@pytest.mark.parametrize("text", ["'tis a good place", "'90s", "the hall", "", "2027-01", "a=b"])
def test_what_it_would_not_run_leaves_as_it_is(text):
    assert escaped(text) == unescaped(text) == text


@given(st.text(st.sampled_from("'=+-@\t\r\n a＝")) | st.text())
def test_an_escape_is_undone_to_the_letter(text):
    assert unescaped(escaped(text)) == text
    assert not escaped(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("story", FORMULAS)
def test_no_cell_of_a_file_that_leaves_is_a_formula(sample, rubric, story):
    hostile = sample.model_copy(update={"missing_voices": story})
    cells = [cell for row in csv.reader(io.StringIO(export_file([(rubric, hostile)], ".csv").decode())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    book = openpyxl.load_workbook(io.BytesIO(export_file([(rubric, hostile)], ".xlsx")))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Ore Valley", "ore-valley.csv"),
        ("Llanfair-y-bont: Tŷ Ŵyr", "llanfair-y-bont-tŷ-ŵyr.csv"),
        ("../../etc/passwd", "etc-passwd.csv"),
        ("C:\\Windows\\", "c-windows.csv"),
        ("CON", "place-con.csv"),
        ("...", "place.csv"),
        ("a" * 300, "a" * 60 + ".csv"),
        ("עמק", "עמק.csv"),
        ("line\u202eevil", "line-evil.csv"),
    ],
)
def test_a_file_is_named_after_its_place_in_letters_that_any_disk_takes(place, name):
    assert file_name(place, ".csv") == name


@given(st.text())
def test_no_place_leads_a_file_elsewhere_or_hides_it(place):
    name = file_name(place, ".csv")
    assert name == unicodedata.normalize("NFC", name)
    assert not set(name.removesuffix(".csv")) & set('/\\:*?"<>|. \0\n')
    assert not name.startswith((".", "-"))
    assert len(name.encode()) < 255
