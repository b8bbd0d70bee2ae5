"""The form that needs no app and no network: one HTML file with everything inside it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment

from placecheck import fonts
from placecheck.assessment.asked import QuestionList
from placecheck.charts.theme import DARK, LIGHT
from placecheck.forms.code import questions_fingerprint
from placecheck.markup import csp_hash, template_environment
from placecheck.rubric import Rubric
from placecheck.views.questionnaire.duration import duration_words
from placecheck.views.questionnaire.questionnaire import Questionnaire, questionnaire_view
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
    "loadedMore": forms.LOADED_MORE,
    "loadNoAnswers": forms.LOAD_NO_ANSWERS,
    "loadOther": forms.LOAD_OTHER,
    "copied": forms.COPIED,
    "notCopied": forms.NOT_COPIED,
    "clearSure": forms.CLEAR_SURE,
    "cleared": forms.CLEARED,
}
"""The sentences that the page's script says, their {names} left for it to fill in."""

_LENGTHS = {"starter": forms.STARTER_LENGTH, "full": forms.FULL_LENGTH, "chosen": forms.CHOSEN_LENGTH}
NAMES = ("done", "total", "n", "name", "rubric", "edition")


def offline_form(rubric: Rubric, questions: QuestionList, place: str | None = None, boundary: str | None = None) -> str:
    """Return the offline form as the text of an HTML file, with the place filled in where it is known."""
    asks = questionnaire_view(rubric, questions)
    style, script = _style(), _script()
    return (
        _environment()
        .get_template("offline.html")
        .render(
            questionnaire=asks,
            parts=_parts(asks),
            length=say(_LENGTHS[asks.question_set], n=len(asks.questions()), time=duration_words(rubric, questions)),
            place=place,
            boundary=boundary,
            asked=_asked(rubric, asks, questions_fingerprint(rubric, questions)),
            style=style,
            script=script,
            policy=_policy(style, script),
        )
    )


def _parts(asks: Questionnaire) -> list[tuple[str, str]]:
    """Return the parts of the page in order: the id of each and its name."""
    parts = [(f"part-{dimension.id}", dimension.name) for dimension in asks.dimensions]
    return [("start", say(forms.PART_START)), *parts, ("save", say(forms.PART_SAVE))]


def _asked(rubric: Rubric, asks: Questionnaire, fingerprint: str) -> dict[str, object]:
    """Return what the page's script must know."""
    return {
        "rubric": {"id": asks.rubric, "edition": asks.edition},
        "round": asks.question_set,
        "mark": fingerprint,
        "ids": [question.id for question in asks.questions()],
        "meantFor": {question.id: question.perspectives for question in asks.questions() if question.perspectives},
        "perspectives": [perspective.id for perspective in rubric.perspectives],  # as a code counts them
        "highFrom": asks.high_from,
        "words": {name: say(words, **{key: f"{{{key}}}" for key in NAMES}) for name, words in SAID_BY_SCRIPT.items()},
    }


def _policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy that lets the page use what it contains, and fetch or send nothing."""
    allowed = {
        "default-src": "'none'",
        "style-src": csp_hash(style),
        "script-src": csp_hash(script),
        "font-src": "data:",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _style() -> str:
    """Return colours, typeface and layout as CSS."""
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
    """Return the QR library under its own name, then our own scripts; all in one scope that leaks nothing."""
    library = (
        f"/*\n{_text(QR_LICENCE)}*/\nconst leanQr = {{}};\n(function (exports) {{\n{_text(QR_LIBRARY)}\n}})(leanQr);\n"
    )
    return '"use strict";\n' + library + "\n".join(_text(name) for name in SCRIPTS)


def _text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = template_environment(TEMPLATES)
    environment.policies["json.dumps_kwargs"] = {"sort_keys": False}
    environment.globals.update(say=say, f=forms, a=answering, light=LIGHT, dark=DARK)
    return environment
