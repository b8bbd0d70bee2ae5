"""The fields of a card in words: what each is called, and what stands in it as a reader sees it."""

from __future__ import annotations

from collections.abc import Mapping

from placecheck.exchange.card_cells import LISTS
from placecheck.place import Slip, SlipGroup
from placecheck.web.components.card_form_fields import FIELDS, LIST_SEPARATOR, shown_text
from placecheck.web.data import place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.words import card_editing, card_fields, card_files, ideas, listening, outcomes, say

OTHER_LABELS: Mapping[str, str] = {
    **card_files.COLUMNS,
    "by": card_fields.BY,
    "date": card_fields.DATE,
    "more": card_fields.MORE,
    "true_for": card_fields.TRUE_FOR,
    "not_for": card_fields.NOT_FOR,
    "indicators": card_fields.INDICATORS,
    "where.outline": card_fields.WHERE_OUTLINE,
    "where.line": card_fields.WHERE_LINE,
    "passages": card_fields.PASSAGES,
    "photos": card_editing.PHOTOS,
    "compared": card_fields.COMPARED,
    "groups": listening.LIES_IN,
    "left_out": listening.WHY_LEFT_OUT,
    "story": listening.STORY,
    "said.slips": outcomes.SLIPS,
    "said.indicators": card_fields.INDICATORS,
    "seen": card_fields.SEEN_WHAT,
    "from_idea": ideas.LINE_OF_DESCENT,
    "from_place": ideas.FROM_GROUP,
    "forebears": ideas.LINE_OF_DESCENT,
}
"""What is said of fields that the form of a card does not have, or not that of every kind."""


def field_label(kind: str, path: str) -> str:
    """Return what the field at `path` of a card of `kind` is called on its form, or where else it is filled in."""
    labels = {field.key: field.label for field in FIELDS.get(kind, ())}
    while path not in labels and path not in OTHER_LABELS and "." in path:
        path = path.rpartition(".")[0]
    return say(labels.get(path) or OTHER_LABELS.get(path, path))


def card_field_words(opened: OpenAssessment, kind: str, path: str, text: str) -> str:
    """Return what stands in a field as a reader sees it: choices by their words, and what is named by its name."""
    if not text:
        return ""
    if field := next((field for field in FIELDS.get(kind, ()) if field.key == path), None):
        text = shown_text(field, text)
    names = _names(opened, kind, path)
    entries = text.split(LIST_SEPARATOR) if path in LISTS else [text]
    return LIST_SEPARATOR.join(names.get(entry, entry) for entry in entries)


def _names(opened: OpenAssessment, kind: str, path: str) -> Mapping[str, str]:
    if path.endswith("indicators"):
        return {indicator.id: indicator.name for indicator in opened.rubric.indicators()}
    if path in ("groups", "said.slips"):
        return {
            card.id: card.words for card in place_cards.cards_of_place(opened) if isinstance(card, Slip | SlipGroup)
        }
    options = next((field.options for field in FIELDS.get(kind, ()) if field.key == path), None)
    return {id_: say(words) for id_, words in (options or {}).items()}
