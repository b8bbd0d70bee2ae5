"""A table of cards that comes in: what each column holds, with a choice beside it, and what becomes of the rows."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import get_args

import streamlit as st

from placecheck.exchange.card_mapping import column_keys
from placecheck.exchange.card_sheets import card_plans, row_defaults
from placecheck.exchange.card_table import CardColumn, CardPlan, card_plan
from placecheck.exchange.meaning_choices import LEAVE_OUT
from placecheck.exchange.sheet import Sheet, column_letters
from placecheck.fingerprint import text_fingerprint
from placecheck.place import Card
from placecheck.place.asset import Layer
from placecheck.web.components.card_form_fields import FIELDS
from placecheck.web.components.findings import show_findings
from placecheck.web.data import uploads
from placecheck.web.markdown import escape
from placecheck.words import card_files as w
from placecheck.words import import_plan as plan_words
from placecheck.words import importing, say
from placecheck.words import what_is_here as here_words


def settle_columns(name: str, raw: bytes, sheets: Sequence[Sheet], kind: str, known: Sequence[Card]) -> list[CardPlan]:
    """Show what each column of a table is taken for, and return the plans as people chose.

    Choices for a table with the same headings are made again.
    """
    layer = "built"
    if kind == "here":
        layer = st.selectbox(say(w.LAYER_ELSE), get_args(Layer), format_func=lambda id_: say(here_words.LAYERS[id_]))
    defaults, mapped = row_defaults(kind, layer), uploads.remembered_card_columns(sheets, kind)
    guessed = card_plans(sheets, defaults, mapped, known)
    is_open = any(column.key is None for plan in guessed for column in plan.columns)
    plans: list[CardPlan] = []
    key = text_fingerprint(name, str(zlib.crc32(raw)), kind)
    with st.expander(say(plan_words.COLUMNS_TITLE), expanded=is_open):
        for number, (sheet, plan) in enumerate(zip(sheets, guessed, strict=True)):
            chosen = {
                column.index: _choice(column, plan.sheet, kind, f"{key}-{number}-{column.index}")
                for column in plan.columns
            }
            taken = {card.id for earlier in plans for card in earlier.cards}
            is_as_guessed = chosen == {column.index: column.key for column in plan.columns}
            plans.append(plan if is_as_guessed else card_plan(sheet, defaults, chosen, known, taken))
    for plan in plans:
        show_findings(plan.findings)
    return plans


def _choice(column: CardColumn, sheet: str, kind: str, key: str) -> str | None:
    values = [LEAVE_OUT, *column_keys(kind)]
    guess = column.key or LEAVE_OUT
    values += [] if guess in values else [guess]
    place = f"{sheet} {column_letters(column.index)}".strip()
    chosen = st.selectbox(
        f"{place} – {escape(column.heading)}",
        values,
        values.index(guess),
        format_func=lambda value: say(column_labels(kind).get(value, value)),
        key=key,
    )
    return None if chosen == LEAVE_OUT else chosen


def column_labels(kind: str) -> Mapping[str, str]:
    """Return what a column holds in words, by key: the labels of the form, and a few that no form has."""
    return {
        LEAVE_OUT: importing.LEAVE_COLUMN,
        **w.COLUMNS,
        **{field.key: field.label for field in FIELDS[kind]},
    }
