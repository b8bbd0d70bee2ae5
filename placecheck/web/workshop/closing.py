"""The end: next steps, the read-back, the files that people take with them, and ending the workshop."""

from __future__ import annotations

from functools import partial

import streamlit as st

from placecheck.assessment.asked import counted_voices
from placecheck.exchange import file_name
from placecheck.report.read_back import read_back_pdf
from placecheck.report.summary import summary_pdf
from placecheck.storage.rehearsal import end_rehearsal
from placecheck.views.page_names import PageName
from placecheck.views.workshop.read_back import ReadBackView, read_back_text, read_back_view
from placecheck.web.components.downloads import PDF, download
from placecheck.web.components.next_step_list import show_next_steps
from placecheck.web.components.paper_size import choose_large_print, choose_paper_size
from placecheck.web.components.undo import show_undo
from placecheck.web.data import assessments, uploads
from placecheck.web.markdown import escape
from placecheck.web.state.session import INDICATOR, NOW, PART, PLACE, SCREEN, WORKSHOP
from placecheck.web.workshop.context import WorkshopContext
from placecheck.web.workshop.discussion import show_notes, show_passages_behind
from placecheck.web.workshop.matters import link_to_matters
from placecheck.words import deciding, say, say_n
from placecheck.words import workshop_page as w


def show_workshop_steps(context: WorkshopContext) -> None:
    """Show the next steps as on their own page, with passages of the notes as ideas to adapt."""
    st.markdown(say(deciding.NEXT_INTRO))
    indicators = [
        indicator for indicator in context.revealed_indicators() if context.rubric.by_id[indicator.id].supports
    ]
    if indicators:
        with st.expander(say(w.IDEAS)):
            names = {indicator.id: indicator.name for indicator in indicators}
            indicator_id = st.selectbox(
                say(w.WHICH_QUESTION), list(names), format_func=names.__getitem__, key=f"ideas-{context.id}"
            )
            show_passages_behind(context, indicator_id)
    show_next_steps(context.session, context.opened)


def current_read_back(context: WorkshopContext) -> ReadBackView:
    """Return the read-back of the workshop as it is now."""
    return read_back_view(context.opened.rubric, context.opened.assessment, context.opened.result, context.workshop)


def show_read_back(context: WorkshopContext) -> None:
    """Show the read-back, and the room's confirmation that it names nobody."""
    view = current_read_back(context)
    st.markdown(say(w.READ_BACK_INTRO))
    context.button(say(w.SHOW_THIS), lambda: show_read_back_large(context), key="show-read-back")
    with st.container(border=True):
        show_sections(view)
    offer_read_back(context, view)
    if view.look_at:
        st.warning(escape(say(w.LOOK_AT_NAMES, lines="; ".join(view.look_at))))
    key = f"names-nobody-{context.id}"
    context.session.set_widget_value(key, view.confirmed)
    st.checkbox(
        say(w.NAMES_NOBODY),
        key=key,
        on_change=context.on_choice(key, view.confirmed, partial(save_confirmation, context, view.fingerprint)),
    )
    if context.workshop.read_back_fingerprint and not view.confirmed:
        st.info(say(w.CHANGED_SINCE))
    show_notes(context, "", w.NOTES_WHOLE)
    show_undo(context.session, context.opened)


def offer_read_back(context: WorkshopContext, view: ReadBackView) -> None:
    """Offer the read-back to print, on one side of paper, and as plain text."""
    place, day = context.opened.assessment.place.name, context.opened.assessment.date
    with st.container(horizontal=True, vertical_alignment="bottom"):
        size, large_print = choose_paper_size("read-back"), choose_large_print("read-back")
    with st.container(horizontal=True):
        make_pdf = partial(read_back_pdf, place, view, day, large=large_print, paper=size)
        download(say(w.TAKE_READ_BACK), make_pdf, file_name(place, "-read-back.pdf"), PDF)
        words = read_back_text(place, view)
        download(say(w.TAKE_READ_BACK_TEXT), words.encode, file_name(place, ".txt"), "text/plain")


def show_read_back_large(context: WorkshopContext) -> None:
    """Show the read-back on the big screen."""
    context.show_on_screen("read-back")
    context.session.set_query(**{SCREEN: NOW})


def save_confirmation(context: WorkshopContext, fingerprint: str, is_confirmed: bool) -> None:
    """Save that the room confirms exactly these words, or no longer does."""
    assessments.current_store().confirm_read_back(context.id, fingerprint if is_confirmed else None)


def show_sections(view: ReadBackView) -> None:
    """Show the sections that are read aloud."""
    for title, lines in view.sections:
        st.header(escape(title), anchor=False)
        st.markdown("\n".join(f"- {escape(line)}" for line in lines))


def show_closing(context: WorkshopContext) -> None:
    """Show the files, and the button that ends the workshop."""
    if counted_voices(context.opened.assessment):
        st.markdown(say(w.READ_TOGETHER if current_read_back(context).confirmed else w.NOT_READ_YET))
    if context.opened.is_hidden:
        st.info(say(w.NOT_SHOWN_SO_NO_FILE if context.workshop.last_vote else w.NOT_ASKED_SO_NO_FILE))
    elif not counted_voices(context.opened.assessment):
        st.info(say(w.NOBODY_ANSWERED_SO_NO_FILE))
    else:
        if context.opened.assessment.held_back:
            st.info(say_n(w.WITHOUT_HELD, context.opened.assessment.held_back))
        offer_files(context)
    link_to_matters(context)
    if context.workshop.ended:
        st.markdown(f"**{say(w.ENDED)}**")
        context.session.link(PageName.KEYING, say(w.KEY_IN), context.session.address(context.opened.id))
        st.markdown(say(w.PAPER_COUNTS))
        place = assessments.current_store().assessment_summary(context.opened.id).place_id
        st.markdown(say(w.ONCE_MORE))
        query = {PLACE: place, WORKSHOP: None, PART: None, INDICATOR: None}
        context.button(say(w.HOLD), lambda: context.session.set_query(**query), key=f"once-more-{context.id}")
    elif context.summary.is_rehearsal or not context.workshop.open_vote:
        offer_end(context)


def offer_files(context: WorkshopContext) -> None:
    """Offer the summary to print, and everything as one file; each is created only on request."""
    parts = context.opened.rubric, context.opened.catalogue, context.opened.assessment
    name, content = uploads.downloadable_file(context.opened)
    st.markdown(say(w.STORIES_TOO))
    with st.container(horizontal=True):
        pdf = f"{name.removesuffix('.yaml')}.pdf"
        download(say(deciding.TAKE_PDF), lambda: summary_pdf(*parts), pdf, PDF, is_primary=True)
        download(say(deciding.TAKE_FILE), lambda: content, name, "application/yaml")
    context.session.link(PageName.RESULTS, say(w.ALL_RESULTS), context.session.address(context.opened.id))


def offer_end(context: WorkshopContext) -> None:
    """Offer to end the workshop, or to delete a rehearsal, after a second yes."""
    with st.expander(say(w.END)):
        if context.summary.is_rehearsal:
            if st.button(say(w.END_REHEARSAL), key=f"end-rehearsal-{context.id}"):
                end_rehearsal(assessments.current_store(), context.id)
                context.session.toast_at(say(w.REHEARSAL_GONE), PageName.WORKSHOP)
            return
        st.markdown(say(w.END_WHAT))
        context.button(
            say(w.END_SURE), lambda: assessments.current_store().end_workshop(context.id), key=f"end-{context.id}"
        )
