"""Hidden rows, columns and sheets, and comments, in XLS, XLSB and ODS workbooks as in XLSX."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
import xlwt

from placecheck.exchange import Choices, other_workbooks, plan_import, workbook

ROWS = (
    ["Respondent", "Place", "Places to meet", "Room to play", "Mixing"],
    [1, "Elm", 3, 0, 2],
    [2, "Elm", 4, 1, 2],
    [3, "Elm", 1, 1, 2],
)
"""The third row and the last column but one are hidden, and the first person's first level has a comment."""
NOTE = "the hall, every evening"


def ods() -> bytes:
    def cell(value: object, note: str) -> str:
        kind = f'float" office:value="{value}' if isinstance(value, int) else "string"
        comment = f"<office:annotation><text:p>{note}</text:p></office:annotation>" if note else ""
        text = f"{comment}<text:p>{value}</text:p>"
        return f'<table:table-cell office:value-type="{kind}">{text}</table:table-cell>'

    lines = []
    for number, row in enumerate(ROWS):
        hidden = ' table:visibility="filter"' if number == 2 else ""
        cells = [cell(value, NOTE if (number, index) == (1, 2) else "") for index, value in enumerate(row)]
        lines.append(f"<table:table-row{hidden}>{''.join(cells)}</table:table-row>")
    columns = (
        '<table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/>'
        "<table:table-column/>"
    )
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {names}><office:body><office:spreadsheet>'
        f'<table:table table:name="People">{columns}{"".join(lines)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", content)
        named = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
        made.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{named}"/>')
    return out.getvalue()


def _biff(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("People")
    for number, row in enumerate(ROWS):
        for index, value in enumerate(row):
            sheet.write(number, index, value)
    sheet.row(2).hidden = True
    sheet.col(3).hidden = True
    old = book.add_sheet("Old")
    old.visibility = 1
    for index, value in enumerate(["Respondent", "Place", "Places to meet"]):
        old.write(0, index, value)
        old.write(1, index, 4)
    write = sheet.get_biff_data
    text = NOTE.encode("latin-1")
    comment = (
        _biff(0x5D, struct.pack("<HHHHH", 0x15, 18, 0x19, 1, 0x11) + bytes(12) + bytes(4))  # an object: a comment, id 1
        + _biff(0x1B6, struct.pack("<HHHHHHHH", 0, 0, 0, 0, 0, len(text), 16, 0) + bytes(2))
        + _biff(0x3C, b"\0" + text)
        + _biff(0x3C, struct.pack("<HHI", 0, 0, 0) + struct.pack("<HHI", len(text), 0, 0))
        + _biff(0x1C, struct.pack("<HHHH", 1, 2, 0, 1) + struct.pack("<HB", 2, 0) + b"Jo\0")
    )
    sheet.get_biff_data = lambda: write()[:-4] + comment + _biff(0x0A, b"")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _record(kind: int, content: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return (
        number
        + (
            bytes([len(content)])
            if len(content) < 0x80
            else struct.pack("BB", len(content) & 0x7F | 0x80, len(content) >> 7)
        )
        + content
    )


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb() -> bytes:
    cells = []
    for number, row in enumerate(ROWS):
        hidden = 0x10 if number == 2 else 0
        cells.append(_record(0, struct.pack("<IIHBBB", number, 0, 300, 0, hidden, 0) + bytes(4)))
        for index, value in enumerate(row):
            at = struct.pack("<II", index, 0)
            is_number = isinstance(value, int)
            cells.append(_record(5, at + struct.pack("<d", value)) if is_number else _record(6, at + _wide(value)))
    columns = _record(390) + _record(60, struct.pack("<IIIIH", 3, 3, 2304, 0, 1)) + _record(391)
    size = _record(148, struct.pack("<4I", 0, 3, 0, 4))
    sheet = _record(129) + size + columns + _record(145) + b"".join(cells) + _record(146) + _record(130)
    comments = (
        _record(628) + _record(633) + _record(635, struct.pack("<IIIII", 0, 1, 1, 2, 2) + bytes(16))
        + _record(637, b"\0" + _wide(NOTE)) + _record(636) + _record(634) + _record(629)
    )  # fmt: skip
    bundle = _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("People"))
    book = _record(131) + _record(143) + bundle + _record(144) + _record(132)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="{}/{}" Target="{}"/></Relationships>'
    )
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("[Content_Types].xml", types)
        made.writestr("_rels/.rels", relations.format(office, "officeDocument", "xl/workbook.bin"))
        made.writestr("xl/workbook.bin", book)
        made.writestr("xl/_rels/workbook.bin.rels", relations.format(office, "worksheet", "worksheets/sheet1.bin"))
        made.writestr("xl/worksheets/sheet1.bin", sheet)
        made.writestr("xl/worksheets/_rels/sheet1.bin.rels", relations.format(office, "comments", "../comments1.bin"))
        made.writestr("xl/comments1.bin", comments)
    return out.getvalue()


KINDS = {".ods": ods, ".xls": xls, ".xlsb": xlsb}


def voices(plan) -> list[dict[str, tuple[int | None, str | None]]]:
    return [
        {id_: (answer.level, answer.story) for id_, answer in voice.answers.items()}
        for _, assessment in plan.assessments
        for voice in assessment.voices
    ]


@pytest.mark.parametrize("ending", KINDS)
def test_what_is_hidden_is_left_out_until_a_person_wants_it_and_comments_are_offered(ending):
    raw = KINDS[ending]()
    plan = plan_import((f"people{ending}", raw))
    assert {question.key for question in plan.questions} >= {"hidden", "comments"}
    (cells,) = [remark.what for remark in plan.remarks if "row 3" in remark.what]
    assert "column D" in cells
    left_out = [use.place for _, use in plan.rows("left_out") if use.reason == "hidden"]
    assert left_out.count("row 3") == 1
    assert any("crossed out" in remark.what for remark in plan.remarks) == (ending == ".xlsb")
    shown = [
        {"places-to-meet": (3, None), "mixing": (2, None)},
        {"places-to-meet": (1, None), "mixing": (2, None)},
    ]
    assert voices(plan) == shown
    answers = {"hidden": "take", "comments": "story"}
    everybody = voices(plan_import((f"people{ending}", raw), choices=Choices(answers=answers)))
    first = next(voice for voice in everybody if len(voice) == 3)
    assert first == {"places-to-meet": (3, NOTE), "room-to-play": (0, None), "mixing": (2, None)}
    assert len(everybody) == (4 if ending == ".xls" else 3)


@pytest.mark.parametrize("ending", KINDS)
def test_where_what_is_hidden_cannot_be_told_it_is_said_of_the_sheet(ending, monkeypatch):
    def broken(_: object) -> None:
        raise ValueError

    monkeypatch.setattr(workbook, "_is_small", lambda _: True)  # a child of its own would not know of this
    monkeypatch.setattr(other_workbooks, f"{ending[1:]}_marks", broken)
    plan = plan_import((f"people{ending}", KINDS[ending]()))
    assert any("does not let us see" in remark.what for remark in plan.remarks)
    assert len(voices(plan)) > 2
