"""Import figures from a statistics office's table: people pick the rows of this place, and say who published them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.exchange.figure_headings import text_in
from placecheck.exchange.figure_table import FigureTable, PublishedFigure, figure_cards, figures_of_table
from placecheck.exchange.sheet import Row, Sheet
from placecheck.place import Card
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.markdown import escape, small
from placecheck.words import card_files as w
from placecheck.words import deciding, say, say_n

MAX_LEFT_OUT = 50
"""How many of the rows left out are listed; a table may have thousands without a number."""


def chosen_figures(sheets: Sequence[Sheet], known: Sequence[Card]) -> Sequence[Card]:
    """Show the figures of a table by area, and return those that were picked, each with its source."""
    tables = [table for sheet in sheets if (table := figures_of_table(sheet))]
    figures = [figure for table in tables for figure in table.figures]
    for table in tables:
        _show_taken(table)
    areas = list(dict.fromkeys(figure.area for figure in figures))
    if not figures:
        st.markdown(say(w.NO_FIGURES))
        return ()
    st.markdown(say_n(w.FIGURES, len(figures)))
    area = st.selectbox(
        say(w.AREA), areas, index=None, format_func=lambda words: words or say(w.NO_AREA), placeholder=""
    )
    suggested = next((table.source for table in tables if table.source), "")
    source = st.text_input(say(w.SOURCE), suggested, max_chars=300).strip()
    small(" ".join((*((say(w.SOURCE_SUGGESTED),) if suggested else ()), say(deciding.GOES_WITH_FILE))))
    slot = fault_slot()
    figures_of_area = [figure for figure in figures if figure.area == area]
    chosen = st.multiselect(
        say(w.PICK), range(len(figures_of_area)), format_func=lambda at: _shown(figures_of_area[at]), placeholder=""
    )
    if chosen and not source:
        show_fault(slot, say(w.SOURCE), say(w.SOURCE_MISSING))
        return ()
    return figure_cards([figures_of_area[at] for at in chosen], {card.id for card in known}, source) if chosen else ()


def _show_taken(table: FigureTable) -> None:
    """Say which row names the columns, and which rows are left out."""
    small(escape(say(w.HEADINGS_IN, n=table.headings.number, headings=_texts(table.headings))))
    if table.left_out:
        with st.expander(say_n(w.ROWS_LEFT, len(table.left_out))):
            rows = (say(w.ROW_LEFT, n=row.number, words=_texts(row)) for row in table.left_out[:MAX_LEFT_OUT])
            st.markdown("\n".join(f"- {escape(row)}" for row in rows))


def _texts(row: Row) -> str:
    texts = (text for at in range(len(row.cells)) if (text := text_in(row, at)))
    return " · ".join(texts)[:300]


def _shown(figure: PublishedFigure) -> str:
    return ", ".join(
        part for part in (figure.words, f"{figure.value:f} {figure.unit or ''}".strip(), figure.year) if part
    )
