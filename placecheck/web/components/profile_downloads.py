"""The place on paper: its profile as PDF, HTML and Word, and a sheet to walk round with."""

from __future__ import annotations

from functools import partial

import streamlit as st

from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.report.place_docx import profile_docx
from placecheck.report.place_profile import profile_html, profile_pdf, walking_sheet, whole_profile
from placecheck.views.place.profile import ProfileView
from placecheck.web.components.downloads import DOCX, HTML, PDF, download
from placecheck.web.data import ideas_levels_guides, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.words import place_profile as w
from placecheck.words import say

MAX_IDENTIFYING = 30


def show_profile_downloads(opened: OpenAssessment) -> None:
    """Offer the profile and the sheet; each is made only when it is asked for."""
    place, today = opened.assessment.place.name, local_today()
    st.header(say(w.TAKE), anchor=False)
    st.markdown(say(w.TAKE_ABOUT))
    if identifying := place_cards.identifying_words(opened):
        words = "; ".join(f"“{word}”" for word in identifying[:MAX_IDENTIFYING])
        st.markdown(escape(say(w.LOOK_FIRST, words=words)))
    with st.container(horizontal=True):
        pdf = partial(_made, opened, "pdf")
        download(say(w.TAKE_PDF), pdf, file_name(f"{place} profile", ".pdf"), PDF, is_primary=True)
        download(say(w.TAKE_HTML), partial(_made, opened, "html"), file_name(f"{place} profile", ".html"), HTML)
        download(say(w.TAKE_WORD), partial(_made, opened, "docx"), file_name(f"{place} profile", ".docx"), DOCX)
        sheet = partial(walking_sheet, place, today)
        download(say(w.TAKE_WALK), sheet, file_name(f"{place} walking round", ".pdf"), PDF)


def profile_of(opened: OpenAssessment) -> ProfileView:
    """Return the profile of the open place; readings are included only where no workshop holds answers back."""
    read = None if opened.is_hidden else (opened.rubric, opened.assessment)
    cards, actions = place_cards.cards_of_place(opened), place_cards.dated_actions(opened)
    return whole_profile(
        opened.assessment.place,
        cards,
        actions,
        local_today(),
        read,
        levels=ideas_levels_guides.decision_levels_of_place(opened),
    )


def _made(opened: OpenAssessment, kind: str) -> bytes | str:
    view, day, photos = profile_of(opened), local_today(), place_cards.photos_of(opened)
    if kind == "html":
        return profile_html(view, photos=photos)
    return profile_docx(view, day, photos) if kind == "docx" else profile_pdf(view, day, photos=photos)
