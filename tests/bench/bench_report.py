"""The printed summary of Marsh Lane (42 indicators, 14 voices; 12 pages, 64 at its longest) and of Glenarran, and the
whole command.

Needs the `bench` extra (WeasyPrint, and from Debian `libpango-1.0-0`, `libpangoft2-1.0-0`); without it that row is left
out. Run from anywhere: `python tests/bench/bench_report.py`. Each run prints words of its own, so that Typst cannot
answer from what it remembers of the last.
"""

from __future__ import annotations

import io
import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from timeit import timeit
from typing import Any

import pikepdf
from table import head, line, pairs, row

from placecheck.assessment import Assessment, read_assessment
from placecheck.notes import load_catalogue
from placecheck.report.summary import summary_html, summary_pdf
from placecheck.report.typeset import STANDARDS, TYPEFACES, _compiler
from placecheck.resources import resource_folder

CHECKOUT = Path(__file__).resolve().parents[2]
EXAMPLE = CHECKOUT / "examples/marsh-lane.yaml"
RUBRIC, MARSH_LANE = read_assessment(EXAMPLE)
_, GLENARRAN = read_assessment(CHECKOUT / "examples/glenarran.yaml")
CATALOGUE = load_catalogue(resource_folder("rubrics") / RUBRIC.id)
RUNS = itertools.count()

PRINTED: tuple[tuple[str, Assessment, dict[str, bool]], ...] = (
    ("the summary, in two columns of small type", MARSH_LANE, {}),
    ("in large print", MARSH_LANE, {"large": True}),
    ("Glenarran in large print with the discussion", GLENARRAN, {"large": True, "annex": True}),
    ("in large print with the discussion", MARSH_LANE, {"large": True, "annex": True}),
)
"""What is printed, of which place, and the options. Glenarran fills 48 pages, of which the figure is asked."""
ALLOWED = 2
"""How often the time of plain text of as many pages it may take."""

PLAIN = """
#set document(title: "Plain text", date: auto)
#let input = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (x: 22mm, top: 20mm, bottom: 22mm), footer: context counter(page).display())
#set text(font: input.typefaces, size: 12pt, lang: "en")
#for one in input.paragraphs { par(one) }
"""
COMPILE = """
import pathlib, sys, typst
compiler = typst.Compiler(font_paths=[sys.argv[3]], ignore_system_fonts=True)
source, data = (pathlib.Path(name).read_text() for name in sys.argv[1:3])
compiler.compile(input=source.encode(), format="pdf", pdf_standards=["ua-1", "a-2a"], sys_inputs={"data": data},
                 timestamp=0, output=sys.argv[4])
"""
PEAK = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True); "
PEAK += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"


def changed(assessment: Assessment = MARSH_LANE) -> Assessment:
    """`assessment` with a word that no run before had, in every story."""
    n = next(RUNS)
    data = assessment.model_dump(mode="json")
    for voice in data["voices"]:
        for answer in voice["answers"].values():
            if isinstance(answer, dict) and "story" in answer:
                answer["story"] += f" {n}"
    return Assessment.model_validate(data)


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def paragraphs(count: int) -> list[str]:
    """So many paragraphs of our own text: stories and gists, again and again."""
    told = [answer.story for voice in MARSH_LANE.voices for answer in voice.answers.values() if answer.story]
    gists = [passage.gist for passage in CATALOGUE.passages]
    return list(itertools.islice(itertools.cycle([*told, *gists]), count))


def plain_data(count: int) -> str:
    n = next(RUNS)
    texts = [f"{text} {n}" for text in paragraphs(count)]
    return json.dumps({"typefaces": TYPEFACES, "paragraphs": texts})


def plain(count: int) -> bytes:
    """So many paragraphs as a PDF that keeps the same standards, from the same compiler."""
    made: Any = _compiler().compile(
        input=PLAIN.encode(),
        format="pdf",
        pdf_standards=[*STANDARDS],
        sys_inputs={"data": plain_data(count)},
        timestamp=0,
    )
    return bytes(made)


def enough_paragraphs(wanted: int) -> int:
    """How many paragraphs fill as many pages as `wanted`."""
    count = 400
    for _ in range(4):
        count = round(count * wanted / pages(plain(count)))
    return count


def peak(*command: str) -> float:
    """The most memory that `command` held at once, in MB."""
    done = subprocess.run([sys.executable, "-c", PEAK, *command], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024


def beside_plain(what: str, assessment: Assessment, **options: bool) -> int:
    """Print what a summary takes beside plain text of as many pages; how many paragraphs these have."""

    def ours() -> bytes:
        return summary_pdf(RUBRIC, CATALOGUE, changed(assessment), **options)

    wanted = pages(ours())
    count = enough_paragraphs(wanted)
    name = f"{what}, {wanted} pages, beside Typst's plain text of as many"
    row(name, ours, lambda: plain(count), allowed=ALLOWED, rounds=5)
    return count


def warm() -> int:
    """Print the table of the warm summary; how many paragraphs fill as many pages as it has."""
    head("The printed summary, warm")
    counts = [beside_plain(what, assessment, **options) for what, assessment, options in PRINTED]
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        print(
            f"| the whole, beside WeasyPrint | left out: {error.__class__.__name__}, see the head of this file | | | |"
        )
        return counts[0]
    given = changed()
    page = summary_html(RUBRIC, CATALOGUE, given)
    pairs(
        "the whole, beside WeasyPrint on the HTML version, once each",
        [timeit(lambda: summary_pdf(RUBRIC, CATALOGUE, given), number=1)],
        [timeit(lambda: HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"), number=1)],
        allowed=1,
    )
    return counts[0]


def cold(count: int) -> None:
    head("The whole command, cold, beside Typst alone on plain text of as many pages")
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        (here / "plain.typ").write_text(PLAIN)
        (here / "data.json").write_text(plain_data(count))
        fonts = str(CHECKOUT / "placecheck/fonts")
        ours = [sys.executable, "-m", "placecheck", "report", str(EXAMPLE), "-o", str(here / "ours.pdf")]
        typst = [
            sys.executable,
            "-c",
            COMPILE,
            str(here / "plain.typ"),
            str(here / "data.json"),
            fonts,
            str(here / "x.pdf"),
        ]

        def run(command: list[str]) -> object:
            return subprocess.run(command, check=True, capture_output=True, cwd=CHECKOUT)

        row("`placecheck report`", lambda: run(ours), lambda: run(typst), allowed=5, rounds=3)
        mine, other = peak(*ours), peak(*typst)
        line("peak memory", f"{mine:.0f} MB", f"{other:.0f} MB", mine / other, allowed=3)


if __name__ == "__main__":
    cold(warm())
