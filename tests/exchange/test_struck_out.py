"""Rows that are crossed out in XLS and ODS workbooks: left out and named, taken where somebody says so."""

from __future__ import annotations

import io
import zipfile

import pytest
import xlwt

from placecheck.exchange import Choices, plan_import

ROWS = (["Respondent", "Place", "Places to meet", "Mixing"], [1, "Elm", 3, 0], [2, "Elm", 4, 1], [3, "Elm", 1, 2])
STRUCK = 2
"""The row, from 0, of the second person."""


def xls() -> bytes:
    book, out = xlwt.Workbook(), io.BytesIO()
    sheet, line = book.add_sheet("People"), xlwt.XFStyle()
    line.font = xlwt.Font()
    line.font.struck_out = True
    for number, row in enumerate(ROWS):
        for index, value in enumerate(row):
            sheet.write(number, index, value, *([line] if number == STRUCK or (number, index) == (3, 3) else []))
    book.save(out)
    return out.getvalue()


def ods(way: str) -> bytes:
    """A workbook whose row is struck through by the style of its cells, of the row, or of spans in the text."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "style", "table", "text")
    )
    lines = []
    for number, row in enumerate(ROWS):
        cells = []
        for value in row:
            kind = f'float" office:value="{value}' if isinstance(value, int) else "string"
            is_struck = number == STRUCK
            named = ' table:style-name="below"' if is_struck and way == "cell" else ""
            text = f'<text:span text:style-name="line">{value}</text:span>' if is_struck and way == "span" else value
            cells.append(
                f'<table:table-cell office:value-type="{kind}"{named}><text:p>{text}</text:p></table:table-cell>'
            )
        usual = ' table:default-cell-style-name="below"' if number == STRUCK and way == "row" else ""
        lines.append(f"<table:table-row{usual}>{''.join(cells)}</table:table-row>")
    through = '<style:text-properties style:text-line-through-style="solid"/>'
    none = '<style:text-properties style:text-line-through-style="none"/>'
    styles = (
        f'<office:automatic-styles><style:style style:name="line">{through}</style:style>'
        f'<style:style style:name="plain" style:parent-style-name="line">{none}</style:style>'
        '<style:style style:name="below" style:parent-style-name="line"/></office:automatic-styles>'
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names}>{styles}<office:body><office:spreadsheet>'
        f'<table:table table:name="People"><table:table-column table:number-columns-repeated="4" '
        f'table:default-cell-style-name="plain"/>{"".join(lines)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", content)
        manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        made.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{manifest}"/>')
    return out.getvalue()


@pytest.mark.parametrize(("ending", "way"), [(".xls", ""), (".ods", "cell"), (".ods", "row"), (".ods", "span")])
def test_a_row_that_is_crossed_out_is_left_out_and_named_until_somebody_wants_it(ending, way):
    file = (f"people{ending}", ods(way) if way else xls())
    plan = plan_import(file)
    assert [use.place for _, use in plan.rows("left_out") if use.reason == "struck_out"] == ["row 3"]
    (question,) = [question for question in plan.questions if question.key == "struck_out"]
    assert question.cells == ("People!row 3",)
    ((_, assessment),) = plan.assessments
    assert [voice.answers["places-to-meet"].level for voice in assessment.voices] == [3, 1]
    ((_, everybody),) = plan_import(file, choices=Choices(answers={"struck_out": "take"})).assessments
    assert [voice.answers["places-to-meet"].level for voice in everybody.voices] == [3, 4, 1]
