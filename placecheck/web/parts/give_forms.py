"""Forms to give to people: on paper, and one that works in any browser without a network."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import streamlit as st

from placecheck.assessment import Place
from placecheck.assessment.model import Round
from placecheck.exchange import file_name
from placecheck.forms.offline import offline_form
from placecheck.report.paper_form import paper_form
from placecheck.rubric import Rubric
from placecheck.views.sheet import sheet_order
from placecheck.web.parts.paper_size import large_print, paper_size
from placecheck.web.parts.take_away import HTML, PDF, download
from placecheck.words import on_paper as w
from placecheck.words import say

ASKED: Mapping[Round, str] = {"starter": w.STARTER, "full": w.FULL}


def give_forms(rubric: Rubric, place: Place | None, round_: Round) -> None:
    """Offer the forms of `rubric`, with the place on them where it is known, and `round_` chosen at first."""
    counts = {kind: len(sheet_order(rubric, kind)) for kind in ASKED}
    kinds = list(ASKED)
    chosen = st.radio(
        say(w.ROUND),
        kinds,
        index=kinds.index(round_),
        format_func=lambda kind: say(ASKED[kind], n=counts[kind]),
        key=f"form-round-{round_}",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        size, large = paper_size("form"), large_print("form")
    name, boundary = (place.name, place.boundary) if place else (None, None)
    stem = f"{file_name(name, '') if name else 'form'}-{chosen}"
    about = {"place": name, "boundary": boundary}

    def printed() -> bytes:
        today = datetime.datetime.now().astimezone().date()
        return paper_form(rubric, chosen, large=large, paper=size, day=today, **about)

    with st.container(horizontal=True):
        download(say(w.PAPER_FORM), printed, f"{stem}.pdf", PDF, first=True)
        download(say(w.OFFLINE_FORM), lambda: offline_form(rubric, chosen, **about), f"{stem}.html", HTML)
    st.markdown(say(w.OFFLINE_HOW))
