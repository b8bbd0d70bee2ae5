"""Typst at work: a template and its data in, an accessible PDF out, the same bytes for the same input."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final, Literal

import typst

from placecheck import fonts
from placecheck.charts.theme import LIGHT
from placecheck.report.letters import printable

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

Paper = Literal["a4", "letter"]
_TYPST_PAPER = {"a4": "a4", "letter": "us-letter"}

_working = Lock()


def setting(
    language: str, *, large: bool = False, paper: Paper = "a4", day: datetime.date | None = None
) -> dict[str, Any]:
    """What every template is given beside its view: size, paper, colours, typefaces, region and date."""
    return {
        "look": {"large": large, "paper": _TYPST_PAPER[paper]},
        "colours": asdict(LIGHT),
        "typefaces": TYPEFACES,
        "region": REGIONS.get(language),
        "date": [day.year, day.month, day.day] if day else None,
    }


def typeset(template: str, data: Mapping[str, Any], timestamp: datetime.date | None = None) -> bytes:
    """The PDF that `template` (a file of the template folder) makes of `data`, whose texts must be printable.

    `timestamp` is the day that the PDF gives as its own. Compiling takes one thread at a time.
    """
    moment = datetime.datetime.combine(timestamp or datetime.date(1970, 1, 1), datetime.time(), datetime.UTC)
    with _working:
        made = _compiler().compile(
            input=str(TEMPLATES / template),
            format="pdf",
            pdf_standards=[*STANDARDS],
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            timestamp=int(moment.timestamp()),
        )
    assert isinstance(made, bytes)  # noqa: S101
    return made


@lru_cache(maxsize=1)
def _compiler() -> typst.Compiler:
    return typst.Compiler(root=str(TEMPLATES), font_paths=[str(fonts.FOLDER)], ignore_system_fonts=True)


def texts(data: Any) -> Iterator[str]:
    """Every text in `data` (as for `cleaned`), at any depth, in no order."""
    left = [data]
    while left:
        one = left.pop()
        if isinstance(one, str):
            yield one
        elif is_dataclass(one):
            left += [getattr(one, field.name) for field in fields(one)]
        elif isinstance(one, dict):
            left += one.values()
        elif isinstance(one, list | tuple):
            left += one


def cleaned(data: Any) -> Any:
    """`data` (dataclasses, dicts, lists, tuples and plain values) as dicts and lists, every text made printable."""
    if isinstance(data, str):
        return printable(data)
    if is_dataclass(data):
        return {field.name: cleaned(getattr(data, field.name)) for field in fields(data)}
    if isinstance(data, dict):
        return {key: cleaned(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [cleaned(value) for value in data]
    return data
