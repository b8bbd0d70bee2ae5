"""Spreadsheets and archives, made when a case asks for them."""

from __future__ import annotations

import datetime
import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

import openpyxl

HEAD = b"place,voice,indicator,level,story\r\n"
YAML = b'placecheck: 1\nrubric: {id: better-way-place, edition: "2026.1"}\nplace: {name: Ore Valley}\n'
ANSWERS = [["place", "voice", "indicator", "level", "story"], ["Ore", "v1", "mixing", 2, "the hall"]]
SHEET = "xl/worksheets/sheet1.xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

# CSV


def level_of_a_million_figures() -> bytes:
    return HEAD + b"Ore,v1,mixing," + b"9" * 1_000_000 + b",\r\n"


def long_story_cell() -> bytes:
    return HEAD + b"Ore,v1,mixing,2," + b"and " * 5_000 + b"\r\n"


def megabyte_cell() -> bytes:
    return HEAD + b"Ore,v1,mixing,2," + b"and " * 250_000 + b"\r\n"


def many_rows() -> bytes:
    return HEAD + b"Ore,v1,mixing,2,\r\n" * 25_000


def many_columns() -> bytes:
    return HEAD + b"," * 500_000 + b"\r\n"


def many_faulty_rows() -> bytes:
    return HEAD + b"Ore,v1,mixing,9,\r\n" * 5_000


def small_workbook() -> bytes:
    return book(answers=ANSWERS)


# XLSX


def book(**sheets: Sequence[Sequence[object]]) -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def answers(**changes: object) -> bytes:
    row = dict(zip(ANSWERS[0], ANSWERS[1], strict=True)) | changes
    return book(answers=[ANSWERS[0], list(row.values())])


