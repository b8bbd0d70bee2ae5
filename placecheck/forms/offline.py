"""The form that needs no app and no network: one HTML file with everything inside it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment

from placecheck import fonts
from placecheck.assessment.model import Round
from placecheck.charts.theme import DARK, LIGHT
from placecheck.forms.code import mark
from placecheck.markup import only, templates
from placecheck.rubric import Rubric
from placecheck.views.sheet import Sheet, sheet
from placecheck.words import answering, forms, say

TEMPLATES = Path(__file__).resolve().parent / "template"
TYPEFACES = {400: "Regular", 700: "Bold"}
SCRIPTS = ("offline-code.js", "offline-file.js", "offline.js")
QR_LIBRARY, QR_LICENCE = "lean-qr.js", "lean-qr-LICENSE.txt"
SAID_BY_SCRIPT = {
    "kept": forms.KEPT,
    "notKept": forms.NOT_KEPT,
    "progress": answering.PROGRESS,
    "partOf": forms.PART_OF,
    "nothingSaid": forms.NOTHING_SAID,
    "placeMissing": forms.PLACE_MISSING,
    "savedAs": forms.SAVED_AS,
    "loaded": forms.LOADED,
    "loadNoAnswers": forms.LOAD_NO_ANSWERS,
    "loadOther": forms.LOAD_OTHER,
    "copied": forms.COPIED,
    "notCopied": forms.NOT_COPIED,
    "clearSure": forms.CLEAR_SURE,
    "cleared": forms.CLEARED,
}
"""The sentences that the page's script says, their {names} left for it to fill in."""

NAMES = ("done", "total", "n", "name", "rubric", "edition")


def offline_form(rubric: Rubric, round_: Round, place: str | None = None, boundary: str | None = None) -> str:
    """The offline form as the text of an HTML file, with the place filled in where it is known."""
    asks = sheet(rubric, round_)
    style, script = _style(), _script()
    return (
        _environment()
        .get_template("offline.html")
        .render(
            sheet=asks,
            parts=_parts(asks),
            length=forms.STARTER_LENGTH if round_ == "starter" else forms.FULL_LENGTH,
            place=place,
            boundary=boundary,
            asked=_asked(rubric, asks),
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


def _parts(asks: Sheet) -> list[tuple[str, str]]:
    """The parts of the page in order: the id of each and its name."""
    sides = [(f"part-{side.id}", side.name) for side in asks.sides]
    return [("start", say(forms.PART_START)), *sides, ("save", say(forms.PART_SAVE))]


def _asked(rubric: Rubric, asks: Sheet) -> dict[str, object]:
    """What the page's script must know."""
    return {
        "rubric": {"id": asks.rubric, "edition": asks.edition},
        "round": asks.round,
        "mark": mark(rubric, asks.round),
        "ids": [question.id for question in asks.questions()],
        "perspectives": [one.value for one in asks.perspectives],
        "highFrom": asks.high_from,
        "words": {name: say(words, **{key: f"{{{key}}}" for key in NAMES}) for name, words in SAID_BY_SCRIPT.items()},
    }


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that lets the page use what it carries, and fetch or send nothing."""
    allowed = {
        "default-src": "'none'",
        "style-src": only(style),
        "script-src": only(script),
        "font-src": "data:",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _style() -> str:
    """Colours, typeface and layout."""
    colours = (
        _environment()
        .get_template("colours.css")
        .render(
            light=LIGHT,
            family=fonts.FAMILY,
            typefaces={weight: fonts.in_base64(cut) for weight, cut in TYPEFACES.items()},
        )
    )
    return colours + _text("offline.css")


def _script() -> str:
    """The QR library under its own name, then our own scripts; all in one scope that leaks nothing."""
    library = (
        f"/*\n{_text(QR_LICENCE)}*/\nconst leanQr = {{}};\n(function (exports) {{\n{_text(QR_LIBRARY)}\n}})(leanQr);\n"
    )
    return '"use strict";\n' + library + "\n".join(_text(name) for name in SCRIPTS)


def _text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = templates(TEMPLATES)
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
    environment.globals.update(say=say, f=forms, a=answering, light=LIGHT, dark=DARK)
    return environment
