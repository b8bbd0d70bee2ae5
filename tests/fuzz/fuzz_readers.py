"""Feed the readers whatever a fuzzer thinks of: each input is read, or refused in words, and never a traceback.

    python tests/fuzz/fuzz_readers.py [KIND] [-max_total_time=600]     with atheris, guided by what the code does
    python tests/fuzz/fuzz_readers.py [KIND] --examples 100000         with hypothesis, where there is no atheris

KIND is one of csv, sheet, xlsx, zip, yaml, json, code (csv where none is named). An input that breaks a reader is kept
in the working folder (atheris) or printed (hypothesis); mend the reader and keep the input as a case in tests/data/bad.
What fuzzing found so far stands in README.md beside this file.
"""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from xml.sax.saxutils import escape

try:
    import atheris
except ImportError:
    atheris = None

WATCHED = ["placecheck.assessment", "placecheck.exchange", "placecheck.forms", "placecheck.source", "csv", "zipfile"]
"""The modules whose paths guide atheris; to watch them all takes minutes before it begins."""

with atheris.instrument_imports(include=WATCHED) if atheris else nullcontext():
    from placecheck.errors import InputError
    from placecheck.exchange import Choices, accept, export_file, plan_import
    from placecheck.forms.code import decode_voice, encode_voice, set_in_code
    from placecheck.rubric import find_rubric

TAB = "\t"
CHECKOUT = Path(__file__).resolve().parents[2]
RUBRIC = find_rubric()
SAMPLE = plan_import(CHECKOUT / "tests" / "assessment" / "sample.yaml").assessments
SOUND = {ending: export_file(SAMPLE, ending) for ending in (".xlsx", ".zip")}

HEADER = b"row,assessment,place,date,voice,perspective,paper,indicator,level,no_answer,story,sure,what,when\r\n"
SHEET = "xl/worksheets/sheet3.xml"
PARTS = (
    SHEET,
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
    "xl/_rels/workbook.xml.rels",
    "[Content_Types].xml",
    "xl/vbaProject.bin",
)
CELL = re.compile(r"[nbedsf]:")
"""How a cell begins that is no text: a number, a truth value, an error, a date, a shared text, a formula."""


WORDS = (
    "", "", "Respondent", "Place", "Ore", "ORE", "Places to meet", "Mixing across difference", "Room to play",
    "Statement", "Average", "Agreed", "Total", "0", "1", "2", "3", "4", "5", "n/a", "-", "2-3", "75%", "Usually",
    "3 - Usually", "don't know", "anon", "Ada", "7", "2026-10-03", "03/10/2026", '{"ImportId":"x"}', "Response", "=1+1",
    "comments", "level", "indicator", "voice", "date", "x", "\u200b3", "mixing", "story", "Places to meet: comments",
    "I am a", "Resident", "Other", "Not yet", "First signs", "Level", "Agency", "row", "answer",
    '"', "ditto", "n=2", "Target", "Who", "Comment", "0 = not yet, 4 = always", "Here and there", "Usually",
    "How we do things here", "\u2713", "Level 3", "Low", "2026", "Key: 1 = few",
)  # fmt: skip
"""What stands in the cells of sheets that people make."""


def read(name: str, raw: bytes) -> None:
    """Read `raw` as the file `name`, and say yes to whatever is in order; what is refused in words is right."""
    try:
        taken = accept(plan_import((name, raw), RUBRIC), valid_rows_only=True)
    except InputError:
        return
    again = accept(plan_import(("again.csv", export_file(taken, ".csv")), RUBRIC))
    assert [one for _, one in again] == [one for _, one in taken]


def csv(raw: bytes) -> None:
    """A CSV file: as it comes, or below headings that are known."""
    read("fuzz.csv", raw if raw[:1] < b"\x40" else HEADER + raw[1:])


