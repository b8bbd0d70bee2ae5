"""What the group settles on for one indicator, kept beside everyone's own answers."""

from __future__ import annotations

import streamlit as st

from placecheck.assessment import Agreed
from placecheck.web import desk
from placecheck.web.session import Session
from placecheck.words import answering, results, say
from placecheck.words import deciding as w

NOT_HERE, NOT_AGREED = "not_here", "not_agreed"


def agree(session: Session, one: desk.Opened, indicator: str) -> None:
    """Show the form of what was agreed, and keep it when it is sent."""
    now = one.assessment.agreed.get(indicator)
    st.subheader(say(w.AGREE), anchor=False)
    st.markdown(say(w.AGREE_INTRO))
    names = {str(step): level.name for step, level in enumerate(one.rubric.levels)}
    names |= {NOT_HERE: say(results.NOT_HERE), NOT_AGREED: say(w.NOT_AGREED)}
    with st.form(f"agree-{one.id}-{indicator}"):
        chosen = st.radio(
            say(w.OUTCOME), list(names), index=_index(now, list(names)), format_func=lambda choice: names[choice]
        )
        because = st.text_area(say(w.BECAUSE), value=(now and (now.because or now.not_agreed)) or "")
        minority = st.text_area(say(w.MINORITY), value=(now and now.minority) or "")
        sure = st.segmented_control(
            say(answering.SURE),
            list(answering.HOW_SURE),
            default=now and now.sure,
            format_func=lambda kind: say(answering.HOW_SURE[kind]),
        )
        sent = st.form_submit_button(say(w.KEEP_AGREED))
    if sent and chosen is not None:
        if chosen == NOT_AGREED and not because.strip():
            st.error(say(w.WHY_MISSING))
            return
        agreed = _agreed(chosen, because.strip() or None, minority.strip() or None, sure)
        desk.store().save_agreed(one.id, indicator, agreed, session.by)
        session.tell(say(w.AGREED_KEPT))
    if now is not None and st.button(say(w.WITHDRAW_AGREED)):
        desk.store().save_agreed(one.id, indicator, None, session.by)
        st.rerun()


def _index(now: Agreed | None, choices: list[str]) -> int | None:
    if now is None:
        return None
    held = NOT_AGREED if now.not_agreed else now.no_answer if now.level is None else str(now.level)
    return choices.index(str(held))


def _agreed(chosen: str, because: str | None, minority: str | None, sure: object) -> Agreed:
    given = {"because": because, "minority": minority, "sure": sure}
    if chosen == NOT_AGREED:
        return Agreed.model_validate({**given, "not_agreed": because, "because": None})
    if chosen == NOT_HERE:
        return Agreed.model_validate({**given, "no_answer": NOT_HERE})
    return Agreed.model_validate({**given, "level": int(chosen)})
