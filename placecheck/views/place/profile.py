"""A place on paper: its profile from end to end, or one part of it. Strengths come first."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from placecheck.assessment import Place
from placecheck.dates import day_words
from placecheck.place.card import CardBase
from placecheck.views.place.figure_plots import FigurePlot
from placecheck.views.place.listening import listening_view
from placecheck.views.place.outcomes import DatedAction, OutcomeRow, outcomes_view
from placecheck.views.place.what_is_here import CardView, WhatIsHere, what_is_here_view
from placecheck.views.printed_labels import paper_labels
from placecheck.words import language, say
from placecheck.words import listening as lw
from placecheck.words import outcomes as ow
from placecheck.words import place_profile as w
from placecheck.words import what_is_here as hw

FEW_FROM_MAP = 12
"""How many cards of a layer that only a map tells of are printed like others."""


@dataclass(frozen=True, slots=True)
class ProfileEntry:
    """One entry under a heading: its words, a text, what else is known of it, and what people said."""

    name: str
    text: str = ""
    details: tuple[tuple[str, str], ...] = ()
    quotes: tuple[str, ...] = ()
    table: tuple[tuple[str, ...], ...] = ()
    """Rows of cells; the first row is the head."""
    photos: tuple[tuple[str, str], ...] = ()
    """The name of each photo, and what is to be seen on it."""
    plot: FigurePlot | None = None


@dataclass(frozen=True, slots=True)
class ProfileSection:
    """Entries under a heading, with a drawing (SVG) above them where there is one, and its words."""

    title: str
    intro: str = ""
    entries: tuple[ProfileEntry, ...] = ()
    drawing: str = ""
    alt: str = ""
    columns: int = 1
    level: int = 2
    in_lines: bool = False
    """Whether what is known of an entry stands in lines also where two entries are beside each other."""
    drawing_width: int = 58
    """How much of the width the drawing takes, in per cent."""


@dataclass(frozen=True, slots=True)
class ProfileView:
    """All that is printed: every part in its order."""

    title: str
    kicker: str
    place: str
    about: tuple[str, ...]
    language: str
    words: Mapping[str, str] = field(repr=False)
    sections: tuple[ProfileSection, ...] = ()


def profile_view(
    place: Place,
    cards: Sequence[CardBase],
    actions: Sequence[DatedAction],
    today: datetime.date,
    *,
    findings: Sequence[ProfileSection] = (),
    plan: str = "",
) -> ProfileView:
    """Return the whole profile.

    `findings` are the sections on the place's readings, and `plan` is the plan of what is here as SVG.
    """
    seen = what_is_here_view(cards, today)
    sections = (
        *place_sections(place),
        *here_sections(seen, plan),
        *findings,
        *agenda_sections(cards),
        *outcome_sections(cards, actions, today),
        *money_sections(seen),
        *_questions(seen),
    )
    return document(place, say(w.TITLE, place=place.name), sections, today)


def document(place: Place, title: str, sections: Sequence[ProfileSection], today: datetime.date) -> ProfileView:
    """Return some sections as a document of their own."""
    return ProfileView(
        title=title,
        kicker=say(w.KICKER),
        place=place.name,
        about=(say(w.MADE_ON, day=day_words(today)),),
        language=language.get(),
        words=paper_labels(),
        sections=tuple(sections),
    )


def here_sections(seen: WhatIsHere, plan: str = "") -> tuple[ProfileSection, ...]:
    """Return what is here, by layer, under one heading."""
    if not seen.sections:
        return ()
    layers = (
        ProfileSection(layer.name, entries=_layer_cards(layer.cards), columns=2, level=3) for layer in seen.sections
    )
    return ProfileSection(say(hw.TITLE), drawing=plan, alt=say(hw.PLAN) if plan else "", drawing_width=44), *layers


def agenda_sections(cards: Sequence[CardBase]) -> tuple[ProfileSection, ...]:
    """Return the agenda in residents' words, with single slips and what is left out."""
    heard = listening_view(cards)
    if heard.is_empty:
        return ()
    items = tuple(ProfileEntry(item.words, quotes=(*item.slips, *item.also)) for item in heard.items)
    more = ((say(lw.ALONE), heard.alone), (say(lw.LEFT_OUT), heard.left_out))
    rest = tuple(ProfileEntry(name, quotes=texts) for name, texts in more if texts)
    return (ProfileSection(say(lw.AGENDA), say(lw.AGENDA_INTRO), (*items, *rest), columns=2),)


def outcome_sections(
    cards: Sequence[CardBase], actions: Sequence[DatedAction], today: datetime.date
) -> tuple[ProfileSection, ...]:
    """Return what became of decisions and next steps, the longest silence first."""
    shown = outcomes_view(cards, actions, today)
    if not (shown.waiting or shown.settled):
        return ()
    entries = tuple(map(_outcome, (*shown.waiting, *shown.settled)))
    return (ProfileSection(say(ow.TITLE), say(ow.INTRO), entries, columns=2, in_lines=True),)


def place_sections(place: Place) -> tuple[ProfileSection, ...]:
    """Return the place in its people's words: where it ends, and what one should know."""
    texts = [text for text in (place.boundary, place.context) if text]
    return (ProfileSection(say(w.THE_PLACE), entries=tuple(ProfileEntry("", text) for text in texts)),) if texts else ()


def money_sections(seen: WhatIsHere) -> tuple[ProfileSection, ...]:
    """Return pots of money, and figures that others published."""
    pots = ProfileSection(say(hw.POTS), entries=tuple(map(_card, seen.pots)), columns=2)
    figures = ProfileSection(say(hw.FIGURES), say(hw.FIGURES_INTRO), tuple(map(_card, seen.figures)), columns=2)
    return tuple(section for section in (pots, figures) if section.entries)


def _questions(seen: WhatIsHere) -> tuple[ProfileSection, ...]:
    if not seen.questions:
        return ()
    entries = tuple(
        ProfileEntry(question.question, "" if question.answers else say(hw.NONE_KNOWN), quotes=question.answers)
        for question in seen.questions
    )
    return (ProfileSection(say(hw.QUESTIONS), entries=entries, columns=2),)


def _layer_cards(cards: Sequence[CardView]) -> tuple[ProfileEntry, ...]:
    """Return an entry for each card. Many of which only a map tells are one entry, with their names."""
    mapped = [card for card in cards if card.is_only_from_map and not card.photos and not card.number]
    if len(mapped) <= FEW_FROM_MAP:
        return tuple(map(_card, cards))
    sources = dict.fromkeys(text for card in mapped for label, text in card.lines if label == say(hw.SOURCE))
    names = ProfileEntry(
        say(hw.ALSO_ON_MAP), "; ".join(card.words for card in mapped), tuple((say(hw.SOURCE), text) for text in sources)
    )
    return (*(_card(card) for card in cards if card not in mapped), names)


def _card(card: CardView) -> ProfileEntry:
    name = f"{card.number}. {card.words}" if card.number else card.words
    photos = tuple((photo.file, photo.alt) for photo in card.photos)
    return ProfileEntry(name, card.more, card.lines, photos=photos, plot=card.plot)


def _outcome(row: OutcomeRow) -> ProfileEntry:
    kind = f"{row.kind}, {row.silence}" if row.silence else row.kind
    details = tuple((label, "; ".join(texts)) for label, texts in row.lines)
    return ProfileEntry(row.words, kind, details)
