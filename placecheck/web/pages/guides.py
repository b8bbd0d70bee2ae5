"""Guides for hard moments: the list, and the one that is being walked through."""

from __future__ import annotations

from functools import partial

import streamlit as st

from placecheck.assessment import Place
from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.guides import Guide, Replies
from placecheck.place import Peer, Worksheet, cards_of
from placecheck.report.place_profile import profile_pdf
from placecheck.rubric import Rubric
from placecheck.views.guides.guide_steps import guide_view
from placecheck.views.guides.printed import blank_sections, guide_document
from placecheck.views.page_names import PageName
from placecheck.web.components.downloads import PDF, download
from placecheck.web.components.findings import show_findings
from placecheck.web.components.guide_outputs import show_guide_outputs
from placecheck.web.components.guide_step import show_guide_step
from placecheck.web.data import ideas_levels_guides, place_cards
from placecheck.web.markdown import escape, small
from placecheck.web.state.current_rubric import rubric_shown
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import CARD, GUIDE, SHEET, STEP, Session
from placecheck.web.state.worksheets import WorksheetForm, begin_sheet, keep_sheet
from placecheck.words import guides as w
from placecheck.words import lot as lot_words
from placecheck.words import say, say_n


def render(session: Session) -> None:
    """Show every guide and the worksheets of the place, or walk through the guide that the address names."""
    rubric = rubric_shown(session)
    guide = ideas_levels_guides.all_guides(rubric).get(session.query_param(GUIDE) or "")
    if guide is None:
        show_list(session, rubric)
    else:
        show_guide(session, rubric, guide)


def show_list(session: Session, rubric: Rubric) -> None:
    """Show what there is to walk through, and what was begun."""
    st.title(say(w.TITLE), anchor=False)
    guides = ideas_levels_guides.all_guides(rubric)
    if guides:
        st.markdown(say(w.INTRO))
    else:
        st.info(escape(say(w.NONE_OF_RUBRIC, title=rubric.title)))
        show_findings(ideas_levels_guides.why_unreadable(rubric))
    for guide in guides.values():
        with st.container(border=True):
            st.header(escape(guide.name), anchor=False)
            st.markdown(escape(guide.about))
            small(say_n(w.MINUTES, guide.minutes))
            offer_to_begin(session, guide, Replies())
    session.link(PageName.LOT, say(lot_words.LINK), {})


def offer_to_begin(session: Session, guide: Guide, replies: Replies) -> None:
    """Offer to begin a worksheet with these `replies`, a blank one to print, and to go on with those of the place."""
    with st.container(horizontal=True):
        begin = partial(begin_sheet, session, guide, replies)
        st.button(say(w.BEGIN), key=f"begin-{guide.id}", type="primary", on_click=uninterrupted(begin))
        download(say(w.PRINT_BLANK), partial(blank_guide_pdf, guide), file_name(guide.name, ".pdf"), PDF)
        for sheet in worksheets_on_guide(session, guide):
            label = say(w.GO_ON, name=sheet.words)
            go_on = partial(session.set_query, **{GUIDE: guide.id, SHEET: sheet.id, STEP: None})
            st.button(escape(label), key=f"go-on-{sheet.id}", on_click=uninterrupted(go_on))


def blank_guide_pdf(guide: Guide) -> bytes:
    """Return a guide on paper, with room to write."""
    day = local_today()
    return profile_pdf(guide_document(Place(name=guide.name), guide.name, blank_sections(guide), day), day)


def worksheets_on_guide(session: Session, guide: Guide) -> list[Worksheet]:
    """Return the worksheets of the open place on this guide."""
    opened = session.open_assessment
    cards = place_cards.cards_of_place(opened) if opened else ()
    return [sheet for sheet in cards_of(cards, Worksheet) if sheet.guide == guide.id]


def show_guide(session: Session, rubric: Rubric, guide: Guide) -> None:
    """Show one step, the way on and back, and in the end what comes out."""
    sheet = WorksheetForm(session, guide, session.query_param(SHEET))
    replies = sheet.replies
    view = guide_view(guide, replies, ideas_levels_guides.newest_catalogue(rubric))
    last = len(view.steps)
    number = min(_number(session.query_param(STEP)), last)
    st.title(escape(guide.name), anchor=False)
    if sheet.waits_to_begin:
        st.markdown(escape(guide.about))
        offer_to_begin(session, guide, visit_replies(session, guide))
        show_guide_buttons(session, 0, 0)
        return
    show_where_kept(sheet)
    if number == 0:
        st.markdown(f"{escape(guide.about)}  \n{escape(say(w.OURS, ours=guide.ours))}")
    if number < last:
        small(say(w.STEP_OF, n=number + 1, total=last))
        show_guide_step(session, sheet, view.steps[number])
    else:
        show_guide_outputs(sheet, view, comparable_worksheets(session, guide, sheet, replies))
    show_guide_buttons(session, number, last)


def visit_replies(session: Session, guide: Guide) -> Replies:
    """Return replies that name the group in the address, where `guide` asks which group is visited."""
    opened, id_ = session.open_assessment, session.query_param(CARD)
    peers = cards_of(place_cards.cards_of_place(opened), Peer) if opened else ()
    peer = next((card for card in peers if card.id == id_), None)
    return Replies({guide.idea.from_place: peer.words}) if guide.idea and peer else Replies()


def show_where_kept(sheet: WorksheetForm) -> None:
    """Say where the replies are kept, and offer to keep them with the open place where they are not kept yet."""
    session, opened = sheet.session, sheet.session.open_assessment
    if sheet.is_kept:
        st.markdown(say(w.KEPT_WHERE))
    elif opened is None or opened.is_example:
        st.markdown(say(w.OPEN_A_PLACE))
    else:
        st.markdown(say(w.NOT_KEPT))
        label = escape(say(w.KEEP, place=opened.assessment.place.name))
        keep = partial(keep_sheet, session, opened, sheet.guide, sheet.replies)
        st.button(label, key="guide-keep", on_click=uninterrupted(keep))


def comparable_worksheets(session: Session, guide: Guide, sheet: WorksheetForm, replies: Replies) -> list[Worksheet]:
    """Return worksheets of the same guide that this one can be compared with."""
    return [
        other
        for other in worksheets_on_guide(session, guide)
        if other.id != sheet.id and Replies.from_worksheet(other) != replies
    ]


def show_guide_buttons(session: Session, number: int, last: int) -> None:
    """Show the way back, on, and to the list."""

    def turn(step: int) -> None:
        session.set_query(**{STEP: str(step) if step else None})

    def close() -> None:
        session.set_query(**{GUIDE: None, SHEET: None, STEP: None})

    with st.container(horizontal=True):
        if number > 0:
            st.button(say(w.BACK), key="guide-back", on_click=uninterrupted(partial(turn, number - 1)))
        if number < last:
            label = say(w.NEXT) if number < last - 1 else say(w.OUTCOME)
            st.button(label, key="guide-next", type="primary", on_click=uninterrupted(partial(turn, number + 1)))
        st.button(say(w.TO_LIST), key="guide-list", type="tertiary", on_click=uninterrupted(close))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else 0
