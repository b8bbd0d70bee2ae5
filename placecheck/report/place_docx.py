"""The profile of a place as a Word document, to be edited: the same sections as on paper."""

from __future__ import annotations

import datetime

from docx.document import Document as Docx
from docx.shared import Pt

from placecheck.charts.figure_bars import figure_svg
from placecheck.report.place_profile import NO_PHOTOS, Photos
from placecheck.report.typeset import render_png
from placecheck.report.word import blank_document, reproducible_docx
from placecheck.report.word_parts import BULLET, add_picture, add_table
from placecheck.views.place.profile import ProfileEntry, ProfileSection, ProfileView

SIZE = Pt(11)
WIDE_CM, PHOTO_CM = 15.0, 8.0


def profile_docx(view: ProfileView, day: datetime.date, photos: Photos = NO_PHOTOS) -> bytes:
    """Return the document as a DOCX file; the same input gives the same bytes."""
    document = blank_document(view.title, view.place, view.language, day, SIZE)
    document.add_heading(view.place, 1)
    document.add_paragraph(" · ".join(filter(None, (view.kicker, *view.about))))
    for section in view.sections:
        _section(document, section, photos)
    return reproducible_docx(document)


def _section(document: Docx, section: ProfileSection, photos: Photos) -> None:
    if section.title:
        document.add_heading(section.title, section.level)
    if section.intro:
        document.add_paragraph(section.intro)
    if section.drawing:
        add_picture(document, render_png(section.drawing), section.alt, width=WIDE_CM)
    for entry in section.entries:
        _entry(document, entry, photos, in_lines=section.columns == 1 or section.in_lines)


def _entry(document: Docx, entry: ProfileEntry, photos: Photos, *, in_lines: bool) -> None:
    if entry.name:
        document.add_paragraph().add_run(entry.name).bold = True
    if entry.text:
        document.add_paragraph(entry.text)
    lines = [f"{label}{'' if label.endswith('?') else ':'} {text}" if label else text for label, text in entry.details]
    for line in lines if in_lines else filter(None, [" · ".join(lines)]):
        document.add_paragraph(line)
    if entry.plot:
        add_picture(document, render_png(figure_svg(entry.plot)), entry.plot.about, width=PHOTO_CM)
    for name, alt in entry.photos:
        if name in photos:
            add_picture(document, photos[name], alt, width=PHOTO_CM)
    if entry.table:
        add_table(document, entry.table[0], entry.table[1:])
    for quote in entry.quotes:
        document.add_paragraph(quote, style=BULLET)
