"""Compile accessible PDFs and PNGs with Typst: the same input gives the same bytes."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final, TypeVar

import typst

from placecheck import fonts
from placecheck.charts.theme import LIGHT
from placecheck.report.letters import printable
from placecheck.report.paper_size import TYPST_PAPER, Paper

TEMPLATES = Path(__file__).resolve().parent / "template"

STANDARDS: Final = ("ua-1", "a-2a")
"""PDF/UA-1, for readers with a screen reader or a braille display; PDF/A-2a, for the archive."""

TYPEFACES = (
    fonts.FAMILY,
    "Libertinus Serif",
    "DejaVu Sans Mono",
    "New Computer Modern",
    "New Computer Modern Math",
    "Noto Emoji",
)
"""Ours first; the next ones travel inside Typst and hold Greek, Cyrillic, Hebrew, Arabic, Devanagari and signs."""

REGIONS = {"en": "GB", "cy": "GB", "gd": "GB", "ga": "IE"}
"""For each language the country whose ways of typesetting it we follow."""

T = TypeVar("T")

_compile_lock = Lock()


def template_settings(
    language: str, *, large: bool = False, paper: Paper = "a4", day: datetime.date | None = None
) -> dict[str, Any]:
    """Return what every template gets in addition to its view: size, paper, colours, typefaces, region and date."""
    return {
        "look": {"large": large, "paper": TYPST_PAPER[paper]},
        "colours": asdict(LIGHT),
        "typefaces": TYPEFACES,
        "region": REGIONS.get(language),
        "date": [day.year, day.month, day.day] if day else None,
    }


def compile_pdf(template: str, data: Mapping[str, Any], timestamp: datetime.date | None = None) -> bytes:
    """Return the PDF that `template` (in the template folder) makes of `data`, whose texts must be printable.

    `timestamp` is the day that the PDF gives as its own. Only one thread compiles at a time.
    """
    moment = datetime.datetime.combine(timestamp or datetime.date(1970, 1, 1), datetime.time(), datetime.UTC)
    return _compile(_files(template, data), format="pdf", pdf_standards=[*STANDARDS], timestamp=int(moment.timestamp()))


def render_png(svg: str, ppi: float = 200) -> bytes:
    """Return a picture as PNG, for formats without drawings."""
    return _compile(_files("picture.typ", {"picture": svg}), format="png", ppi=ppi)


def _files(template: str, data: Mapping[str, Any]) -> dict[str, bytes]:
    """Return what Typst reads, by name: `template` as its main file, all templates, and the data."""
    return {
        "main": _templates()[template],
        **_templates(),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
    }


@cache
def _templates() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in TEMPLATES.glob("*.typ")}


def _compile(files: dict[str, bytes], **options: Any) -> bytes:
    with _compile_lock:
        project: Any = files  # Typst's own types name no dictionary
        made = _compiler().compile(input=project, **options)
    assert isinstance(made, bytes)  # noqa: S101
    return made


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=str(TEMPLATES), font_paths=[str(fonts.FOLDER)], ignore_system_fonts=True)


def texts(data: Any) -> Iterator[str]:
    """Yield every text in `data` (as for `to_printable_data`), at any depth, in no order."""
    left = [data]
    while left:
        text = left.pop()
        if isinstance(text, str):
            yield text
        elif is_dataclass(text):
            left += [getattr(text, field.name) for field in fields(text)]
        elif isinstance(text, dict):
            left += text.values()
        elif isinstance(text, list | tuple):
            left += text


def with_printable_texts(view: T) -> T:
    """Return `view`, a dataclass, with every text in it made printable."""

    def made(data: Any) -> Any:
        if isinstance(data, str):
            return printable(data)
        if is_dataclass(data) and not isinstance(data, type):
            return replace(data, **{field.name: made(getattr(data, field.name)) for field in fields(data)})
        if isinstance(data, dict):
            return {key: made(value) for key, value in data.items()}
        return tuple(map(made, data)) if isinstance(data, tuple) else data

    return made(view)  # type: ignore[no-any-return]


def to_printable_data(data: Any) -> Any:
    """Return `data` (dataclasses, dicts, lists, tuples and plain values) as dicts and lists, every text printable."""
    if isinstance(data, str):
        return printable(data)
    if is_dataclass(data):
        return {field.name: to_printable_data(getattr(data, field.name)) for field in fields(data)}
    if isinstance(data, dict):
        return {key: to_printable_data(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [to_printable_data(value) for value in data]
    return data
