"""What is here, as a reader sees it: cards by layer, pots, figures, and what the cards answer to seven questions."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from placecheck.dates import when_words
from placecheck.place.asset import Asset, Figure, Layer, Pot
from placecheck.place.card import CardBase, Photo
from placecheck.place.geometry import GroundPlan, ground_plan
from placecheck.place.model import cards_of
from placecheck.place.questions import place_answers
from placecheck.views.place.figure_plots import FigurePlot, figure_plot
from placecheck.words import say, say_n
from placecheck.words import what_is_here as w

MAX_NAMES = 20
"""How many names a line can hold, and how many answers a question."""

MAP_FIELDS = frozenset(("id", "kind", "words", "layer", "more", "where", "keeper", "source", "source_id"))
"""What a card has that comes from a map, before anybody says something about it."""

Lines = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CardView:
    """One card: its words, what else there is to say, and a line for each thing that is known."""

    id: str
    words: str
    more: str
    lines: Lines
    indicators: tuple[str, ...]
    number: int | None = None
    """Its number on the ground plan."""
    photos: tuple[Photo, ...] = ()
    plot: FigurePlot | None = None
    is_only_from_map: bool = False
    """Whether it says no more than the map that it comes from."""


@dataclass(frozen=True, slots=True)
class CardSection:
    """Cards under one heading."""

    name: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class PlaceQuestion:
    """One of the seven questions, and what the cards answer, one answer a line; empty if no card answers it."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhatIsHere:
    """All that a page or a print shows of what is here."""

    sections: tuple[CardSection, ...]
    pots: tuple[CardView, ...]
    figures: tuple[CardView, ...]
    questions: tuple[PlaceQuestion, ...]
    plan: GroundPlan | None

    @property
    def is_empty(self) -> bool:
        """Return whether there is no card at all."""
        return not (self.sections or self.pots or self.figures)


def what_is_here_view(cards: Iterable[CardBase], today: datetime.date) -> WhatIsHere:
    """Return what is here on the day `today`."""
    all_cards = list(cards)
    assets = list(cards_of(all_cards, Asset))
    plan = ground_plan(assets)
    numbers = plan.numbers if plan else {}
    pots = tuple(pot_view(card) for card in cards_of(all_cards, Pot))
    layers = ((layer, [asset for asset in assets if asset.layer == layer]) for layer in get_args(Layer))
    return WhatIsHere(
        sections=tuple(
            CardSection(say(w.LAYERS[layer]), tuple(asset_view(asset, numbers.get(asset.id)) for asset in layer_cards))
            for layer, layer_cards in layers
            if layer_cards
        ),
        pots=pots,
        figures=tuple(figure_view(card) for card in cards_of(all_cards, Figure)),
        questions=questions(all_cards, today) if assets or pots else (),
        plan=plan,
    )


def cards_about(cards: Iterable[CardBase], indicator: str) -> tuple[CardView, ...]:
    """Return the cards of what is here, pots and figures that are about an indicator."""
    return tuple(
        card_view(card) for card in cards if isinstance(card, Asset | Pot | Figure) and indicator in card.indicators
    )


def card_view(card: Asset | Pot | Figure, number: int | None = None) -> CardView:
    """Return what there is to say of a card, whichever of the three kinds it is."""
    if isinstance(card, Asset):
        return asset_view(card, number)
    return pot_view(card) if isinstance(card, Pot) else figure_view(card)


def questions(cards: Sequence[CardBase], today: datetime.date) -> tuple[PlaceQuestion, ...]:
    """Return the seven questions with what the cards answer, in words; of many answers, the first and how many more."""
    answers = place_answers(cards, today)
    overlaps = (
        say(w.OVERLAP, purpose=overlap.purpose, names=_names([card.words for card in overlap.cards]))
        for overlap in answers.overlaps
    )
    by_question: tuple[tuple[str, Iterable[str]], ...] = (
        (w.RESTS_ON_ONE_PERSON, (card.words for card in answers.assets_resting_on_one_person)),
        (w.UNDER_THREAT, (f"{card.words}: {card.threat}" for card in answers.threatened_cards)),
        (w.UNUSED, (_with_detail(card.words, card.spare) for card in answers.unused_assets)),
        (
            w.ENDS_WITHIN_A_YEAR,
            (_with_detail(card.words, when_words(card.ends)) for card in answers.cards_ending_within_a_year),
        ),
        (w.NO_SAY, (card.words for card in answers.no_say)),
        (w.OVERLAPS, overlaps),
        (w.UNCHECKED, (card.words for card in answers.unchecked_cards)),
    )
    return tuple(PlaceQuestion(say(question), _truncated(list(names))) for question, names in by_question)


