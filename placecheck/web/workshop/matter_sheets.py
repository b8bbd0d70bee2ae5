"""Who should decide what, on paper: a sheet for each person to print, and sheets to key in."""

from __future__ import annotations

import streamlit as st

from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.report.place_profile import profile_pdf
from placecheck.storage import LevelChoice
from placecheck.views.levels.printed import room_sheet_sections
from placecheck.views.place.profile import document
from placecheck.views.results.pictures import no_answer_names
from placecheck.views.workshop.revealed_matters import NO_LEVEL
from placecheck.web.components.downloads import PDF, download
from placecheck.web.components.draft import show_choice_not_kept
from placecheck.web.data import assessments
from placecheck.web.markdown import escape
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.workshop.context import WorkshopContext
from placecheck.words import matter_votes as w
from placecheck.words import say
from placecheck.workshop.model import MatterVote

NEW_PERSON = ""
"""The choice of a person of whom no sheet was keyed in yet."""


def show_matter_sheets(context: WorkshopContext) -> None:
    """Show a download of the last vote's sheets, and a form to key in a sheet that was filled in."""
    vote = context.workshop.matter_votes[-1]
    with st.expander(say(w.PAPER), key=f"matter-paper-{context.id}"):
        name = file_name(f"{context.opened.assessment.place.name} {say(w.ROOM)}", ".pdf")
        download(say(w.PRINT_SHEETS), lambda: sheet_pdf(context, vote), name, PDF)
        show_sheet_form(context, vote)


def sheet_pdf(context: WorkshopContext, vote: MatterVote) -> bytes:
    """Return a sheet for one person to fill in by hand."""
    day = local_today()
    return profile_pdf(
        document(context.opened.assessment.place, say(w.SHEET_TITLE), room_sheet_sections(vote), day), day
    )


def show_sheet_form(context: WorkshopContext, vote: MatterVote) -> None:
    """Show a form to key in one sheet: of a new person, or of one whose answers were keyed in before."""
    session, store = context.session, assessments.current_store()
    voices = [voice.id for voice in store.present_voices(context.opened.id) if voice.paper]
    people = {NEW_PERSON: say(w.NEW_PERSON)} | {id_: say(w.PERSON, n=id_.removeprefix("v")) for id_ in voices}
    choices = {level.id: level.name for level in vote.levels} | {kind: no_answer_names()[kind] for kind in NO_LEVEL}
    count = session.widget_value("matter-sheets") or 0
    key = f"matter-sheet-{context.id}-{count}-{{}}".format

    def save() -> None:
        typed = {asked.id: session.widget_value(key(asked.id)) for asked in vote.asks}
        choices_made = {id_: _choice(value) for id_, value in typed.items() if value}
        if not choices_made:
            session.toast_on_next_page(say(w.NOTHING_TICKED), until_closed=True)
            return
        by = assessments.current_author("paper")
        voice = session.widget_value(key("person")) or store.add_voice(context.opened.id, None, True, by)
        store.save_levels(context.id, voice, choices_made, by)
        session.set_widget_value("matter-sheets", count + 1)
        session.toast_on_next_page(say(w.SHEET_KEPT))

    with st.form(key("form"), border=False):
        st.selectbox(say(w.WHOSE), list(people), format_func=people.__getitem__, key=key("person"))
        for asked in vote.asks:
            st.selectbox(
                escape(asked.name), list(choices), index=None, key=key(asked.id), format_func=choices.__getitem__,
                placeholder=say(w.NOT_TICKED),
            )  # fmt: skip
        show_choice_not_kept(say(w.KEEP_SHEET))
        st.form_submit_button(say(w.KEEP_SHEET), on_click=uninterrupted(lambda: context.run(save)))


def _choice(value: str) -> LevelChoice:
    if value == "dont_know":
        return LevelChoice(no_answer="dont_know")
    return LevelChoice(no_answer="rather_not_say") if value == "rather_not_say" else LevelChoice(at_level=value)
