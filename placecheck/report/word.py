"""The summary and the page to pin up as Word documents, to be edited: the same views as on paper."""

from __future__ import annotations

import datetime
import zipfile
from dataclasses import replace
from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from placecheck.assessment import Assessment
from placecheck.charts.place_picture.drawing import draw_picture
from placecheck.charts.place_picture.shape import PAGE
from placecheck.charts.theme import LIGHT, PRINT
from placecheck.notes import Catalogue
from placecheck.report.typeset import render_png, with_printable_texts
from placecheck.report.word_parts import (
    add_list,
    add_people,
    add_picture,
    add_question,
    add_scribe_notes,
    add_steps,
    add_table,
    start_columns,
)
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.views.printed.summary import SummaryView, summary_view

TYPEFACE = "Arial"
"""One that those who edit it have, as ours may not be installed."""
SIZE, SIZE_ONE_PAGE = Pt(11), Pt(9.5)
LOW_PAGE = replace(PAGE, height=640)
WIDE_CM, WIDE_CM_ONE_PAGE = 15.0, 12.5
"""How wide the picture is on the page, so that the words below it find room."""
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def summary_docx(rubric: Rubric, catalogue: Catalogue, assessment: Assessment, *, one_page: bool = False) -> bytes:
    """Return the summary of `assessment` as a DOCX file, or only the page to pin up; same input, same bytes."""
    view = summary_view(rubric, catalogue, assessment, score(rubric, assessment))
    size = SIZE_ONE_PAGE if one_page else SIZE
    document = blank_document(view.title, view.place, view.language, assessment.date, size)
    add_first_page(document, view, WIDE_CM_ONE_PAGE if one_page else WIDE_CM)
    if not one_page:
        add_summary(document, view)
    document.add_paragraph(view.words["not_this"])
    return reproducible_docx(document)


def blank_document(title: str, author: str, language_code: str, day: datetime.date | None, size: Pt) -> Docx:
    """Return an empty document in our type, with its language, title and date."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.4)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = TYPEFACE, size
    normal.paragraph_format.space_after = Pt(3)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB" if language_code == "en" else language_code)
    normal.element.get_or_add_rPr().append(language)
    for level, points in ((1, 24), (2, size.pt + 3), (3, size.pt + 1.5)):
        style = document.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold = TYPEFACE, Pt(points), True
        style.paragraph_format.space_before = Pt(8)
        style.paragraph_format.space_after = Pt(2)
        style.font.color.rgb = RGBColor.from_string((LIGHT.ink if level != 2 else LIGHT.accent)[1:].upper())
        for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            style.element.get_or_add_rPr().get_or_add_rFonts().attrib.pop(qn(theme), None)
    moment = datetime.datetime.combine(day or datetime.date(1970, 1, 1), datetime.time())
    core = document.core_properties
    core.title, core.author, core.language = title, author, language_code
    core.created = core.modified = moment
    return document


def add_first_page(document: Docx, view: SummaryView, wide: float) -> None:
    """Write the page to pin up: the finding, the picture, and the few points that say most."""
    document.add_heading(view.place, 1)
    document.add_paragraph(" · ".join(view.about))
    document.add_paragraph().add_run(view.picture.finding).bold = True
    drawn = render_png(draw_picture(with_printable_texts(view.picture), PRINT, LOW_PAGE))
    add_picture(document, drawn, f"{view.picture.finding} {view.picture.alt}", width=wide)
    start_columns(document, 2)
    for brief in view.brief.lists:
        rows = brief.rows if brief.id == "strong" else tuple(replace(row, because=None) for row in brief.rows)
        add_list(document, brief.title, rows, none=brief.none, more=brief.more)
    few = tuple(replace(step, first_step=None, power=None, about=None, outcome=()) for step in view.brief.steps)
    add_steps(document, view.words, few, more=view.brief.more_steps)
    add_people(document, view.brief.people)
    start_columns(document, 1)


def add_summary(document: Docx, view: SummaryView) -> None:
    """Write the details: the same as a table, then each question with its stories."""
    document.add_heading(view.ladder.title, 2).paragraph_format.page_break_before = True
    add_table(document, view.picture.columns, view.picture.table)
    for title, text in ((view.words["boundary"], view.boundary), (view.words["context"], view.context)):
        if text:
            document.add_heading(title, 2)
            document.add_paragraph(text)
    if view.steps:
        add_steps(document, view.words, view.steps)
    if view.noted:
        add_scribe_notes(document, view.words, view.noted)
    for dimension in view.dimensions:
        document.add_heading(dimension.row.name, 2)
        document.add_paragraph(f"{dimension.row.words}; {dimension.row.known}. {dimension.row.about}")
        for indicator in dimension.indicators:
            add_question(document, indicator, view.words)
    for part in view.how:
        document.add_heading(part.title, 2)
        for text in part.paragraphs:
            document.add_paragraph(text)
    document.add_heading(view.words["facts"], 2)
    for fact in view.facts:
        document.add_paragraph(f"{fact.name}: {fact.value}")


def reproducible_docx(document: Docx) -> bytes:
    """Return the document as DOCX bytes with fixed timestamps, so that the same document gives the same bytes."""
    made, steady = BytesIO(), BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, _NO_TIME), before.read(name), zipfile.ZIP_DEFLATED)
    return steady.getvalue()