def asset_view(card: Asset, number: int | None = None) -> CardView:
    """Return what there is to say of something that is here."""
    pairs = (
        (w.WHERE, card.where.words if card.where else None),
        (w.KEEPER, card.keeper),
        (w.RESTS_ON, ", ".join(say(w.RESTS[rest]) for rest in card.rests_on)),
        (w.PURPOSES, ", ".join(card.purposes)),
        (w.OPEN_TO, card.open_to),
        (w.USE, say(w.USES[card.use]) if card.use else None),
        (w.SPARE, card.spare),
        (w.THREAT, card.threat),
        (w.ENDS, when_words(card.ends)),
    )
    view = _view(card, pairs, (*_checked(card), (w.SOURCE, card.source)), number)
    return replace(view, is_only_from_map=card.source_id is not None and card.model_fields_set <= MAP_FIELDS)


def pot_view(card: Pot) -> CardView:
    """Return what there is to say of a pot of money."""
    pairs = (
        (w.HOLDER, card.holder),
        (w.DECIDES, card.decides),
        (w.SAY, say(w.SAYS[card.residents_say]) if card.residents_say else None),
        (w.COULD, card.residents_could),
        (w.AMOUNT, card.amount),
        (w.PURPOSES, ", ".join(card.purposes)),
        (w.SPENT_NEAR, card.spent_near),
        (w.THREAT, card.threat),
        (w.ENDS, when_words(card.ends)),
    )
    return _view(card, pairs, _checked(card))


def figure_view(card: Figure) -> CardView:
    """Return a figure with the others that it is compared to, its source, and what to be careful about."""
    figure = f"{card.value:f}{'' if card.unit in (None, '%') else ' '}{card.unit or ''}"
    parts = (figure, card.area, when_words(card.year))
    compared = "; ".join(
        say(w.COMPARED, area=compared_figure.area, value=f"{compared_figure.value:f}")
        for compared_figure in card.compared
    )
    pairs = (
        ("", ", ".join(part for part in parts if part)),
        ("", compared),
        (w.CARE, card.care),
        (w.SOURCE, card.source),
    )
    return replace(_view(card, pairs, ()), plot=figure_plot(card))


def _checked(card: Asset | Pot) -> tuple[tuple[str, str | None], ...]:
    return ((w.CHECKED, when_words(card.checked)),)


def _view(
    card: CardBase,
    pairs: Iterable[tuple[str, str | None]],
    last: Iterable[tuple[str, str | None]],
    number: int | None = None,
) -> CardView:
    source = ", ".join(part for part in (card.by, when_words(card.date)) if part)
    of_all = ((w.TRUE_FOR, card.true_for), (w.NOT_FOR, card.not_for), (w.SAID_BY, source))
    lines = tuple((say(label) if label else "", text) for label, text in (*pairs, *of_all, *last) if text)
    return CardView(card.id, card.words, card.more or "", lines, card.indicators, number, card.photos)


def _truncated(answers: Sequence[str]) -> tuple[str, ...]:
    if len(answers) <= MAX_NAMES + 1:
        return tuple(answers)
    return (*answers[:MAX_NAMES], say_n(w.AND_MORE, len(answers) - MAX_NAMES))


def _names(names: Sequence[str]) -> str:
    """Return names in a row; of many, the first and how many more there are."""
    return "; ".join(_truncated(names))


def _with_detail(words: str, more: str | None) -> str:
    return f"{words}: {more}" if more else words
