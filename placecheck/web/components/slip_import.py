"""Import slips: pasted, a line each, or from any spreadsheet; one column of people's words is enough."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from placecheck.dates import local_today
from placecheck.errors import InputError
from placecheck.exchange import file_name
from placecheck.exchange.card_table import read_card_tables
from placecheck.exchange.slip_table import WordColumn, slips_from, word_columns
from placecheck.place import Slip
from placecheck.report.place_profile import slip_sheet
from placecheck.web.components.downloads import PDF, download
from placecheck.web.components.draft import Draft
from placecheck.web.components.findings import show_findings
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.words import listening as w
from placecheck.words import say, say_n

GRID_ROWS = 12

_BULLET = re.compile(r"(?:[-–—*•‣◦▪·]|\d{1,3}[.)])(?:\s+|$)")
"""What a list that is copied from elsewhere puts before each of its lines."""


def show_slip_import(session: Session, opened: OpenAssessment) -> None:
    """Take many slips at once; they are shown before any is kept."""
    with st.expander(say(w.MANY_IN)):
        count = int(session.widget_value("slips-in") or 0)
        draft = Draft(session, opened.id, "slips-in", ("pasted", "asked"), f"slips-{{}}-{count}".format)
        draft.fill()
        keep_draft = uninterrupted(draft.keep)
        pasted = st.text_area(say(w.PASTE), key=draft.key("pasted"), max_chars=200_000, on_change=keep_draft)
        question = (
            st.text_input(say(w.ASKED), key=draft.key("asked"), max_chars=300, on_change=keep_draft).strip() or None
        )
        draft.show_state()
        uploaded = st.file_uploader(say(w.SHEET), type=["csv", "xlsx"], key=f"slips-file-{count}")
        ids = {card.id for card in place_cards.cards_of_place(opened)}
        slips = list(pasted_slips(pasted, ids, question))
        if uploaded is not None:
            slips += _from_sheets(uploaded.name, uploaded.getvalue(), ids | {slip.id for slip in slips}, question)
        if slips:
            st.markdown("\n".join(f"- {escape(slip.words[:120])}" for slip in slips[:5]))
            if st.button(say_n(w.KEEP_SLIPS, len(slips)), type="primary", key=f"slips-keep-{count}"):
                card_keeping.keep_cards(session, opened, slips)
                draft.drop()
                session.set_widget_value("slips-in", count + 1)
                session.rerun_with_toast(say_n(w.SLIPS_KEPT, len(slips)))


def show_paper_slips(session: Session, opened: OpenAssessment) -> None:
    """Offer a sheet of slips to write on, and a grid to type in what was written."""
    place = opened.assessment.place.name
    with st.expander(say(w.GRID)):
        draft = Draft(session, opened.id, "paper", ("paper-question",), "{}".format)
        draft.fill({"paper-question": say(w.SHEET_QUESTION)})
        keep_draft = uninterrupted(draft.keep)
        question = st.text_input(
            say(w.ASKED), key=draft.key("paper-question"), max_chars=300, on_change=keep_draft
        ).strip()
        sheet = partial(slip_sheet, place, question, local_today())
        download(say(w.TAKE_SHEET), sheet, file_name(f"{place} slips", ".pdf"), PDF)
        st.markdown(say(w.GRID_ABOUT))
        count = int(session.widget_value("slips-typed") or 0)
        columns = {"words": say(w.GRID_WORDS), "by": say(w.GRID_BY)}
        typed = st.data_editor(
            [dict.fromkeys(columns, "") for _ in range(GRID_ROWS)],
            column_config={
                "words": st.column_config.TextColumn(columns["words"], width="large", max_chars=4000),
                "by": st.column_config.TextColumn(columns["by"], max_chars=300),
            },
            num_rows="dynamic",
            hide_index=True,
            key=f"slips-grid-{count}",
        )
        slips = typed_slips(typed, {card.id for card in place_cards.cards_of_place(opened)}, question or None)
        if slips and st.button(say_n(w.KEEP_SLIPS, len(slips)), type="primary", key=f"slips-keep-typed-{count}"):
            card_keeping.keep_cards(session, opened, slips)
            session.set_widget_value("slips-typed", count + 1)
            session.rerun_with_toast(say_n(w.SLIPS_KEPT, len(slips)))


def typed_slips(rows: Sequence[Mapping[str, str | None]], ids: set[str], question: str | None) -> Sequence[Slip]:
    """Return a slip for each row that holds words, with the role that it came from."""
    filled = [((row.get("words") or "").strip(), (row.get("by") or "").strip() or None) for row in rows]
    filled = [(words, by) for words, by in filled if words]
    free = (f"s{number}" for number in range(1, len(filled) + len(ids) + 1) if f"s{number}" not in ids)
    return [
        Slip(id=id_, words=words, by=by, question=question, via="paper")
        for (words, by), id_ in zip(filled, free, strict=False)
    ]


def pasted_slips(text: str, ids: set[str], question: str | None) -> Sequence[Slip]:
    """Return a slip for each line that holds anything, without the bullet or number of a list."""
    lines = [words for line in text.splitlines() if (words := _BULLET.sub("", line.strip(), count=1))]
    free = (f"s{number}" for number in range(1, len(lines) + len(ids) + 1) if f"s{number}" not in ids)
    return [
        Slip(id=id_, words=line[:10_000], question=question, via="paper")
        for line, id_ in zip(lines, free, strict=False)
    ]


def _from_sheets(name: str, raw: bytes, ids: set[str], question: str | None) -> list[Slip]:
    """Let people choose the columns that hold words, and return a slip for each cell in them."""
    slips: list[Slip] = []
    try:
        sheets = read_card_tables(raw, name)
    except InputError as error:
        show_findings(error.findings)
        return []
    for number, sheet in enumerate(sheets):
        columns = {column.index: column for column in word_columns(sheet)}
        chosen = st.multiselect(
            say(w.COLUMNS, sheet=sheet.name or name),
            list(columns),
            [index for index, column in columns.items() if column.taken],
            format_func=partial(_column_name, columns),
            key=f"slip-columns-{name}-{number}",
            placeholder="",
        )
        slips += slips_from(sheet, chosen, ids | {slip.id for slip in slips}, question)
    return slips


def _column_name(columns: Mapping[int, WordColumn], index: int) -> str:
    return columns[index].heading or columns[index].sample[0][:40]