def replaced(whole: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The zip file with these parts in place of its own, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        kept = {one: old.read(one) for one in old.namelist()}
        for path, content in {**kept, **parts}.items():
            new.writestr(path, content)
    return out.getvalue()


def sheet_xml(rows: str, before: str = '<?xml version="1.0"?>') -> bytes:
    """The answers workbook with other rows below its headings, as XML."""
    cells = "".join(f'<c t="inlineStr"><is><t>{name}</t></is></c>' for name in ANSWERS[0])
    data = f"<sheetData><row r='1'>{cells}</row>{rows}</sheetData>"
    return replaced(small_workbook(), {SHEET: f'{before}<worksheet xmlns="{NAMESPACE}">{data}</worksheet>'.encode()})


def zip_without_workbook() -> bytes:
    return pack({"a.txt": b"a"})


def cut_workbook() -> bytes:
    whole = small_workbook()
    return whole[: len(whole) // 2]


def damaged_workbook() -> bytes:
    return replaced(small_workbook(), {SHEET: b"<worksheet><sheetData><row>"})


def workbook_without_xml() -> bytes:
    return replaced(small_workbook(), {"xl/workbook.xml": b"hello"})


def workbook_without_row() -> bytes:
    return book(answers=[])


def workbook_with_formula() -> bytes:
    return answers(level="=1+1")


def workbook_with_formula_story() -> bytes:
    return answers(story='=HYPERLINK("http://localhost/?" & A1)')


def workbook_with_error() -> bytes:
    return sheet_xml('<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>')


def workbook_off_ladder() -> bytes:
    return answers(level=5)


def workbook_half_level() -> bytes:
    return answers(level=2.5)


def workbook_without_place() -> bytes:
    places = [["assessment", "place"], [1, "Ore"]]
    return book(places=places, answers=[["assessment", "voice", "indicator", "level"], [2, "v1", "mixing", 3]])


def workbook_empty_action() -> bytes:
    return book(places=[["assessment", "place"], [1, "Ore"]], actions=[["assessment", "what", "who"], [1, None, "Ann"]])


def workbook_with_another_sheet() -> bytes:
    return book(answers=ANSWERS, accounts=[["rent", 400], ["heating", 120]])


def workbook_with_moment() -> bytes:
    rows = [["place", "date", "voice", "indicator", "level"]]
    return book(answers=[*rows, ["Ore", datetime.datetime(2026, 5, 14, 10, 30), "v1", "mixing", 2]])


def workbook_with_links() -> bytes:
    return replaced(small_workbook(), {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"})


def workbook_with_macros() -> bytes:
    return replaced(small_workbook(), {"xl/vbaProject.bin": b"\0"})


def workbook_with_entities() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    before = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{entities}]>'
    return sheet_xml('<row r="2"><c t="inlineStr"><is><t>&a9;</t></is></c></row>', before)


def workbook_in_utf_16() -> bytes:
    with zipfile.ZipFile(io.BytesIO(workbook_with_entities())) as whole:
        content = whole.read(SHEET).decode().replace('"1.0"', '"1.0" encoding="UTF-16"')
    return replaced(small_workbook(), {SHEET: content.encode("utf-16")})


def workbook_a_million_rows_down() -> bytes:
    return sheet_xml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')


def workbook_far_right() -> bytes:
    return sheet_xml('<row r="2"><c r="XFD2"><v>1</v></c></row>')


def workbook_of_many_sheets() -> bytes:
    return book(**{f"s{n}": ANSWERS for n in range(30)})


def workbook_bomb() -> bytes:
    return replaced(small_workbook(), {"xl/media/image1.bin": b"\0" * 20_000_000})


def workbook_with_half_a_character() -> bytes:
    return sheet_xml('<row r="2"><c t="inlineStr"><is><t>&#xD800;</t></is></c></row>')


def workbook_with_a_part_twice() -> bytes:
    out = io.BytesIO(small_workbook())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("XL/Worksheets/Sheet1.xml", b"<worksheet/>")
    return out.getvalue()


def workbook_with_row_x() -> bytes:
    return sheet_xml('<row r="x"><c><v>1</v></c></row>')


def workbook_with_date_beyond() -> bytes:
    rows = [["place", "date", "voice", "indicator", "level"]]
    whole = book(answers=[*rows, ["Ore", datetime.datetime(2026, 5, 14), "v1", "mixing", 2]])
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        content = old.read(SHEET)
    return replaced(whole, {SHEET: content.replace(b"<v>46156</v>", b"<v>1e300</v>")})


# Archives


def pack(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return out.getvalue()


def sound_archive() -> bytes:
    return pack({"ore.yaml": YAML})


def cut_archive() -> bytes:
    return sound_archive()[:-30]


def damaged_archive() -> bytes:
    whole = bytearray(sound_archive())
    whole[45] ^= 0xFF
    return bytes(whole)


def empty_archive() -> bytes:
    return pack({})


def archive_of_readme() -> bytes:
    return pack({"README.txt": b"soon"})


def archive_with_absolute_path() -> bytes:
    return pack({"/etc/ore.yaml": YAML})


def archive_that_climbs() -> bytes:
    return pack({"places/../../ore.yaml": YAML})


def archive_with_backslash() -> bytes:
    return sound_archive().replace(b"ore.yaml", b"..\\.yaml")


def archive_with_drive() -> bytes:
    return pack({"c:ore.yaml": YAML})


def archive_with_line_break() -> bytes:
    return pack({"or\ne.yaml": YAML})


def archive_with_empty_path() -> bytes:
    return sound_archive().replace(b"ore.yaml", b"\0re.yaml")


def archive_with_link() -> bytes:
    out = io.BytesIO()
    info = zipfile.ZipInfo("ore.yaml")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(info, b"elsewhere.yaml")
    return out.getvalue()


def archive_with_name_twice() -> bytes:
    return pack({"ore.yaml": YAML, "or2.yaml": YAML}).replace(b"or2.yaml", b"ore.yaml")


def archive_with_name_in_two_cases() -> bytes:
    return pack({"ore.yaml": YAML, "ORE.yaml": YAML})


def archive_with_password() -> bytes:
    whole = bytearray(sound_archive())
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    return bytes(whole)


def archive_of_many() -> bytes:
    return pack({f"{n}.yaml": b"" for n in range(3_000)})


def archive_bomb() -> bytes:
    return pack({"ore.yaml": b"\0" * 50_000_000})


def archive_of_gigabytes() -> bytes:
    whole = bytearray(sound_archive())
    struct.pack_into("<I", whole, whole.index(b"PK\x01\x02") + 24, 2_000_000_000)
    return bytes(whole)


def archive_that_overlaps() -> bytes:
    """Many entries of the index that point at one packed file."""
    noise = zlib.compress(bytes(range(256)) * 8)
    whole = pack({f"{n:03}.yaml": noise for n in range(200)})
    start = whole.index(b"PK\x01\x02")
    first, index, end = whole[: whole.index(b"PK\x03\x04", 4)], bytearray(whole[start:-22]), bytearray(whole[-22:])
    at = 0
    while at < len(index):
        struct.pack_into("<I", index, at + 42, 0)
        at += 46 + struct.unpack_from("<H", index, at + 28)[0]
    struct.pack_into("<I", end, 16, len(first))
    return bytes(first + index + end)


def archive_that_lies() -> bytes:
    whole = bytearray(sound_archive())
    struct.pack_into("<I", whole, whole.index(b"PK\x01\x02") + 24, 1_000)
    return bytes(whole)


def twenty_one_megabytes() -> bytes:
    return b"PK\x03\x04" + b"\0" * 21_000_000


def archive_in_archive() -> bytes:
    return pack({"ore.yaml": YAML, "more.zip": sound_archive()})


def archive_with_program() -> bytes:
    return pack({"ore.yaml": YAML, "setup.exe": b"MZ"})


def archive_with_changed_table() -> bytes:
    return pack({"ore.yaml": YAML, "tables/places.csv": b"assessment,place\r\n1,Ash\r\n"})


def archive_half_at_fault() -> bytes:
    return pack({"ash.yaml": YAML.replace(b"name", b"nmae"), "ore.yaml": YAML})


def archive_packed_strangely() -> bytes:
    whole = bytearray(sound_archive())
    struct.pack_into("<H", whole, 8, 97)
    struct.pack_into("<H", whole, whole.index(b"PK\x01\x02") + 10, 97)
    return bytes(whole)


def archive_of_bytes() -> bytes:
    return pack({"ore.yaml": b"\xff\xfe\0"})
