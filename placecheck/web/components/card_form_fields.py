"""Which fields the form of each kind of card has: the keys, their labels, and how each is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from placecheck import dates
from placecheck.place.asset import Layer
from placecheck.place.decision import Effect
from placecheck.words import card_fields as w
from placecheck.words import ideas
from placecheck.words import outcomes as outcome_words
from placecheck.words import what_is_here as here_words

Widget = Literal["line", "when", "text", "choice", "several", "indicators"]
TYPED = ("line", "when", "text")
"""How fields are filled in that a person types in."""

LIST_SEPARATOR = "; "
"""What stands between the entries of a list in one cell."""


@dataclass(frozen=True, slots=True)
class CardField:
    """One field of a form: the key that it fills in, its label, and how it is filled in."""

    key: str
    label: str
    widget: Widget = "line"
    options: Mapping[str, str] | None = None


LAYERS = {layer: here_words.LAYERS[layer] for layer in get_args(Layer)}
EFFECTS = {effect: outcome_words.EFFECTS[effect] for effect in get_args(Effect)}
WHO = (CardField("by", w.BY), CardField("date", w.DATE, "when"))
OF_ALL = (
    CardField("true_for", w.TRUE_FOR),
    CardField("not_for", w.NOT_FOR),
    CardField("indicators", w.INDICATORS, "indicators"),
)
FIELDS: Mapping[str, tuple[CardField, ...]] = {
    "here": (
        CardField("words", w.ASSET_TEXT),
        CardField("layer", w.LAYER, "choice", LAYERS),
        CardField("more", w.MORE, "text"),
        CardField("where.words", w.WHERE),
        CardField("keeper", w.KEEPER),
        CardField("rests_on", w.RESTS_ON, "several", here_words.RESTS),
        CardField("purposes", w.PURPOSES),
        CardField("open_to", w.OPEN_TO),
        CardField("use", w.USE, "choice", here_words.USES),
        CardField("spare", w.SPARE),
        CardField("threat", w.THREAT),
        CardField("ends", w.ENDS, "when"),
        CardField("checked", w.CHECKED, "when"),
        *WHO,
        *OF_ALL,
    ),
    "pot": (
        CardField("words", w.WORDS_POT),
        CardField("holder", w.HOLDER),
        CardField("decides", w.DECIDES),
        CardField("residents_say", w.RESIDENTS_SAY, "choice", here_words.SAYS),
        CardField("residents_could", w.RESIDENTS_COULD, "text"),
        CardField("amount", w.AMOUNT),
        CardField("purposes", w.PURPOSES_POT),
        CardField("spent_near", w.SPENT_NEAR),
        CardField("threat", w.THREAT),
        CardField("ends", w.ENDS, "when"),
        CardField("checked", w.CHECKED, "when"),
        *WHO,
        *OF_ALL,
    ),
    "figure": (
        CardField("words", w.WORDS_FIGURE),
        CardField("value", w.VALUE),
        CardField("unit", w.UNIT),
        CardField("year", w.YEAR),
        CardField("area", w.AREA),
        CardField("source", w.SOURCE),
        CardField("care", w.CARE, "text"),
        CardField("indicators", w.INDICATORS, "indicators"),
    ),
    "heard": (
        CardField("words", w.WORDS_HEARD, "text"),
        CardField("question", w.QUESTION),
        *WHO,
        *OF_ALL,
    ),
    "decision": (
        CardField("words", w.WORDS_DECISION),
        CardField("asked.by", w.ASKED_BY),
        CardField("asked.when", w.WHEN, "when"),
        CardField("asked.question", w.ASKED_QUESTION, "text"),
        CardField("asked.could_change", w.COULD_CHANGE),
        CardField("said.words", w.SAID_WORDS, "text"),
        CardField("said.indicators", w.INDICATORS, "indicators"),
        CardField("decided.what", w.DECIDED_WHAT, "text"),
        CardField("decided.by", w.DECIDED_BY),
        CardField("decided.when", w.WHEN, "when"),
        CardField("decided.effect", w.EFFECT, "choice", EFFECTS),
        CardField("decided.because", w.BECAUSE),
        CardField("promised.what", w.PROMISED_WHAT),
        CardField("promised.by", w.PROMISED_BY),
        CardField("promised.when", w.PROMISED_WHEN, "when"),
        CardField("closed", w.CLOSED),
    ),
    "idea": (
        CardField("words", ideas.NAME),
        CardField("more", w.MORE, "text"),
        CardField("change", ideas.CHANGE, "text"),
        CardField("lack", ideas.LACK, "text"),
        CardField("thanks", ideas.THANKS, "text"),
        CardField("cost", ideas.WHAT_COST, "text"),
        CardField("worked", ideas.WHAT_WORKED, "text"),
        CardField("failed", ideas.WHAT_FAILED, "text"),
        *OF_ALL,
    ),
}
"""The fields of each kind of card, in the order of its form. What no field shows stays as it is."""


def widget_value(field: CardField, text: str) -> str | list[str]:
    """Return what the widget of `field` holds where a cell has `text`."""
    if field.widget in ("several", "indicators"):
        return text.split(LIST_SEPARATOR) if text else []
    return shown_text(field, text)


def shown_text(field: CardField, text: str) -> str:
    """Return what `field` shows where a cell has `text`: a time in words, all else as it is."""
    return dates.field_words(text) if field.widget == "when" else text


def kept_text(field: CardField, shown: str, current_text: str) -> str:
    """Return what a cell that has `current_text` is to have where its field holds `shown`: a file's date stays."""
    return current_text if shown == shown_text(field, current_text) else shown
