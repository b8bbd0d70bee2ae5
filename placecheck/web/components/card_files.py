"""Cards in from files, shown before any is kept, and out as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import streamlit as st

from placecheck.errors import InputError
from placecheck.exchange import file_name
from placecheck.exchange.card_table import read_card_tables, write_card_csv
from placecheck.exchange.card_xlsx import write_card_xlsx
from placecheck.exchange.place_archive import place_zip, read_place_zip
from placecheck.place import Asset, Card, cards_of, place_yaml
from placecheck.place.file import is_place_file, parse_place_file
from placecheck.place.geojson import MapPlan, read_geojson, write_geojson
from placecheck.place.photo import MAX_PHOTOS
from placecheck.source import parsed
from placecheck.source.text import decoded
from placecheck.web.components.card_columns import settle_columns
from placecheck.web.components.downloads import XLSX, download
from placecheck.web.components.figure_import import chosen_figures
from placecheck.web.components.findings import show_findings
from placecheck.web.components.profile_downloads import show_profile_downloads
from placecheck.web.data import assessments, place_cards, uploads
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, text_table
from placecheck.web.state import card_keeping
from placecheck.web.state.session import Session
from placecheck.words import card_files as w
from placecheck.words import say, say_n

ENDINGS = ["csv", "xlsx", "geojson", "json", "yaml", "yml", "zip"]


@dataclass(frozen=True, slots=True)
class IncomingCards:
    """What a file would give: cards, photos under their names, and what to do once they are kept."""

    cards: Sequence[Card]
    photos: Mapping[str, bytes] = field(default_factory=dict)
    remember: Callable[[], None] = lambda: None


def show_card_import(session: Session, opened: OpenAssessment) -> None:
    """Take cards from a table, a map or a place file: what it holds is shown, and nothing is kept before a yes."""
    with st.expander(say(w.IMPORT)):
        st.markdown(say(w.IMPORT_ABOUT))
        count = int(session.widget_value("cards-imported") or 0)
        uploaded = st.file_uploader(say(w.FILE), type=ENDINGS, key=f"cards-file-{count}")
        if uploaded is None:
            return
        try:
            incoming = _incoming(uploaded.name, uploaded.getvalue(), place_cards.cards_of_place(opened))
        except InputError as error:
            st.error(say(w.NOT_READ))
            show_findings(error.findings)
            return
        _keep_at_a_yes(session, opened, incoming, count)


def _incoming(name: str, raw: bytes, known: Sequence[Card]) -> IncomingCards:
    """Show what a file holds, let people choose, and return what would be kept.

    Raises:
        InputError: The file cannot be read.
    """
    ending = Path(name).suffix.lower()
    if ending in (".csv", ".xlsx"):
        return _from_tables(name, raw, known)
    if ending == ".zip":
        content = read_place_zip(raw, name)
        return IncomingCards(content.cards, content.photos)
    if ending in (".yaml", ".yml"):
        return IncomingCards(parse_place_file(parsed(decoded(raw, name), name)).cards)
    if ending == ".json" and is_place_file(source := parsed(decoded(raw, name), name, is_json=True)):
        return IncomingCards(parse_place_file(source).cards)
    return IncomingCards(_from_map(read_geojson(raw, name, cards_of(known, Asset))))


def _from_tables(name: str, raw: bytes, known: Sequence[Card]) -> IncomingCards:
    kind = st.radio(say(w.TABLE_OF), list(w.TABLES), format_func=lambda id_: say(w.TABLES[id_]), horizontal=True)
    sheets = read_card_tables(raw, name)
    if kind == "figure":
        return IncomingCards(chosen_figures(sheets, known))
    plans = settle_columns(name, raw, sheets, kind, known)
    cards = [card for plan in plans for card in plan.cards]
    return IncomingCards(cards, remember=lambda: uploads.remember_card_columns(sheets, plans, kind))


def _from_map(plan: MapPlan) -> Sequence[Card]:
    """Choose sorts of features, not flood: the usual ones are ticked, the others wait."""
    st.markdown(say_n(w.FEATURES, len(plan.features)))
    sorts = plan.sorts()
    names = [name for name, _, _ in sorts]
    counts = {name: count for name, count, _ in sorts}
    chosen = st.multiselect(
        say(w.SORTS),
        names,
        [name for name, _, offered in sorts if offered],
        format_func=lambda name: f"{name or say(w.OUR_CARDS)}: {counts[name]}",
        placeholder="",
    )
    named_only = st.checkbox(say(w.NAMED_ONLY), value=True)
    if plan.not_taken:
        st.markdown(escape(say(w.LEFT, sorts=", ".join(f"{tag or '?'} ({n})" for tag, n in plan.not_taken[:12]))))
    show_findings(plan.findings)
    return plan.chosen(chosen, named_only=named_only)


def _keep_at_a_yes(session: Session, opened: OpenAssessment, incoming: IncomingCards, count: int) -> None:
    place_id = place_cards.place_id_of(opened)
    known = {card.id: card for card in place_cards.cards_of_place(opened)}
    cards = [card for card in incoming.cards if known.get(card.id) != card]
    if incoming.cards and not cards:
        st.markdown(say(w.NOTHING_NEW))
        return
    st.markdown(f"**{say_n(w.WOULD_KEEP, len(cards))}**")
    changed = sum(card.id in known for card in cards)
    if changed:
        st.warning(say_n(w.WOULD_CHANGE, changed))
    if cards:
        text_table([{say(w.CARD): card.words[:80]} for card in cards[:10]])
    if place_id is not None and cards and st.button(say_n(w.KEEP, len(cards)), type="primary"):
        card_keeping.keep_cards(session, opened, cards)
        keep_photos(place_id, incoming.photos)
        incoming.remember()
        session.set_widget_value("cards-imported", count + 1)
        session.rerun_with_toast(say_n(w.KEPT, len(cards)))


def keep_photos(place_id: str, photos: Mapping[str, bytes]) -> None:
    """Keep the photos that came with cards, as many as a place may have."""
    store = assessments.current_store()
    for name, content in photos.items():
        store.keep_photo(place_id, name, content, MAX_PHOTOS)


def show_card_downloads(opened: OpenAssessment) -> None:
    """Show the place file, a table and a map; each is made only on request."""
    cards, name = place_cards.cards_of_place(opened), opened.assessment.place.name
    show_profile_downloads(opened)
    if not cards:
        return
    with st.container(horizontal=True):
        whole = partial(_place_file, opened)
        download(say(w.TAKE_FILE), whole, file_name(f"{name} place", ".yaml"), "application/yaml")
        if any(card.photos for card in cards):
            packed = partial(_place_archive, opened)
            download(say(w.TAKE_ARCHIVE), packed, file_name(f"{name} place", ".zip"), "application/zip")
        download(say(w.TAKE_TABLE), partial(write_card_csv, cards), file_name(f"{name} cards", ".csv"), "text/csv")
        download(say(w.TAKE_WORKBOOK), partial(write_card_xlsx, cards), file_name(f"{name} cards", ".xlsx"), XLSX)
        assets = list(cards_of(cards, Asset))
        download(say(w.TAKE_MAP), partial(write_geojson, assets), file_name(name, ".geojson"), "application/geo+json")


def _place_file(opened: OpenAssessment) -> str:
    return place_yaml(place_cards.place_file_of(opened))


def _place_archive(opened: OpenAssessment) -> bytes:
    return place_zip(place_cards.place_file_of(opened), place_cards.photos_of(opened).get)
