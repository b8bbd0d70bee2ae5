"""What became of it: decisions and next steps, the longest silence first, changed in place."""

from __future__ import annotations

from functools import partial

import streamlit as st

from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.report.place_profile import profile_pdf
from placecheck.views.page_names import PageName
from placecheck.views.place.outcomes import OutcomeRow, outcomes_view
from placecheck.views.place.profile import document, outcome_sections
from placecheck.web.components.card_editing import show_add_card, show_edited_card
from placecheck.web.components.downloads import PDF, download
from placecheck.web.components.indicator_cards import show_own_indicators
from placecheck.web.components.outcome_band import show_way_on, shows_outcomes_first
from placecheck.web.components.place_links import show_place_links
from placecheck.web.components.removed_cards import show_removed_cards
from placecheck.web.components.sighting_form import show_sighting_form
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state.session import CARD, Session
from placecheck.words import outcomes as w
from placecheck.words import say


def render(session: Session, opened: OpenAssessment) -> None:
    """Show what waits for word, then what is settled."""
    is_shown_first = shows_outcomes_first(opened)
    st.title(say(w.OPENING if is_shown_first else w.TITLE), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.OPENING_INTRO if is_shown_first else w.INTRO)}")
    if is_shown_first:
        show_way_on(session, opened)
    show_place_links(session, opened, PageName.OUTCOMES)
    if session.query_param(CARD) and not opened.is_example:
        show_sighting_form(session, opened)
        show_edited_card(session, opened, ("decision",))
    shown = outcomes_view(place_cards.cards_of_place(opened), place_cards.dated_actions(opened), local_today())
    if not (shown.waiting or shown.settled):
        st.markdown(say(w.NOTHING))
    for title, rows in ((w.WAITING, shown.waiting), (w.SETTLED, shown.settled)):
        if rows:
            st.header(say(title), anchor=False)
            for row in rows:
                show_outcome(session, opened, row)
    if shown.waiting or shown.settled:
        name = file_name(f"{opened.assessment.place.name} what became of it", ".pdf")
        download(say(w.TAKE_PDF), partial(outcomes_pdf, opened), name, PDF)
    if not opened.is_example:
        show_add_card(session, opened, ("decision",))
        show_removed_cards(session, opened, ("decision",))


def show_outcome(session: Session, opened: OpenAssessment, row: OutcomeRow) -> None:
    """Show one decision or next step, from what was asked to what was seen of it."""
    with st.container(border=True):
        st.subheader(escape(row.words), anchor=False)
        small(escape(", ".join(part for part in (row.kind, row.silence) if part)))
        for column, lines in zip(st.columns((3, 2), gap="large"), (row.before, row.after), strict=True):
            for label, texts in lines:
                many = "\n".join(f"- {escape(text)}" for text in texts)
                column.markdown(
                    f"**{escape(label)}**" + (f"\n\n{many}" if len(texts) > 1 else f"  \n{escape(texts[0])}")
                )
        show_own_indicators(session, opened, row.indicators)
        if opened.is_example:
            return
        if row.id:
            change = partial(session.set_query, **{CARD: row.id})
            st.button(say(w.CHANGE), key=f"change-{row.id}", on_click=change)
        else:
            session.link(PageName.NEXT_STEPS, say(w.CHANGE_STEP), session.address(opened.id))


def outcomes_pdf(opened: OpenAssessment) -> bytes:
    """Return what became of it, as a PDF."""
    today = local_today()
    sections = outcome_sections(place_cards.cards_of_place(opened), place_cards.dated_actions(opened), today)
    return profile_pdf(document(opened.assessment.place, say(w.TITLE), sections, today), today)
