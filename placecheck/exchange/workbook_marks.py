"""What a workbook says in addition to its cells: hidden rows, columns and sheets, and comments on cells."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from placecheck.exchange.sheet import MAX_COLUMNS

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = {
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"http://purl.oclc.org/ooxml/package/": b"http://schemas.openxmlformats.org/package/2006/",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""The names of Strict Open XML, each with the one that all other workbooks use."""

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_THREAD_NOTE = "[Threaded comment]"


@dataclass(slots=True)
class SheetMarks:
    """What is marked on one sheet: its hidden rows (from 1) and columns (from 0), its comments by row and column.

    `struck_out` are the rows that are crossed out; None where the kind of file does not let us see it.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    struck_out: set[int] | None = None


def is_strict(parts: Mapping[str, bytes]) -> bool:
    """Return whether the workbook is Strict Open XML."""
    return b"http://purl.oclc.org/ooxml/" in parts.get("xl/workbook.xml", b"")


def as_transitional(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Strict workbook under the names that readers know."""
    return {path: _renamed(content) if path.endswith((".xml", ".rels")) else content for path, content in parts.items()}


def _renamed(content: bytes) -> bytes:
    for strict, transitional in _STRICT.items():
        content = content.replace(strict, transitional)
    return content


def sheet_marks(parts: Mapping[str, bytes]) -> dict[str, SheetMarks]:
    """Return the marks of each sheet by its name. XML that cannot be read has none: the reader of cells names it."""
    try:
        relations = read_relations(parts, "xl/workbook.xml")
        workbook = etree.fromstring(parts["xl/workbook.xml"], safe_parser())
        named = [(sheet.get("name", ""), sheet.get(_RELATION, "")) for sheet in workbook.iter(f"{_MAIN}sheet")]
        return {name: _marks(parts, relations[id_]) for name, id_ in named if relations.get(id_) in parts}
    except (etree.XMLSyntaxError, KeyError, ValueError):
        return {}


def _marks(parts: Mapping[str, bytes], path: str) -> SheetMarks:
    marks = SheetMarks()
    if b"hidden=" in parts[path]:  # the whole of a large sheet is parsed only where it says so
        _note_hidden(marks, etree.fromstring(parts[path], safe_parser()))
    for target in read_relations(parts, path).values():
        if target in parts and "omments" in target:
            marks.comments |= dict(_comments(etree.fromstring(parts[target], safe_parser())))
    return marks


def _note_hidden(marks: SheetMarks, tree: etree._Element) -> None:
    for column in tree.iter(f"{_MAIN}col"):
        if _is_true(column.get("hidden")):
            first, last = int(column.get("min", "1")), int(column.get("max", "1"))
            marks.hidden_columns.update(range(first - 1, min(last, MAX_COLUMNS)))
    for number, row in enumerate(tree.iter(f"{_MAIN}row"), start=1):
        if _is_true(row.get("hidden")):
            marks.hidden_rows.add(int(row.get("r", number)))


def _comments(tree: etree._Element) -> Iterator[tuple[tuple[int, int], str]]:
    for comment in tree.iter(f"{_MAIN}comment", f"{_THREADED}threadedComment"):
        cell = _CELL.fullmatch(comment.get("ref", ""))
        kinds = (f"{_MAIN}t", f"{_THREADED}text")
        text = "".join(part.text or "" for part in comment.iter(*kinds)).strip()
        if cell and text and not text.startswith(_THREAD_NOTE):
            yield (int(cell[2]), _column(cell[1])), text


def read_relations(parts: Mapping[str, bytes], path: str) -> dict[str, str]:
    """Return the parts that the part at `path` refers to, by id."""
    folder, name = posixpath.split(path)
    content = parts.get(f"{folder}/_rels/{name}.rels")
    if content is None:
        return {}
    targets = {}
    for relation in etree.fromstring(content, safe_parser()):
        target = relation.get("Target", "")
        resolved = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        targets[relation.get("Id", "")] = resolved
    return targets


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _is_true(text: str | None) -> bool:
    return text in ("1", "true")


def safe_parser() -> etree.XMLParser:
    """Return a parser that resolves no entity and opens no other file."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
