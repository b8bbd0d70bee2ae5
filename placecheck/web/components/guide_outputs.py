"""The outputs of a guide: to read, to download, and to compare with another person's worksheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from placecheck.assessment import Place
from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.guides import Replies
from placecheck.guides.blocks import OutputBlock
from placecheck.guides.compare import compare_replies
from placecheck.guides.decisions import decision_card, idea_card
from placecheck.guides.write import WrittenOutput, build_outputs
from placecheck.place import Card, Worksheet
from placecheck.report.place_docx import profile_docx
from placecheck.report.place_profile import profile_html, profile_pdf
from placecheck.views.comparison.assessment_name import distinct_labels
from placecheck.views.guides.guide_steps import GuideView, output_text
from placecheck.views.guides.printed import guide_document, output_section
from placecheck.views.page_names import PageName
from placecheck.views.place.profile import ProfileView
from placecheck.web.components.downloads import DOCX, HTML, PDF, download
from placecheck.web.data import new_cards, place_cards
from placecheck.web.markdown import escape, text_table
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.worksheets import WorksheetForm
from placecheck.words import guides as w
from placecheck.words import say


def show_guide_outputs(sheet: WorksheetForm, view: GuideView, others: Sequence[Worksheet]) -> None:
    """Show each output, what it still needs, and the same guide as someone else filled it in."""
    st.header(say(w.OUTCOME), anchor=False)
    st.markdown(escape(view.progress))
    if view.needed:
        st.markdown(escape(say(w.NEEDED, names=", ".join(view.needed))))
    for line in view.waiting:
        st.markdown(escape(line))
    outputs = build_outputs(sheet.guide, sheet.replies)
    if not any(output.blocks for output in outputs):
        st.markdown(say(w.NOTHING_YET))
    for output in outputs:
        if output.blocks or output.to_fill:
            show_output(sheet, output)
    for offer in OFFERS:
        offer_card(sheet, offer)
    if others:
        show_worksheet_comparison(sheet, others)


def show_output(sheet: WorksheetForm, output: WrittenOutput) -> None:
    """Show one output, what a letter still lacks, and ways to take it away once there is anything of it."""
    with st.container(border=True):
        st.subheader(escape(output.output.name), anchor=False)
        for block in output.blocks:
            show_block(block)
    if output.to_fill:
        names = ", ".join(output.to_fill)
        st.markdown(escape(say(w.TO_FILL if output.blocks else w.FILL_FIRST, names=names)))
    if output.blocks:
        with st.container(horizontal=True):
            show_output_downloads(sheet, output)


@dataclass(frozen=True, slots=True)
class CardOffer:
    """A card that the replies to a guide can become: how it is made, its button, and where it is kept."""

    name: str
    key: str
    make: Callable[..., Card | None]
    label: str
    done: str
    page: PageName


OFFERS = (
    CardOffer("decision", "follow", decision_card, w.FOLLOW, w.FOLLOWED, PageName.OUTCOMES),
    CardOffer("idea", "bring-home", idea_card, w.BRING_HOME, w.BROUGHT_HOME, PageName.IDEAS),
)


def offer_card(sheet: WorksheetForm, offer: CardOffer) -> None:
    """Offer to keep a card of the place that the replies become, or lead to it where it is there already."""
    session, opened = sheet.session, sheet.session.open_assessment
    if opened is None or opened.is_example:
        return
    id_ = new_cards.new_card_id(opened, f"{offer.name}-{sheet.guide.id}")
    card = offer.make(sheet.guide, sheet.replies, id_=id_, day=local_today())
    if card is None:
        return

    def keep() -> None:
        session.toast_on_next_page(say(offer.done))
        card_keeping.keep_card(session, opened, card)

    if any(type(other) is type(card) and other.words == card.words for other in place_cards.cards_of_place(opened)):
        session.link(offer.page, say(offer.done), session.address(opened.id))
    else:
        st.button(say(offer.label), key=sheet.key(offer.key), on_click=uninterrupted(keep))


def show_output_downloads(sheet: WorksheetForm, output: WrittenOutput) -> None:
    """Offer one output on paper, as a page, to edit and as text."""
    opened, day, title = sheet.session.open_assessment, local_today(), output.output.name

    def page() -> ProfileView:
        place = opened.assessment.place if opened else Place(name=sheet.guide.name)
        return guide_document(place, title, (output_section(output),), day)

    download(say(w.TAKE_PDF), lambda: profile_pdf(page(), day), file_name(title, ".pdf"), PDF)
    download(say(w.TAKE_HTML), lambda: profile_html(page()), file_name(title, ".html"), HTML)
    download(say(w.TAKE_WORD), lambda: profile_docx(page(), day), file_name(title, ".docx"), DOCX)
    download(say(w.DOWNLOAD), lambda: output_text(output), file_name(title, ".txt"), "text/plain")


def show_block(block: OutputBlock) -> None:
    """Show a heading, a paragraph, a list or a table."""
    match block.kind:
        case "heading":
            st.markdown(f"**{escape(block.text)}**")
        case "text":
            st.markdown(escape(block.text))
        case "list":
            st.markdown("\n".join(f"- {escape(row[0])}" for row in block.rows))
        case "table":
            head, *rows = block.rows
            text_table([dict(zip(head, row, strict=True)) for row in rows])


def show_worksheet_comparison(sheet: WorksheetForm, others: Sequence[Worksheet]) -> None:
    """Show where this worksheet and another differ; neither is the right one."""
    st.subheader(say(w.NEXT_TO_ANOTHER), anchor=False)
    names = distinct_labels({other.id: other.words for other in others})
    chosen = st.selectbox(
        say(w.WHOSE), list(names), index=None, format_func=names.__getitem__, key=sheet.key("beside"), placeholder=""
    )
    other = next((sheet_of_other for sheet_of_other in others if sheet_of_other.id == chosen), None)
    if other is None:
        return
    rows = [
        row for row in compare_replies(sheet.guide, sheet.replies, Replies.from_worksheet(other)) if not row.is_same
    ]
    if not rows:
        st.markdown(say(w.ALL_THE_SAME))
        return
    head = tuple(map(say, (w.ASKED, w.THIS_ONE, w.OTHER_ONE)))
    table = [dict(zip(head, (row.question.name, row.first, row.second), strict=True)) for row in rows]
    text_table(table)
