"""What the group settles on for one indicator, kept beside everyone's own answers."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from placecheck.assessment import Agreed
from placecheck.views.workshop.read_back import agreed_words
from placecheck.web.components.draft import Draft
from placecheck.web.components.focus_field import fault_slot, show_fault
from placecheck.web.components.undo import show_undo
from placecheck.web.data import assessments
from placecheck.web.markdown import escape, small
from placecheck.web.state.reruns import uninterrupted
from placecheck.web.state.session import Session
from placecheck.web.streamlit_private import Slot
from placecheck.words import answering, results, say
from placecheck.words import deciding as w

NOT_HERE, NOT_AGREED = "not_here", "not_agreed"
AGREEING = "agree"
"""The anchor of the form, to which the page leads where views differ."""
MAX_LENGTH = 10_000
"""Characters of what is said in words."""


class AgreementFields(NamedTuple):
    """What the form holds, field by field."""

    chosen: str | None
    because: str | None
    minority: str | None
    sure: str | None

    @property
    def lacks_why(self) -> bool:
        """Return whether it says that they did not agree, and not why."""
        return self.chosen == NOT_AGREED and not (self.because or "").strip()

    def agreed(self, before: Agreed | None = None) -> Agreed:
        """Return the agreed outcome as it is stored; what no field of the form holds stays as it was `before`."""
        because, minority = ((words or "").strip() or None for words in (self.because, self.minority))
        outcomes = dict.fromkeys(("level", "no_answer", "not_agreed"))
        agreed_fields = {**dict(before or ()), **outcomes, "because": because, "minority": minority, "sure": self.sure}
        if self.chosen == NOT_AGREED:
            reason = before.because if before and before.not_agreed else None
            return Agreed.model_validate({**agreed_fields, "not_agreed": because, "because": reason})
        if self.chosen == NOT_HERE:
            return Agreed.model_validate({**agreed_fields, "no_answer": NOT_HERE})
        return Agreed.model_validate({**agreed_fields, "level": int(str(self.chosen))})


def show_agreement_form(session: Session, opened: assessments.OpenAssessment, indicator: str) -> None:
    """Show the fields of what was agreed; fresh ones where it was changed elsewhere.

    What is typed is a draft from the first letter on, and is there again when one comes back. What is sent is kept
    before the page is drawn, so that no other click can come between.
    """
    agreed = opened.assessment.agreed.get(indicator)
    key = f"agree-{opened.id}-{indicator}-{hash(agreed)}-{{}}".format
    draft = Draft(session, opened.id, f"agreed-{indicator}", AgreementFields._fields, key)
    is_draft = bool(draft.stored())
    draft.fill({} if is_draft else as_fields(agreed)._asdict())
    st.subheader(say(w.AGREE), anchor=AGREEING)
    st.markdown(say(w.AGREE_INTRO))
    with st.container(border=True):
        at_outcome, at_why = show_agreement_fields(opened, draft)
        if is_draft and agreed is not None:
            st.info(escape(say(w.AGREED_SO_FAR, words=agreed_words(opened.rubric, agreed))))
        keep_it = uninterrupted(lambda: send_agreement(session, opened, indicator, draft))
        sent = st.button(say(w.KEEP_AGREED), on_click=keep_it, key=key("keep"))
        typed = typed_agreement(draft)
        if draft.theirs:
            draft.show_state()
        elif sent and is_draft and typed.chosen is None:
            show_fault(at_outcome, say(w.OUTCOME), say(w.OUTCOME_MISSING))
        elif sent and is_draft and typed.lacks_why:
            show_fault(at_why, say(w.BECAUSE), say(w.WHY_MISSING))
        elif is_draft:
            small(say(w.AGREED_DRAFT))
    if agreed is not None:
        st.button(
            say(w.WITHDRAW_AGREED), on_click=uninterrupted(lambda: keep_agreement(session, opened, indicator, None))
        )
    show_undo(session, opened)


def show_agreement_fields(opened: assessments.OpenAssessment, draft: Draft) -> tuple[Slot, Slot]:
    """Show the fields; each is kept in the `draft` as it is changed. Return the fault slots of the first two."""
    names = {str(step): level.name for step, level in enumerate(opened.rubric.levels)}
    names |= {NOT_HERE: say(results.NOT_HERE), NOT_AGREED: say(w.NOT_AGREED)}
    changed = uninterrupted(draft.keep)
    st.radio(
        say(w.OUTCOME),
        list(names),
        index=None,
        format_func=lambda choice: escape(names[choice]),
        key=draft.key("chosen"),
        on_change=changed,
    )
    at_outcome = fault_slot()
    slots = []
    for label, name in ((w.BECAUSE, "because"), (w.MINORITY, "minority")):
        st.text_area(say(label), max_chars=MAX_LENGTH, key=draft.key(name), on_change=changed)
        slots.append(fault_slot())
    st.segmented_control(
        say(answering.SURE),
        list(answering.HOW_SURE),
        format_func=lambda kind: say(answering.HOW_SURE[kind]),
        key=draft.key("sure"),
        on_change=changed,
    )
    return at_outcome, slots[0]


def as_fields(agreed: Agreed | None) -> AgreementFields:
    """Return what was agreed, field by field."""
    if agreed is None:
        return AgreementFields(None, None, None, None)
    return AgreementFields(_chosen_outcome(agreed), agreed.not_agreed or agreed.because, agreed.minority, agreed.sure)


def typed_agreement(draft: Draft) -> AgreementFields:
    """Return what the fields hold."""
    return AgreementFields(*(draft.session.widget_value(draft.key(name)) for name in AgreementFields._fields))


def send_agreement(session: Session, opened: assessments.OpenAssessment, indicator: str, draft: Draft) -> None:
    """Keep what the fields hold, if it is something that one can agree on."""
    sent = typed_agreement(draft)
    if draft.keep() and sent.chosen is not None and not sent.lacks_why:
        draft.drop()
        keep_agreement(session, opened, indicator, sent.agreed(opened.assessment.agreed.get(indicator)))
        session.toast_on_next_page(say(w.AGREED_KEPT))


def keep_agreement(session: Session, opened: assessments.OpenAssessment, indicator: str, agreed: Agreed | None) -> None:
    """Keep what was agreed, or that it is taken back."""
    assessments.current_store().save_agreed(opened.id, indicator, agreed, session.author)


def _chosen_outcome(agreed: Agreed) -> str:
    return str(NOT_AGREED if agreed.not_agreed else agreed.no_answer if agreed.level is None else agreed.level)
