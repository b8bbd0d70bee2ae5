"""The profile of a place, or a part of it, on paper and as one HTML file."""

from __future__ import annotations

import base64
import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from PIL import Image

from placecheck.assessment import Assessment, Place
from placecheck.charts.decision_levels import matters_svg
from placecheck.charts.figure_bars import figure_svg
from placecheck.charts.ground_plan import LAYERS, PlanWords, plan_svg
from placecheck.charts.place_picture.drawing import draw_picture
from placecheck.charts.place_picture.shape import PAGE
from placecheck.charts.theme import LIGHT
from placecheck.levels import Levels
from placecheck.place import Matter, cards_of
from placecheck.place.card import CardBase
from placecheck.report.page import font_face_css, html_template
from placecheck.report.paper_size import Paper
from placecheck.report.typeset import compile_pdf, template_settings, to_printable_data, with_printable_texts
from placecheck.rubric import Rubric
from placecheck.scoring import score
from placecheck.views.levels.matters import matters_view
from placecheck.views.levels.printed import matter_sections
from placecheck.views.place.outcomes import DatedAction
from placecheck.views.place.profile import ProfileSection, ProfileView, profile_view
from placecheck.views.place.profile_results import results_sections
from placecheck.views.place.what_is_here import WhatIsHere, what_is_here_view
from placecheck.views.printed_labels import paper_labels
from placecheck.views.results.place_picture import picture_view
from placecheck.words import language, say, say_n
from placecheck.words import listening as heard_words
from placecheck.words import place_profile as profile_words
from placecheck.words import what_is_here as w

SLIPS_ON_SHEET, SLIP_LINES = 6, 2

Photos = Mapping[str, bytes]
"""JPEGs under their names."""

NO_PHOTOS: Photos = {}


def profile_pdf(
    view: ProfileView, day: datetime.date, *, photos: Photos = NO_PHOTOS, large: bool = False, paper: Paper = "a4"
) -> bytes:
    """Return the document as an accessible PDF with the `photos` that it names; the same input gives the same bytes."""
    printed = to_printable_data(asdict(view))
    for section, drawn in zip(printed["sections"], view.sections, strict=True):
        section["drawing"] = drawn.drawing  # a drawing is no text, and must not be spaced like one
        for entry, drawn_entry in zip(section["entries"], drawn.entries, strict=True):
            entry["plot"] = figure_svg(drawn_entry.plot) if drawn_entry.plot else ""
            entry["about_plot"] = drawn_entry.plot.about if drawn_entry.plot else ""
            entry["photos"] = [(photo_as_svg(photos[name]), alt) for name, alt in entry["photos"] if name in photos]
    data = {"view": printed, **template_settings(view.language, large=large, paper=paper, day=day)}
    return compile_pdf("place-profile.typ", data, day)


def profile_html(view: ProfileView, *, photos: Photos = NO_PHOTOS, large: bool = False) -> str:
    """Return the same as one accessible HTML document that runs no script and fetches nothing."""
    inside = {name: base64_text(content) for name, content in photos.items()}
    return html_template("place-profile.html.j2").render(
        view=view, figure_svg=figure_svg, photos=inside, large=large, colours=LIGHT, top=1, faces=font_face_css()
    )


def photo_as_svg(photo: bytes) -> str:
    """Return a JPEG inside an SVG of its size, in which form a document can be handed a picture as text."""
    with Image.open(io.BytesIO(photo)) as picture:
        wide, high = picture.size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<image href="data:image/jpeg;base64,{base64_text(photo)}" width="{wide}" height="{high}"/></svg>'
    )


def base64_text(content: bytes) -> str:
    """Return the bytes as text."""
    return base64.b64encode(content).decode()


def whole_profile(
    place: Place,
    cards: Sequence[CardBase],
    actions: Sequence[DatedAction],
    today: datetime.date,
    read: tuple[Rubric, Assessment] | None = None,
    *,
    levels: Levels = Levels(),  # noqa: B008 (frozen)
) -> ProfileView:
    """Return the profile of a place, with its readings in an assessment and who decides what, where given."""
    sections: tuple[ProfileSection, ...] = ()
    if read is not None:
        rubric, assessment = read
        result = score(rubric, assessment)
        drawing = draw_picture(with_printable_texts(picture_view(rubric, assessment, result)), shape=PAGE)
        sections = results_sections(rubric, assessment, result, drawing)
    sections = (*sections, *deciding_sections(place, cards, levels))
    plan = drawn_plan(what_is_here_view(cards, today), place.name)
    return profile_view(place, cards, actions, today, findings=sections, plan=plan)


def deciding_sections(
    place: Place, cards: Sequence[CardBase], levels: Levels, *, drawing_width: int = 74
) -> tuple[ProfileSection, ...]:
    """Return who decides what, with its picture; nothing where no matter is kept."""
    matters = list(cards_of(cards, Matter))
    if not matters:
        return ()
    view = matters_view(matters, levels.names(place.nation, matters), levels.questions)
    drawing = matters_svg(view) if levels.levels else ""
    return matter_sections(view, drawing, drawing_width)


def walking_sheet(place: str, day: datetime.date, *, paper: Paper = "a4") -> bytes:
    """Return a sheet to walk round with, as a PDF: boxes with room to write what is here."""
    lines = [say(line) for line in profile_words.WALK_LINES]
    title, intro = say(profile_words.WALK_TITLE), say(profile_words.WALK_INTRO)
    return _writing_sheet(place, title, intro, lines, boxes=profile_words.WALK_BOXES, day=day, paper=paper)


def slip_sheet(place: str, question: str, day: datetime.date, *, paper: Paper = "a4") -> bytes:
    """Return a sheet of slips to write on and to cut apart, each with the question that is asked."""
    lines = [question, *[""] * SLIP_LINES, say(heard_words.SHEET_FROM)]
    title, intro = say(heard_words.SHEET_TITLE), say(heard_words.SHEET_INTRO)
    return _writing_sheet(place, title, intro, lines, boxes=SLIPS_ON_SHEET, day=day, paper=paper)


def _writing_sheet(
    place: str, title: str, intro: str, lines: Sequence[str], *, boxes: int, day: datetime.date, paper: Paper
) -> bytes:
    view = {
        "title": title,
        "place": place,
        "about": [],
        "language": language.get(),
        "intro": intro,
        "lines": list(lines),
        "boxes": boxes,
        "words": paper_labels(),
    }
    data = {"view": to_printable_data(view), **template_settings(language.get(), paper=paper, day=day)}
    return compile_pdf("walking-sheet.typ", data, day)


def drawn_plan(seen: WhatIsHere, place: str) -> str:
    """Return the plan of what is here as SVG; the empty text where no card has a place on it."""
    if seen.plan is None:
        return ""
    plan_words = PlanWords(
        title=say(w.PLAN_TITLE, place=place),
        description=say_n(w.PLAN_ABOUT, len(seen.plan.cards)),
        north=say(w.NORTH),
        layers={layer: say(w.LAYERS[layer]) for layer in LAYERS},
    )
    return plan_svg(seen.plan, plan_words)
