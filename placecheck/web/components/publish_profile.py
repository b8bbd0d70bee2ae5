"""The place's profile for anyone to see: each card, photo and next step with its tick, and the documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import streamlit as st

from placecheck.dates import local_today
from placecheck.exchange import file_name
from placecheck.place.card import CardBase
from placecheck.publishing import Published, Text
from placecheck.publishing.place_cards import find_card_texts, text_kind, text_of_card
from placecheck.report.place_docx import profile_docx
from placecheck.report.place_profile import profile_html, profile_pdf
from placecheck.report.published_profile import profile_to_publish
from placecheck.web.components.approve_texts import kept_ticks, show_text_to_tick
from placecheck.web.components.downloads import DOCX, HTML, PDF, download
from placecheck.web.data import ideas_levels_guides, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.state.session import Session
from placecheck.words import place_profile as w
from placecheck.words import publishing as pw
from placecheck.words import say, say_n

MAX_TOGETHER = 40
"""How many texts one fold holds: a place may have two thousand slips."""


def show_profile_to_publish(session: Session, opened: OpenAssessment, summary: Published) -> None:
    """Let each text of the cards be ticked, and offer the profile with `summary`; made only when it is asked for."""
    cards = place_cards.cards_of_place(opened)
    actions = [action for action, _ in place_cards.dated_actions(opened)]
    texts = find_card_texts(opened.assessment.place, cards, actions)
    st.header(say(w.PUBLISH), anchor=False)
    if not texts:
        st.markdown(say(w.NO_CARDS))
        return
    st.markdown(f"{say(w.PUBLISH_ABOUT)} {say(w.PUBLISH_NEVER)}")
    ticks = kept_ticks(session, opened)
    st.markdown(f"**{say(pw.TICKED, ticked=len(ticks & {text.tick for text in texts}), total=len(texts))}**")
    by_id = {card.id: card for card in cards}
    for label, group in _folds(texts, by_id):
        _fold(session, opened, label, group, by_id)
    stem = file_name(f"{opened.assessment.place.name} profile published", "")
    with st.container(horizontal=True):
        for kind, words, mime in (
            ("pdf", w.TAKE_PDF, PDF), ("html", w.TAKE_HTML, HTML), ("docx", w.TAKE_WORD, DOCX),
        ):  # fmt: skip
            download(say(words), partial(_made, opened, summary, ticks, kind), f"{stem}.{kind}", mime)


def _folds(texts: Sequence[Text], cards: Mapping[str, CardBase]) -> Iterator[tuple[str, Sequence[Text]]]:
    """Yield the texts of each kind of card under their label, no more than can be read together."""
    for kind, words in w.PUBLISH_KINDS.items():
        of_kind = [text for text in texts if text_kind(text, cards) == kind]
        for first in range(0, len(of_kind), MAX_TOGETHER):
            group, label = of_kind[first : first + MAX_TOGETHER], w.PUBLISH_PART if first else w.PUBLISH_GROUP
            yield say_n(label, len(group), name=say(words), first=first + 1), group


def _fold(
    session: Session, opened: OpenAssessment, label: str, texts: Sequence[Text], cards: Mapping[str, CardBase]
) -> None:
    fold = st.expander(label, key=f"texts-{opened.id}-{texts[0].key}", on_change="rerun")
    if fold.open:
        with fold:
            for text in texts:
                show_text_to_tick(session, opened, text, _shown(text, cards))


def _shown(text: Text, cards: Mapping[str, CardBase]) -> str:
    """Return a text with the card that it is of, where its own words do not tell."""
    frames = {"keeper": w.KEEPS_IT, "alt": w.PHOTO_OF}
    name, words = text.parts[0]
    card = text_of_card(text, cards)
    return say(frames[name], card=card.words, **{name: words}) if card and name in frames else text.as_read


def _made(opened: OpenAssessment, summary: Published, ticks: set[str], kind: str) -> bytes | str:
    day, photos = local_today(), place_cards.photos_of(opened)
    view = profile_to_publish(
        summary,
        opened.assessment.place,
        place_cards.cards_of_place(opened),
        place_cards.dated_actions(opened),
        ticks=ticks,
        today=day,
        levels=ideas_levels_guides.decision_levels_of_place(opened),
    )
    allowed = {name for section in view.sections for entry in section.entries for name, _ in entry.photos}
    photos = {name: content for name, content in photos.items() if name in allowed}
    if kind == "html":
        return profile_html(view, photos=photos)
    return profile_docx(view, day, photos) if kind == "docx" else profile_pdf(view, day, photos=photos)
