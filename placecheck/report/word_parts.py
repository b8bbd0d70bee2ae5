"""The parts of a Word document: lists, steps, tables, pictures with their words, and questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

from docx.document import Document as Docx
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from placecheck.views.printed.room import ScribeNoteView
from placecheck.views.printed.summary import SummaryIndicatorView
from placecheck.views.results.finding_lists import ListedView, PeopleView, StepView

BULLET = "List Bullet"


def add_picture(document: Docx, png: bytes, alt: str, width: float = 17.0) -> None:
    """Add a picture as wide as the page, with a text alternative."""
    inline = document.add_picture(BytesIO(png), width=Cm(width))
    inline._inline.docPr.set("descr", alt)


def start_columns(document: Docx, n: int) -> None:
    """Set what follows in `n` columns, on the same page."""
    section = document.add_section(WD_SECTION.CONTINUOUS)
    (columns,) = section._sectPr.xpath("./w:cols")
    columns.set(qn("w:num"), str(n))
    columns.set(qn("w:space"), "450")


def add_list(document: Docx, title: str, rows: Sequence[ListedView], *, none: str, more: str | None = None) -> None:
    """Add a list under its title."""
    document.add_heading(title, 2)
    if not rows:
        document.add_paragraph(none)
    for row in rows:
        line = document.add_paragraph(style=BULLET)
        line.add_run(row.name).bold = True
        line.add_run(f": {row.words}.")
        if row.because:
            line.add_run(f" {row.because}").italic = True
    if more:
        document.add_paragraph(f"{more}.")


def add_steps(document: Docx, words: Mapping[str, str], rows: Sequence[StepView], *, more: str | None = None) -> None:
    """Add what will be tried next."""
    document.add_heading(words["steps"], 2)
    if not rows:
        document.add_paragraph(words["no_steps"])
    for step in rows:
        line = document.add_paragraph(style=BULLET)
        line.add_run(f"{step.what}.").bold = True
        fields = (
            ("who", step.who),
            ("when", step.when),
            ("first_step", step.first_step),
            ("power", step.power),
            ("question", step.about),
        )
        line.add_run("".join(f" {words[name]}: {value}." for name, value in fields if value))
        line.add_run("".join(f" {sentence}." for sentence in step.outcome))
    if more:
        document.add_paragraph(f"{more}.")


def add_scribe_notes(document: Docx, words: Mapping[str, str], rows: Sequence[ScribeNoteView]) -> None:
    """Add what the scribe noted."""
    document.add_heading(words["noted"], 2)
    for note in rows:
        line = document.add_paragraph(style=BULLET)
        line.add_run(f"{note.about}: " if note.about else "").bold = True
        line.add_run(note.text)


def add_people(document: Docx, who: PeopleView) -> None:
    """Add who took part and who did not."""
    document.add_heading(who.title, 2)
    document.add_paragraph(" · ".join(who.spoke))
    document.add_heading(who.absent_title, 2)
    for text in who.absent:
        document.add_paragraph(text)


def add_table(document: Docx, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Add a table whose first row names the columns, repeated on each page."""
    made = document.add_table(rows=1, cols=len(columns), style="Table Grid")
    for cell, name in zip(made.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    made.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in rows:
        added = made.add_row()
        added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text in zip(added.cells, row, strict=True):
            cell.text = text


def add_question(document: Docx, indicator: SummaryIndicatorView, words: Mapping[str, str]) -> None:
    """Add one question: its reading, how many said what, what was agreed, and the stories."""
    document.add_heading(indicator.row.name, 3)
    document.add_paragraph(" ".join(filter(None, (indicator.behind.statement, indicator.own))))
    line = document.add_paragraph()
    line.add_run(f"{indicator.row.words}.").bold = True
    counts = [
        f"{name} {n}" for name, n in (*indicator.behind.answers.levels, *indicator.behind.answers.no_answers) if n
    ]
    line.add_run(f" {' · '.join(counts)}." if counts else "")
    for text in filter(None, (*indicator.again, *indicator.agreed, indicator.moved)):
        document.add_paragraph(text)
    for story in indicator.behind.stories:
        paragraph = document.add_paragraph(style=BULLET)
        paragraph.add_run(f"{story.perspective or words['a_voice']}: ").bold = True
        paragraph.add_run(" ".join(filter(None, (story.story, *story.details))))
