"""Figures from a statistics office's table: people pick the rows that are of this place, and say who published them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from placecheck.exchange.figure_table import PublishedFigure, picked, published_figures
from placecheck.exchange.sheet import Sheet
from placecheck.place import Card
from placecheck.web.components.focus_field import room_for_fault, show_fault
from placecheck.web.markdown import small
from placecheck.words import card_files as w
from placecheck.words import deciding, say, say_n


def chosen_figures(sheets: Sequence[Sheet], known: Sequence[Card]) -> Sequence[Card]:
    """Show the figures of a table by area, and return those that were picked, each with its source."""
    figures = [figure for sheet in sheets for figure in published_figures(sheet)]
    areas = list(dict.fromkeys(figure.area for figure in figures))
    if not figures:
        st.markdown(say(w.NO_FIGURES))
        return ()
    st.markdown(say_n(w.FIGURES, len(figures)))
    area = st.selectbox(
        say(w.AREA), areas, index=None, format_func=lambda words: words or say(w.NO_AREA), placeholder=""
    )
    source = st.text_input(say(w.SOURCE), max_chars=300).strip()
    small(say(deciding.GOES_WITH_FILE))
    slot = room_for_fault()
    figures_of_area = [figure for figure in figures if figure.area == area]
    chosen = st.multiselect(
        say(w.PICK), range(len(figures_of_area)), format_func=lambda at: _shown(figures_of_area[at]), placeholder=""
    )
    if chosen and not source:
        show_fault(slot, say(w.SOURCE), say(w.SOURCE_MISSING))
        return ()
    return picked([figures_of_area[at] for at in chosen], {card.id for card in known}, source) if chosen else ()


def _shown(figure: PublishedFigure) -> str:
    return ", ".join(
        part for part in (figure.words, f"{figure.value:f} {figure.unit or ''}".strip(), figure.year) if part
    )
