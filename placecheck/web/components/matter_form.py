"""One matter, changed in place: where it is decided, the questions that help to think, and what is asked of whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from placecheck.dates import field_words
from placecheck.levels import Levels
from placecheck.levels.matter_summary import unanswered_questions
from placecheck.levels.model import LevelQuestion
from placecheck.place import Matter, cards_of
from placecheck.place.adapted import LegalPower
from placecheck.place.card import CardBase
from placecheck.views.ideas.idea_card import reason_views
from placecheck.web.components.draft import show_choice_not_kept
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.idea_card import show_reasons
from placecheck.web.components.saved_fields import SavedFields
from placecheck.web.data import ideas_levels_guides, place_cards
from placecheck.web.data.assessments import OpenAssessment
from placecheck.web.markdown import escape, small
from placecheck.web.state import card_keeping
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import MATTER, Session
from placecheck.web.streamlit_private import Slot
from placecheck.words import levels as w
from placecheck.words import say

Key = Callable[[str], str]
CHOICES = ("now", "best")


def show_matter_form(session: Session, opened: OpenAssessment, matter: Matter) -> None:
    """Ask of `matter` all that there is to ask; it is kept when it is saved, and a draft until then."""
    levels = ideas_levels_guides.decision_levels(opened.rubric)
    names, questions = levels.names(opened.assessment.place.nation, [matter]), levels.questions
    fields = _fields(session, opened, matter, levels)
    key = fields.key

    def keep() -> None:
        if _faults(matter, fields.current_texts(), questions, names):
            fields.keep()
        elif fields.save_changes():
            session.toast_on_next_page(say(w.SAVED))

    def close(*, withdraw: bool) -> None:
        session.set_query(**{MATTER: None})
        if withdraw:
            card_keeping.remove_card(session, opened, matter.id)

    fields.fill_saved()
    with st.container(key=key("room")), st.form(key("form"), enter_to_submit=False):
        st.header(escape(matter.words), anchor=False)
        if matter.more:
            small(escape(matter.more))
        slots = {**_ask_where(names, key), **_ask_questions(session, opened, questions, key)}
        st.subheader(say(w.ASKS), anchor=False)
        for level, name in names.items():
            st.text_input(escape(name), key=key(f"ask-{level}"), max_chars=1000)
        show_choice_not_kept(say(w.SAVE))
        sent = st.form_submit_button(say(w.SAVE), type="primary", on_click=uninterrupted(keep))
    fields.show_state()
    if sent:
        faults = _faults(matter, fields.current_texts(), questions, names)
        for field in reversed(faults):  # the first one keeps the focus
            show_fault(slots[field], *faults[field], key("room"))
    with st.container(horizontal=True):
        st.button(say(w.CLOSE), key=key("close"), on_click=uninterrupted(lambda: close(withdraw=False)))
        st.button(say(w.TAKE_OUT), key=key("out"), on_click=uninterrupted(lambda: close(withdraw=True)))


def _faults(
    matter: Matter, texts: Mapping[str, str], questions: Sequence[LevelQuestion], names: Mapping[str, str]
) -> dict[str, tuple[str, str]]:
    """Return what keeps the matter from being stored, by field: the field's label, and what to do there.

    A source needs somebody who holds the power; and what must be thought of first must be answered, also where people
    differ.
    """
    faults = {}
    if not texts.get("who", "").strip() and (texts.get("when", "").strip() or texts.get("source", "").strip()):
        faults["who"] = say(w.POWER), say(w.POWER_FIRST)
    typed = _with_texts(matter, texts, questions, names)
    if typed.best or typed.differ:
        for question in unanswered_questions(typed, questions):
            faults[question.id] = _asked(question), say(w.MUST_FIRST, question=question.ask)
    return faults


def _asked(question: LevelQuestion) -> str:
    return f"{question.ask} {say(w.MUST)}" if question.must else question.ask


def _ask_where(names: Mapping[str, str], key: Key) -> dict[str, Slot]:
    """Ask where it is decided, and by whom by law; return the fault slot of each field about the power, by its name."""
    slots = {}
    for column, field, label in zip(st.columns(2), ("now", "best"), (w.NOW, w.BEST), strict=True):
        with column:
            st.selectbox(
                say(label), ["", *names], key=key(field), format_func=lambda id_: names.get(id_, say(w.NOT_SAID)),
            )  # fmt: skip
    st.text_area(say(w.DIFFER_HOW), key=key("differ"), max_chars=4000)
    for column, field, label in zip(
        st.columns(3), ("who", "when", "source"), (w.POWER, w.POWER_DATE, w.POWER_SOURCE), strict=True
    ):
        with column:
            st.text_input(say(label), key=key(field), max_chars=300)
            slots[field] = fault_slot()
    return slots


def _ask_questions(
    session: Session, opened: OpenAssessment, questions: Sequence[LevelQuestion], key: Key
) -> dict[str, Slot]:
    """Show the questions; return the fault slot of each, by its id."""
    slots = {}
    st.subheader(say(w.QUESTIONS), anchor=False)
    for question in questions:
        directions = "  \n".join(map(escape, (question.if_nearer, question.if_further)))
        st.text_area(escape(_asked(question)), key=key(f"reason-{question.id}"), max_chars=4000, help=directions)
        slots[question.id] = fault_slot()
        with st.expander(say(w.RESTS_ON), key=key(f"rests-{question.id}")):
            show_reasons(session, reason_views(question.passages, ideas_levels_guides.newest_catalogue(opened.rubric)))
    return slots


def _fields(session: Session, opened: OpenAssessment, matter: Matter, levels: Levels) -> SavedFields:
    """Return the fields of `matter`; what others saved in other fields since stays."""
    id_ = matter.id
    names = levels.names(opened.assessment.place.nation, [matter])

    def stored() -> Matter:
        cards = cards_of(place_cards.cards_of_place(opened), Matter)
        return next((card for card in cards if card.id == id_), matter)

    def save(changed_texts: Mapping[str, str]) -> None:
        texts = {**_texts(stored()), **changed_texts}
        card_keeping.keep_card(session, opened, _with_texts(stored(), texts, levels.questions, names))

    reasons = (f"reason-{question.id}" for question in levels.questions)
    asks = (f"ask-{level}" for level in names)
    fields = (*CHOICES, "differ", "who", "when", "source", *reasons, *asks)
    key: Key = f"matter-{opened.id}-{id_}-{{}}".format
    form = f"matter-{id_}"
    return SavedFields(
        session, opened.id, form, fields, key, saved=lambda: _shown(stored()), save=save, with_button=True
    )


def _texts(matter: Matter) -> dict[str, str]:
    """Return what the fields of `matter` hold, by name."""
    power = matter.power or LegalPower.model_construct(who="", when=None, source=None)
    texts = {"now": matter.now, "best": matter.best, "differ": matter.differ}
    texts |= {"who": power.who, "when": power.when, "source": power.source}
    texts |= {f"reason-{id_}": text for id_, text in matter.reasons.items()}
    texts |= {f"ask-{level}": text for level, text in matter.asks.items()}
    return {name: text or "" for name, text in texts.items()}


def _shown(matter: Matter) -> dict[str, str]:
    """Return what the fields of `matter` show: its texts, the time in words."""
    texts = _texts(matter)
    return texts | {"when": field_words(texts["when"])}


def _with_texts(
    matter: Matter, texts: Mapping[str, str], questions: Sequence[LevelQuestion], names: Mapping[str, str]
) -> Matter:
    """Return `matter` with what the fields hold."""

    def text(name: str) -> str | None:
        return texts.get(name, "").strip() or None

    own = set(CardBase.model_fields) | {"from_list", "room"}
    return Matter(
        **{name: getattr(matter, name) for name in own if name in Matter.model_fields},
        now=text("now"),
        best=text("best"),
        differ=text("differ"),
        power=LegalPower(who=who, when=text("when"), source=text("source")) if (who := text("who")) else None,
        reasons=_merged(matter.reasons, {question.id: text(f"reason-{question.id}") for question in questions}),
        asks=_merged(matter.asks, {level: text(f"ask-{level}") for level in names}),
    )


def _merged(before: Mapping[str, str], typed: Mapping[str, str | None]) -> dict[str, str]:
    """Return what was `typed`, and what was there `before` of which the form has no field."""
    return {**{id_: text for id_, text in before.items() if id_ not in typed}, **{k: v for k, v in typed.items() if v}}