def hand_made(raw: bytes) -> None:
    """A sheet of words that people write: each row and cell is in the plan, and each question can be answered."""
    rows = [[WORDS[byte % len(WORDS)] for byte in line] for line in re.split(rb"[\x00-\x1f]", raw)]
    text = "\n".join("\t".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    filled = sum(bool(cell.strip("\u200b ")) for row in rows for cell in row)
    answers: dict[str, str] = {"place": "Ore"}
    columns: dict[str, str] = {}
    for _ in range(20):
        try:
            plan = plan_import(("hand.tsv", text.encode()), RUBRIC, choices=Choices(columns, answers))
        except InputError:
            return
        assert sum(1 for table in plan.tables for _ in table.cells()) == filled
        for question in plan.open_questions:
            if question.key.startswith("column "):
                columns[question.key.removeprefix("column ")] = "leave_out"
            elif question.options:
                answers[question.key] = question.options[len(raw) % len(question.options)].value
        if not plan.open_questions:
            return
    raise AssertionError([question.key for question in plan.open_questions])


def xlsx(raw: bytes) -> None:
    """A workbook: as it comes, or a sound one with a part replaced, or with a sheet of cells."""
    first = raw[0] if raw else 0
    if first < 0x20:
        whole = raw
    elif first < 0x60:
        whole = replaced(SOUND[".xlsx"], PARTS[first % len(PARTS)], raw[1:])
    else:
        whole = replaced(SOUND[".xlsx"], SHEET, sheet(raw[1:].decode(errors="replace")))
    read("fuzz.xlsx", whole)


def sheet(text: str) -> bytes:
    """The XML of a sheet: a line a row, a tab between cells, each of the kind that its beginning names, else text."""
    rows = "".join(f"<row>{''.join(map(cell, line.split(TAB)))}</row>" for line in text.split("\n"))
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return f"{head}{rows}</sheetData></worksheet>".encode(errors="replace")


def cell(text: str) -> str:
    if not CELL.match(text):
        return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'
    tag = "f" if text[0] == "f" else "v"
    return f'<c t="{text[0]}"><{tag}>{escape(text[2:])}</{tag}></c>'


def code(raw: bytes) -> None:
    """A short code: what it holds gives the same code again."""
    text = raw.decode(errors="replace")
    try:
        voice = decode_voice(text, RUBRIC)
    except InputError:
        return
    again = encode_voice(RUBRIC, voice, set_in_code(text) or "starter")
    assert decode_voice(again, RUBRIC) == voice


def archive(raw: bytes) -> None:
    """An archive: as it comes, or a sound one with a file more."""
    name = raw[1:20].split(b"\n")[0].decode("latin-1").split("\0")[0] or "a.yaml"
    whole = raw if raw[:1] < b"\x20" else replaced(SOUND[".zip"], name, raw[20:])
    read("fuzz.zip", whole)


def replaced(whole: bytes, path: str, content: bytes) -> bytes:
    """The zip file with another `content` at `path`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.infolist():
            if one.filename != path:
                new.writestr(one, old.read(one))
        new.writestr(path, content)
    return out.getvalue()


KINDS: dict[str, Callable[[bytes], None]] = {
    "csv": csv,
    "sheet": hand_made,
    "xlsx": xlsx,
    "zip": archive,
    "yaml": lambda raw: read("fuzz.yaml", raw),
    "json": lambda raw: read("fuzz.json", raw),
    "code": code,
}


def main() -> None:
    """Fuzz the kind that the command names."""
    kind = next((word for word in sys.argv[1:] if word in KINDS), "csv")
    rest = [word for word in sys.argv if word not in KINDS]
    if atheris is None:
        by_hypothesis(KINDS[kind], int(rest[rest.index("--examples") + 1]) if "--examples" in rest else 10_000)
    else:
        atheris.Setup(rest, KINDS[kind])
        atheris.Fuzz()


def by_hypothesis(reader: Callable[[bytes], None], examples: int) -> None:
    """The same with random bytes and random text, no guide."""
    from hypothesis import given, settings
    from hypothesis import strategies as st

    anything = st.binary(max_size=2_000) | st.text(max_size=500).map(lambda text: text.encode(errors="replace"))
    settings(max_examples=examples, deadline=None, database=None)(given(anything)(reader))()


if __name__ == "__main__":
    main()
