"""Who decides what: matters of the place, where each is decided now, and where it would be best."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from placecheck.charts.decision_levels import matters_svg
from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.levels import Levels, ListedMatter
from placecheck.levels.matter_summary import matters_missing_answer
from placecheck.place import Matter, cards_of
from placecheck.report.place_profile import deciding_sections, profile_pdf
from placecheck.views.levels.matters import MattersView, MatterView, matters_view
from placecheck.views.levels.printed import blank_matter_sections
from placecheck.views.page_names import PageName
from placecheck.views.place.profile import document
from placecheck.web.components.downloads import PDF, download
from placecheck.web.components.draft import Draft, show_choice_not_kept
from placecheck.web.components.findings import show_findings
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.matter_form import show_matter_form
from placecheck.web.components.place_links import show_place_links
from placecheck.web.components.removed_cards import show_removed_cards
from placecheck.web.data import ideas_levels_guides, new_cards, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small, text_table
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import MATTER, Session
from placecheck.words import levels as w
from placecheck.words import results, say


def render(session: Session, opened: OpenAssessment) -> None:
    """Show the matters as a picture, a table and words, then what is asked of each level, then one to change."""
    st.title(say(w.TITLE), anchor=False)
    st.markdown(f"**{escape(opened.assessment.place.name)}**  \n{say(w.INTRO)}")
    show_place_links(session, opened, PageName.LEVELS)
    own_levels, levels = (
        ideas_levels_guides.decision_levels(opened.rubric),
        ideas_levels_guides.decision_levels_of_place(opened),
    )
    if not own_levels.levels:
        st.info(escape(say(w.NONE_OF_RUBRIC, title=opened.rubric.title)))
        show_findings(ideas_levels_guides.why_unreadable(opened.rubric))
    matters = list(cards_of(place_cards.cards_of_place(opened), Matter))
    names = levels.names(opened.assessment.place.nation, matters)
    view = matters_view(matters, names, levels.questions)
    chosen = next((matter for matter in matters if matter.id == session.query_param(MATTER)), None)
    can_change = bool(own_levels.levels) and not opened.is_example
    if chosen is not None and can_change:
        show_matter_form(session, opened, chosen)
    if matters:
        show_matters(session, view, can_change=can_change)
        show_unthought(matters, levels)
    elif own_levels.levels:
        st.markdown(say(w.NO_MATTERS))
    with st.container(horizontal=True):
        name = file_name(f"{opened.assessment.place.name} {say(w.TITLE)}", ".pdf")
        if matters:
            download(say(w.TAKE_PDF), lambda: matters_pdf(opened, matters, levels), name, PDF)
        if own_levels.levels:
            download(say(w.PRINT_BLANK), lambda: blank_levels_pdf(opened, levels), file_name(say(w.TITLE), ".pdf"), PDF)
    if note := levels.note(opened.assessment.place.nation):
        small(escape(note))
    if can_change:
        show_new_matter(session, opened, {matter.from_list for matter in matters})
        show_removed_cards(session, opened, ("matter",))


def matters_pdf(opened: OpenAssessment, matters: Sequence[Matter], levels: Levels) -> bytes:
    """Return who decides what, on paper."""
    day = local_today()
    sections = deciding_sections(opened.assessment.place, matters, levels, drawing_width=96)
    return profile_pdf(document(opened.assessment.place, say(w.TITLE), sections, day), day)


def blank_levels_pdf(opened: OpenAssessment, levels: Levels) -> bytes:
    """Return a sheet for a workshop, to fill in by hand."""
    day = local_today()
    sections = blank_matter_sections(levels, levels.names(opened.assessment.place.nation))
    return profile_pdf(document(opened.assessment.place, say(w.TITLE), sections, day), day)


def show_matters(session: Session, view: MattersView, *, can_change: bool) -> None:
    """Show every matter, and what is asked of each level."""
    st.markdown(escape(view.summary))
    with st.container(key="matters-picture"):
        st.image(matters_svg(view, session.palette), width="stretch", alt=say(w.PICTURE))
    with st.expander(say(results.TABLE_BELOW), key="matters-table"):
        rows = [dict(zip(view.head, (matter.name, *matter.cells), strict=True)) for matter in view.matters]
        text_table(rows)
    for matter in view.matters:
        with st.container(horizontal=True, vertical_alignment="center"):
            show_matter_levels(matter)
            choose = partial(session.set_query, **{MATTER: matter.id})
            if can_change:
                label = say(w.CHANGE, matter=matter.name)
                st.button(escape(label), key=f"matter-{matter.id}", on_click=uninterrupted(choose), type="tertiary")
    if view.asks:
        st.header(say(w.WHAT_WE_ASK), anchor=False)
    for asks in view.asks:
        st.subheader(escape(asks.level), anchor=False)
        st.markdown("\n".join(f"- {escape(ask)}" for ask in asks.asks))


def show_matter_levels(matter: MatterView) -> None:
    """Show where a matter is decided and would be best, and what was answered to the questions that help to think."""
    sentences = escape(" ".join(filter(None, (matter.sentence, matter.power, matter.room))))
    answers = (
        f"- {escape(question)}{'' if question.endswith('?') else ':'} {escape(answer)}"
        for question, answer in matter.reasons
    )
    st.markdown("\n".join((sentences, *answers)))


def show_unthought(matters: Sequence[Matter], levels: Levels) -> None:
    """Warn of matters that name the best level although a question that must be answered first is not answered.

    The form does not let this be saved; a file from elsewhere can hold it.
    """
    for question in levels.questions:
        names = [matter.words for matter in matters_missing_answer(matters, question)]
        if names:
            st.warning(escape(say(w.UNTHOUGHT, question=question.ask, matters=", ".join(names))))


def show_new_matter(session: Session, opened: OpenAssessment, taken: set[str | None]) -> None:
    """Let a matter be taken from the list, or one of the group's own be named."""
    st.header(say(w.ADD), anchor=False)
    listed = {
        matter.id: matter
        for matter in ideas_levels_guides.decision_levels(opened.rubric).matters
        if matter.id not in taken
    }
    count = session.widget_value("matters-added") or 0
    from_list = f"matter-list-{count}"
    draft = Draft(session, opened.id, "add-matter", ("own",), f"matter-{{}}-{count}".format)

    def chosen() -> ListedMatter | None:
        return listed.get(session.widget_value(from_list) or "")

    def name() -> str:
        matter = chosen()
        return draft.typed().get("own", "").strip() or (matter.name if matter else "")

    def keep() -> None:
        if not name() or (session.widget_value("matters-added") or 0) > count:
            return
        card = new_cards.matter_card(opened, name(), chosen())
        draft.drop()
        session.set_widget_value("matters-added", count + 1)
        session.set_query(**{MATTER: card.id})
        card_keeping.keep_card(session, opened, card)

    draft.fill()
    with st.form(f"add-matter-{count}"):
        st.selectbox(
            say(w.FROM_LIST), list(listed), index=None, format_func=lambda id_: f"{listed[id_].name}", key=from_list,
            placeholder=say(w.CHOOSE),
        )  # fmt: skip
        st.text_input(say(w.OWN), key=draft.key("own"), max_chars=300)
        slot = fault_slot()
        show_choice_not_kept(say(w.ADD_IT))
        sent = st.form_submit_button(say(w.ADD_IT), type="primary", on_click=uninterrupted(keep))
    draft.show_state()
    if sent and not name():
        show_fault(slot, say(w.OWN), say(w.ADD_MISSING))
